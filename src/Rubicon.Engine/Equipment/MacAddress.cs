namespace Rubicon.Equipment;

/// <summary>An address of 48 bits, read from any usual notation.</summary>
/// <param name="Bits">The address, first octet in bits 47 to 40.</param>
public readonly record struct MacAddress(ulong Bits)
{
    /// <summary>
    /// True when the address says nothing about a registrant: locally administered (random addresses of telephones and
    /// virtual machines), multicast, or all zero.
    /// </summary>
    public bool SaysNothing => Bits == 0 || (Bits >> 40 & 0b11) != 0;

    /// <summary>
    /// Reads 00:e0:fc:12:34:56, 00-E0-FC-12-34-56, 00e0.fc12.3456, 00E0FC123456, 0:e0:fc:1:2:3, "00 E0 FC 12 34 56" and
    /// 0x00E0FC123456; false for anything else.
    /// </summary>
    public static bool TryRead(ReadOnlySpan<char> text, out MacAddress address)
    {
        address = default;
        text = text.Trim();
        if (text.StartsWith("0x", StringComparison.OrdinalIgnoreCase)) text = text[2..];
        ulong bits = 0;
        int digits = 0, group = 0;
        foreach (char c in text)
        {
            if (char.IsAsciiHexDigit(c))
            {
                if (++digits > 12) return false;
                bits = bits << 4 | (uint)(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
                group++;
                continue;
            }
            if (c is not (':' or '-' or '.' or ' ')) return false;
            // A single digit between colons is an octet without its leading zero.
            if (c != '.' && group == 1 && !Pad(ref bits, ref digits)) return false;
            group = 0;
        }
        if (group == 1 && text.Contains(':') && !Pad(ref bits, ref digits)) return false;
        address = new MacAddress(bits);
        return digits == 12;
    }

    private static bool Pad(ref ulong bits, ref int digits)
    {
        // The digit stays, a zero is put before it.
        bits = (bits & ~0xFUL) << 4 | (bits & 0xF);
        return ++digits <= 12;
    }

    /// <summary>Twelve hexadecimal digits in pairs.</summary>
    public override string ToString() => string.Create(17, Bits, static (text, bits) =>
    {
        for (int i = 0; i < 12; i++)
        {
            text[i + i / 2] = "0123456789abcdef"[(int)(bits >> (44 - 4 * i) & 0xF)];
            if (i % 2 == 1 && i < 11) text[i + i / 2 + 1] = ':';
        }
    });
}
