using Rubicon.Reports;
using Rubicon.Rules.Evaluation;
using Spectre.Console;

namespace Rubicon.Cli.Tables;

/// <summary>The coverage block: always shown, always last.</summary>
internal sealed class CoveragePart(IAnsiConsole console, ReportHead head)
{
    private const int MostProblems = 10;
    private const int MostLines = 10;

    public void Write(Coverage coverage)
    {
        console.WriteLine();
        string outcomes = PlainText.Counts(coverage.Outcomes.Where(o => o.Outcome != Outcome.NotAssessed));
        Item($"read {PlainText.Number(coverage.Read)}, decided {PlainText.Number(coverage.Decided)}{(outcomes.Length > 0 ? $" ({outcomes})" : "")}, not assessed {PlainText.Number(coverage.NotAssessed)}", 0);
        foreach (var (reason, count) in coverage.Reasons.Take(MostLines)) Item($"{PlainText.Number(count)} not assessed: {reason}", 2);
        if (coverage.Reasons.Length > MostLines)
            Item($"{PlainText.Number(coverage.Reasons.Skip(MostLines).Sum(r => r.Count))} not assessed for {PlainText.Count(coverage.Reasons.Length - MostLines, "other reason")}, in the JSON report", 2);
        Inputs(coverage);
        Problems(coverage);
        NotApplied(coverage);
        foreach (var (assumption, count) in coverage.Assumptions.Take(MostLines)) Item($"taken for granted: {assumption} ({PlainText.Count(count, "record")})", 0);
        if (coverage.Assumptions.Length > MostLines) Item($"taken for granted: {PlainText.Number(coverage.Assumptions.Length - MostLines)} more, in the JSON report", 0);
        Item(head.Data.IsEmpty ? "data: none" : "data", 0);
        foreach (string line in DataText.Lines(head.Data)) Item(line, 2);
    }

    /// <summary>One by one; packs that bind other actors altogether on one line.</summary>
    private void NotApplied(Coverage coverage)
    {
        static bool BindsOthers((string Id, string Why) row) => !row.Id.Contains('/', StringComparison.Ordinal) && row.Why.StartsWith("binds ", StringComparison.Ordinal);
        var single = coverage.NotApplied.Where(n => !BindsOthers(n)).ToList();
        foreach (var (id, why) in single.Take(MostLines)) Item($"not applied: {id}: {why}", 0);
        if (single.Count > MostLines) Item($"not applied: {PlainText.Number(single.Count - MostLines)} more, in the JSON report", 0);
        var others = coverage.NotApplied.Where(BindsOthers).Select(n => n.Id).ToList();
        if (others.Count > 0) Item($"not applied, for they bind other actors: {string.Join(", ", others)}", 0);
    }

    /// <summary>Inputs with something unread come first, so that none of them hides among many good ones.</summary>
    private void Inputs(Coverage coverage)
    {
        foreach (var input in coverage.Inputs.OrderBy(i => i.Format is null ? 0 : i.Unread > 0 ? 1 : 2).Take(MostLines))
            Item($"{input.File}: {input.Format ?? "not read"}, {PlainText.Count(input.Records, "record")}{(input.Unread > 0 ? $", {PlainText.Number(input.Unread)} not read" : "")}", 2);
        if (coverage.Inputs.Length > MostLines) Item($"{PlainText.Count(coverage.Inputs.Length - MostLines, "more input")}, in the JSON report", 2);
    }

    private void Problems(Coverage coverage)
    {
        if (coverage.ProblemCount > 0) Item(PlainText.Count(coverage.ProblemCount, "problem"), 0);
        var shown = coverage.Problems.OrderByDescending(p => p.Kind.Severity).Take(MostProblems).ToList();
        foreach (var problem in shown)
        {
            Item(problem.ToString(), 2);
            Item($"fix: {problem.Kind.Fix}", 4);
        }
        if (coverage.ProblemCount > shown.Count)
            Item($"{PlainText.Number(coverage.ProblemCount - shown.Count)} more, in the JSON report", 2);
    }

    private void Item(string text, int indent) =>
        console.Write(new Padder(new Text(PlainText.OneLine(text)), new Padding(indent, 0, 0, 0)));
}
