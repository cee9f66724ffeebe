using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using Rubicon.Diagnostics;

namespace Rubicon.Ownership;

/// <summary>Checks that the shares of each entity fit into the whole on every day. What does not fit is used as stated, and said.</summary>
public static class StakeSums
{
    /// <summary>Entities named one by one; of the rest the number is said.</summary>
    private const int MostNamed = 1_000;

    private const long MostSummed = 1_000 * ShareBounds.Whole;

    /// <summary>One problem for each entity and kind (RUB6308), at the row from which on the sum passes the whole.</summary>
    public static ImmutableArray<Problem> Check(StakeRegister register)
    {
        // Most entities fit whatever the days are: only the rows of the others are gathered.
        long[] sums = new long[register.Parties.Count];
        for (int row = 0; row < register.Count; row++)
            if (IsSummed(register.Row(row))) sums[register.Row(row).Owned] = Math.Min(MostSummed, sums[register.Row(row).Owned] + register.Row(row).Minimum);
        var gathered = new List<ulong>();
        for (int row = 0; row < register.Count; row++)
            if (sums[register.Row(row).Owned] > ShareBounds.Whole && IsSummed(register.Row(row))) gathered.Add(((ulong)(uint)register.Row(row).Owned << 32) | (uint)row);
        var rows = CollectionsMarshal.AsSpan(gathered);
        rows.Sort();
        var problems = ImmutableArray.CreateBuilder<Problem>();
        int more = 0;
        for (int from = 0, to; from < rows.Length; from = to)
        {
            for (to = from + 1; to < rows.Length && rows[to] >> 32 == rows[from] >> 32; to++) { }
            foreach (var kind in (ReadOnlySpan<StakeKind>)[StakeKind.Equity, StakeKind.Votes])
                if (Over(register, rows[from..to], kind) is var (row, sum, day))
                    if (problems.Count < MostNamed) problems.Add(Said(register, row, sum, day, kind));
                    else more++;
        }
        if (more > 0) problems.Add(new Problem(ProblemCatalog.StakeSum, new SourceLocation(register.Files[0]), $"{more} more such entities"));
        return problems.ToImmutable();
    }

    private static bool IsSummed(in StakeRow row) => row.Kind is StakeKind.Equity or StakeKind.Votes && !row.IsIndirect;

    private static Problem Said(StakeRegister register, int row, long sum, int day, StakeKind kind) => new(ProblemCatalog.StakeSum, register.StakeOf(row).Where,
        $"{ShareBounds.Percent(sum)} % of the {(kind == StakeKind.Votes ? "votes" : "shares")} of {Quote.Text(register.NameOf(register.Row(row).Owned))}{(day == StakeRow.NoStart ? "" : string.Create(CultureInfo.InvariantCulture, $" on {DateOnly.FromDayNumber(day):yyyy-MM-dd}"))}");

    // A new holder raises the sum on the day its stake begins: those days are enough. Of two statements about one stake the smaller is taken.
    private static (int Row, long Sum, int Day)? Over(StakeRegister register, ReadOnlySpan<ulong> group, StakeKind kind)
    {
        var events = new List<(long Day, bool IsStart, int Row)>(group.Length);
        long all = 0;
        foreach (ulong gathered in group)
        {
            int number = (int)(gathered & uint.MaxValue);
            ref readonly var row = ref register.Row(number);
            if (row.Kind != kind) continue;
            all = Math.Min(MostSummed, all + row.Minimum);
            events.Add((row.From, true, number));
            if (row.To < StakeRow.NoEnd) events.Add((row.To + 1L, false, number));
        }
        if (all <= ShareBounds.Whole) return null;
        events.Sort();
        var open = new Dictionary<int, List<int>>();
        long sum = 0;
        foreach (var (_, isStart, row) in events)
        {
            int owner = register.Row(row).Owner;
            if (!open.TryGetValue(owner, out var held)) open[owner] = held = [];
            sum -= Least(register, held);
            if (isStart) held.Add(row);
            else held.Remove(row);
            sum += Least(register, held);
            if (isStart && sum > ShareBounds.Whole) return (row, sum, register.Row(row).From);
        }
        return null;
    }

    private static long Least(StakeRegister register, List<int> rows) => rows.Count == 0 ? 0 : rows.Min(r => register.Row(r).Minimum);
}
