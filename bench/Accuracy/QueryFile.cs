using System.Globalization;
using System.Text.Json;
using Rubicon.Matching;
using Rubicon.Parties;
using Rubicon.Reading.Lists;

namespace Rubicon.Accuracy;

/// <summary>A query of a name search work, and what the search made of it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="IsListed">True when it means an entry.</param>
/// <param name="IsFirst">The entry meant comes first.</param>
/// <param name="IsHit">Listed: an entry meant reaches the default threshold. Not listed: any entry does.</param>
internal sealed record JudgedQuery(string Id, bool IsListed, bool IsFirst, bool IsHit);

/// <summary>The queries of a name search work, each asked of the work's whole list at the default threshold.</summary>
internal static class QueryFile
{
    /// <summary>Asks all queries of the list.</summary>
    /// <param name="list">Entries, one JSON object a line: id, name, altNames, type.</param>
    /// <param name="queries">Queries, one JSON object a line: qid, name, type, expectedIds.</param>
    public static IReadOnlyList<JudgedQuery> Judge(string list, string queries)
    {
        using var stream = File.OpenRead(list);
        var index = PartyIndex.Build(ListFile.Read(list, stream).Entries.Select(e => e.ToParty(e.Id)));
        return [.. File.ReadLines(queries).AsParallel().AsOrdered().Select(line => Judge(index, line))];
    }

    private static JudgedQuery Judge(PartyIndex index, string line)
    {
        using var json = JsonDocument.Parse(line);
        var query = json.RootElement;
        var expected = query.GetProperty("expectedIds").EnumerateArray().Select(e => e.GetString()!).ToHashSet(StringComparer.Ordinal);
        var kind = query.TryGetProperty("type", out var type) ? type.GetString() switch { "person" => PartyKind.Person, "business" => PartyKind.Organization, _ => PartyKind.NotStated } : PartyKind.NotStated;
        var found = index.Find(new NameQuery(query.GetProperty("name").GetString()!) { Kind = kind });
        return new JudgedQuery(query.GetProperty("qid").GetString()!, expected.Count > 0,
            found.Length > 0 && expected.Contains(found[0].Party.Key),
            found.Any(m => m.Score >= MatchThreshold.Strong && (expected.Count == 0 || expected.Contains(m.Party.Key))));
    }

    /// <summary>Shares of the queries: first of the listed, kept of the listed, hit of the others.</summary>
    public static (double First, double Kept, double Wrong) Shares(IReadOnlyList<JudgedQuery> queries)
    {
        double listed = queries.Count(q => q.IsListed), others = queries.Count - listed;
        return (queries.Count(q => q.IsListed && q.IsFirst) / listed, queries.Count(q => q.IsListed && q.IsHit) / listed, queries.Count(q => !q.IsListed && q.IsHit) / others);
    }

    /// <summary>In one line, in percent.</summary>
    public static string Summary(IReadOnlyList<JudgedQuery> queries)
    {
        var (first, kept, wrong) = Shares(queries);
        return string.Create(CultureInfo.InvariantCulture, $"{queries.Count} queries: first {100 * first:0.0} %, kept {100 * kept:0.0} %, wrong {100 * wrong:0.00} %");
    }
}
