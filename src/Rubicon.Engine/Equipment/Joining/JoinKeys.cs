using Rubicon.Subjects;

namespace Rubicon.Equipment.Joining;

/// <summary>
/// What ties a record to a device: serial numbers, addresses of interfaces, the host name. Values that many devices share (placeholders, addresses of
/// virtual routers, made-up addresses, names that are words of the trade) tie nothing.
/// </summary>
internal sealed class JoinKeys
{
    private const int ShortestSerial = 5;

    private const int ShortestName = 3;

    // VRRP (RFC 9568), HSRP and GLBP: the address wanders between routers.
    private static readonly (ulong Prefix, int Bits)[] VirtualRouters = [(0x00005E0001, 40), (0x00005E0002, 40), (0x00000C07AC, 40), (0x00000C9FF, 36), (0x0007B4, 24)];

    private static readonly HashSet<string> NoSerials = new(StringComparer.Ordinal)
    {
        "UNKNOWN", "NOTSPECIFIED", "NOTAVAILABLE", "NOTAPPLICABLE", "SERIAL", "SERIALNUMBER", "SYSTEMSERIALNUMBER", "DEFAULTSTRING", "TOBEFILLEDBYOEM", "INVALID", "PRIVATE", "BUILTIN", "123456789", "0123456789", "1234567890",
    };

    private static readonly HashSet<string> NoNames = new(StringComparer.Ordinal)
    {
        "private", "<private>", "localhost", "unknown", "none", "null", "router", "switch", "host", "hostname", "linux", "default", "device", "system", "server", "test", "example", "name", "sysname", "access point", "camera", "firewall", "modem", "phone",
    };

    /// <summary>Takes the keys of a record.</summary>
    public JoinKeys(Subject subject)
    {
        bool answers = false;
        foreach (var statement in subject.Statements)
            switch (statement.Field)
            {
                case Field.Serial when Serial(statement.Text) is { } serial: Serials.Add(serial); break;
                case Field.MacAddress when MacAddress.TryRead(statement.Text, out var address) && !address.SaysNothing && !IsVirtual(address): Addresses.Add(address); break;
                case Field.Link: IsNeighbor = true; break;
                case Field.Name: Name ??= HostName(statement.Text); break;
                case Field.Site: Site ??= statement.Text; break;
                case Field.SysObjectId: (Agent, answers) = (Agent ?? statement.Text.TrimStart('.'), true); break;
                case Field.SysDescr: answers = true; break;
                case Field.EntityModel: Product ??= string.Concat(statement.Text.Where(char.IsAsciiLetterOrDigit)); break;
            }
        // What somebody typed into a device as its place is not the name of a site of the books.
        if (answers) Site = null;
        else Product = null;
    }

    /// <summary>Serial numbers, folded.</summary>
    public HashSet<string> Serials { get; } = new(StringComparer.Ordinal);

    /// <summary>Addresses of interfaces.</summary>
    public HashSet<MacAddress> Addresses { get; } = [];

    /// <summary>The host name, folded and without its domain; null when the record has none that could be one.</summary>
    public string? Name { get; }

    /// <summary>The site as stated, or null.</summary>
    public string? Site { get; }

    /// <summary>The object identifier that the device's agent gives for its product, or null: two products are two devices.</summary>
    public string? Agent { get; }

    /// <summary>The model that the device itself states to whoever walks it, or null.</summary>
    public string? Product { get; }

    /// <summary>True when the record is what another device says of its neighbor: one device may stand on many such records.</summary>
    public bool IsNeighbor { get; }

    /// <summary>A serial number without spaces and dashes; that of an optical terminal with its maker's letters, which some print as numbers.</summary>
    private static string? Serial(string text)
    {
        string folded = string.Concat(text.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        if (folded.Length == 16 && folded.All(char.IsAsciiHexDigit))
        {
            byte[] letters = Convert.FromHexString(folded[..8]);
            if (letters.All(b => char.IsAsciiLetterUpper((char)b))) folded = string.Concat(letters.Select(b => (char)b)) + folded[8..];
        }
        bool says = folded.Length >= ShortestSerial && folded.Any(char.IsAsciiDigit) && folded.Distinct().Count() > 2 && !NoSerials.Contains(folded);
        return says ? folded : null;
    }

    /// <summary>A host name, folded and without its domain; null for a text that could not be one.</summary>
    public static string? HostName(string text)
    {
        string name = text.Trim().ToLowerInvariant();
        if (name.Contains(' ', StringComparison.Ordinal) || name.StartsWith('<') || MacAddress.TryRead(name, out _) || System.Net.IPAddress.TryParse(name, out _)) return null;
        int dot = name.IndexOf('.', StringComparison.Ordinal);
        if (dot > 0) name = name[..dot];
        return name.Length >= ShortestName && name.Any(char.IsLetter) && !NoNames.Contains(name) ? name : null;
    }

    private static bool IsVirtual(MacAddress address) => Array.Exists(VirtualRouters, v => address.Bits >> (48 - v.Bits) == v.Prefix);
}
