using System.Collections.Immutable;
using Rubicon.Diagnostics;
using Rubicon.Rules.Evaluation;
using Rubicon.Subjects;

namespace Rubicon.Reports.Saved;

/// <summary>Reads the head and the coverage block of a saved report.</summary>
internal static class SavedHead
{
    internal static ReportHead Head(SavedPart root)
    {
        var actor = root.Part("actor");
        return new ReportHead(
            root.Text("schemaVersion"), root.Part("tool").Text("version"), root.Day("asOf"), root.Day("knownAt"),
            new ReportActor(actor.OptionalText("name"), actor.Texts("capacities"), actor.OptionalText("country")),
            [.. root.List("data").Select(d => new DataSource(d.Text("kind"), d.Text("id"), d.Has("date") ? d.Day("date") : null, d.OptionalText("sha256")))]);
    }

    internal static Coverage Coverage(SavedPart part) => new(
        part.Count("read"), part.Count("decided"), part.Count("notAssessed"),
        [.. part.Members("outcomes").Select(m => (Outcome(m.Name, m.Part), part.Part("outcomes").Count(m.Name)))],
        [.. part.List("inputs").Select(Input)],
        [.. part.List("reasons").Select(r => (r.Text("reason"), r.Count("count")))],
        [.. part.List("notApplied").Select(n => (n.Text("id"), n.Text("why")))],
        Problems(part), part.Count("problemCount"))
    {
        Drafts = SavedDraft.Summaries(part),
        Assumptions = part.Has("assumptions") ? [.. part.List("assumptions").Select(a => (a.Text("assumption"), a.Count("count")))] : [],
    };

    internal static ImmutableArray<Problem> Problems(SavedPart part) => [.. part.List("problems").Select(Problem)];

    internal static Outcome Outcome(string word, SavedPart part)
    {
        if (Outcomes.Parse(word) is { } outcome) return outcome;
        part.Reading.Add(ProblemCatalog.SavedReportBadMember, part.Pointer, Quote.Text(word), "an outcome");
        return Rules.Evaluation.Outcome.NotAssessed;
    }

    private static InputAccount Input(SavedPart part) => new(
        part.Text("file"), part.OptionalText("format"), part.Count("records"), part.Count("unread"), part.OptionalText("sha256"), Problems(part));

    /// <summary>The texts are those that were saved, even where the catalog says it differently today.</summary>
    private static Problem Problem(SavedPart part) => new(
        new ProblemKind(part.Text("code"), part.Text("title"), part.Word("severity", ReportWords.ParseSeverity), part.Text("expected"), part.Text("cause"), part.Text("fix")),
        part.Place("file"), part.Text("found"));
}
