using System.Diagnostics;
using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Rubicon.Benchmarks.Scale;

/// <summary>What CsvHelper's parser alone needs to touch every field of a file: the measure that a scan is held against.</summary>
internal static class CsvHelperAlone
{
    public static void Read(string file)
    {
        var clock = Stopwatch.StartNew();
        long rows = 0, characters = 0;
        using (var text = new StreamReader(file))
        using (var parser = new CsvParser(text, new CsvConfiguration(CultureInfo.InvariantCulture)))
        {
            while (parser.Read())
            {
                rows++;
                for (int i = 0; i < parser.Count; i++) characters += parser[i].Length;
            }
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows} rows, {characters} characters of fields, {clock.Elapsed.TotalSeconds:0.00} s"));
    }
}
