using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.Json;
using Rubicon.Matching;
using Rubicon.Parties;
using Xunit;
using Xunit.Abstractions;

namespace Rubicon.Engine.Tests.Matching;

/// <summary>Recall and false hits on the Entity List and on real names of firms; the figures of docs/design/matching.md.</summary>
public sealed class RealListTests(ITestOutputHelper output)
{
    // Registers of firms. Other sources of the file are sanctions lists, which share parties with the Entity List.
    private static readonly string[] Registers = ["ieee_oui_2026", "iana_pen_debian_ws", "sec_registrants"];

    private static readonly Dictionary<string, string> Short = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Technology"] = "Tech",
        ["Technologies"] = "Tech",
        ["Communication"] = "Comm",
        ["Communications"] = "Comm",
        ["International"] = "Intl",
        ["Group"] = "Grp",
        ["Equipment"] = "Eqpt",
        ["Digital"] = "Dig",
        ["Manufacturing"] = "Mfg",
        ["Corporation"] = "Corp",
        ["Institute"] = "Inst",
        ["Research"] = "Res",
        ["Development"] = "Dev",
        ["Industrial"] = "Ind",
        ["Company"] = "Co",
        ["Electronics"] = "Elec",
    };

    private static readonly HashSet<string> Forms = new(["co", "ltd", "limited", "company", "corporation", "corp", "inc", "llc", "gmbh", "jsc"], StringComparer.OrdinalIgnoreCase);

    [Fact]
    public void Changed_names_of_the_Entity_List_are_found_and_other_firms_are_not()
    {
        if (SharedData("lists/us/bis_entity_list.json") is not { } list || SharedData("names/real_names_union.tsv.gz") is not { } union)
        {
            output.WriteLine("not run: no shared data beside the repository");
            return;
        }
        Party[] parties = [.. Read(list)];
        PartyIndex index = PartyIndex.Build(parties);
        Random random = new(5);
        (string Kind, Func<string, string> Change, double Strong, double Possible)[] kinds =
        [
            ("exact", t => t, 0.999, 0.999), ("upper case", t => t.ToUpperInvariant(), 0.999, 0.999), ("no legal form", WithoutForm, 0.99, 0.99),
            ("abbreviated", Abbreviated, 0.99, 0.99), ("other order", Turned, 0.97, 0.99), ("typing error", t => Mistyped(t, random), 0.8, 0.94),
            ("joined", t => Joined(t, random), 0.97, 0.99), ("abbreviated, turned", t => Turned(WithoutForm(Abbreviated(t))), 0.97, 0.99),
        ];
        foreach ((string kind, Func<string, string> change, double strongest, double possible) in kinds)
        {
            int strong = 0, found = 0, asked = 0;
            foreach (Party party in parties)
            {
                PartyName name = party.Names[random.Next(party.Names.Length)];
                NameMatch? match = index.Find(new NameQuery(change(name.Text))).FirstOrDefault(m => m.Party.Key == party.Key);
                asked++;
                if (match is not null) found++;
                if (match?.Score >= MatchThreshold.Strong) strong++;
            }
            output.WriteLine(FormattableString.Invariant($"{kind,-20} strong {100.0 * strong / asked:0.0} % possible {100.0 * found / asked:0.0} % of {asked}"));
            Assert.True(strong >= strongest * asked && found >= possible * asked, kind);
        }
        Others(index, parties, union, random);
    }

    private void Others(PartyIndex index, Party[] parties, string union, Random random)
    {
        HashSet<string> listed = [.. parties.SelectMany(p => p.Names).Select(n => Folding.Fold(n.Text))];
        int asked = 0, strong = 0, possible = 0;
        foreach (string name in Names(union))
        {
            if (random.Next(10) != 0 || listed.Contains(Folding.Fold(name))) continue;
            ImmutableArray<NameMatch> found = index.Find(new NameQuery(name), MatchThreshold.Possible);
            asked++;
            if (found.Length > 0) possible++;
            if (found.Length > 0 && found[0].Score >= MatchThreshold.Strong) strong++;
        }
        output.WriteLine(FormattableString.Invariant($"other firms          strong {100.0 * strong / asked:0.00} % possible {100.0 * possible / asked:0.0} % of {asked}"));
        Assert.True(strong < 0.01 * asked && possible < 0.1 * asked);
    }

    [Fact]
    public void The_candidate_search_misses_nothing_on_the_Entity_List()
    {
        if (SharedData("lists/us/bis_entity_list.json") is not { } list || SharedData("names/real_names_union.tsv.gz") is not { } union)
        {
            output.WriteLine("not run: no shared data beside the repository");
            return;
        }
        Party[] parties = [.. Read(list)];
        PartyIndex index = PartyIndex.Build(parties);
        Random random = new(6);
        string[] others = [.. Names(union).Where(_ => random.Next(2_000) == 0).Take(40)];
        string[] changed = [.. Enumerable.Range(0, 60).Select(_ => parties[random.Next(parties.Length)].Names[0].Text).Select(t => Joined(Mistyped(t, random), random))];
        foreach (string text in others.Concat(changed))
        {
            NameQuery query = new(text);
            Assert.Equal(index.FindByScoringAll(query).Select(m => (m.Party.Key, m.Score)), index.Find(query).Select(m => (m.Party.Key, m.Score)));
        }
    }

    private static IEnumerable<Party> Read(string path)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(path));
        int number = 0;
        foreach (JsonElement entry in document.RootElement.GetProperty("entities").EnumerateArray())
        {
            string name = entry.GetProperty("name").GetString()!;
            yield return Some.Party($"bis/{number++}", name, [.. entry.GetProperty("aliases").EnumerateArray().Select(a => (NameKind.Alias, a.GetString()!))]);
        }
    }

    private static IEnumerable<string> Names(string path)
    {
        using StreamReader reader = new(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            string[] cells = line.Split('\t');
            if (Registers.Contains(cells[0], StringComparer.Ordinal)) yield return cells[1];
        }
    }

    private static string WithoutForm(string text)
    {
        string[] words = [.. text.Split(' ').Where(w => !Forms.Contains(w.Trim(',', '.')))];
        return words.Length == 0 ? text : string.Join(' ', words);
    }

    private static string Abbreviated(string text) => string.Join(' ', text.Split(' ').Select(w => Short.GetValueOrDefault(w, w)));

    private static string Turned(string text)
    {
        string[] words = text.Split(' ');
        return string.Join(' ', words[1..].Append(words[0]));
    }

    private static string Joined(string text, Random random)
    {
        int space = text.IndexOf(' ', random.Next(text.Length));
        return space < 0 ? text : text.Remove(space, 1);
    }

    private static string Mistyped(string text, Random random)
    {
        string[] words = text.Split(' ');
        int longest = Enumerable.Range(0, words.Length).MaxBy(i => words[i].Length);
        string word = words[longest];
        if (word.Length < 5) return text;
        int at = random.Next(1, word.Length - 1);
        char letter = (char)('a' + random.Next(26));
        words[longest] = random.Next(4) switch
        {
            0 => word.Remove(at, 1),
            1 => word.Insert(at, letter.ToString()),
            2 => word[..at] + letter + word[(at + 1)..],
            _ => word[..at] + word[at + 1] + word[at] + word[(at + 2)..],
        };
        return string.Join(' ', words);
    }

    /// <summary>A file of the shared works, which lie beside the shared data; null where they are missing.</summary>
    internal static string? SharedBench(string path) =>
        SharedData("names/labelled-pairs.csv") is { } known && Path.GetFullPath(Path.Combine(known, "..", "..", "..", "bench", path)) is var file && File.Exists(file) ? file : null;

    private static string? SharedData(string path)
    {
        List<string> roots = [];
        if (Environment.GetEnvironmentVariable("RUBICON_SHARED_DATA") is { Length: > 0 } set) roots.Add(set);
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent) roots.Add(Path.Combine(at.FullName, "shared", "data"));
        return roots.Select(r => Path.Combine(r, path)).FirstOrDefault(File.Exists);
    }
}
