using Rubicon.Diagnostics;
using Rubicon.Reports;

namespace Rubicon.Cli;

/// <summary>Opens saved JSON reports.</summary>
internal static class SavedReports
{
    public static SavedReport? Read(string path, ICollection<Problem> problems)
    {
        if (path != "-" && !File.Exists(path))
        {
            problems.Add(new Problem(ProblemCatalog.FileNotFound, new SourceLocation(path), Quote.Text(path)));
            return null;
        }
        using var stream = path == "-" ? Console.OpenStandardInput() : File.OpenRead(path);
        return ReportReader.Read(stream, path, problems);
    }
}
