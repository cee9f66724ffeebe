using Rubicon.Accuracy;
using Rubicon.Engine.Tests.Architecture;
using Xunit;
using Xunit.Abstractions;

namespace Rubicon.Engine.Tests.Matching;

/// <summary>
/// No true match of the frozen baseline is lost and F1 does not fall. After a change that is better: <c>Rubicon.Benchmarks accuracy names --freeze</c>.
/// </summary>
public sealed class AccuracyGateTests(ITestOutputHelper output)
{
    // The least that the shared name search work is held to (docs/design/matching.md).
    private const double LeastFirst = 0.985, LeastKept = 0.97, MostWrong = 0.005;

    [Fact]
    public void Labelled_pairs_are_judged_as_well_as_the_baseline()
    {
        var pairs = Pairs();
        Assert.True(pairs.Count > 100);
        Assert.Empty(PairFile.Lost(pairs, Repository.Text("bench/Accuracy/baseline.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries)));
    }

    [Fact]
    public void A_lost_match_is_named_and_a_lower_F1_too()
    {
        var pairs = Pairs();
        var baseline = PairFile.Baseline(pairs).ToList();
        var lost = pairs.First(p => p is { IsMatch: true, IsFound: true });
        var worse = pairs.Select(p => p == lost ? p with { Score = 0.5 } : p).ToList();
        Assert.Empty(PairFile.Lost(pairs, baseline));
        Assert.Equal(2, PairFile.Lost(worse, baseline).Count);
        Assert.Contains(PairFile.Lost(worse, baseline), l => l.Contains(lost.Key, StringComparison.Ordinal));
        Assert.Single(PairFile.Lost([.. pairs, lost with { IsMatch = false }], baseline));
    }

    [Fact]
    public void The_shared_queries_are_answered_as_well_as_the_goals_ask()
    {
        if (RealListTests.SharedBench("names/list.jsonl") is not { } list || RealListTests.SharedBench("names/queries.jsonl") is not { } queries)
        {
            output.WriteLine("not run: no shared data beside the repository");
            return;
        }
        var judged = QueryFile.Judge(list, queries);
        output.WriteLine(QueryFile.Summary(judged));
        var (first, kept, wrong) = QueryFile.Shares(judged);
        Assert.True(first >= LeastFirst && kept >= LeastKept && wrong <= MostWrong, QueryFile.Summary(judged));
    }

    private static IReadOnlyList<JudgedPair> Pairs()
    {
        using var text = new StringReader(Repository.Text("bench/Accuracy/pairs.csv"));
        return PairFile.Judge(text);
    }
}
