using System.Collections.Immutable;
using Rubicon.Rules.Conditions;
using Rubicon.Rules.Evaluation;
using Rubicon.Rules.Law;
using Rubicon.Screening;

namespace Rubicon.Reports.Saved;

/// <summary>Reads findings, pending rules, questions and duties of a saved report.</summary>
internal static class SavedFinding
{
    internal static Finding Read(SavedPart part) => new(
        part.Text("id"), part.Text("provision"), part.Text("title"), part.Text("instrument"), part.Text("citation"),
        part.Word("outcome", Outcomes.Parse), part.Word("effect", Effect), part.Word("truth", ReportWords.ParseTruth),
        Proof(part.Part("proof")), Questions(part), Obligations(part), part.OptionalText("note"));

    internal static PendingRule Pending(SavedPart part) => new(
        part.Text("provision"), part.Text("title"), part.Text("citation"), part.Word("status", ReportWords.ParseStatus),
        part.Word("effect", Effect), part.Word("truth", ReportWords.ParseTruth));

    internal static ImmutableArray<Question> Questions(SavedPart part) =>
        [.. part.List("questions").Select(q => new Question(q.Text("fact"), q.Text("text"), q.Text("who"),
            [.. q.List("answers").Select(a => new AnswerEffect(a.Text("answer"), a.Word("outcome", Outcomes.Parse)))], q.Texts("provisions")))];

    internal static ImmutableArray<Obligation> Obligations(SavedPart part) =>
        [.. part.List("obligations").Select(o => new Obligation(o.Text("provision"), o.Text("title"), o.Text("do"),
            o.Has("due") ? o.Day("due") : null, o.Text("arithmetic"), o.Text("citation"), o.YesNo("certain")))];

    private static Proof Proof(SavedPart part) => new(
        part.Word("truth", ReportWords.ParseTruth), part.Text("predicate"), part.Text("says"), part.OptionalText("words"), part.OptionalText("citation"),
        SavedFacts.Evidence(part), [.. part.List("children").Select(Proof)]);

    private static Effect? Effect(string word) =>
        Enum.GetValues<Effect>().Cast<Effect?>().FirstOrDefault(e => string.Equals(Outcomes.Word(e!.Value), word, StringComparison.Ordinal));
}
