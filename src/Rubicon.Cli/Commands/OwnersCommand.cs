using System.CommandLine;
using Rubicon.Cli.Owners;
using Rubicon.Diagnostics;
using Rubicon.Ownership;

namespace Rubicon.Cli.Commands;

/// <summary>`rubicon owners PARTY --graph FILE…`: who stands behind a party, as each rule counts.</summary>
internal static class OwnersCommand
{
    public static Command Create()
    {
        var party = new Argument<string?>("party") { Description = "The party asked about, as the file spells it; without it, everybody whom the listed reach.", Arity = ArgumentArity.ZeroOrOne };
        var graph = new Option<string[]>("--graph") { Description = "Table of stakes: owner, owned, share (per cent) and, where known, kind, from, to, indirect, document. BODS, FollowTheMoney, GLEIF and the British register too; the word makers stands for the relations stated in makers/ and list entries. Several files, or a folder of them, are one graph.", Required = true, AllowMultipleArgumentsPerToken = true };
        var listed = new Option<string[]>("--listed") { Description = "A listed party, as the file spells it; or a list: its id in the packs (us-bis/entity-list) or a file. Several are counted together where the rule does so." };
        var measure = new Option<string?>("--measure") { Description = "fifty-percent, control, integrated or affiliate (default: all)." };
        measure.Validators.Add(r => Shared.OneOf(r, OwnersQuestion.Measures));
        var same = new Option<string?>("--same") { Description = "Table of two columns: names or keys of parties that are one; with a third column no, of parties that are not." };
        var concert = new Option<bool>("--in-concert") { Description = "The listed act in concert: their votes are added." };
        var add = new Option<string?>("--add") { Description = "Table of stakes to add: shows whose answers change, instead of the answers." };
        var end = new Option<string?>("--end") { Description = "Table of stakes to end (owner, owned, share, kind): shows whose answers change." };
        var since = new Option<DateOnly?>("--since") { Description = "An earlier day: shows whose answers changed from then to the as-of day." };
        var countries = new Option<string?>("--countries") { Description = "Countries (CN,RU,...): whether the party is owned by, controlled by, or subject to the jurisdiction of one, as 15 CFR 791.2 has it." };
        var output = new Option<string>("-o", "--output") { Description = "table (default), json, jsonl (a line for each party reached), svg or html; FORMAT=FILE writes to a file.", DefaultValueFactory = _ => "table" };
        output.Validators.Add(r => OwnersFormats.Check(r));
        var command = new Command("owners", "Who owns and controls a party: four measures, with the stakes that carry the answer.")
        {
            party, graph, listed, measure, concert, countries, same, add, end, since, Shared.AsOf, Shared.Packs, output,
        };
        command.SetAction(parsed => Run(new OwnersOptions(parsed.GetValue(party), parsed.GetValue(graph)!, parsed.GetValue(listed) ?? [], parsed.GetValue(measure))
        {
            InConcert = parsed.GetValue(concert),
            Countries = parsed.GetValue(countries),
            Same = parsed.GetValue(same),
            Add = parsed.GetValue(add),
            End = parsed.GetValue(end),
            Since = parsed.GetValue(since),
            AsOf = parsed.GetValue(Shared.AsOf),
            Format = parsed.GetValue(output)!,
            Folders = DataFolders.Find(parsed.GetValue(Shared.Packs)),
        }));
        return command;
    }

    private static int Run(OwnersOptions options)
    {
        var day = options.AsOf ?? DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().Date);
        var loaded = new Lazy<LoadedData?>(() => LoadedData.Load(options.Folders));
        if (options.CountryCodes is not { } countries)
        {
            Console.Error.WriteLine($"rubicon: --countries: found {Quote.Text(options.Countries!)}; expected countries as CN,RU");
            return ExitCodes.Usage;
        }
        if (GraphFiles.Read(options.Files, loaded) is not { } read) return ExitCodes.InputUnreadable;
        if (read.Register.Count == 0)
        {
            if (read.HasErrors) return ExitCodes.InputUnreadable;
            Console.Error.WriteLine("rubicon: the files state no stakes, so that no answer can be given; expected rows of owner, owned and share");
            return ExitCodes.NothingToAssess;
        }
        var finder = new PartyFinder(read.Register);
        if (SameParties.Settle(read.Register, finder, options.Same) is not { } proposals) return ExitCodes.InputUnreadable;
        var graph = new OwnershipGraph(read.Register, day);
        GraphFiles.SayTwice(graph);
        string? found = options.Party is null ? null : Find(finder, graph, options.Party, options.Files[0]);
        if (options.Party is not null && found is null) return ExitCodes.InputUnreadable;
        if (ListedParties.Find(options.Listed, finder, graph, loaded) is not { } seeds) return ExitCodes.DataMissing;
        var question = new OwnersQuestion(graph, new SupposedSame(graph, proposals), found, [.. seeds.Select(s => s.Key).Distinct(StringComparer.Ordinal)], options.Measure, options.InConcert)
        {
            ListsOf = seeds.Where(s => s.List is not null).Distinct().ToLookup(s => s.Key, s => s.List!, StringComparer.Ordinal),
            Countries = countries,
        };
        if ((question.WhyNot ?? options.WhyNot) is { } why)
        {
            Console.Error.WriteLine($"rubicon: {why}");
            return ExitCodes.Usage;
        }
        if (options.IsChange)
        {
            var change = options.Since is { } since ? OwnersChange.Since(new OwnershipGraph(read.Register, since), graph, question.Listed, options.Measure, options.InConcert)
                : OwnersChange.Of(graph, question.Listed, options.Measure, options.InConcert, options.Add, options.End);
            if (change is null) return ExitCodes.InputUnreadable;
            OwnersFormats.Write(options.Format, kind => change.Text(kind, found));
        }
        else OwnersFormats.Write(options.Format, kind => OwnersReport.Of(question, kind));
        return read.HasErrors ? ExitCodes.Incomplete : ExitCodes.Clean;
    }

    /// <summary>The party asked about; null, with a problem, when no stake of any day names it or several parties have the name.</summary>
    private static string? Find(PartyFinder finder, OwnershipGraph graph, string text, string file)
    {
        var keys = finder.Find(text);
        if (keys is [var key])
        {
            if (!graph.Knows(key)) ProblemPrinter.Print(new Problem(ProblemCatalog.PartyNotHeldThen, new SourceLocation(file), string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Quote.Text(text)} on {graph.Day:yyyy-MM-dd}")));
            return key;
        }
        var shown = keys.Length > 1 ? keys : finder.Like(text);
        string hint = shown.IsEmpty ? "" : $"; {(keys.Length > 1 ? "it names" : "like it:")} {string.Join(", ", shown.Take(5).Select(Quote.Text))}";
        ProblemPrinter.Print(new Problem(keys.Length > 1 ? ProblemCatalog.PartyAmbiguous : ProblemCatalog.PartyNotInGraph, new SourceLocation(file), Quote.Text(text) + hint));
        return null;
    }
}
