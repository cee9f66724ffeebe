using System.CommandLine;
using Rubicon.Diagnostics;

namespace Rubicon.Cli;

/// <summary>Exit codes of design 6. A lower number wins between 1 and 4; never 0 after an error.</summary>
internal static class ExitCodes
{
    public const int Clean = 0;
    public const int Prohibited = 1;
    public const int LicenseOrReview = 2;
    public const int Incomplete = 3;
    public const int NothingToAssess = 4;
    public const int DataMissing = 5;
    public const int Usage = 64;
    public const int InputUnreadable = 65;
    public const int Internal = 70;
    public const int InputOutput = 74;
    public const int Interrupted = 130;

    /// <summary>Runs a command line. What a command lets rise is of the world or ours: it is named, never traced at the user.</summary>
    public static int Run(RootCommand root, string[] args)
    {
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors) Console.Error.WriteLine($"rubicon: {error.Message}");
            Console.Error.WriteLine("rubicon: see `rubicon --help`");
            return Usage;
        }
        try
        {
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("rubicon: interrupted");
            return Interrupted;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            ProblemPrinter.Print(new Problem(ProblemCatalog.InputOutputFailed, new SourceLocation("rubicon"), Quote.Text(error.Message)));
            return InputOutput;
        }
    }
}
