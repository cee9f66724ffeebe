using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Rubicon.Matching;
using Rubicon.Reading.Lists;

namespace Rubicon.Benchmarks.Names;

/// <summary>Runs the queries of a name search work over its list and writes what was found, for the work's own evaluation.</summary>
internal static class NameSearch
{
    private const int MostWritten = 10;

    /// <summary>Asks each query once for the answer and prints how long an answer took, in a second pass.</summary>
    /// <param name="list">Entries, one JSON object a line.</param>
    /// <param name="queries">Queries, one JSON object a line.</param>
    /// <param name="results">File for the answers.</param>
    /// <param name="copies">How many times the list is filed, each copy with ids of its own.</param>
    public static void Run(string list, string queries, string results, int copies)
    {
        using var stream = File.OpenRead(list);
        var entries = ListFile.Read(list, stream).Entries;
        var parties = Enumerable.Range(0, copies).SelectMany(k => entries.Select(e => e.ToParty(k == 0 ? e.Id : $"{e.Id}~{k}"))).ToList();
        long before = GC.GetTotalMemory(true);
        long start = Stopwatch.GetTimestamp();
        var index = PartyIndex.Build(parties);
        var built = Stopwatch.GetElapsedTime(start);
        long bytes = GC.GetTotalMemory(true) - before;
        int names = parties.Sum(p => p.Names.Length);
        Console.WriteLine(Invariant($"{parties.Count} parties, {names} names, built in {built.TotalMilliseconds:0} ms, {bytes / names} bytes a name"));
        var asked = File.ReadLines(queries).Select(l => JsonDocument.Parse(l).RootElement.Clone())
            .Select(q => (Id: q.GetProperty("qid").GetString()!, Name: q.GetProperty("name").GetString()!)).ToList();
        Time(index, asked, MatchThreshold.Strong);
        Time(index, asked, MatchThreshold.Possible);
        using var output = new StreamWriter(results);
        for (int i = 0; i < asked.Count; i++)
        {
            start = Stopwatch.GetTimestamp();
            var found = index.Find(new NameQuery(asked[i].Name));
            double micros = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
            output.WriteLine(JsonSerializer.Serialize(new
            {
                qid = asked[i].Id,
                us = micros,
                top = found.Take(MostWritten).Select(m => new { id = m.Party.Key, name = m.Name?.Text, score = m.Score }),
            }));
        }
    }

    private static void Time(PartyIndex index, List<(string Id, string Name)> asked, double threshold)
    {
        for (int i = 0; i < 3; i++)
            foreach (var (_, name) in asked) index.Find(new NameQuery(name), threshold);
        var micros = new double[asked.Count];
        var before = Environment.CpuUsage.TotalTime;
        for (int i = 0; i < asked.Count; i++)
        {
            long start = Stopwatch.GetTimestamp();
            index.Find(new NameQuery(asked[i].Name), threshold);
            micros[i] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }
        double cpu = (Environment.CpuUsage.TotalTime - before).TotalMicroseconds / asked.Count;
        Array.Sort(micros);
        Console.WriteLine(Invariant($"at {threshold}: {1e6 / cpu:0} queries a second and core, {cpu:0.0} us of CPU; wall: mean {micros.Average():0.0} us, p50 {micros[micros.Length / 2]:0.0}, p95 {micros[micros.Length * 95 / 100]:0.0}, p99 {micros[micros.Length * 99 / 100]:0.0}"));
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
