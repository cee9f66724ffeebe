using System.Globalization;
using System.Net;
using Rubicon.Diagnostics;
using Rubicon.Reading.Snmp;
using Rubicon.Subjects;

namespace Rubicon.Reading.Leases;

/// <summary>Reads <c>dnsmasq.leases</c>: expiry, hardware address, IP address, name or *, client id. Leases of IPv6 have no hardware address.</summary>
internal static class DnsmasqLeases
{
    public static bool Are(IReadOnlyList<string> lines)
    {
        var filled = lines.Where(l => l.Length > 0).Take(20).ToList();
        return filled.Count > 0 && filled.All(l => IsLease(Words(l)) || IsOfSix(Words(l))) && filled.Exists(l => IsLease(Words(l)));
    }

    public static IEnumerable<ReadRecord> Read(TextReader text, InputLedger ledger)
    {
        var records = new LeaseRecords(ledger);
        var lines = new TextLines(text);
        int unknown = 0, first = 0;
        while (lines.Next() is { } line)
        {
            string[] words = Words(line);
            if (words.Length == 0 || IsOfSix(words)) continue;
            if (!IsLease(words))
            {
                if (unknown++ == 0) first = lines.Number;
                continue;
            }
            if (records.Take(words[1], words[2], words[3] == "*" ? null : words[3], null, lines.Number) is { } record) yield return record;
        }
        if (unknown > 0) ledger.Report(ProblemCatalog.LinesNotUnderstood, string.Create(CultureInfo.InvariantCulture, $"{unknown} lines"), first);
        records.Close();
    }

    private static string[] Words(string line) => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static bool IsLease(string[] words) =>
        words.Length is 4 or 5 && words[0].All(char.IsAsciiDigit) && words[1].Length is >= 11 and <= 20
        && HardwareAddress.Read(words[1].Length > 17 ? words[1][3..] : words[1], false, out _) != AddressKind.Odd && IPAddress.TryParse(words[2], out _);

    private static bool IsOfSix(string[] words) =>
        words is ["duid", _] || (words.Length is 4 or 5 && words[0].All(char.IsAsciiDigit) && words[1].TrimStart('T').All(char.IsAsciiDigit) && IPAddress.TryParse(words[2], out var ip) && ip.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6);
}
