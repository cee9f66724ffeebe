using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Rubicon.Cli.Owners;
using Rubicon.Diagnostics;
using Rubicon.Ownership;
using Rubicon.Reading.Ownership;

namespace Rubicon.Cli.Commands;

/// <summary>`rubicon owners PARTY --graph FILE…`: who stands behind a party, as each rule counts.</summary>
internal static class OwnersCommand
{
    private static readonly string[] Measures = ["fifty-percent", "control", "integrated", "affiliate"];

    public static Command Create()
    {
        var party = new Argument<string?>("party") { Description = "The party asked about, as the file spells it; without it, everybody whom the listed reach.", Arity = ArgumentArity.ZeroOrOne };
        var graph = new Option<string[]>("--graph") { Description = "Table of stakes: owner, owned, share (per cent) and, where known, kind, from, to, indirect, document. Several files are one graph.", Required = true };
        var listed = new Option<string[]>("--listed") { Description = "A listed party, as the file spells it. Several are counted together where the rule does so." };
        var measure = new Option<string?>("--measure") { Description = "fifty-percent, control, integrated or affiliate (default: all)." };
        measure.Validators.Add(r => Shared.OneOf(r, Measures));
        var concert = new Option<bool>("--in-concert") { Description = "The listed act in concert: their votes are added." };
        var output = new Option<string>("-o", "--output") { Description = "table (default) or json.", DefaultValueFactory = _ => "table" };
        output.Validators.Add(r => Shared.OneOf(r, "table", "json"));
        var command = new Command("owners", "Who owns and controls a party: four measures, with the stakes that carry the answer.")
        {
            party, graph, listed, measure, concert, Shared.AsOf, output,
        };
        command.SetAction(parsed => Run(parsed.GetValue(party), parsed.GetValue(graph)!, parsed.GetValue(listed) ?? [], parsed.GetValue(measure),
            parsed.GetValue(concert), parsed.GetValue(Shared.AsOf), parsed.GetValue(output)!));
        return command;
    }

    private static int Run(string? party, string[] files, string[] listed, string? measure, bool inConcert, DateOnly? asOf, string format)
    {
        var day = asOf ?? DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().Date);
        var stakes = new List<Stake>();
        bool refused = false;
        foreach (string file in files)
        {
            if (file != "-" && !File.Exists(file))
            {
                ProblemPrinter.Print(new Problem(ProblemCatalog.FileNotFound, new SourceLocation(file), Quote.Text(file)));
                return ExitCodes.InputUnreadable;
            }
            using var stream = file == "-" ? Console.OpenStandardInput() : File.OpenRead(file);
            var read = StakeFile.Read(file, stream);
            ProblemPrinter.Print(read.Problems);
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"rubicon: {file}: read {read.Rows} rows, used {read.Rows - read.Refused}, refused {read.Refused}"));
            refused |= read.Problems.Any(p => p.Kind.Severity == Severity.Error);
            stakes.AddRange(read.Stakes);
        }
        if (stakes.Count == 0) return refused ? ExitCodes.InputUnreadable : ExitCodes.NothingToAssess;
        var graph = new OwnershipGraph(stakes, day);
        var named = listed.Append(party).OfType<string>().ToList();
        var unknown = named.Where(n => !graph.Parties.Contains(n, StringComparer.Ordinal)).ToList();
        // A listed party that holds nothing on the day reaches nobody; a party that no stake names cannot be answered for.
        if (party is not null && unknown.Contains(party, StringComparer.Ordinal))
        {
            ProblemPrinter.Print(new Problem(ProblemCatalog.PartyNotInGraph, new SourceLocation(files[0]), Quote.Text(party)));
            return ExitCodes.InputUnreadable;
        }
        foreach (string missing in unknown) Console.Error.WriteLine($"rubicon: warning: the listed {Quote.Text(missing)} holds nothing in the graph on {day:yyyy-MM-dd}");
        if (party is null) Everybody(graph, listed, measure, inConcert, format);
        else One(graph, party, listed, measure, inConcert, format);
        return refused ? ExitCodes.Incomplete : ExitCodes.Clean;
    }

    private static void One(OwnershipGraph graph, string party, string[] listed, string? measure, bool inConcert, string format)
    {
        ImmutableArray<MeasuredAnswer> answers = [.. (listed.Length == 0 ? [] : Measures).Where(m => measure is null || m == measure).Select(m => new MeasuredAnswer(m, m switch
        {
            "fifty-percent" => FiftyPercentRule.Of(graph, listed, party),
            "control" => ControlMeasure.Of(graph, listed, party, inConcert),
            "integrated" => listed.Select(l => IntegratedShare.Of(graph, l, party)).MaxBy(a => a.Share?.Maximum ?? 0)!,
            _ => AffiliateMeasure.Of(graph, listed, party),
        }))];
        Console.Out.Write(format == "json" ? OwnersOutput.Json(party, listed, graph.Day, graph, answers) : OwnersOutput.Table(party, graph.Day, graph, answers));
    }

    private static void Everybody(OwnershipGraph graph, string[] listed, string? measure, bool inConcert, string format)
    {
        foreach (string one in Measures.Take(2).Where(m => measure is null || m == measure))
        {
            var reached = one == "control" ? ControlMeasure.Reach(graph, listed, inConcert) : FiftyPercentRule.Reach(graph, listed);
            foreach (var (party, truth) in reached.Where(r => !listed.Contains(r.Party, StringComparer.Ordinal)))
                Console.Out.WriteLine(format == "json"
                    ? $"{{\"measure\":\"{one}\",\"party\":{System.Text.Json.JsonSerializer.Serialize(party)},\"answer\":\"{OwnersOutput.Word(truth)}\"}}"
                    : $"{one,-14} {OwnersOutput.Word(truth),-9} {Reports.PlainText.OneLine(party)}");
        }
    }
}
