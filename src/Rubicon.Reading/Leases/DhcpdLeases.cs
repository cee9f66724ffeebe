using Rubicon.Diagnostics;
using Rubicon.Subjects;

namespace Rubicon.Reading.Leases;

/// <summary>Reads <c>dhcpd.leases</c> of ISC DHCP: blocks <c>lease 10.0.0.5 { … }</c> (dhcpd.leases(5)).</summary>
internal static class DhcpdLeases
{
    public static bool Are(IReadOnlyList<string> lines) => lines.Any(l => l.StartsWith("lease ", StringComparison.Ordinal) && l.EndsWith('{'));

    public static IEnumerable<ReadRecord> Read(TextReader text, InputLedger ledger)
    {
        var records = new LeaseRecords(ledger);
        var lines = new TextLines(text);
        string? ip = null, hardware = null, name = null, kind = null;
        int at = 0;
        while (lines.Next() is { } raw)
        {
            string line = raw.Trim();
            if (line.StartsWith("lease ", StringComparison.Ordinal) && line.EndsWith('{'))
            {
                if (ip is not null) ledger.Report(ProblemCatalog.TextNotClosed, $"a lease of {Quote.Text(ip)} without its end", at);
                (ip, hardware, name, kind, at) = (line["lease ".Length..^1].Trim(), null, null, null, lines.Number);
            }
            else if (ip is null)
            {
                continue;
            }
            else if (line == "}")
            {
                if (hardware is not null && records.Take(hardware, ip, name, kind, at) is { } record) yield return record;
                ip = null;
            }
            else if (Word(line, "hardware ethernet") is { } address)
            {
                hardware = address;
            }
            else if (Word(line, "client-hostname") is { } host)
            {
                name = host;
            }
            else if (Word(line, "set vendor-class-identifier =") is { } vendorClass)
            {
                kind = vendorClass;
            }
        }
        if (ip is not null) ledger.Report(ProblemCatalog.TextNotClosed, $"a lease of {Quote.Text(ip)} without its end", at);
        records.Close();
    }

    private static string? Word(string line, string key) =>
        line.StartsWith(key + " ", StringComparison.Ordinal) && line[key.Length..].Trim().TrimEnd(';').Trim().Trim('"') is { Length: > 0 } value ? value : null;
}
