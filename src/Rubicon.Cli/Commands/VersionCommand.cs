using System.CommandLine;
using System.CommandLine.Invocation;
using Rubicon.Reports;

namespace Rubicon.Cli.Commands;

/// <summary>`rubicon --version`: version, commit, license, and the days of the data that decisions rest on.</summary>
internal sealed class VersionCommand : SynchronousCommandLineAction
{
    /// <summary>Puts it in the place of the library's own, which prints the version alone.</summary>
    public static void Use(RootCommand root)
    {
        var option = root.Options.OfType<VersionOption>().Single();
        option.Description = "Show version, commit, license and data dates.";
        option.Action = new VersionCommand();
    }

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        string[] parts = ProgramVersion.Text.Split('+', 2);
        Console.Out.WriteLine($"rubicon {parts[0]}");
        if (parts.Length == 2) Console.Out.WriteLine($"commit {parts[1]}");
        Console.Out.WriteLine("SPDX-License-Identifier: Apache-2.0");
        if (LoadedData.Load(DataFolders.Find(null)) is not { } loaded) return ExitCodes.DataMissing;
        foreach (string line in DataText.Lines(loaded.Sources())) Console.Out.WriteLine(line);
        return ExitCodes.Clean;
    }
}
