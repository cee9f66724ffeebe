using System.CommandLine;
using Rubicon.Cli.Guidance;
using Rubicon.Cli.Scanning;
using Rubicon.Diagnostics;
using Rubicon.Reports;
using Rubicon.Screening;

namespace Rubicon.Cli.Commands;

/// <summary>`rubicon guide --actor … --as-of D`: what binds this actor, what comes, what to do next.</summary>
internal static class GuideCommand
{
    public static Command Create()
    {
        var output = new Option<string>("-o", "--output") { Description = "text (default), json or html; html=FILE writes a file.", DefaultValueFactory = _ => "text" };
        output.Validators.Add(r => PageOutput.Check(r, "text", "json", "html"));
        var command = new Command("guide", "What binds an actor on a day, what comes with dates, and what to do next.") { Shared.Actor, Shared.AsOf, Shared.KnownAt, Shared.Packs, output };
        command.SetAction(parsed => Run(parsed.GetValue(Shared.Actor), parsed.GetValue(Shared.AsOf), parsed.GetValue(Shared.KnownAt),
            DataFolders.Find(parsed.GetValue(Shared.Packs)), parsed.GetValue(output)!));
        return command;
    }

    private static int Run(string? named, DateOnly? asOfOption, DateOnly? knownAt, DataFolders folders, string format)
    {
        if (LoadedData.Load(folders) is not { } loaded) return ExitCodes.DataMissing;
        if (string.IsNullOrWhiteSpace(named))
        {
            Console.Error.WriteLine("rubicon: guide needs --actor: a YAML file, or capacities with commas (usf-recipient,broadband-provider)");
            return ExitCodes.Usage;
        }
        var problems = new List<Problem>();
        var actor = ScanSettings.Named(named, loaded.Law.Catalog, problems)?.Actor;
        ProblemPrinter.Print(problems);
        if (actor is null || problems.Any(p => p.Kind.Severity == Severity.Error)) return ExitCodes.Usage;
        var asOf = asOfOption ?? DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().Date);
        var guide = Guide.Of(loaded.Law, actor, asOf, knownAt ?? asOf);
        PageOutput.Write(format, text: () => GuideText.Of(guide, actor, loaded.Law), json: () => GuideJson.Of(guide, actor, loaded.Law), html: stream => GuidePage.Write(stream, guide, actor, loaded.Law));
        return ExitCodes.Clean;
    }
}
