using System.Diagnostics;
using System.Text;
using Rubicon.Matching;
using Rubicon.Parties;
using Xunit;

namespace Rubicon.Engine.Tests.Matching;

public sealed class HostileNameTests
{
    // Generous: these inputs took minutes or memory in naive code, and take milliseconds here.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static TheoryData<string> Large => new()
    {
        new string('a', 1 << 20),
        string.Concat(Enumerable.Repeat("huawei ", 150_000)),
        string.Concat(Enumerable.Repeat("\u202E\u2066", 500_000)),
        string.Concat(Enumerable.Repeat("华", 1 << 20)),
        string.Concat(Enumerable.Repeat("a ", 1 << 19)),
        string.Concat(Enumerable.Repeat("e\u0301\u0302\u0303", 1 << 18)),
        string.Concat(Enumerable.Repeat("(", 1 << 20)),
        string.Concat(Enumerable.Repeat("Ωж华a ", 200_000)),
        string.Concat(Enumerable.Repeat("ﷺ", 1 << 20)),
    };

    [Theory]
    [MemberData(nameof(Large))]
    public void A_name_of_a_megabyte_is_cut_and_answered(string text)
    {
        long start = Stopwatch.GetTimestamp();
        NameQuery query = new(text);
        PartyIndex index = PartyIndex.Build([Some.Huawei, Some.Party("large", text)]);
        var found = index.Find(query);
        Assert.True(query.IsCut);
        Assert.All(found, m => Assert.Contains(m.Reasons, r => r.Kind == MatchReasonKind.TextCut));
        Assert.All(found.SelectMany(m => m.Reasons), r => Assert.True(r.Text.Length < 20_000));
        Assert.True(Stopwatch.GetElapsedTime(start) < Patience);
    }

    [Fact]
    public void Many_alike_words_do_not_multiply_the_work()
    {
        Random random = new(7);
        string Word() => string.Concat(Enumerable.Range(0, 20).Select(_ => "ab"[random.Next(2)]));
        string many = string.Join(' ', Enumerable.Range(0, 48).Select(_ => Word()));
        PartyIndex index = PartyIndex.Build(Enumerable.Range(0, 50).Select(i => Some.Party($"p{i}", many + " " + Word())));
        long start = Stopwatch.GetTimestamp();
        index.Find(new NameQuery(many.Replace("ab", "ba", StringComparison.Ordinal)));
        Assert.True(Stopwatch.GetElapsedTime(start) < Patience);
    }

    [Fact]
    public void A_party_with_ten_thousand_aliases_is_found_once()
    {
        PartyIndex index = PartyIndex.Build([Some.Party("x", "Vesturi", [.. Enumerable.Range(0, 10_000).Select(i => (NameKind.Alias, $"Vesturi {i}"))])]);
        Assert.Single(index.Find(new NameQuery("Vesturi 77")));
    }

    [Fact]
    public void Random_text_is_answered_with_scores_in_range()
    {
        Random random = new(42);
        string[] seeds = ["Huawei", "华为", " ", "Technology", "\u202E", "Хуавэй", "ＺＴＥ", "()", "&", "\uD800", "54", "Co., Ltd."];
        for (int i = 0; i < 3_000; i++)
        {
            StringBuilder text = new();
            for (int k = random.Next(12); k > 0; k--)
            {
                if (random.Next(2) == 0) text.Append(seeds[random.Next(seeds.Length)]);
                else text.Append((char)random.Next(0x10000));
            }
            foreach (NameMatch match in Some.Index.Find(new NameQuery(text.ToString())))
            {
                Assert.InRange(match.Score, MatchThreshold.Lowest, 0.99);
                Assert.NotEmpty(match.Reasons);
                Assert.NotNull(match.Name);
            }
        }
    }
}
