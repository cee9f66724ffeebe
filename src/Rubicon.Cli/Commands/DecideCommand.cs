using System.CommandLine;
using Rubicon.Cli.Owners;
using Rubicon.Cli.Scanning;
using Rubicon.Diagnostics;
using Rubicon.Reading.Requests;
using Rubicon.Reports;
using Rubicon.Rules.Evaluation;

namespace Rubicon.Cli.Commands;

/// <summary>`rubicon decide REQUEST.json`: one transaction.</summary>
internal static class DecideCommand
{
    public static Command Create()
    {
        var request = new Argument<string>("request") { Description = "A request as in schema/request.schema.json; - is standard input." };
        var failOn = new Option<string?>("--fail-on") { Description = "Strictness from which the exit code is 1 or 2: prohibited (default), license-required, review." };
        failOn.Validators.Add(r => Shared.OneOf(r, "prohibited", "license-required", "review"));
        var command = new Command("decide", "Decide one transaction: outcome, proof, questions, duties.")
        {
            request, Shared.Actor, Shared.In, Shared.AsOf, Shared.KnownAt, Shared.Output, Shared.Packs, Shared.Data, OwnershipOptions.Files, OwnershipOptions.Same, failOn,
        };
        command.SetAction(parsed =>
        {
            bool text = parsed.GetValue(Shared.Output) is not { Length: > 0 };
            if (Shared.Outputs(parsed) is not { } outputs) return ExitCodes.Usage;
            var wanted = parsed.GetValue(failOn) is { } word ? Outcomes.Parse(word)!.Value : Outcome.Prohibited;
            return Run(parsed.GetValue(request)!, parsed.GetValue(Shared.Actor), parsed.GetValue(Shared.In), parsed.GetValue(Shared.AsOf), parsed.GetValue(Shared.KnownAt),
                text ? null : outputs, DataFolders.Find(parsed.GetValue(Shared.Packs)) with { Data = DataFolders.DataFolder(parsed.GetValue(Shared.Data)) }, wanted,
                parsed.GetValue(OwnershipOptions.Files) ?? [], parsed.GetValue(OwnershipOptions.Same));
        });
        return command;
    }

    private static int Run(string path, string? actorText, string? countries, DateOnly? asOfOption, DateOnly? knownAtOption,
        System.Collections.Immutable.ImmutableArray<OutputChoice>? outputs, DataFolders folders, Outcome failOn, string[] ownershipFiles, string? same)
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().Date);
        if (ListsInUse.Open(folders.Data, asOfOption ?? today, knownAtOption ?? asOfOption ?? today) is not { } lists) return ExitCodes.DataMissing;
        if (LoadedData.Load(folders) is not { } loaded || loaded.ForScreening(lists) is not { } data) return ExitCodes.DataMissing;
        var problems = new List<Problem>();
        if (path != "-" && !File.Exists(path))
        {
            ProblemPrinter.Print(new Problem(ProblemCatalog.FileNotFound, new SourceLocation(path), Quote.Text(path)));
            return ExitCodes.InputUnreadable;
        }
        if (OwnershipInput.Read(ownershipFiles, same, loaded) is not { } ownership) return ExitCodes.InputUnreadable;
        ProblemPrinter.Print(ownership.Problems.Take(20));
        data = data with { Owners = ownership.Owners };
        var actor = actorText is null ? null : ScanSettings.Named(actorText, data.Law.Catalog, problems)?.Actor;
        var asked = new AskedOfRequest(path, today, asOfOption, knownAtOption, actor, Shared.InCountries(countries, problems))
            { Lists = lists, Beside = ownership.Problems, Sources = ownership.Sources };
        var decided = DecidedRequest.Of(loaded, data, asked, Bytes(path), problems);
        ProblemPrinter.Print(problems);
        return decided is null ? ExitCodes.InputUnreadable : Write(decided, outputs, failOn);
    }

    private static int Write(DecidedRequest decided, System.Collections.Immutable.ImmutableArray<OutputChoice>? outputs, Outcome failOn)
    {
        ProblemPrinter.Print(decided.Age);
        if (outputs is not { } choices)
        {
            ExplainText.Write(Console.Out, decided.Head, decided.Decision, null);
        }
        else
        {
            using var reports = new ReportOutputs(choices, all: true);
            decided.Write(reports);
        }
        return ScanCommand.Exit(decided.Coverage, failOn);
    }

    private static byte[] Bytes(string path)
    {
        using var stream = path == "-" ? Console.OpenStandardInput() : File.OpenRead(path);
        using var copy = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = stream.Read(buffer)) > 0 && copy.Length <= RequestFile.LargestRequest;) copy.Write(buffer, 0, read);
        return copy.ToArray();
    }
}
