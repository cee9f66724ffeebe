using System.Globalization;
using Rubicon.Diagnostics;
using Rubicon.Reports;
using Rubicon.Rules.Evaluation;
using Rubicon.Rules.Law;
using Rubicon.Server.Answers;

namespace Rubicon.Server.Pages;

/// <summary>The law on a day that a form moves, and one provision with all its versions.</summary>
internal static class LawPages
{
    private static readonly DateOnly First = new(2017, 1, 1);

    public static IResult List(HttpContext context, ServedLaw law) => On(context, law, "/law", (page, day) =>
    {
        Difference(context, page, law, day);
        foreach (var pack in law.Data.Law.Packs)
        {
            page.Add($"<h2>{pack.Title}</h2>\n<p>{pack.Id}, kept up to {PlainText.Day(pack.MaintainedAsOf)}{(pack.MaintainedAsOf < day ? "; what changed since is not in here" : "")}</p>\n<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"{pack.Title}\"><table><thead><tr><th scope=\"col\">Provision</th><th scope=\"col\">On {PlainText.Day(day)}</th><th scope=\"col\">Citation</th></tr></thead><tbody>\n");
            foreach (var provision in law.Data.Law.Provisions.Where(p => p.PackId == pack.Id))
                page.Add($"<tr><th scope=\"row\"><a href=\"/law/{provision.Id}?as_of={PlainText.Day(day)}\">{provision.Title}</a></th><td>{State(provision, day)}</td><td>{provision.Citation}</td></tr>\n");
            page.Add($"</tbody></table></div>\n");
        }
        return "Law";
    });

    public static IResult Show(string id, HttpContext context, ServedLaw law)
    {
        if (law.Data.Law.FindProvision(id) is not { } provision) return Page.Missing(context);
        return On(context, law, $"/law/{id}", (page, day) =>
        {
            page.Add($"<p>{provision.Id}, <cite>{provision.Citation}</cite></p>\n<p>On {PlainText.Day(day)}: <strong>{State(provision, day)}</strong></p>\n");
            Timeline(page, provision, day);
            foreach (var version in provision.Versions)
            {
                var end = version.Effective.EndAsKnown(day);
                bool current = ReferenceEquals(version, provision.VersionOn(day, day));
                page.Add($"<article><h2>From {PlainText.Day(version.Effective.From)}{(end is { } to ? $" to {PlainText.Day(to)}" : "")}{(current ? ", in force on the day asked about" : "")}</h2>\n<p>{ReportWords.Word(version.Status)}, {Outcomes.Word(version.Effect)}; known {PlainText.Day(version.Effective.Known)}</p>\n<ul>\n");
                foreach (string words in version.Parts.SelectMany(p => p.Walk()).Select(c => c.Quotation.Words).OfType<string>().Distinct(StringComparer.Ordinal)) page.Add($"<li><q>{words}</q></li>\n");
                page.Add($"</ul>\n");
                if (version.Do is not null) page.Add($"<p>Do: {version.Do}</p>\n");
                if (version.Note is not null) page.Add($"<p>Note: {version.Note}</p>\n");
                foreach (string other in version.Unless.Concat(version.WaivableBy).Concat(version.Obligations)) page.Add($"<p><a href=\"/law/{other}\">{other}</a></p>\n");
                foreach (var source in version.Sources) page.Add($"<p>Source: {source.Title}</p>\n");
                page.Add($"</article>\n");
            }
            return provision.Title;
        });
    }

    /// <summary>What stands otherwise on the day asked about than on an earlier or later one.</summary>
    private static void Difference(HttpContext context, Html page, ServedLaw law, DateOnly day)
    {
        var other = DateOnly.TryParseExact(context.Request.Query["than"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var stated) ? stated : (DateOnly?)null;
        page.Add($"<form method=\"get\" action=\"/law\"><p><input type=\"hidden\" name=\"as_of\" value=\"{PlainText.Day(day)}\"><label for=\"than\">What is otherwise than on</label> <input id=\"than\" name=\"than\" type=\"date\" value=\"{(other is { } o ? PlainText.Day(o) : "")}\" required> <button class=\"quiet\">Compare</button></p></form>\n");
        if (other is not { } then) return;
        var changed = law.Data.Law.Provisions.Where(p => State(p, then) != State(p, day) || !ReferenceEquals(p.VersionOn(then, then), p.VersionOn(day, day))).ToList();
        page.Add($"<h2>Otherwise on {PlainText.Day(day)} than on {PlainText.Day(then)}: {changed.Count} provisions</h2>\n");
        if (changed.Count == 0) return;
        Table.Begin(page, "What is otherwise", "Provision", PlainText.Day(then), PlainText.Day(day), "Citation");
        foreach (var provision in changed)
            page.Add($"<tr><th scope=\"row\"><a href=\"/law/{provision.Id}?as_of={PlainText.Day(day)}\">{provision.Title}</a></th><td>{State(provision, then)}</td><td>{State(provision, day)}{(State(provision, then) == State(provision, day) ? ", other words" : "")}</td><td>{provision.Citation}</td></tr>\n");
        Table.End(page);
    }

    /// <summary>The days on which a provision changes, each leading to itself.</summary>
    private static void Timeline(Html page, Provision provision, DateOnly day)
    {
        var days = provision.Versions.SelectMany(v => new[] { v.Effective.From, v.Effective.EndAsKnown(DateOnly.MaxValue) is { } end && end < DateOnly.MaxValue ? end.AddDays(1) : v.Effective.From }).Distinct().Order().ToList();
        page.Add($"<nav aria-label=\"Timeline\"><ol class=\"timeline\">\n");
        if (days.Count > 0 && days[0] > DateOnly.MinValue) page.Add($"<li>before: <a href=\"/law/{provision.Id}?as_of={PlainText.Day(days[0].AddDays(-1))}\">{State(provision, days[0].AddDays(-1))}</a></li>\n");
        foreach (var change in days)
        {
            bool here = change <= day && days.All(d => d <= change || d > day);
            page.Add($"<li>from {PlainText.Day(change)}: <a href=\"/law/{provision.Id}?as_of={PlainText.Day(change)}\"").Add(here ? new Html().Add($" aria-current=\"true\"") : new Html()).Add($">{State(provision, change)}</a></li>\n");
        }
        page.Add($"</ol></nav>\n");
    }

    /// <summary>A slider over months; it needs no script, the button takes it to the day.</summary>
    private static void Slider(Html page, ServedLaw law, string path, DateOnly day)
    {
        int last = Count(law.Today) + 36, at = Math.Clamp(Count(day), 0, last);
        page.Add($"<form method=\"get\" action=\"{path}\" class=\"slider screen\"><p><label for=\"month\">Month, from {First.Year.ToString(CultureInfo.InvariantCulture)} to {First.AddMonths(last).Year.ToString(CultureInfo.InvariantCulture)}</label><br><input id=\"month\" name=\"month\" type=\"range\" min=\"0\" max=\"{Text(last)}\" value=\"{Text(at)}\" list=\"years\"> <button class=\"quiet\">Go to the month</button></p>\n<datalist id=\"years\">");
        for (int month = 0; month <= last; month += 12) page.Add($"<option value=\"{Text(month)}\" label=\"{Text(First.AddMonths(month).Year)}\"></option>");
        page.Add($"</datalist></form>\n");
    }

    private static int Count(DateOnly day) => ((day.Year - First.Year) * 12) + day.Month - First.Month;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static IResult On(HttpContext context, ServedLaw law, string path, Func<Html, DateOnly, string> write)
    {
        var problems = new List<Problem>();
        var asked = Asked.Of(context.Request, problems);
        var day = asked.AsOf ?? (int.TryParse(context.Request.Query["month"], NumberStyles.None, CultureInfo.InvariantCulture, out int month) && month <= 1200 ? First.AddMonths(month) : law.Today);
        var page = new Html();
        UploadPage.Problems(page, problems);
        page.Add($"<form method=\"get\" action=\"{path}\"><p><label for=\"as_of\">On the day</label> <input id=\"as_of\" name=\"as_of\" type=\"date\" value=\"{PlainText.Day(day)}\" required> <button>Show</button></p></form>\n<p><a href=\"{path}?as_of={PlainText.Day(Months(day, -1))}\">a month earlier</a> · <a href=\"{path}?as_of={PlainText.Day(Months(day, 1))}\">a month later</a></p>\n");
        Slider(page, law, path, day);
        string title = write(page, day);
        return Page.Of(context, title, page, problems.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }

    /// <summary>Days at the ends of the calendar stay where they are.</summary>
    private static DateOnly Months(DateOnly day, int months) => (months < 0 && day.Year == 1) || (months > 0 && day.Year == 9999) ? day : day.AddMonths(months);

    private static string State(Provision provision, DateOnly day) =>
        provision.VersionOn(day, day) is not { } version ? "not in force" : version.Decides ? Outcomes.Word(version.Effect) : ReportWords.Word(version.Status);
}
