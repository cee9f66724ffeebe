using System.Diagnostics;
using System.Globalization;
using Rubicon.Diagnostics;
using Rubicon.Ownership;
using Rubicon.Reading.Ownership;

namespace Rubicon.Benchmarks.Scale;

/// <summary>Loads a table of stakes and times what the issue gives figures for; each line is one figure.</summary>
internal static class OwnershipRun
{
    private const int Seeds = 5_000;
    private const int Questions = 200;
    private const int ControllersKept = 100;

    private static TimeSpan _used;

    public static void Measure(string file)
    {
        var clock = Stopwatch.StartNew();
        var register = new StakeRegister();
        using (var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan))
        {
            var reading = new OwnershipFile(register).Read("stakes", stream);
            Say("read", clock, $"{reading.Read} rows, {reading.Refused} refused, {register.Parties.Count} parties");
        }
        var graph = new OwnershipGraph(register, new DateOnly(2026, 11, 21));
        Say("graph of a day", clock, "");
        Say("sums checked", clock, $"{StakeSums.Check(register).Length} problems");
        Console.WriteLine($"memory now {GC.GetTotalMemory(true) >> 20} MB, peak working set {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB");
        var random = new Random(5);
        string[] listed = [.. Enumerable.Range(0, Seeds).Select(_ => register.Parties.KeyOf(random.Next(register.Parties.Count)))];
        clock.Restart();
        var half = FiftyPercentRule.Reach(graph, listed);
        Say("50 % closure", clock, $"{half.Length} reached, {half.Count(h => h.Truth == OwnershipTruth.Certain)} surely");
        var control = ControlMeasure.Reach(graph, listed);
        Say("control", clock, $"{control.Length} reached, {control.Count(h => h.Truth == OwnershipTruth.Certain)} surely");
        Answers(graph, listed, half);
    }

    private static void Answers(OwnershipGraph graph, string[] listed, IReadOnlyList<(string Party, OwnershipTruth Truth)> reached)
    {
        var random = new Random(7);
        foreach (string measure in new[] { "fifty-percent", "control", "integrated", "affiliate" })
        {
            var times = new List<double>();
            for (int i = 0; i < Questions; i++)
            {
                string party = reached[random.Next(reached.Count)].Party;
                var clock = Stopwatch.StartNew();
                _ = measure switch
                {
                    "fifty-percent" => FiftyPercentRule.Of(graph, listed, party),
                    "control" => ControlMeasure.Of(graph, [listed[random.Next(Seeds)]], party),
                    "integrated" => IntegratedShare.Of(graph, [listed[random.Next(Seeds)]], party),
                    _ => AffiliateMeasure.Of(graph, [listed[random.Next(Seeds)]], party),
                };
                times.Add(clock.Elapsed.TotalMilliseconds);
            }
            Spread($"one answer, {measure}", times);
        }
        Changes(StandingReach.FiftyPercent(graph, listed), "fifty-percent", graph, reached);
        Changes(StandingReach.Control(graph, [.. listed.Take(ControllersKept)]), $"control, {ControllersKept} controllers", graph, reached);
    }

    /// <summary>One stake added to whom the listed reach, and ended again: each time anew to the graph as it was read.</summary>
    private static void Changes(StandingReach standing, string measure, OwnershipGraph graph, IReadOnlyList<(string Party, OwnershipTruth Truth)> reached)
    {
        var random = new Random(11);
        List<double> adding = [], ending = [];
        int changed = 0;
        for (int i = 0; i < Questions; i++)
        {
            string owner = reached[random.Next(reached.Count)].Party, owned = graph.Register.Parties.KeyOf(random.Next(graph.Register.Parties.Count));
            var stake = new Stake(owner, owned, new ShareBounds(60, 60), StakeKind.Equity, false, null, new SourceLocation("change", i));
            var clock = Stopwatch.StartNew();
            var (after, difference) = standing.Adding(stake);
            adding.Add(clock.Elapsed.TotalMilliseconds);
            changed += difference.Length;
            clock.Restart();
            _ = after.Ending(owner, owned, StakeKind.Equity);
            ending.Add(clock.Elapsed.TotalMilliseconds);
        }
        Spread($"one stake added, {measure} ({changed} answers changed by {Questions})", adding);
        Spread($"one stake ended, {measure}", ending);
    }

    private static void Spread(string what, List<double> times)
    {
        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: median {times[times.Count / 2]:0.00} ms, 99th of a hundred {times[times.Count * 99 / 100]:0.00} ms, longest {times[^1]:0.00} ms"));
    }

    // On a machine that others use the time of the processor says more than the clock.
    private static void Say(string what, Stopwatch clock, string more)
    {
        var used = Process.GetCurrentProcess().TotalProcessorTime;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {clock.Elapsed.TotalSeconds:0.00} s ({(used - _used).TotalSeconds:0.00} s of CPU){(more.Length > 0 ? ", " : "")}{more}"));
        _used = used;
        clock.Restart();
    }
}
