using Rubicon.Diagnostics;
using Rubicon.Reading.DeviceTypes;
using Rubicon.Reading.Hardware;
using Rubicon.Reading.Leases;
using Rubicon.Reading.Oxidized;
using Rubicon.Reading.Tables;
using Rubicon.Subjects;

namespace Rubicon.Reading;

/// <summary>
/// Texts of lines that are no table: leases, lists of nodes, hardware listings, device types, configurations. Each is told
/// from its first lines and read in a stream.
/// </summary>
internal static class TextFormats
{
    private delegate IEnumerable<ReadRecord> Reader(TextReader text, InputLedger ledger);

    private static readonly (string Format, Func<IReadOnlyList<string>, bool> Is, Reader Read)[] All =
    [
        ("dhcpd-leases", DhcpdLeases.Are, DhcpdLeases.Read),
        ("dnsmasq-leases", DnsmasqLeases.Are, DnsmasqLeases.Read),
        ("dmidecode", Dmidecode.Is, Dmidecode.Read),
        ("lspci", BusListing.IsPci, BusListing.Read),
        ("lsusb", BusListing.IsUsb, BusListing.Read),
        ("device-type", DeviceTypeFile.Is, DeviceTypeFile.Read),
        ("configuration", ConfigurationFile.Is, ConfigurationFile.Read),
        ("oxidized-router-db", RouterDb.Is, RouterDb.Read),
    ];

    /// <summary>How many lines are looked at.</summary>
    private const int LinesLookedAt = 200;

    /// <summary>The name of the format, or null.</summary>
    public static string? Of(string head)
    {
        var lines = new List<string>();
        foreach (var line in head.AsSpan().TrimStart('\uFEFF').EnumerateLines())
        {
            lines.Add((line.Length > 4096 ? line[..4096] : line).TrimEnd().ToString());
            if (lines.Count == LinesLookedAt) break;
        }
        foreach (var (format, isFormat, _) in All)
            if (isFormat(lines)) return format;
        return null;
    }

    public static IEnumerable<ReadRecord> Read(string format, HashedStream stream, InputLedger ledger)
    {
        ledger.Format = format;
        using var text = TextEncoding.Open(stream, out var strays);
        bool any = false;
        foreach (var record in Array.Find(All, f => f.Format == format).Read(text, ledger))
        {
            any = true;
            yield return record;
        }
        stream.Drain();
        if (strays.Count > 0) ledger.Report(ProblemCatalog.NotUtf8, $"{strays.Count} bytes that are not UTF-8");
        if (!any && !ledger.HasError) ledger.Report(ProblemCatalog.ListingEmpty, $"{format} without a device");
    }
}
