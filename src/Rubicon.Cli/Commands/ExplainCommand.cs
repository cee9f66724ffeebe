using System.CommandLine;
using Rubicon.Diagnostics;
using Rubicon.Reports;

namespace Rubicon.Cli.Commands;

/// <summary>`rubicon explain REPORT ID`: one decision or finding of a saved report, opened as text.</summary>
internal static class ExplainCommand
{
    public static Command Create()
    {
        var report = new Argument<string>("report") { Description = "A JSON report written by scan or decide; - is standard input." };
        var id = new Argument<string>("id") { Description = "Id of a decision or finding, or FILE:LINE as the report names it.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("explain", "Show the proof of a decision: words, evidence, questions, duties.") { report, id };
        command.SetAction(parsed => Run(parsed.GetValue(report)!, parsed.GetValue(id)));
        return command;
    }

    private static int Run(string report, string? id)
    {
        var problems = new List<Problem>();
        if (SavedReports.Read(report, problems) is not { } saved)
        {
            ProblemPrinter.Print(problems);
            return ExitCodes.InputUnreadable;
        }
        bool found = false;
        foreach (var decision in saved.Decisions)
        {
            bool whole = id is null || decision.Id == id || IsAt(decision.Source, id) || decision.Subject is { } subject && subject.Joined.Any(place => IsAt(place, id));
            if (!whole && !decision.Findings.Any(f => f.Id == id)) continue;
            if (found) Console.Out.Write('\n');
            found |= ExplainText.Write(Console.Out, saved.Head, decision, whole ? null : id);
        }
        if (found) return ExitCodes.Clean;
        Console.Error.WriteLine($"rubicon: no decision or finding {Quote.Text(id)} in {report}; expected an id of the report, or FILE:LINE");
        return ExitCodes.Usage;
    }

    private static bool IsAt(SourceLocation place, string id) => place.ToString() is var text && (text == id || text.EndsWith("/" + id, StringComparison.Ordinal));
}
