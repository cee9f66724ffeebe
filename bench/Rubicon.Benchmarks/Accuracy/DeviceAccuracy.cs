using System.Globalization;
using System.Text.Json;
using Rubicon.Equipment;
using Rubicon.Matching;
using Rubicon.Reading;
using Rubicon.Reading.Makers;
using Rubicon.Reading.Packs;
using Rubicon.Reading.Registries;
using Rubicon.Screening;

namespace Rubicon.Benchmarks.Accuracy;

/// <summary>Identifies a folder of walks whose devices are known, and counts what is right: against a frozen baseline, below which nothing may fall.</summary>
internal static class DeviceAccuracy
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>Prints the figures of a folder with <c>walks</c> and <c>truth</c>; 1 when one is worse than in the baseline.</summary>
    /// <param name="folder">The collection.</param>
    /// <param name="baseline">File of the frozen figures.</param>
    /// <param name="freeze">True to write them instead of comparing.</param>
    public static int Run(string folder, string baseline, bool freeze)
    {
        var now = Measure(folder);
        Print(now);
        if (freeze)
        {
            File.WriteAllText(baseline, JsonSerializer.Serialize(now, Readable) + "\n");
            return 0;
        }
        var before = JsonSerializer.Deserialize<DeviceFigures>(File.ReadAllText(baseline), Readable)!;
        var worse = now.WorseThan(before).ToList();
        foreach (string line in worse) Console.WriteLine("worse: " + line);
        Console.WriteLine(worse.Count == 0 ? "not below the baseline" : $"{worse.Count} figures below the baseline");
        return worse.Count == 0 ? 0 : 1;
    }

    private static DeviceFigures Measure(string folder)
    {
        var (identifier, makers) = Identifier();
        var figures = new DeviceFigures();
        foreach (string walk in Directory.EnumerateFiles(Path.Combine(folder, "walks")).Order(StringComparer.Ordinal))
        {
            figures.Walks++;
            string name = Path.GetFileNameWithoutExtension(walk);
            using var reader = RecordReader.Read(walk);
            var subject = reader.Records().Select(r => r.Subject).FirstOrDefault(s => s is not null);
            var device = subject is null ? null : identifier.Identify(subject);
            var truth = Truth(Path.Combine(folder, "truth", name + ".json"));
            Count(figures, name, device, truth, makers);
        }
        return figures;
    }

    private static void Count(DeviceFigures figures, string name, IdentifiedDevice? device, (string? System, string? Hardware) truth, MakerKnowledge makers)
    {
        bool signal = device is not null && device.Seen.Claims.Any(c => c.About is ClaimSubject.DeviceMaker or ClaimSubject.Brand);
        if (signal) figures.WithSignal++;
        if (device?.Maker is not null) figures.Named++;
        string? expected = DeviceMakers.Of(truth.System ?? name.Split('_')[0]);
        var said = device is null ? [] : device.Seen.Suspects.Prepend(device.MakerKey).OfType<string>().ToList();
        if (expected is not null && device is not null) (said.Exists(k => makers.Agree(k, expected)) ? figures.Found : figures.Missed).Add(name);
        if (device?.MakerKey is { } key && DeviceMakers.Covered.Contains(key) && (expected ?? truth.System) is not null && (expected is null || !makers.Agree(key, expected))) figures.WronglyCovered.Add(name);
        if (truth.Hardware is not { } hardware) return;
        figures.ModelsStated++;
        string one = Plain(hardware), other = Plain(device?.Model ?? "");
        if (one == other) figures.ModelsEqual++;
        else if (other.Length > 0 && (one.Contains(other, StringComparison.Ordinal) || other.Contains(one, StringComparison.Ordinal))) figures.ModelsContained++;
    }

    private static void Print(DeviceFigures now)
    {
        static string Of(int part, int whole) => string.Create(CultureInfo.InvariantCulture, $"{part} of {whole} ({100.0 * part / Math.Max(whole, 1):0.0} %)");
        Console.WriteLine($"walks: {now.Walks}, with a signal of the device's maker: {now.WithSignal}");
        Console.WriteLine($"maker named: {Of(now.Named, now.WithSignal)}");
        Console.WriteLine($"of known makers, named or suspected: {Of(now.Found.Count, now.Found.Count + now.Missed.Count)}; missed: {string.Join(", ", now.Missed)}");
        Console.WriteLine($"others taken for a listed maker: {now.WronglyCovered.Count}: {string.Join(", ", now.WronglyCovered)}");
        Console.WriteLine($"model as stated: {Of(now.ModelsEqual, now.ModelsStated)}; with those that one contains the other: {Of(now.ModelsEqual + now.ModelsContained, now.ModelsStated)}");
    }

    private static (string? System, string? Hardware) Truth(string file)
    {
        if (!File.Exists(file)) return default;
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        string? Text(string name) => json.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        return (Text("os"), Text("hardware") is { Length: > 0 } hardware and not "<private>" ? hardware : null);
    }

    private static string Plain(string text) => string.Concat(text.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();

    /// <summary>An identifier with all maker files and registers, and the maker files.</summary>
    public static (DeviceIdentifier Identifier, MakerKnowledge Makers) Identifier()
    {
        var packs = PackFiles.Load(Repository.Folder("packs"));
        var makers = MakerFiles.Load(Repository.Folder("makers"));
        var registers = RegisterFiles.Open(Repository.Folder("registries"));
        var directory = new PartyDirectory(makers.Knowledge.Parties, packs.Law!);
        var data = new ScreeningData(packs.Law!, directory, PartyIndex.Build(directory.Parties), new EquipmentIdentifier(makers.Knowledge, registers.Registers));
        return (new DeviceIdentifier(data, new DateOnly(2026, 11, 21)), makers.Knowledge);
    }
}
