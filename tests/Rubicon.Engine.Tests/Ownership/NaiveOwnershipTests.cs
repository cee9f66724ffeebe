using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Rubicon.Ownership;

namespace Rubicon.Engine.Tests.Ownership;

/// <summary>Each measure against the plainest program that could be right, on small random graphs.</summary>
public class NaiveOwnershipTests
{
    private const int Nodes = 6;

    private static readonly DateOnly Day = new(2026, 11, 21);

    private static readonly Gen<int[]> Shares = Gen.Frequency((3, Gen.Constant(0)), (2, Gen.Choose(1, 60)), (1, Gen.Elements(10, 11, 25, 49, 50, 51))).ArrayOf(Nodes * Nodes);

    [Property(MaxTest = 300)]
    public Property Half_in_the_aggregate_is_what_rounds_over_all_pairs_reach() => Prop.ForAll(Shares.ToArbitrary(), drawn =>
    {
        int[,] held = Fitting(drawn);
        var graph = Graph(held);
        var reached = Rounds(held, [0, 1], sum => sum >= 50);
        return Enumerable.Range(0, Nodes).All(n => (FiftyPercentRule.Of(graph, ["p0", "p1"], $"p{n}").Truth == OwnershipTruth.Certain) == reached[n]);
    });

    [Property(MaxTest = 300)]
    public Property Control_is_what_rounds_over_all_pairs_reach() => Prop.ForAll(Shares.ToArbitrary(), drawn =>
    {
        int[,] held = Fitting(drawn);
        var graph = Graph(held);
        var reached = Rounds(held, [0], sum => sum > 50);
        return Enumerable.Range(0, Nodes).All(n => (ControlMeasure.Of(graph, ["p0"], $"p{n}").Truth == OwnershipTruth.Certain) == reached[n]);
    });

    [Property(MaxTest = 200)]
    public Property Affiliates_are_reached_up_down_or_through_a_third() => Prop.ForAll(Shares.ToArbitrary(), drawn =>
    {
        int[,] held = Fitting(drawn);
        var graph = Graph(held);
        bool[][] below = [.. Enumerable.Range(0, Nodes).Select(n => Rounds(held, [n], sum => sum > 10))];
        return Enumerable.Range(1, Nodes - 1).All(n => (AffiliateMeasure.Of(graph, ["p0"], $"p{n}").Truth == OwnershipTruth.Certain)
            == Enumerable.Range(0, Nodes).Any(c => below[c][0] && below[c][n]));
    });

    [Property(MaxTest = 200)]
    public Property The_integrated_share_solves_its_equations_and_stays_in_the_whole() => Prop.ForAll(Shares.ToArbitrary(), drawn =>
    {
        int[,] held = Fitting(drawn);
        var graph = Graph(held);
        double[] naive = Powers(held, 0);
        return Enumerable.Range(1, Nodes - 1).All(n =>
        {
            var share = IntegratedShare.Of(graph, "p0", $"p{n}").Share!.Value;
            double found = share.Minimum / (double)ShareBounds.Whole;
            return found is >= 0 and <= 1 && Math.Abs(found - naive[n]) < 1e-6;
        });
    });

    [Property(MaxTest = 400)]
    public Property A_share_that_is_not_known_is_certain_or_no_only_when_every_share_agrees() =>
        Prop.ForAll(Shares.ToArbitrary(), Gen.Choose(0, Nodes * Nodes - 1).ToArbitrary(), (drawn, hidden) => IsWhatEveryShareGives(drawn, hidden, FiftyPercentRule.Of, sum => sum >= 50_000));

    [Property(MaxTest = 400)]
    public Property Votes_that_are_not_known_control_surely_or_not_at_all_only_when_every_share_agrees() =>
        Prop.ForAll(Shares.ToArbitrary(), Gen.Choose(0, Nodes * Nodes - 1).ToArbitrary(), (drawn, hidden) => IsWhatEveryShareGives(drawn, hidden, (g, l, p) => ControlMeasure.Of(g, l, p), sum => sum > 50_000));

    private static bool IsWhatEveryShareGives(int[] drawn, int hidden, Func<OwnershipGraph, IReadOnlyCollection<string>, string, OwnershipAnswer> measure, Func<int, bool> reaches)
    {
        int[,] held = Fitting(drawn);
        var (owner, owned) = (hidden / Nodes, hidden % Nodes);
        if (owner == owned) return true;
        int others = Enumerable.Range(0, Nodes).Where(o => o != owner).Sum(o => held[o, owned]);
        var unknown = new OwnershipGraph(Stakes(held).Where(s => s.Owner != $"p{owner}" || s.Owned != $"p{owned}")
            .Append(new Stake($"p{owner}", $"p{owned}", ShareBounds.Unknown, StakeKind.Equity, false, null, default)), Day);
        for (int n = 0; n < Nodes; n++)
        {
            var answer = measure(unknown, ["p0"], $"p{n}").Truth;
            bool some = false, all = true;
            // In thousandths of a per cent: a stake whose share is not stated is more than nothing and may be as small as one likes.
            var fine = new int[Nodes, Nodes];
            for (int i = 0; i < Nodes * Nodes; i++) fine[i / Nodes, i % Nodes] = held[i / Nodes, i % Nodes] * 1_000;
            for (int percent = 0; percent <= 100 - others; percent++)
            {
                fine[owner, owned] = Math.Max(1, percent * 1_000);
                bool reached = Rounds(fine, [0], reaches)[n];
                some |= reached;
                all &= reached;
            }
            if (others < 100 && answer != (all ? OwnershipTruth.Certain : some ? OwnershipTruth.Possible : OwnershipTruth.No)) return false;
        }
        return true;
    }

    /// <summary>Column sums of at most 100.</summary>
    private static int[,] Fitting(int[] drawn)
    {
        var held = new int[Nodes, Nodes];
        for (int owned = 0; owned < Nodes; owned++)
        {
            int left = 100;
            for (int owner = 0; owner < Nodes; owner++)
            {
                if (owner == owned) continue;
                held[owner, owned] = Math.Min(left, drawn[owner * Nodes + owned]);
                left -= held[owner, owned];
            }
        }
        return held;
    }

    private static IEnumerable<Stake> Stakes(int[,] held) =>
        from owner in Enumerable.Range(0, Nodes)
        from owned in Enumerable.Range(0, Nodes)
        where held[owner, owned] > 0
        select OwnershipTests.Some($"p{owner}", $"p{owned}", owner * Nodes + owned, StakeKind.Equity, held[owner, owned]);

    private static OwnershipGraph Graph(int[,] held) => new(Stakes(held), Day);

    private static bool[] Rounds(int[,] held, int[] seeds, Func<int, bool> reaches)
    {
        var members = new bool[Nodes];
        foreach (int seed in seeds) members[seed] = true;
        for (bool changed = true; changed;)
        {
            changed = false;
            for (int n = 0; n < Nodes; n++)
            {
                if (members[n] || !reaches(Enumerable.Range(0, Nodes).Where(o => members[o]).Sum(o => held[o, n]))) continue;
                members[n] = changed = true;
            }
        }
        return members;
    }

    /// <summary>The sum over all paths, as powers of the matrix with nothing leading back into the owner.</summary>
    private static double[] Powers(int[,] held, int owner)
    {
        var total = new double[Nodes];
        var step = new double[Nodes];
        step[owner] = 1;
        for (int power = 0; power < 20_000; power++)
        {
            var next = new double[Nodes];
            for (int i = 0; i < Nodes; i++)
                for (int j = 0; j < Nodes; j++)
                    if (j != owner) next[j] += step[i] * held[i, j] / 100.0;
            step = next;
            for (int j = 0; j < Nodes; j++) total[j] += step[j];
            if (step.Sum() < 1e-14) break;
        }
        return total;
    }
}
