using System.Text.RegularExpressions;
using Rubicon.Diagnostics;
using Rubicon.Subjects;

namespace Rubicon.Reading.Commands;

/// <summary>Short lists of neighbors: a line for each, by CDP with a platform, by LLDP with a chassis id or nothing but a name.</summary>
internal static partial class NeighborTable
{
    public static bool Is(IReadOnlyList<string> lines) => lines.Any(l => CdpHeader().IsMatch(l) || LldpHeader().IsMatch(l) || ChassisHeader().IsMatch(l));

    public static IEnumerable<ReadRecord> Read(IReadOnlyList<string> lines, InputLedger ledger)
    {
        Func<string, (string? Name, string? Platform, string? Mac)>? form = null;
        string? wrapped = null;
        for (int i = 0; i < lines.Count; i++)
        {
            string line = lines[i];
            if (FormOf(line) is { } header)
            {
                (form, wrapped) = (header, null);
                continue;
            }
            if (form is null || line.Length == 0 || line.StartsWith("Total", StringComparison.OrdinalIgnoreCase)) continue;
            var (name, platform, mac) = form(wrapped is null ? line : wrapped + "  " + line.Trim());
            if (name is null)
            {
                // A long name stands on a line of its own, before the rest of its row.
                wrapped = line.Trim() is { } alone && !alone.Contains(' ') ? alone : null;
                continue;
            }
            wrapped = null;
            var statements = new RecordStatements();
            statements.Add(Field.Name, name);
            statements.Add(Field.EntityModel, platform, "platform");
            statements.Add(Field.Banner, platform, "platform");
            statements.Add(Field.MacAddress, mac, "chassis or port id");
            yield return statements.Close(SubjectKind.Device, new SourceLocation(ledger.File, i + 1), ProblemCatalog.CommandNamesNoDevice, line);
        }
    }

    private static Func<string, (string?, string?, string?)>? FormOf(string line)
    {
        if (CdpHeader().IsMatch(line))
            return row => CdpRow().Match(row) is { Success: true } cdp
                ? (cdp.Groups[1].Value, cdp.Groups[2].Value.Trim() is { Length: > 0 } platform ? platform : null, AddressText.Mac(row)) : default;
        if (LldpHeader().IsMatch(line))
            return row => LldpRow().Match(row) is { Success: true } lldp ? (lldp.Groups[1].Value.Trim(), null, AddressText.Mac(row) ?? JoinedMac(row)) : default;
        if (!ChassisHeader().IsMatch(line)) return null;
        bool last = line.TrimEnd().EndsWith("System Name", StringComparison.OrdinalIgnoreCase);
        return row =>
        {
            string[] words = row.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length < 4) return default;
            return (last ? words[^1] : words[0], null, AddressText.Mac(row) ?? JoinedMac(row));
        };
    }

    // Telephones give their address with the letters SEP before it, or as a port id "AABBCCDDEEFF:P1".
    private static string? JoinedMac(string row)
    {
        var match = Joined().Match(row);
        return match.Success && Snmp.HardwareAddress.Read(match.Groups[1].Value, false, out string address) == Snmp.AddressKind.Ethernet ? address : null;
    }

    [GeneratedRegex(@"^\s*Device[ -]ID\s+Local\s+Int\w*\s+Hold\S*\s+Capability\s+Platform\s+Port", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CdpHeader();

    [GeneratedRegex(@"^\s*Device[ -]ID\s+Local\s+Int\w*\s+Hold\S*\s+Capability\s+Port", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LldpHeader();

    [GeneratedRegex(@"System Name\s+Local Interface\s+Chassis ID|Local Interface\s+.*Chassis Id\s+.*System Name|Local\s+Intf\s+Neighbor Dev", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ChassisHeader();

    [GeneratedRegex(@"^(\S+)\s+[A-Za-z][\w-]*\s?[\d/.]+\s+\d+\s+(?:[A-Za-z](?=\s)\s*)*(\S.*?)\s+(?:[A-Za-z][\w-]*\s\S+|\S+)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CdpRow();

    [GeneratedRegex(@"^(\S.*?)\s{1,}\S*\d\S*\s+\d+\s+(?:[A-Z](?:,[A-Z])*\s+)?\S", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LldpRow();

    [GeneratedRegex("(?<![0-9A-Fa-f])(?:SEP)?([0-9A-Fa-f]{12})(?::P\\d+)?(?![0-9A-Fa-f])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Joined();
}
