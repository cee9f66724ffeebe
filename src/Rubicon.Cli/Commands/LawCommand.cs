using System.CommandLine;

namespace Rubicon.Cli.Commands;

/// <summary>`rubicon law …`: the law itself, its dates, and the checks of its packs.</summary>
internal static class LawCommand
{
    public static Command Create() => new("law", "Show the law, its dates, and check its packs.")
    {
        LawShowCommand.List(),
        LawShowCommand.Show(),
        LawShowCommand.Timeline(),
        LawTestCommand.Create(),
        LawLintCommand.Create(),
        LawDiffCommand.Create(),
    };
}
