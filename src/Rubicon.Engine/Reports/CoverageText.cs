using Rubicon.Rules.Evaluation;

namespace Rubicon.Reports;

/// <summary>The head and the coverage block as lines of text, for formats that have no place of their own for them.</summary>
public static class CoverageText
{
    /// <summary>All of it, one statement a line, in a fixed order; nothing is left out but problems beyond <see cref="Coverage.MostProblems"/>.</summary>
    public static IEnumerable<string> Lines(ReportHead head, Coverage coverage)
    {
        yield return $"as of {PlainText.Day(head.AsOf)}, known by {PlainText.Day(head.KnownAt)}, as {PlainText.Actor(head.Actor)}; rubicon {head.ToolVersion}";
        yield return $"read {coverage.Read}, decided {coverage.Decided}, not assessed {coverage.NotAssessed}";
        foreach (var (outcome, count) in coverage.Outcomes) yield return $"{Outcomes.Word(outcome)}: {count}";
        foreach (var (reason, count) in coverage.Reasons) yield return $"not assessed: {count}: {reason}";
        foreach (var input in coverage.Inputs)
            yield return $"input {input.File}: {input.Format ?? "not read"}, {input.Records} records, {input.Unread} not read, sha256 {input.Sha256 ?? "none"}";
        foreach (var problem in coverage.Problems) yield return $"{ReportWords.Word(problem.Kind.Severity)} {problem}; fix: {problem.Kind.Fix}";
        if (coverage.ProblemCount > coverage.Problems.Length) yield return $"{coverage.ProblemCount - coverage.Problems.Length} more problems";
        foreach (var (id, why) in coverage.NotApplied) yield return $"not applied: {id}: {why}";
        foreach (var (assumption, count) in coverage.Assumptions) yield return $"taken for granted: {assumption} ({PlainText.Count(count, "record")})";
        foreach (var source in head.Data) yield return $"data: {PlainText.Data(source)}, sha256 {source.Digest ?? "none"}";
    }

    internal static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
