using System.Globalization;
using CsvHelper;
using Rubicon.Matching;
using Rubicon.Parties;

namespace Rubicon.Benchmarks.Names;

/// <summary>Scores labelled pairs of names: each second name is a list of one party, each first one a query.</summary>
internal static class NamePairs
{
    /// <summary>Prints precision, recall and F1 at the default threshold by schema, and the pairs that are judged another way than their label.</summary>
    public static void Run(string file)
    {
        using var csv = new CsvReader(new StreamReader(file), CultureInfo.InvariantCulture);
        var pairs = csv.GetRecords<Pair>().ToList();
        var source = new StatementSource("pairs", null, Confidence.Verified);
        foreach (var kind in pairs.GroupBy(p => p.schema == "Person" ? "persons" : p.schema == "Vessel" ? "vessels" : "organizations"))
        {
            int hit = 0, missed = 0, wrong = 0;
            foreach (var pair in kind)
            {
                var index = PartyIndex.Build([new Party("x", pair.name2, [new PartyName(pair.name2, NameKind.Legal, source)], [], null, [])]);
                double score = index.Find(new NameQuery(pair.name1)).FirstOrDefault()?.Score ?? 0;
                bool match = pair.is_match == "true", found = score >= MatchThreshold.Strong;
                if (match && found) hit++;
                else if (match) missed++;
                else if (found) wrong++;
                if (match != found) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {(match ? "missed" : "wrong ")} {score:0.000} {pair.name1} | {pair.name2}"));
            }
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind.Key}: {kind.Count()} pairs, F1 {2.0 * hit / (2 * hit + missed + wrong):0.000}, precision {hit / (double)(hit + wrong):0.000}, recall {hit / (double)(hit + missed):0.000}"));
        }
    }

    private sealed class Pair
    {
        public string schema { get; set; } = "";

        public string name1 { get; set; } = "";

        public string name2 { get; set; } = "";

        public string is_match { get; set; } = "";
    }
}
