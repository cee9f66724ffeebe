using System.Globalization;
using System.IO.Compression;
using Rubicon.Matching;
using Rubicon.Reading.Lists;

namespace Rubicon.Benchmarks.Names;

/// <summary>Screens real names of firms that registers hold, nearly none of them listed, and prints those that match: false hits, and listed firms met again.</summary>
internal static class OtherNames
{
    /// <summary>One in ten of the names, with the party and score of each match at the default threshold.</summary>
    public static void Run(string list, string names)
    {
        using var stream = File.OpenRead(list);
        var entries = ListFile.Read(list, stream).Entries;
        var index = PartyIndex.Build(entries.Select(e => e.ToParty(e.Id)));
        var listed = entries.SelectMany(e => e.Names).Select(n => Folding.Fold(n.Text)).ToHashSet(StringComparer.Ordinal);
        using var text = new StreamReader(new GZipStream(File.OpenRead(names), CompressionMode.Decompress));
        int asked = 0, strong = 0, possible = 0, row = 0;
        while (text.ReadLine() is { } line)
        {
            string[] cells = line.Split('\t');
            if (cells[0] is not ("ieee_oui_2026" or "iana_pen_debian_ws" or "sec_registrants") || row++ % 10 != 0 || listed.Contains(Folding.Fold(cells[1]))) continue;
            asked++;
            var found = index.Find(new NameQuery(cells[1]), MatchThreshold.Possible);
            if (found.Length > 0) possible++;
            if (found.Length == 0 || found[0].Score < MatchThreshold.Strong) continue;
            strong++;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{found[0].Score:0.000} {cells[1]} | {found[0].Name?.Text}"));
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{asked} names, {100.0 * strong / asked:0.00} % at {MatchThreshold.Strong}, {100.0 * possible / asked:0.0} % at {MatchThreshold.Possible}"));
    }
}
