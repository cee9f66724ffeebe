using Rubicon.Reports;
using Rubicon.Reports.Summaries;
using Rubicon.Rules.Evaluation;
using Spectre.Console;

namespace Rubicon.Cli.Tables;

/// <summary>What drafts would do to the records, beside today's answers.</summary>
internal sealed class DraftPart(IAnsiConsole console, int most)
{
    public void Write(Coverage coverage)
    {
        foreach (var summary in coverage.Drafts) One(summary);
    }

    private void One(DraftSummary summary)
    {
        console.WriteLine();
        console.Write(new Text(PlainText.OneLine($"draft {summary.Draft.Id}: {summary.Draft.Title}"), new Style(decoration: Decoration.Bold)));
        console.WriteLine();
        Item(DraftWords.Standing(summary.Draft), 2);
        Item(DraftWords.Hits(summary), 2);
        foreach (var (today, with, count) in summary.Moves)
            Item($"{PlainText.Number(count)} {Outcomes.Word(today)} today, {(with == today ? "the same" : Outcomes.Word(with))} with the draft", 4);
        if (summary.Newly > 0) Item(DraftWords.Value(summary), 2);
        foreach (var share in summary.Readings)
        {
            Item($"{share.Reading.Provision}: {share.Reading.Title}", 2);
            Item(DraftWords.Share(share, summary), 6);
            Item($"follows {string.Join(", ", share.Reading.Follows)}{(share.Reading.DisagreesWith.IsEmpty ? "" : $"; disagrees with {string.Join(", ", share.Reading.DisagreesWith)}")}", 6);
        }
        Parties("makers hit", summary.Makers);
        Parties("suppliers hit", summary.Suppliers);
        foreach (var (question, records) in summary.Questions.Take(most)) Item($"only the draft asks {question.Who}: {question.Text} ({PlainText.Count(records, "record")})", 2);
        Item("reports", 2);
        foreach (var report in summary.Draft.Reports) Item($"{report.Id}: {DraftWords.Report(report)}", 4);
    }

    private void Parties(string title, IReadOnlyCollection<PartyShare> parties)
    {
        if (parties.All(p => p.Name == DraftImpact.NotStated)) return;
        Item($"{title}: {string.Join("; ", parties.Take(most).Select(p => $"{p.Name} {PlainText.Number(p.Records)} ({PlainText.Number(p.Newly)} newly)"))}"
            + (parties.Count > most ? $"; {PlainText.Number(parties.Count - most)} more, in the JSON report" : ""), 2);
    }

    private void Item(string text, int indent) => console.Write(new Padder(new Text(PlainText.OneLine(text)), new Padding(indent, 0, 0, 0)));
}
