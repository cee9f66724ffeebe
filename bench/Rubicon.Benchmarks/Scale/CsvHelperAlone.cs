using System.Diagnostics;
using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Rubicon.Benchmarks.Scale;

/// <summary>What CsvHelper's parser alone needs to touch every field of a file: the measure that a scan is held against.</summary>
internal static class CsvHelperAlone
{
    /// <summary>The same through CsvHelper's reader, which gives records by the header as its documentation reads files: one string for each column.</summary>
    public static void ReadRecords(string file)
    {
        var clock = Stopwatch.StartNew();
        long rows = 0, characters = 0;
        using (var text = new StreamReader(file))
        using (var reader = new CsvReader(text, CultureInfo.InvariantCulture))
        {
            foreach (var row in reader.GetRecords<InventoryRow>())
            {
                rows++;
                characters += row.site.Length + row.manufacturer.Length + row.model.Length;
            }
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows} records, {characters} characters of three fields, {clock.Elapsed.TotalSeconds:0.00} s"));
    }

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

    private sealed class InventoryRow
    {
        public string name { get; set; } = "";

        public string manufacturer { get; set; } = "";

        public string model { get; set; } = "";

        public string serial { get; set; } = "";

        public string role { get; set; } = "";

        public string site { get; set; } = "";

        public string mac { get; set; } = "";

        public string status { get; set; } = "";

        public string obtained { get; set; } = "";

        public string installed { get; set; } = "";

        public string funding { get; set; } = "";

        public string note { get; set; } = "";
    }
}
