using System.CommandLine;
using System.Globalization;
using Rubicon.Rules.Checks;

namespace Rubicon.Cli.Commands;

/// <summary>`rubicon law lint`: refuses packs that a lawyer could not trust.</summary>
internal static class LawLintCommand
{
    public static Command Create()
    {
        var command = new Command("lint", "Check the packs: quotes, dates, references, and that a case kills every condition.") { Shared.Packs };
        command.SetAction(parsed => Run(DataFolders.Find(parsed.GetValue(Shared.Packs))));
        return command;
    }

    private static int Run(DataFolders folders)
    {
        if (LoadedData.Load(folders) is not { } loaded) return ExitCodes.DataMissing;
        var cases = loaded.Cases();
        int found = 0;
        foreach (var problem in LawLint.Check(loaded.Law, cases))
        {
            found++;
            ProblemPrinter.Print(problem);
        }
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{loaded.Law.Packs.Length} packs, {loaded.Law.Provisions.Length} provisions, {cases.Length} cases: {found} problems"));
        return found > 0 || loaded.HasErrors ? ExitCodes.InputUnreadable : ExitCodes.Clean;
    }
}
