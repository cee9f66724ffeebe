using System.Globalization;
using Rubicon.Accuracy;

namespace Rubicon.Benchmarks.Names;

/// <summary>Prints how well the pairs of bench/Accuracy are judged, by category, and freezes that as the baseline.</summary>
internal static class PairAccuracy
{
    private static string Folder => Path.Combine(Repository.Folder("bench"), "Accuracy");

    public static int Run(bool freeze)
    {
        using var text = new StreamReader(Path.Combine(Folder, "pairs.csv"));
        var pairs = PairFile.Judge(text);
        foreach (var category in pairs.GroupBy(p => p.Category))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{category.Key,-20} {category.Count(),4} pairs  {category.Count(p => p.IsFound == p.IsMatch),4} right"));
            foreach (var pair in category.Where(p => p.IsFound != p.IsMatch))
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    {(pair.IsMatch ? "missed" : "wrong")} {pair.Score:0.000} {pair.Key}"));
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{pairs.Count} pairs, F1 {PairFile.F1(pairs):0.0000}"));
        string baseline = Path.Combine(Folder, "baseline.txt");
        if (freeze) File.WriteAllLines(baseline, PairFile.Baseline(pairs));
        var lost = File.Exists(baseline) ? PairFile.Lost(pairs, File.ReadAllLines(baseline)) : [];
        foreach (string line in lost) Console.WriteLine(line);
        return lost.Count == 0 ? 0 : 1;
    }
}
