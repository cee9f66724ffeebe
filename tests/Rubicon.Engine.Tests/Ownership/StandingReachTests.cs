using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Rubicon.Ownership;
using Xunit;

namespace Rubicon.Engine.Tests.Ownership;

/// <summary>One stake more or less: the same answers as reaching anew.</summary>
public class StandingReachTests
{
    private const int Nodes = 7;

    private static readonly DateOnly Day = new(2026, 11, 21);
    private static readonly StakeKind[] Kinds = [StakeKind.Equity, StakeKind.Equity, StakeKind.Equity, StakeKind.Votes, StakeKind.Board, StakeKind.Other];

    [Property(MaxTest = 300)]
    public Property A_stake_added_or_ended_gives_what_reaching_anew_gives() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        var random = new Random(seed);
        var stakes = Enumerable.Range(0, random.Next(4, 16)).Select(i => Draw(random, i)).ToList();
        bool half = random.Next(2) == 0;
        string[] listed = random.Next(2) == 0 ? ["p0"] : ["p0", "p1"];
        var standing = Standing(half, stakes, listed);
        for (int change = 0; change < 6; change++)
        {
            StandingReach after;
            IReadOnlyList<ReachChange> difference;
            var before = Enumerable.Range(0, Nodes).ToDictionary(n => $"p{n}", n => standing.Of($"p{n}"));
            if (stakes.Count > 0 && random.Next(3) == 0)
            {
                var ended = stakes[random.Next(stakes.Count)];
                stakes.RemoveAll(s => s.Owner == ended.Owner && s.Owned == ended.Owned && s.Kind == ended.Kind);
                (after, var d) = standing.Ending(ended.Owner, ended.Owned, ended.Kind);
                difference = d;
            }
            else
            {
                var added = Draw(random, 100 + change);
                stakes.Add(added);
                (after, var d) = standing.Adding(added);
                difference = d;
            }
            var anew = Standing(half, stakes, listed);
            foreach (string party in before.Keys)
            {
                if (after.Of(party) != anew.Of(party) && anew.Graph.Knows(party)) return false;
                var changed = difference.SingleOrDefault(d => d.Party == party);
                if ((changed is null) != (before[party] == after.Of(party)) || (changed is not null && (changed.Before, changed.After) != (before[party], after.Of(party)))) return false;
            }
            standing = after;
        }
        return true;
    });

    [Fact]
    public void A_ring_that_only_holds_itself_falls_when_the_stake_that_carried_it_ends()
    {
        var standing = StandingReach.FiftyPercent(new OwnershipGraph([OwnershipTests.Some("X", "A", 1, StakeKind.Equity, 50), OwnershipTests.Some("B", "A", 2, StakeKind.Equity, 50), OwnershipTests.Some("A", "B", 3, StakeKind.Equity, 50)], Day), ["X"]);
        Assert.Equal(OwnershipTruth.Certain, standing.Of("B"));
        var (after, difference) = standing.Ending("X", "A", StakeKind.Equity);
        Assert.Equal(["A", "B"], difference.Select(d => d.Party));
        Assert.Equal(OwnershipTruth.No, after.Of("B"));
        Assert.Equal(OwnershipTruth.Certain, standing.Of("B"));
    }

    [Fact]
    public void Those_who_act_in_concert_are_reached_anew()
    {
        var standing = StandingReach.Control(new OwnershipGraph([OwnershipTests.Some("X", "A", 1, StakeKind.Votes, 30), OwnershipTests.Some("Y", "A", 2, StakeKind.Votes, 30)], Day), ["X"]);
        var (_, difference) = standing.Adding(OwnershipTests.Some("X", "Y", 3, StakeKind.InConcert, 0));
        Assert.Equal(new ReachChange("A", OwnershipTruth.No, OwnershipTruth.Certain), Assert.Single(difference));
    }

    private static StandingReach Standing(bool half, IEnumerable<Stake> stakes, string[] listed)
    {
        var graph = new OwnershipGraph(stakes, Day);
        return half ? StandingReach.FiftyPercent(graph, listed) : StandingReach.Control(graph, listed);
    }

    private static Stake Draw(Random random, int line)
    {
        int owner = random.Next(Nodes), owned = (owner + 1 + random.Next(Nodes - 1)) % Nodes;
        int least = random.Next(0, 80);
        var share = random.Next(4) switch { 0 => ShareBounds.Unknown, 1 => new ShareBounds(least, Math.Min(100, least + random.Next(0, 40))), _ => ShareBounds.Exactly(least * ShareBounds.UnitsOfOnePercent) };
        return new Stake($"p{owner}", $"p{owned}", share, Kinds[random.Next(Kinds.Length)], random.Next(12) == 0, null, new Diagnostics.SourceLocation("s", line));
    }
}
