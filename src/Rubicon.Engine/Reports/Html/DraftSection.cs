using Rubicon.Reports.Summaries;
using Rubicon.Rules.Evaluation;

namespace Rubicon.Reports.Html;

/// <summary>What each draft would do to the records, beside today's answers.</summary>
internal static class DraftSection
{
    private const int MostParties = 50;

    internal static void Write(HtmlPage page, Coverage coverage)
    {
        foreach (var summary in coverage.Drafts) One(page, summary);
    }

    private static void One(HtmlPage page, DraftSummary summary)
    {
        page.Open("section");
        page.Element("h2", $"Draft: {summary.Draft.Title}");
        page.Element("p", DraftWords.Standing(summary.Draft), "left");
        page.Element("p", $"It {DraftWords.Hits(summary)}.", "sum");
        if (summary.Newly > 0) page.Element("p", $"{DraftWords.Value(summary)}.");
        if (!summary.Moves.IsEmpty)
            page.Table("Records that it would hit", ["Today", "With the draft", "Records"],
                summary.Moves.Select(m => new[] { Outcomes.Word(m.Today), Outcomes.Word(m.With), PlainText.Number(m.Count) }));
        page.Table("How its reports are read", ["Reading", "What it would do here", "Follows", "Disagrees with"],
            summary.Readings.Select(r => new[] { $"{r.Reading.Title} ({r.Reading.Provision})", DraftWords.Share(r, summary), string.Join(", ", r.Reading.Follows), string.Join(", ", r.Reading.DisagreesWith) }));
        Parties(page, "Makers of what it would hit", summary.Makers);
        Parties(page, "Suppliers of what it would hit", summary.Suppliers);
        if (!summary.Questions.IsEmpty)
            page.Table("Questions that only the draft raises", ["Question", "Who can answer", "Records"], summary.Questions.Select(q => new[] { q.Question.Text, q.Question.Who, PlainText.Number(q.Records) }));
        page.Table("Reports, by day", ["Id", "By", "Published", "Says", "Confidence"],
            summary.Draft.Reports.Select(r => new[] { r.Id, r.By, r.Published, r.Says + (r.Read is null ? "" : $" (read in {r.Read})"), DraftWords.Word(r.Confidence) }));
        page.Close("section");
    }

    private static void Parties(HtmlPage page, string caption, IReadOnlyCollection<PartyShare> parties)
    {
        if (parties.Count == 0) return;
        page.Table(caption, ["Name", "Records", "Stricter than today", "Pieces"], parties.Take(MostParties).Select(p =>
            new[] { p.Name, PlainText.Number(p.Records), PlainText.Number(p.Newly), p.Quantity.ToString("#,0.##", System.Globalization.CultureInfo.InvariantCulture) }));
        if (parties.Count > MostParties) page.Element("p", $"{PlainText.Number(parties.Count - MostParties)} more, in the JSON report.", "left");
    }
}
