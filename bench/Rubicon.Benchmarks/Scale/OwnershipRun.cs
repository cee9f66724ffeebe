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
            times.Sort();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"one answer, {measure}: median {times[Questions / 2]:0.00} ms, 99th of a hundred {times[Questions * 99 / 100]:0.00} ms, longest {times[^1]:0.00} ms"));
        }
        var change = Stopwatch.StartNew();
        var after = graph.With(new Stake(listed[0], reached[^1].Party, new ShareBounds(60, 60), StakeKind.Equity, false, null, new SourceLocation("change", 1)));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"one stake added: {change.Elapsed.TotalMilliseconds:0.00} ms ({after.Day:yyyy-MM-dd})"));
    }

    private static void Say(string what, Stopwatch clock, string more)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {clock.Elapsed.TotalSeconds:0.00} s{(more.Length > 0 ? ", " : "")}{more}"));
        clock.Restart();
    }
}
