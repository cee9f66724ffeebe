using System.Globalization;
using System.Text;
using Rubicon.Equipment;
using Rubicon.Reading.Makers;

namespace Rubicon.Benchmarks.Scale;

/// <summary>
/// An inventory as an export of a carrier's asset system looks: 12 columns, 45 makers, some 300 models, 2,000 sites, names and serial
/// numbers that never repeat, days of 12 years, MAC addresses in a third of the rows. The same number of lines gives the same bytes.
/// </summary>
internal static class InventoryFile
{
    private const int Seed = 20261121;
    private const int Makers = 45;
    private const int ModelsOfMaker = 10;
    private const int Sites = 2000;

    private static readonly string[] Stems =
        ["cedar", "hilltop", "juniper", "elk", "sage", "lone", "prairie", "coyote", "badger", "aspen", "willow", "granite", "antelope", "buffalo", "clear", "dry", "eagle", "flint", "gold", "hay"];

    private static readonly string[] Ends =
        ["ridge", "creek", "flat", "bench", "junction", "butte", "spring", "crossing", "pass", "valley"];

    public static void Write(string file, int lines)
    {
        var random = new Random(Seed);
        var models = Models();
        using var text = new StreamWriter(file, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16) { NewLine = "\n" };
        text.WriteLine("name,manufacturer,model,serial,role,site,mac,status,obtained,installed,funding,note");
        for (int line = 0; line < lines; line++) text.WriteLine(Row(random, models, line));
    }

    private static string Row(Random random, List<Model> models, int line)
    {
        var model = models[random.Next(models.Count)];
        int site = random.Next(Sites);
        string stem = Stems[site % Stems.Length], end = Ends[site / Stems.Length % Ends.Length];
        var obtained = new DateOnly(2014, 11, 1).AddDays(random.Next(12 * 365));
        string mac = random.Next(3) == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{model.Prefix[..2]}:{model.Prefix[2..4]}:{model.Prefix[4..6]}:{random.Next(256):x2}:{random.Next(256):x2}:{random.Next(256):x2}")
            : "";
        string status = random.Next(20) switch { 0 => "planned", 1 => "retired", _ => "active" };
        string funding = random.Next(10) switch { < 3 => "own funds", 3 => "universal service", _ => "" };
        string note = random.Next(25) == 0 ? "\"checked on site, label read\"" : "";
        return string.Create(CultureInfo.InvariantCulture,
            $"cr-{stem}{end}{site / 200:00}-{model.Short}-{line % 90 + 10},{model.Maker},{model.Name},{model.Prefix.ToUpperInvariant()}{line:0000000},{model.Role},{stem} {end} {site / 200},{mac},{status},{obtained:yyyy-MM-dd},{obtained.AddDays(random.Next(120)):yyyy-MM-dd},{funding},{note}");
    }

    private static List<Model> Models()
    {
        var knowledge = MakerFiles.Load(Repository.Folder("makers")).Knowledge;
        var models = new List<Model>();
        var prefixes = Prefixes();
        foreach (var maker in knowledge.Entries.Where(e => e.Families.Length > 0).OrderBy(e => e.Party.Key, StringComparer.Ordinal).Take(Makers))
        {
            var named = maker.Families.SelectMany(f => f.Examples.Where(x => !x.Contains(',', StringComparison.Ordinal)).Take(4).Select(x => (Name: x, f.Category)));
            int number = 0;
            foreach (var (name, category) in named.Take(ModelsOfMaker))
                models.Add(new Model(maker.Party.Names[0].Text.Replace(",", "", StringComparison.Ordinal), name, Role(category), Short(category), Prefix(prefixes, maker, number++)));
        }
        return models;
    }

    /// <summary>A third of the interfaces are by another firm than the device, as in real networks.</summary>
    private static string Prefix(ILookup<string, string> prefixes, MakerEntry maker, int number)
    {
        var own = maker.MacRegistrants.SelectMany(r => prefixes[r.Text]).Where(p => p.Length == 6).Take(4).ToList();
        return own.Count == 0 || number % 3 == 2 ? "001b21" : own[number % own.Count].ToLowerInvariant();
    }

    private static ILookup<string, string> Prefixes() => File.ReadLines(Path.Combine(Repository.Folder("registries"), "mac-prefixes.txt"))
        .Where(l => !l.StartsWith('#')).Select(l => l.Split('\t')).ToLookup(l => l[1], l => l[0], StringComparer.Ordinal);

    private static string Role(string category) => category.Replace('-', ' ');

    private static string Short(string category) => category switch
    {
        "base-station" => "bbu",
        "routing" or "consumer-router" => "rtr",
        "switching" => "sw",
        "olt" or "ont" => category,
        "camera" => "cam",
        "video-recorder" => "nvr",
        "wireless-lan" => "ap",
        _ => category[..Math.Min(3, category.Length)],
    };

    private sealed record Model(string Maker, string Name, string Role, string Short, string Prefix);
}
