using Rubicon.Reports;
using Rubicon.Rules.Evaluation;
using Rubicon.Screening;
using Rubicon.Server.Security;
using Rubicon.Storage;

namespace Rubicon.Server.Pages;

/// <summary>One decision: outcome, open questions, and each finding with its proof.</summary>
internal static class DecisionPage
{
    public static IResult Get(string id, HttpContext context, Store store) =>
        store.Decisions.Find(Access.TokenOf(context).Organization, id) is { } recorded && ReportReader.Read(new MemoryStream(recorded.Report), id, []) is { Decisions: [var found, ..] } report
            ? Show(context, report.Head, found, null)
            : Page.Missing(context);

    /// <summary>The page of a decision.</summary>
    /// <param name="context">Who asks.</param>
    /// <param name="head">What was asked.</param>
    /// <param name="decision">Which.</param>
    /// <param name="within">Path and name of what it is a part of, or null.</param>
    public static IResult Show(HttpContext context, ReportHead head, Decision decision, (string Path, string Name)? within)
    {
        var page = new Html();
        if (within is { } whole) page.Add($"<p><a href=\"{whole.Path}\">{whole.Name}</a></p>\n");
        page.Add($"<p>").Add(Page.Badge(Outcomes.Word(decision.Outcome))).Add($" {decision.Source.ToString()}</p>\n<p>As {PlainText.Actor(head.Actor)}, on {PlainText.Day(head.AsOf)}, known by {PlainText.Day(head.KnownAt)}.</p>\n");
        if (decision.Reason is not null) page.Add($"<p>Because {decision.Reason}.</p>\n");
        if (decision.ByCountry.Length > 1) page.Add($"<p>{string.Join("; ", decision.ByCountry.Select(c => $"{c.Country}: {Outcomes.Word(c.Outcome)}"))}</p>\n");
        foreach (var (capacity, outcome) in decision.ByCapacity) page.Add($"<p>As {capacity}: {Outcomes.Word(outcome)}</p>\n");
        if (decision.Unread is { } unread)
            foreach (var problem in unread.Problems) page.Add($"<p class=\"problem\">{problem.ToString()}</p>\n");
        Questions(page, decision);
        foreach (var finding in decision.Findings.OrderByDescending(f => f.Outcome)) ProofPart.Write(page, finding);
        foreach (var duty in decision.Obligations) ProofPart.Duty(page, duty);
        foreach (string note in decision.Notes) page.Add($"<p>Note: {note}</p>\n");
        Facts(page, decision);
        return Page.Of(context, decision.Title, page);
    }

    private static void Questions(Html page, Decision decision)
    {
        if (decision.Questions.IsEmpty) return;
        page.Add($"<h2>Questions that would settle it</h2>\n<ul>\n");
        foreach (var question in decision.Questions)
            page.Add($"<li>Ask {question.Who}: {question.Text} {string.Join("; ", question.Answers.Select(a => $"{a.Answer}: {Outcomes.Word(a.Outcome)}"))}</li>\n");
        page.Add($"</ul>\n");
    }

    private static void Facts(Html page, Decision decision)
    {
        if (decision.Facts.IsEmpty) return;
        page.Add($"<details><summary>What it rests on</summary>\n<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Facts\"><table><thead><tr><th scope=\"col\">Fact</th><th scope=\"col\">Value</th><th scope=\"col\">Evidence</th></tr></thead><tbody>\n");
        foreach (var (fact, value) in decision.Facts)
            page.Add($"<tr><th scope=\"row\">{fact}</th><td>{value.Display}</td><td>{string.Join("; ", value.Evidence.Select(ExplainText.EvidenceText))}</td></tr>\n");
        page.Add($"</tbody></table></div></details>\n");
    }
}
