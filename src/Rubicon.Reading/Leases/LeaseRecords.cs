using System.Globalization;
using Rubicon.Diagnostics;
using Rubicon.Reading.Commands;
using Rubicon.Reading.Snmp;
using Rubicon.Subjects;

namespace Rubicon.Reading.Leases;

/// <summary>
/// Devices that a DHCP server knows. A lease file grows at its end and holds a lease many times; an address under the
/// same name is one device. The address tells the maker of the interface and no more.
/// </summary>
internal sealed class LeaseRecords(InputLedger ledger)
{
    private const int MostRemembered = 1_000_000;

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private int _groups;
    private int _local;
    private int _odd;
    private int _firstOdd;

    /// <summary>The record of a lease, or null when it was met before or is nobody's.</summary>
    public ReadRecord? Take(string hardware, string? ip, string? name, string? vendorClass, int line)
    {
        if (HardwareAddress.Read(hardware, false, out string address) != AddressKind.Ethernet)
        {
            if (_odd++ == 0) _firstOdd = line;
            return null;
        }
        if (AddressText.IsGroup(address))
        {
            _groups++;
            return null;
        }
        if (AddressText.IsLocal(address)) _local++;
        if (_seen.Count < MostRemembered && !_seen.Add($"{address} {name}")) return null;
        var statements = new RecordStatements();
        statements.Add(Field.Name, name ?? ip ?? address);
        statements.Add(Field.MacAddress, address);
        statements.Add(Field.Banner, vendorClass, "vendor class");
        if (ip is not null && name is not null) statements.Add(Field.Note, $"address {ip}");
        return statements.Close(SubjectKind.Device, new(ledger.File, line), ProblemCatalog.ListingEmpty, "a lease");
    }

    /// <summary>Reports what was passed over.</summary>
    public void Close()
    {
        if (_groups > 0) ledger.Report(ProblemCatalog.GroupAddresses, string.Create(CultureInfo.InvariantCulture, $"{_groups} lines"));
        if (_local > 0) ledger.Report(ProblemCatalog.LocalAddresses, string.Create(CultureInfo.InvariantCulture, $"{_local} addresses"));
        if (_odd > 0) ledger.Report(ProblemCatalog.LeaseOddAddress, string.Create(CultureInfo.InvariantCulture, $"{_odd} leases"), _firstOdd);
    }
}
