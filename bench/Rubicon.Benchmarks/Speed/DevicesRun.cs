using System.Diagnostics;
using System.Globalization;
using Rubicon.Benchmarks.Accuracy;
using Rubicon.Diagnostics;
using Rubicon.Subjects;

namespace Rubicon.Benchmarks.Speed;

/// <summary>
/// Identifies many devices that each state MAC address, sysObjectID and model, as an inventory of a carrier does: the addresses differ, the kinds of device
/// repeat. Seeded; the time is that of identification alone, on one core, of records made beforehand.
/// </summary>
internal static class DevicesRun
{
    private static readonly (string Model, string Oid, ulong Block)[] Kinds =
    [
        ("S5720-28X-SI", "1.3.6.1.4.1.2011.2.23.444", 0x00e0fc), ("NE40E-X8", "1.3.6.1.4.1.2011.2.62.2.5", 0x00e0fc), ("ZXR10 5928", "1.3.6.1.4.1.3902.3.100.20", 0x0015eb),
        ("WS-C3850-24T", "1.3.6.1.4.1.9.1.1745", 0x00059a), ("ASR-920-24SZ-M", "1.3.6.1.4.1.9.1.2101", 0x00059a), ("EX3400-48T", "1.3.6.1.4.1.2636.1.1.1.4.131.2", 0x000585),
        ("7750 SR-1", "1.3.6.1.4.1.6527.1.3.1", 0x001ac1), ("DS-2CD2043G2-I", "1.3.6.1.4.1.39165.1.1", 0x4419b6), ("DES-3526", "1.3.6.1.4.1.171.10.64.1", 0x00055d), ("FortiGate-60F", "1.3.6.1.4.1.12356.101.1.644", 0x00090f),
    ];

    /// <summary>Prints devices a second.</summary>
    public static void Measure(int count)
    {
        var (identifier, _) = DeviceAccuracy.Identifier();
        var random = new Random(17);
        var devices = new Subject[count];
        for (int i = 0; i < count; i++) devices[i] = Device(random, i);
        foreach (var device in devices.Take(Math.Min(count, 20_000))) identifier.Identify(device);
        var clock = Stopwatch.StartNew();
        int named = 0;
        foreach (var device in devices)
            if (identifier.Identify(device).MakerKey is not null) named++;
        clock.Stop();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} devices, {named} with a maker, {clock.Elapsed.TotalSeconds:0.00} s: {count / clock.Elapsed.TotalSeconds:0} a second on one core"));
    }

    private static Subject Device(Random random, int line)
    {
        var (model, oid, block) = Kinds[random.Next(Kinds.Length)];
        ulong address = block << 24 | (uint)random.Next(1 << 24);
        return new Subject(SubjectKind.Device, new SourceLocation("inventory.csv", line + 2),
        [
            new Statement(Field.Name, string.Create(CultureInfo.InvariantCulture, $"site{random.Next(2000)}-dev{line}"), 1),
            new Statement(Field.Model, model + (random.Next(4) == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"-R{random.Next(20)}")), 2),
            new Statement(Field.SysObjectId, oid, 3),
            new Statement(Field.MacAddress, string.Create(CultureInfo.InvariantCulture, $"{address:x12}"), 4),
        ]);
    }
}
