using System.Globalization;

namespace Rubicon.Reading.Snmp;

/// <summary>What a text that should hold a hardware address holds.</summary>
internal enum AddressKind
{
    /// <summary>Six bytes, not all zero.</summary>
    Ethernet,

    /// <summary>Nothing, or zeros: an interface without an address.</summary>
    Nothing,

    /// <summary>Something else.</summary>
    Odd,
}

/// <summary>Reads a hardware address in the notations met in walks: 0:e0:fc:1:2:3, 00-E0-FC-…, 00e0.fc12.3456, hex digits, six raw bytes.</summary>
internal static class HardwareAddress
{
    /// <summary>The address as <c>00:e0:fc:01:02:03</c> when it is <see cref="AddressKind.Ethernet"/>.</summary>
    public static AddressKind Read(string text, bool isHex, out string address)
    {
        address = "";
        string trimmed = isHex ? text.Trim() : text;
        if (trimmed.AsSpan().Trim("\" \t").IsEmpty) return AddressKind.Nothing;
        Span<byte> bytes = stackalloc byte[6];
        if (!TryBytes(trimmed.Trim().Trim('"'), bytes) && (isHex || !TryRaw(trimmed, bytes))) return AddressKind.Odd;
        if (!bytes.ContainsAnyExcept((byte)0)) return AddressKind.Nothing;
        address = string.Create(CultureInfo.InvariantCulture, $"{bytes[0]:x2}:{bytes[1]:x2}:{bytes[2]:x2}:{bytes[3]:x2}:{bytes[4]:x2}:{bytes[5]:x2}");
        return AddressKind.Ethernet;
    }

    private static bool TryBytes(string text, Span<byte> bytes)
    {
        if (text.Length > 40) return false;
        string[] groups = text.Split([':', '-', '.', ' '], StringSplitOptions.RemoveEmptyEntries);
        string digits = groups.Length switch
        {
            6 when groups.All(g => g.Length <= 2) => string.Concat(groups.Select(g => g.PadLeft(2, '0'))),
            3 when groups.All(g => g.Length == 4) => string.Concat(groups),
            1 when groups[0].Length == 12 => groups[0],
            1 when groups[0].Length == 14 && groups[0].StartsWith("0x", StringComparison.OrdinalIgnoreCase) => groups[0][2..],
            _ => "",
        };
        return digits.Length == 12 && Convert.FromHexString(digits, bytes, out _, out int written) == System.Buffers.OperationStatus.Done && written == 6;
    }

    private static bool TryRaw(string text, Span<byte> bytes)
    {
        if (text.Length != 6) return false;
        for (int i = 0; i < 6; i++)
        {
            if (text[i] > 0xFF) return false;
            bytes[i] = (byte)text[i];
        }
        return true;
    }
}
