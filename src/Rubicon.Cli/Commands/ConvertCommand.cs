using System.CommandLine;
using Rubicon.Cli.Scanning;
using Rubicon.Diagnostics;

namespace Rubicon.Cli.Commands;

/// <summary>`rubicon convert REPORT.json -o FORMAT…`: a saved report in other formats, without deciding again.</summary>
internal static class ConvertCommand
{
    public static Command Create()
    {
        var report = new Argument<string>("report") { Description = "A JSON report; - is standard input." };
        var all = new Option<bool>("--all") { Description = "Show all groups in the table." };
        var command = new Command("convert", "Write a saved report in other formats.") { report, Shared.Output, all };
        command.SetAction(parsed =>
        {
            if (Shared.Outputs(parsed) is not { } choices) return ExitCodes.Usage;
            var problems = new List<Problem>();
            if (SavedReports.Read(parsed.GetValue(report)!, problems) is not { } saved)
            {
                ProblemPrinter.Print(problems);
                return ExitCodes.InputUnreadable;
            }
            using var outputs = new ReportOutputs(choices, parsed.GetValue(all));
            saved.WriteTo(outputs);
            return ExitCodes.Clean;
        });
        return command;
    }
}
