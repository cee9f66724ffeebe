using System.Globalization;
using CsvHelper;
using Rubicon.Matching;
using Rubicon.Parties;

namespace Rubicon.Accuracy;

/// <summary>A query, a name, and whether both are one party's.</summary>
/// <param name="Category">What makes the pair hard.</param>
/// <param name="Query">What is looked for.</param>
/// <param name="Name">The one name of a list of one party.</param>
/// <param name="IsMatch">The label.</param>
/// <param name="Score">The score it was given; 0 when nothing was found.</param>
internal sealed record JudgedPair(string Category, string Query, string Name, bool IsMatch, double Score)
{
    public bool IsFound => Score >= MatchThreshold.Strong;

    /// <summary>What names the pair in the baseline.</summary>
    public string Key => $"{Query} | {Name}";
}

/// <summary>Labelled pairs of names, judged at the default threshold.</summary>
internal static class PairFile
{
    /// <summary>Reads a table with the columns category, query, name and match, and judges each pair by itself.</summary>
    public static IReadOnlyList<JudgedPair> Judge(TextReader text)
    {
        using var csv = new CsvReader(text, CultureInfo.InvariantCulture);
        var source = new StatementSource("pairs", null, Confidence.Verified);
        var judged = new List<JudgedPair>();
        csv.Read();
        csv.ReadHeader();
        while (csv.Read())
        {
            string query = csv.GetField("query")!, name = csv.GetField("name")!;
            var index = PartyIndex.Build([new Party("x", name, [new PartyName(name, NameKind.Legal, source)], [], null, [])]);
            double score = index.Find(new NameQuery(query)).FirstOrDefault()?.Score ?? 0;
            judged.Add(new JudgedPair(csv.GetField("category")!, query, name, csv.GetField("match") == "yes", score));
        }
        return judged;
    }

    /// <summary>The harmonic mean of precision and recall; 1 when there is nothing to find and nothing was found.</summary>
    public static double F1(IEnumerable<JudgedPair> pairs)
    {
        int hit = 0, missed = 0, wrong = 0;
        foreach (var pair in pairs)
        {
            if (pair.IsMatch && pair.IsFound) hit++;
            else if (pair.IsMatch) missed++;
            else if (pair.IsFound) wrong++;
        }
        return hit + missed + wrong == 0 ? 1 : 2.0 * hit / (2 * hit + missed + wrong);
    }

    /// <summary>The baseline of these pairs: F1 in the first line, then the true matches that were found, in order of their text.</summary>
    public static IEnumerable<string> Baseline(IReadOnlyList<JudgedPair> pairs) =>
    [
        string.Create(CultureInfo.InvariantCulture, $"F1 {F1(pairs):0.0000}"),
        .. pairs.Where(p => p.IsMatch && p.IsFound).Select(p => p.Key).Order(StringComparer.Ordinal),
    ];

    /// <summary>What fell below the baseline: true matches of it that are found no more, and a lower F1. Empty when all is as good or better.</summary>
    public static IReadOnlyList<string> Lost(IReadOnlyList<JudgedPair> pairs, IReadOnlyList<string> baseline)
    {
        var found = pairs.Where(p => p.IsMatch && p.IsFound).Select(p => p.Key).ToHashSet(StringComparer.Ordinal);
        var lost = baseline.Skip(1).Where(k => !found.Contains(k)).Select(k => $"found no more: {k}").ToList();
        double was = double.Parse(baseline[0]["F1 ".Length..], CultureInfo.InvariantCulture), now = F1(pairs);
        if (now < was - 0.00005) lost.Add(string.Create(CultureInfo.InvariantCulture, $"F1 fell from {was:0.0000} to {now:0.0000}"));
        return lost;
    }
}
