using Rubicon.Reports;
using Rubicon.Rules.Evaluation;
using Spectre.Console;

namespace Rubicon.Cli.Tables;

/// <summary>The coverage block: always shown, always last.</summary>
internal sealed class CoveragePart(IAnsiConsole console, ReportHead head)
{
    private const int MostProblems = 10;

    public void Write(Coverage coverage)
    {
        console.WriteLine();
        string outcomes = PlainText.Counts(coverage.Outcomes.Where(o => o.Outcome != Outcome.NotAssessed));
        Item($"read {PlainText.Number(coverage.Read)}, decided {PlainText.Number(coverage.Decided)}{(outcomes.Length > 0 ? $" ({outcomes})" : "")}, not assessed {PlainText.Number(coverage.NotAssessed)}", 0);
        foreach (var (reason, count) in coverage.Reasons) Item($"{PlainText.Number(count)} not assessed: {reason}", 2);
        foreach (var input in coverage.Inputs)
            Item($"{input.File}: {input.Format ?? "not read"}, {PlainText.Count(input.Records, "record")}{(input.Unread > 0 ? $", {PlainText.Number(input.Unread)} not read" : "")}", 2);
        Problems(coverage);
        foreach (var (id, why) in coverage.NotApplied) Item($"not applied: {id}: {why}", 0);
        Item("data: " + (head.Data.IsEmpty ? "none" : string.Join("; ", head.Data.Select(PlainText.Data))), 0);
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
