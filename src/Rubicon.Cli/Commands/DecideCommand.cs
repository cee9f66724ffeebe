using System.CommandLine;
using Rubicon.Cli.Scanning;
using Rubicon.Diagnostics;
using Rubicon.Reading.Requests;
using Rubicon.Reports;
using Rubicon.Rules.Evaluation;
using Rubicon.Screening;

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
            request, Shared.Actor, Shared.AsOf, Shared.KnownAt, Shared.Output, Shared.Packs, failOn,
        };
        command.SetAction(parsed =>
        {
            bool text = parsed.GetValue(Shared.Output) is not { Length: > 0 };
            if (Shared.Outputs(parsed) is not { } outputs) return ExitCodes.Usage;
            var wanted = parsed.GetValue(failOn) is { } word ? Outcomes.Parse(word)!.Value : Outcome.Prohibited;
            return Run(parsed.GetValue(request)!, parsed.GetValue(Shared.Actor), parsed.GetValue(Shared.AsOf), parsed.GetValue(Shared.KnownAt),
                text ? null : outputs, DataFolders.Find(parsed.GetValue(Shared.Packs)), wanted);
        });
        return command;
    }

    private static int Run(string path, string? actorText, DateOnly? asOfOption, DateOnly? knownAtOption,
        System.Collections.Immutable.ImmutableArray<OutputChoice>? outputs, DataFolders folders, Outcome failOn)
    {
        if (LoadedData.Load(folders) is not { } loaded || loaded.ForScreening() is not { } data) return ExitCodes.DataMissing;
        var problems = new List<Problem>();
        if (path != "-" && !File.Exists(path))
        {
            ProblemPrinter.Print(new Problem(ProblemCatalog.FileNotFound, new SourceLocation(path), Quote.Text(path)));
            return ExitCodes.InputUnreadable;
        }
        byte[] json = Bytes(path);
        var today = DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().Date);
        // Parties of the request are looked up as of its own day, so it is read twice: first for the days, then for the facts.
        var days = RequestFile.Read(path, json, data.Law.Catalog, m => new Rules.Facts.PartyValue(m.Name ?? m.Key ?? "", false, [], []), problems);
        var asOf = asOfOption ?? days?.AsOf ?? today;
        var knownAt = knownAtOption ?? days?.KnownAt ?? asOf;
        problems.Clear();
        var names = new Screener(data, ActorProfile.Nobody, [], asOf, knownAt);
        var request = RequestFile.Read(path, json, data.Law.Catalog, m => MentionedParties.Of(m, data.Directory, names, asOf), problems);
        var actor = request?.Actor ?? ActorProfile.Nobody;
        if (actorText is not null) actor = ScanSettings.Named(actorText, data.Law.Catalog, problems)?.Actor ?? actor;
        ProblemPrinter.Print(problems);
        if (request is null || problems.Any(p => p.Kind.Severity == Severity.Error)) return ExitCodes.InputUnreadable;
        var screener = new Screener(data, actor, [], asOf, knownAt);
        return Write(screener.Decide(request.Record, request.Facts, request.Title), loaded, actor, asOf, knownAt, outputs, failOn);
    }

    private static int Write(Decision decision, LoadedData loaded, ActorProfile actor, DateOnly asOf, DateOnly knownAt,
        System.Collections.Immutable.ImmutableArray<OutputChoice>? outputs, Outcome failOn)
    {
        var head = new ReportHead("1.0", ProgramVersion.Text, asOf, knownAt, new ReportActor(actor.Name, actor.Capacities, actor.Country), loaded.Sources());
        var ledger = new CoverageLedger();
        ledger.Add(decision);
        var age = loaded.Age(asOf);
        ledger.Add(age);
        ProblemPrinter.Print(age);
        var coverage = ledger.Close(loaded.Law, actor, asOf);
        if (outputs is not { } choices)
        {
            ExplainText.Write(Console.Out, head, decision, null);
        }
        else
        {
            using var reports = new ReportOutputs(choices, all: true);
            reports.Begin(head);
            reports.Write(decision);
            reports.End(coverage);
        }
        return ScanCommand.Exit(coverage, failOn);
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
