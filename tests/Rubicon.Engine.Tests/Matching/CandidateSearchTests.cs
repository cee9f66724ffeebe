using System.Collections.Immutable;
using Rubicon.Matching;
using Rubicon.Parties;
using Xunit;

namespace Rubicon.Engine.Tests.Matching;

/// <summary>The candidate search returns what scoring every name returns, and matching ignores case, spacing and punctuation.</summary>
public sealed class CandidateSearchTests
{
    private static readonly string[] Own =
    [
        "vesturi", "huawei", "hua", "wei", "dahua", "dahus", "hikvision", "hikvison", "zhongxing", "orionette", "orionete", "kestrel",
        "micro", "delta", "sigma", "hotel", "x", "54", "55th", "华为", "海康威视", "ab", "kestrelvesturi", "lumenhaus", "lumenhause", "东方", "创新", "华威", "dongfang", "oriental",
    ];

    private static readonly string[] Common =
    [
        "Technology", "tech", "telecom", "China", "Americas", "Shanghai", "Co.", "Ltd", "Group", "International", "intl", "GmbH", "and", "of",
        "电信", "有限公司", "技术", "中国", "Electronics", "Institute", "tele", "com", "hong", "kong", "hongkong", "(USA)",
    ];

    private static string Name(Random random)
    {
        List<string> words = [];
        for (int k = 1 + random.Next(5); k > 0; k--) words.Add(random.Next(2) == 0 ? Own[random.Next(Own.Length)] : Common[random.Next(Common.Length)]);
        string text = string.Join(random.Next(6) == 0 ? "" : " ", words);
        if (random.Next(4) != 0 || text.Length < 3) return text;
        int at = random.Next(text.Length - 1);
        return random.Next(3) switch
        {
            0 => text.Remove(at, 1),
            1 => text.Insert(at, " "),
            _ => text[..at] + text[at + 1] + text[at] + text[(at + 2)..],
        };
    }

    private static void SameAnswer(PartyIndex index, string text)
    {
        NameQuery query = new(text);
        ImmutableArray<NameMatch> all = index.FindByScoringAll(query), found = index.Find(query);
        Assert.Equal(all.Select(Line), found.Select(Line));
        static string Line(NameMatch match) => $"{match.Party.Key} {match.Name?.Text} {match.Score:R} {string.Join("; ", match.Reasons.Select(r => r.Text))}";
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void It_finds_what_scoring_every_name_finds(int seed)
    {
        Random random = new(seed);
        PartyIndex index = PartyIndex.Build(Enumerable.Range(0, 400).Select(i => Some.Party($"p{i}", Name(random), (NameKind.Alias, Name(random)))));
        for (int i = 0; i < 500; i++) SameAnswer(index, Name(random));
    }

    [Fact]
    public void Case_spacing_and_punctuation_do_not_matter()
    {
        Random random = new(11);
        PartyIndex index = PartyIndex.Build(Enumerable.Range(0, 200).Select(i => Some.Party($"p{i}", Name(random))));
        for (int i = 0; i < 300; i++)
        {
            string text = Name(random);
            string other = "  " + text.ToUpperInvariant().Replace(" ", " ,- ", StringComparison.Ordinal) + "!";
            Dictionary<string, double> asked = index.Find(new NameQuery(text)).ToDictionary(m => m.Party.Key, m => m.Score);
            // Up to a thousandth for words printed alike, which orders names that are equal otherwise.
            foreach (NameMatch match in index.Find(new NameQuery(other)))
                Assert.InRange(match.Score, asked.GetValueOrDefault(match.Party.Key, MatchThreshold.Lowest) - 0.0011, asked.GetValueOrDefault(match.Party.Key, MatchThreshold.Lowest) + 0.0011);
        }
    }

    [Fact]
    public void Every_name_finds_itself()
    {
        Random random = new(12);
        Party[] parties = [.. Enumerable.Range(0, 300).Select(i => Some.Party($"p{i}", Name(random)))];
        PartyIndex index = PartyIndex.Build(parties);
        foreach (Party party in parties)
        {
            if (Folding.Fold(party.Name).Length == 0) continue;
            Assert.Contains(index.Find(new NameQuery(party.Name)), m => m.Party.Key == party.Key && m.Score >= MatchThreshold.Strong);
        }
    }
}
