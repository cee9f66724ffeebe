using Rubicon.Reports;
using Rubicon.Review;
using Rubicon.Server.Cases;
using Rubicon.Server.Security;

namespace Rubicon.Server.Pages.Reviews;

/// <summary>The clocks of a case, each with how it was counted, by which words, and the form that extends it where the rule allows that.</summary>
internal static class CaseClockPart
{
    public static void Write(HttpContext context, Html page, OpenCase open, CaseStanding standing, DateOnly asOf)
    {
        page.Add($"<h2>Clocks</h2>\n");
        if (standing.Clocks.IsEmpty) page.Add($"<p>None has started{(open.IsAgency ? "" : " that you see")}.</p>\n");
        foreach (var clock in standing.Clocks.OrderBy(c => c.State is ClockState.Running or ClockState.Lapsed ? 0 : 1).ThenBy(c => c.Due ?? DateOnly.MaxValue)) One(context, page, open, clock, asOf);
    }

    private static void One(HttpContext context, Html page, OpenCase open, RunningClock clock, DateOnly asOf)
    {
        string state = ReviewWords.Word(clock.State);
        page.Add($"<article class=\"clock {state}\">\n<h3>{clock.Clock.Title}</h3>\n<p><strong>{Words(clock)}</strong>");
        if (clock.State is ClockState.Running or ClockState.Lapsed && clock.Due is not null) page.Add($" (").Add(CaseBoard.Left(clock, asOf)).Add($"{(clock.DaysLeft(asOf) > 0 ? " days left" : "")})");
        page.Add($", for {open.Review.Procedure.Roles.GetValueOrDefault(clock.Clock.For, ReviewWords.Word(clock.Clock.For))}</p>\n<p>{clock.Arithmetic}</p>\n");
        if (clock.Version is { } version)
        {
            page.Add($"<p><q>{version.Count.Words}</q> <cite>{version.Citation}</cite></p>\n");
            if (!version.Confirmed) page.Add($"<p class=\"problem\">The count is not confirmed by the text read; a person has to check it.</p>\n");
            if (version.Note is not null) page.Add($"<p>Note: {version.Note}</p>\n");
        }
        if (clock.Clock.Extension is { } extension && clock.State is ClockState.Running or ClockState.Lapsed) Extend(context, page, open, clock, extension);
        else if (clock.State == ClockState.Running && clock.Clock.Kind == ClockKind.Deadline) page.Add($"<p class=\"evidence\">The rule allows no extension.</p>\n");
        page.Add($"</article>\n");
    }

    private static void Extend(HttpContext context, Html page, OpenCase open, RunningClock clock, ClockExtension extension)
    {
        page.Add($"<p>May be extended: <q>{extension.Words}</q> <cite>{extension.Citation}</cite></p>\n");
        if (!open.IsAgency || CaseSteps.Right(open, Access.TokenOf(context)) is not null) return;
        string id = clock.Clock.Id;
        page.Add($"<details class=\"screen\"><summary>Extend it</summary>\n<form method=\"post\" action=\"/cases/{open.Head.Id}/extensions\">\n").Add(Page.FormKey(context)).Add(CaseStepPart.Seen(open));
        page.Add($"<input type=\"hidden\" name=\"clock\" value=\"{id}\"><input type=\"hidden\" name=\"by\" value=\"{ReviewWords.Word(extension.By)}\">\n<p><label for=\"until-{id}\">New day</label><br><input id=\"until-{id}\" name=\"until\" type=\"date\" required></p>\n<p><label for=\"finding-{id}\">Written finding</label><br><textarea id=\"finding-{id}\" name=\"finding\" rows=\"3\" cols=\"60\" required></textarea></p>\n<p><button>Extend</button></p>\n</form></details>\n");
    }

    private static string Words(RunningClock clock) => (clock.Clock.Kind, clock.State, clock.Due) switch
    {
        (_, ClockState.NotCounted, _) or (_, _, null) => "not counted: no text gives a day",
        (ClockKind.Earliest, _, { } day) => $"not before {PlainText.Day(day)}",
        (ClockKind.Keep, _, { } day) => $"keep until {PlainText.Day(day)}",
        (_, ClockState.Met, { } day) => $"done on {Done(clock)}, due {PlainText.Day(day)}",
        (_, ClockState.MetLate, { } day) => $"done late on {Done(clock)}, due {PlainText.Day(day)}",
        (_, ClockState.Lapsed, { } day) => $"ran out on {PlainText.Day(day)}",
        (_, ClockState.Over, { } day) => $"over, was due {PlainText.Day(day)}",
        (_, _, { } day) => $"due {PlainText.Day(day)}",
    };

    private static string Done(RunningClock clock) => clock.Ended is { } day ? PlainText.Day(day) : "";
}
