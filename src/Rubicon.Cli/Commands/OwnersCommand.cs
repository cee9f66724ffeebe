using System.Collections.Immutable;
using System.CommandLine;
using Rubicon.Cli.Owners;
using Rubicon.Diagnostics;
using Rubicon.Ownership;

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
        var same = new Option<string?>("--same") { Description = "Table of two columns: names or keys of parties that are one; with a third column no, of parties that are not." };
        var concert = new Option<bool>("--in-concert") { Description = "The listed act in concert: their votes are added." };
        var output = new Option<string>("-o", "--output") { Description = "table (default) or json.", DefaultValueFactory = _ => "table" };
        output.Validators.Add(r => Shared.OneOf(r, "table", "json"));
        var command = new Command("owners", "Who owns and controls a party: four measures, with the stakes that carry the answer.")
        {
            party, graph, listed, measure, concert, same, Shared.AsOf, output,
        };
        command.SetAction(parsed => Run(parsed.GetValue(party), parsed.GetValue(graph)!, parsed.GetValue(listed) ?? [], parsed.GetValue(measure),
            parsed.GetValue(concert), parsed.GetValue(same), parsed.GetValue(Shared.AsOf), parsed.GetValue(output)!));
        return command;
    }

    private static int Run(string? party, string[] files, string[] listed, string? measure, bool inConcert, string? same, DateOnly? asOf, string format)
    {
        var day = asOf ?? DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().Date);
        if (GraphFiles.Read(files) is not { } read) return ExitCodes.InputUnreadable;
        if (read.Register.Count == 0) return read.HasErrors ? ExitCodes.InputUnreadable : ExitCodes.NothingToAssess;
        var finder = new PartyFinder(read.Register);
        if (SameParties.Settle(read.Register, finder, same) is not { } proposals) return ExitCodes.InputUnreadable;
        var graph = new OwnershipGraph(read.Register, day);
        string? found = party is null ? null : Find(finder, graph, party, files[0]);
        if (party is not null && found is null) return ExitCodes.InputUnreadable;
        string[] seeds = [.. listed.SelectMany(l => Listed(finder, graph, l)).Distinct(StringComparer.Ordinal)];
        if (found is null) Everybody(graph, seeds, measure, inConcert, format);
        else One(new SupposedSame(graph, proposals), graph, found, seeds, measure, inConcert, format);
        return read.HasErrors ? ExitCodes.Incomplete : ExitCodes.Clean;
    }

    /// <summary>The party asked about; null, with a problem, when no stake of the day names it or several parties have the name.</summary>
    private static string? Find(PartyFinder finder, OwnershipGraph graph, string text, string file)
    {
        var keys = finder.Find(text);
        if (keys is [var key] && graph.Knows(key)) return key;
        var shown = keys.Length > 1 ? keys : finder.Like(text);
        string hint = shown.IsEmpty ? "" : $"; {(keys.Length > 1 ? "it names" : "like it:")} {string.Join(", ", shown.Take(5).Select(Quote.Text))}";
        ProblemPrinter.Print(new Problem(keys.Length > 1 ? ProblemCatalog.PartyAmbiguous : ProblemCatalog.PartyNotInGraph, new SourceLocation(file), Quote.Text(text) + hint));
        return null;
    }

    /// <summary>A listed party: all parties of that name count. One that holds nothing on the day reaches nobody, which is said.</summary>
    private static ImmutableArray<string> Listed(PartyFinder finder, OwnershipGraph graph, string text)
    {
        var keys = finder.Find(text);
        if (keys.IsEmpty && finder.Like(text) is [var like])
        {
            Console.Error.WriteLine($"rubicon: warning: the listed {Quote.Text(text)} is taken for {Quote.Text(like)}, which differs by case, space or punctuation only");
            return [like];
        }
        if (!keys.Any(graph.Knows)) Console.Error.WriteLine($"rubicon: warning: the listed {Quote.Text(text)} holds nothing in the graph on {graph.Day:yyyy-MM-dd}");
        return keys.IsEmpty ? [text] : keys;
    }

    private static void One(SupposedSame names, OwnershipGraph graph, string party, string[] listed, string? measure, bool inConcert, string format)
    {
        ImmutableArray<MeasuredAnswer> answers = [.. (listed.Length == 0 ? [] : Measures).Where(m => measure is null || m == measure).Select(m => new MeasuredAnswer(m, names.Ask(g => m switch
        {
            "fifty-percent" => FiftyPercentRule.Of(g, listed, party),
            "control" => ControlMeasure.Of(g, listed, party, inConcert),
            "integrated" => IntegratedShare.Of(g, listed, party),
            _ => AffiliateMeasure.Of(g, listed, party),
        })))];
        Console.Out.Write(format == "json" ? OwnersOutput.Json(party, listed, graph.Day, graph, answers) : OwnersOutput.Table(party, graph.Day, graph, answers));
    }

    private static void Everybody(OwnershipGraph graph, string[] listed, string? measure, bool inConcert, string format)
    {
        foreach (string one in Measures.Take(2).Where(m => measure is null || m == measure))
        {
            var reached = one == "control" ? ControlMeasure.Reach(graph, listed, inConcert) : FiftyPercentRule.Reach(graph, listed);
            foreach (var (party, truth) in reached.Where(r => !listed.Contains(r.Party, StringComparer.Ordinal)))
                Console.Out.WriteLine(format == "json"
                    ? $"{{\"measure\":\"{one}\",\"party\":{System.Text.Json.JsonSerializer.Serialize(graph.NameOf(party))},\"answer\":\"{OwnersOutput.Word(truth)}\"}}"
                    : $"{one,-14} {OwnersOutput.Word(truth),-9} {Reports.PlainText.OneLine(graph.NameOf(party))}");
        }
    }
}
