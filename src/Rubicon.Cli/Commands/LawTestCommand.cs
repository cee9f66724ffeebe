using System.CommandLine;
using System.Globalization;
using Rubicon.Diagnostics;

namespace Rubicon.Cli.Commands;

/// <summary>`rubicon law test`: decides every case that stands beside the rules.</summary>
internal static class LawTestCommand
{
    public static Command Create()
    {
        var only = new Argument<string?>("provision") { Description = "Only cases of provisions whose id starts so.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("test", "Decide every case that stands beside the rules.") { only, Shared.Packs };
        command.SetAction(parsed => Run(DataFolders.Find(parsed.GetValue(Shared.Packs)), parsed.GetValue(only) ?? ""));
        return command;
    }

    private static int Run(DataFolders folders, string only)
    {
        if (LoadedData.Load(folders) is not { } loaded) return ExitCodes.DataMissing;
        var cases = loaded.Cases();
        int passed = 0, failed = 0;
        foreach (var lawCase in cases.Where(c => c.ProvisionId.StartsWith(only, StringComparison.Ordinal)))
        {
            if (lawCase.Failure(loaded.Law) is not { } failure)
            {
                passed++;
                continue;
            }
            failed++;
            ProblemPrinter.Print(new Problem(ProblemCatalog.PackCaseFailed, lawCase.Where, failure));
        }
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{passed} cases pass, {failed} fail"));
        return failed > 0 || loaded.HasErrors ? ExitCodes.InputUnreadable : ExitCodes.Clean;
    }
}
