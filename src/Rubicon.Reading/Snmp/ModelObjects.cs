using System.Collections.Frozen;
using System.Globalization;

namespace Rubicon.Reading.Snmp;

/// <summary>
/// MIB objects by which agents state the model of the device itself: upsIdentModel of UPS-MIB (RFC 1628), product names of IEEE 802.11 and of FC-MGMT,
/// the printer of HOST-RESOURCES-MIB, and objects of vendors' own MIBs. Those are in the register <c>model-objects.txt</c>, made by <c>eng/mibs.cs</c>
/// from the names and descriptions of objects; a few that are in no MIB file, or named there in a way that no rule sees, stand below.
/// </summary>
internal static class ModelObjects
{
    /// <summary>upsIdentManufacturer of UPS-MIB.</summary>
    public const string PowerMaker = "1.3.6.1.2.1.33.1.1.1.0";

    /// <summary>hrDeviceType of the first device, whose hrDeviceDescr is the model where it is a printer.</summary>
    public const string FirstDeviceType = "1.3.6.1.2.1.25.3.2.1.2.1";

    /// <summary>hrDeviceDescr of the first device.</summary>
    public const string FirstDevice = "1.3.6.1.2.1.25.3.2.1.3.1";

    /// <summary>hrDeviceOther: scanners, for one.</summary>
    public const string OtherDevice = "1.3.6.1.2.1.25.3.1.1";

    /// <summary>hrDevicePrinter.</summary>
    public const string Printer = "1.3.6.1.2.1.25.3.1.5";

    private const string WirelessProduct = "1.2.840.10036.3.1.2.1.3.";
    private const string FibreChannelProduct = "1.3.6.1.3.94.1.6.1.7.";

    /// <summary>Exact objects; the number is the rank, as in the register.</summary>
    private static readonly FrozenDictionary<string, int> Exact = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["1.3.6.1.2.1.33.1.1.2.0"] = 2,
        ["1.3.6.1.4.1.9.9.719.1.9.6.1.6.0"] = 1,
        ["1.3.6.1.4.1.207.8.4.4.5.2.1.3.1"] = 1,
        ["1.3.6.1.4.1.248.14.1.1.9.1.3.1"] = 1,
        ["1.3.6.1.4.1.248.14.2.16.1.4.0"] = 1,
        ["1.3.6.1.4.1.318.1.4.2.2.1.2.1"] = 1,
        ["1.3.6.1.4.1.534.6.6.6.1.1.12.0"] = 1,
        ["1.3.6.1.4.1.890.1.2.1.1.2.0"] = 1,
        ["1.3.6.1.4.1.1347.43.5.1.1.1.1"] = 1,
        ["1.3.6.1.4.1.1385.1.2.0"] = 1,
        ["1.3.6.1.4.1.1602.1.1.1.1.0"] = 1,
        ["1.3.6.1.4.1.2011.2.235.1.1.1.6.0"] = 1,
        ["1.3.6.1.4.1.2356.11.3.1.1.2.1"] = 1,
        ["1.3.6.1.4.1.2356.16.1.1.1.1.3.0"] = 1,
        ["1.3.6.1.4.1.2544.1.14.2.1.9.0"] = 1,
        ["1.3.6.1.4.1.2604.5.1.1.2.0"] = 1,
        ["1.3.6.1.4.1.2606.7.4.1.2.1.2.1"] = 1,
        ["1.3.6.1.4.1.2634.1.200.10.1.2.1"] = 1,
        ["1.3.6.1.4.1.2634.3.200.10.1.2.1"] = 1,
        ["1.3.6.1.4.1.4130.10.1.1.1.2.3.0"] = 1,
        ["1.3.6.1.4.1.7262.2.2.1.3.1.2.0"] = 1,
        ["1.3.6.1.4.1.7262.2.5.1.3.1.3.0"] = 1,
        ["1.3.6.1.4.1.7367.3.1.0"] = 1,
        ["1.3.6.1.4.1.7483.2.2.1.1.2.1.3.1.2.1"] = 1,
        ["1.3.6.1.4.1.8886.6.1.1.1.2.0"] = 1,
        ["1.3.6.1.4.1.8886.60.131.1.1.6.0"] = 1,
        ["1.3.6.1.4.1.10297.100.1.1.0"] = 1,
        ["1.3.6.1.4.1.11863.6.1.1.5.0"] = 1,
        ["1.3.6.1.4.1.12148.10.13.8.2.1.2.1"] = 1,
        ["1.3.6.1.4.1.13400.2.54.1.2.0"] = 1,
        ["1.3.6.1.4.1.18086.3080.1.2.0"] = 1,
        ["1.3.6.1.4.1.19536.10.1.1.2.1.7.1"] = 1,
        ["1.3.6.1.4.1.23263.4.2.1.5.1"] = 1,
        ["1.3.6.1.4.1.40418.7.100.1.2.0"] = 1,
        ["1.3.6.1.4.1.40865.1.2.0"] = 1,
        ["1.3.6.1.4.1.48690.1.2.0"] = 1,
        ["1.3.6.1.4.1.52642.1.1.10.2.21.1.2.1.2.1"] = 1,
        ["1.3.6.1.4.1.53058.2.1.7.0"] = 1,
        ["1.3.6.1.4.1.25053.1.15.1.1.1.1.9.0"] = 1,
        ["1.3.6.1.4.1.13191.10.3.3.2.2.2.1.8.0"] = 1,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, (int Rank, bool Column)>.AlternateLookup<ReadOnlySpan<char>> Register = Load().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>How well the object states the model: 1 best, 0 not at all.</summary>
    /// <param name="oid">The object with its instance, numeric and without a leading dot.</param>
    public static int RankOf(string oid)
    {
        if (oid.StartsWith(WirelessProduct, StringComparison.Ordinal) || oid.StartsWith(FibreChannelProduct, StringComparison.Ordinal)) return 4;
        if (!oid.StartsWith(OidNames.Enterprises, StringComparison.Ordinal)) return Exact.GetValueOrDefault(oid);
        if (Exact.TryGetValue(oid, out int rank)) return rank;
        var rest = oid.AsSpan(OidNames.Enterprises.Length);
        // A scalar ends with 0 (some agents leave it out); a row of a table may have any index.
        if (Register.TryGetValue(rest, out var bare)) return bare.Rank;
        bool scalar = rest.EndsWith(".0");
        for (int dot = rest.LastIndexOf('.'); dot > 0; dot = rest.LastIndexOf('.'))
        {
            rest = rest[..dot];
            if (Register.TryGetValue(rest, out var found)) return found.Column || scalar ? found.Rank : 0;
            scalar = false;
        }
        return 0;
    }

    private static FrozenDictionary<string, (int, bool)> Load()
    {
        var known = new Dictionary<string, (int, bool)>(StringComparer.Ordinal);
        using var stream = typeof(ModelObjects).Assembly.GetManifestResourceStream("model-objects.txt")
            ?? throw new InvalidOperationException("the register model-objects.txt is not in the program");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            int tab = line.IndexOf('\t', StringComparison.Ordinal);
            if (line.StartsWith('#') || tab < 0) continue;
            known[line[..tab]] = (int.Parse(line.AsSpan(tab + 1, 1), CultureInfo.InvariantCulture), line[tab + 2] == 't');
        }
        return known.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
