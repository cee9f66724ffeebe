using System.Collections.Immutable;
using Rubicon.Diagnostics;

namespace Rubicon.Ownership;

/// <summary>Checks that the shares of each entity fit into the whole on every day. What does not fit is used as stated, and said.</summary>
public static class StakeSums
{
    /// <summary>Entities named one by one; of the rest the number is said.</summary>
    private const int MostNamed = 1_000;

    /// <summary>One problem for each entity and kind (RUB6308), at the row from which on the sum passes the whole.</summary>
    public static ImmutableArray<Problem> Check(StakeRegister register)
    {
        int[] start = new int[register.Parties.Count + 1];
        for (int row = 0; row < register.Count; row++)
            if (IsSummed(register.Row(row))) start[register.Row(row).Owned + 1]++;
        for (int party = 1; party < start.Length; party++) start[party] += start[party - 1];
        int[] rows = new int[start[^1]], next = [.. start];
        for (int row = 0; row < register.Count; row++)
            if (IsSummed(register.Row(row))) rows[next[register.Row(row).Owned]++] = row;
        var problems = ImmutableArray.CreateBuilder<Problem>();
        int more = 0;
        for (int party = 0; party + 1 < start.Length; party++)
        {
            var group = rows.AsSpan(start[party], start[party + 1] - start[party]);
            long all = 0;
            foreach (int row in group) all += register.Row(row).Minimum;
            if (all <= ShareBounds.Whole) continue;
            foreach (var kind in (ReadOnlySpan<StakeKind>)[StakeKind.Equity, StakeKind.Votes])
                if (Over(register, group, kind) is { } problem)
                    if (problems.Count < MostNamed) problems.Add(problem);
                    else more++;
        }
        if (more > 0) problems.Add(new Problem(ProblemCatalog.StakeSum, new SourceLocation(register.Files[0]), $"{more} more such entities"));
        return problems.ToImmutable();
    }

    private static bool IsSummed(in StakeRow row) => row.Kind is StakeKind.Equity or StakeKind.Votes && !row.IsIndirect;

    // A new holder raises the sum on the day its stake begins: those days are enough. Of two statements about one stake the smaller is taken.
    private static Problem? Over(StakeRegister register, ReadOnlySpan<int> group, StakeKind kind)
    {
        int[] rows = [.. group.ToArray().Where(r => register.Row(r).Kind == kind)];
        var open = new Dictionary<int, List<int>>();
        long sum = 0;
        foreach (var (_, isStart, row) in rows.Select(r => (Day: (long)register.Row(r).From, IsStart: true, Row: r))
            .Concat(rows.Where(r => register.Row(r).To < StakeRow.NoEnd).Select(r => (Day: register.Row(r).To + 1L, IsStart: false, Row: r)))
            .OrderBy(e => e.Day).ThenBy(e => e.IsStart).ThenBy(e => e.Row))
        {
            int owner = register.Row(row).Owner;
            if (!open.TryGetValue(owner, out var held)) open[owner] = held = [];
            sum -= Least(register, held);
            if (isStart) held.Add(row);
            else held.Remove(row);
            sum += Least(register, held);
            if (isStart && sum > ShareBounds.Whole)
                return new Problem(ProblemCatalog.StakeSum, register.StakeOf(row).Where, $"{ShareBounds.Percent(sum)} % of the {(kind == StakeKind.Votes ? "votes" : "shares")} of {Quote.Text(register.NameOf(register.Row(row).Owned))}");
        }
        return null;
    }

    private static long Least(StakeRegister register, List<int> rows) => rows.Count == 0 ? 0 : rows.Min(r => register.Row(r).Minimum);
}
