using System.Globalization;

namespace Rubicon.Equipment;

/// <summary>The register of MAC prefixes of 24, 28 and 36 bits (IEEE MA-L, MA-M, MA-S).</summary>
public sealed class MacRegister(SortedLines lines)
{
    /// <summary>Where the register comes from and of which day.</summary>
    public string Head => lines.Head;

    /// <summary>
    /// The registrant of the longest prefix that holds the address; null when none does, or when the address says
    /// nothing (<see cref="MacAddress.SaysNothing"/>). The registrant is the maker of the interface, not of the device.
    /// </summary>
    public string? Find(MacAddress address)
    {
        if (address.SaysNothing) return null;
        Span<byte> hex = stackalloc byte[12];
        address.Bits.TryFormat(hex, out _, "X12", CultureInfo.InvariantCulture);
        return lines.Find(hex[..9]) ?? lines.Find(hex[..7]) ?? lines.Find(hex[..6]);
    }

    /// <summary>True when all addresses with the first 24 bits of this one have one registrant, or none: the block is not divided.</summary>
    internal bool IsWhole(MacAddress address)
    {
        Span<byte> hex = stackalloc byte[12];
        address.Bits.TryFormat(hex, out _, "X12", CultureInfo.InvariantCulture);
        return !lines.AnyLonger(hex[..6]);
    }
}

/// <summary>The register of private enterprise numbers (IANA).</summary>
public sealed class EnterpriseRegister(SortedLines lines)
{
    /// <summary>Width of a number in the file, with leading zeros: sorted bytes are then sorted numbers.</summary>
    public const int Digits = 6;

    /// <summary>Where the register comes from and of which day.</summary>
    public string Head => lines.Head;

    /// <summary>All registrants, in the order of their numbers.</summary>
    internal IEnumerable<string> Registrants() => lines.Texts();

    /// <summary>The registrant of a number, or null when it has none.</summary>
    public string? Find(uint number)
    {
        Span<byte> digits = stackalloc byte[10];
        number.TryFormat(digits, out int written, "D6", CultureInfo.InvariantCulture);
        return written == Digits ? lines.Find(digits[..written]) : null;
    }
}

/// <summary>The names that makers registered for their products under their enterprise numbers, from their MIB files.</summary>
public sealed class ProductRegister(SortedLines lines)
{
    private const string Enterprises = "1.3.6.1.4.1.";

    /// <summary>Where the register comes from.</summary>
    public string Head => lines.Head;

    /// <summary>The name registered for exactly this identifier, numeric and without a leading dot; null when there is none.</summary>
    public string? Find(string oid)
    {
        if (!oid.StartsWith(Enterprises, StringComparison.Ordinal) || oid.Length > 200) return null;
        Span<byte> key = stackalloc byte[200];
        int length = System.Text.Encoding.ASCII.GetBytes(oid.AsSpan(Enterprises.Length), key);
        return lines.Find(key[..length]);
    }
}

/// <summary>The registers, each opened when first asked.</summary>
public sealed class Registers
{
    private readonly Lazy<MacRegister?> _mac;
    private readonly Lazy<EnterpriseRegister?> _enterprise;
    private readonly Lazy<ProductRegister?> _products;
    private readonly Lazy<RegistrantNames> _names;

    /// <summary>Takes the ways to open them; a way may give null when there is no register.</summary>
    public Registers(Func<SortedLines?> mac, Func<SortedLines?> enterprise, Func<SortedLines?>? products = null)
    {
        _names = new Lazy<RegistrantNames>(() => new RegistrantNames(Enterprise?.Registrants() ?? []));
        _products = new Lazy<ProductRegister?>(() => products?.Invoke() is { } lines ? new ProductRegister(lines) : null);
        _mac = new Lazy<MacRegister?>(() => mac() is { } lines ? new MacRegister(lines) : null);
        _enterprise = new Lazy<EnterpriseRegister?>(() => enterprise() is { } lines ? new EnterpriseRegister(lines) : null);
    }

    /// <summary>No registers: prefixes and numbers outside the maker files name nobody.</summary>
    public static Registers None { get; } = new(() => null, () => null);

    /// <summary>MAC prefixes, or null.</summary>
    public MacRegister? Mac => _mac.Value;

    /// <summary>Enterprise numbers, or null.</summary>
    public EnterpriseRegister? Enterprise => _enterprise.Value;

    /// <summary>Names of registrants as descriptions begin with them.</summary>
    internal RegistrantNames Names => _names.Value;

    /// <summary>Names of products, or null.</summary>
    public ProductRegister? Products => _products.Value;
}
