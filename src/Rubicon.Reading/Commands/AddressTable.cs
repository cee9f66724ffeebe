using System.Text.RegularExpressions;
using Rubicon.Diagnostics;
using Rubicon.Subjects;

namespace Rubicon.Reading.Commands;

/// <summary>
/// ARP tables, MAC address tables and DHCP leases: a device for each address of a line, with its IP address or host name where the line has one. An
/// address says who made an interface; who made the device stays open. Addresses of groups are nobody's and are left out, with their number.
/// </summary>
internal static partial class AddressTable
{
    private const int MostRecords = 2_000_000;

    public static bool Is(IReadOnlyList<string> lines)
    {
        bool header = false;
        foreach (string line in lines)
        {
            header |= Header().IsMatch(line);
            if (header && AddressText.Mac(line) is not null) return true;
        }
        return false;
    }

    public static IEnumerable<ReadRecord> Read(IReadOnlyList<string> lines, InputLedger ledger)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        int groups = 0, local = 0, hostAt = -1, hostEnd = -1, classAt = -1, classEnd = -1;
        var records = new List<ReadRecord>();
        for (int i = 0; i < lines.Count; i++)
        {
            string line = lines[i];
            if (Header().IsMatch(line) && AddressText.Mac(line) is null)
            {
                (hostAt, hostEnd) = Column(line, "Hostname", "Host Name", "HOST-NAME");
                (classAt, classEnd) = Column(line, "VCI");
                continue;
            }
            if (AddressText.Mac(line) is not { } address || records.Count >= MostRecords) continue;
            if (AddressText.IsGroup(address))
            {
                groups++;
                continue;
            }
            if (AddressText.IsLocal(address)) local++;
            string name = Named(line, "host-name") ?? Cell(line, hostAt, hostEnd) ?? Named(line, "comment") ?? AddressText.Ip(line) ?? address;
            if (!seen.Add(address + " " + name)) continue;
            var statements = new RecordStatements();
            statements.Add(Field.Name, name);
            statements.Add(Field.MacAddress, address);
            statements.Add(Field.Banner, Cell(line, classAt, classEnd) ?? Named(line, "class-id"), "vendor class");
            records.Add(statements.Close(SubjectKind.Device, new SourceLocation(ledger.File, i + 1), ProblemCatalog.CommandNamesNoDevice, line));
        }
        if (groups > 0) ledger.Report(ProblemCatalog.GroupAddresses, $"{groups} lines");
        if (local > 0) ledger.Report(ProblemCatalog.LocalAddresses, $"{local} addresses");
        return records;
    }

    private static (int At, int End) Column(string header, params string[] names)
    {
        foreach (string name in names)
        {
            int at = header.IndexOf(name, StringComparison.OrdinalIgnoreCase);
            if (at < 0) continue;
            int end = at + name.Length;
            while (end < header.Length && header[end] == ' ') end++;
            return (at, end >= header.Length ? int.MaxValue : end);
        }
        return (-1, -1);
    }

    private static string? Cell(string line, int at, int end)
    {
        if (at < 0 || at >= line.Length) return null;
        string cell = line[at..Math.Min(end, line.Length)].Trim();
        return cell.Length > 0 && (at == 0 || line[at - 1] == ' ') ? cell : null;
    }

    // RouterOS prints "host-name=abc" and "comment=two words mac-address=…".
    private static string? Named(string line, string key)
    {
        int at = line.IndexOf(key + "=", StringComparison.Ordinal);
        if (at < 0) return null;
        string rest = line[(at + key.Length + 1)..];
        if (rest.StartsWith('"')) return rest[1..].Split('"')[0] is { Length: > 0 } quoted ? quoted : null;
        return NextKey().Split(rest, 2)[0].Trim() is { Length: > 0 } value ? value : null;
    }

    [GeneratedRegex(@"mac[ -]?addr|hardware addr|hwaddr|link-?layer addr|mac-address=|physical address|MAC\s+MAC\s+Age|lladdr|MAC-ADDRESS|^\s*(?:lan|wan|wlan) mac\b|\bether\b.*\bC\b|Link-layer\s*:", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Header();

    [GeneratedRegex(@"\s[\w.-]+=", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NextKey();
}
