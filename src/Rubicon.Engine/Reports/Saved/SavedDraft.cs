using System.Collections.Immutable;
using Rubicon.Diagnostics;
using Rubicon.Reports.Summaries;
using Rubicon.Rules.Evaluation;
using Rubicon.Rules.Law;
using Rubicon.Screening;

namespace Rubicon.Reports.Saved;

/// <summary>Reads what drafts would do from a saved report; nothing where the report was made without drafts.</summary>
internal static class SavedDraft
{
    internal static ImmutableArray<DraftEffect> Effects(SavedPart part) => !part.Has("drafts") ? [] :
    [
        .. part.List("drafts").Select(d => new DraftEffect(d.Text("draft"), d.Word("today", Outcomes.Parse), d.Word("with", Outcomes.Parse),
            [.. d.List("findings").Select(f => new DraftFinding(f.Text("provision"), f.Text("title"), f.Word("outcome", Outcomes.Parse), f.YesNo("duty")))],
            SavedFinding.Questions(d))),
    ];

    internal static ImmutableArray<DraftSummary> Summaries(SavedPart part) => part.Has("drafts") ? [.. part.List("drafts").Select(Summary)] : [];

    private static DraftSummary Summary(SavedPart part)
    {
        ImmutableArray<SavedPart> readings = [.. part.List("readings")];
        var shares = readings.Select(r => new ReadingShare(
            new DraftReading(r.Text("provision"), r.Text("title"), r.Texts("follows"), r.Texts("disagreesWith")),
            [.. r.Members("outcomes").Select(m => (SavedHead.Outcome(m.Name, m.Part), r.Part("outcomes").Count(m.Name)))], r.Count("newly"))).ToImmutableArray();
        var draft = new Draft(part.Text("draft"), part.Text("title"), part.Word("status", ReportWords.ParseStatus), part.OptionalText("became"), part.Has("begins") ? part.Day("begins") : null,
            [.. part.List("reports").Select(r => new DraftReport(r.Text("id"), r.Text("by"), r.Text("published"), r.Day("known"), r.Text("says"), r.OptionalText("read"),
                r.Word("confidence", DraftWords.ParseConfidence)))],
            [.. shares.Select(s => s.Reading)], part.Text("sha256"), new SourceLocation(part.Text("file")));
        return new DraftSummary(draft, part.Count("decided"), part.Count("hit"), part.Count("newly"),
            [.. part.List("moves").Select(m => (m.Word("today", Outcomes.Parse), m.Word("with", Outcomes.Parse), m.Count("records")))],
            shares, Parties(part, "makers"), Parties(part, "suppliers"),
            [.. part.List("values").Select(v => (v.Text("currency"), v.Decimal("value")))], part.Count("unpriced"),
            [.. part.List("questions").Select(q => (new Question(q.Text("fact"), q.Text("text"), q.Text("who"), [], []), q.Count("records")))],
            [.. readings.Where(r => !r.YesNo("knownYet")).Select(r => r.Text("provision"))]);
    }

    private static ImmutableArray<PartyShare> Parties(SavedPart part, string name) =>
        [.. part.List(name).Select(p => new PartyShare(p.Text("name"), p.Count("records"), p.Count("newly"), p.Decimal("quantity")))];
}
