using System.Buffers;
using System.Text;

namespace Rubicon.Equipment;

/// <summary>
/// The serial number of an optical network terminal begins with four letters of its maker (ITU-T G.984.3), as such before eight hexadecimal digits or
/// as their hexadecimal codes: HWTC12345678, 4857544312345678.
/// </summary>
internal static class TerminalSerial
{
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>The four letters; null when the text is no such serial number.</summary>
    public static string? VendorIn(string serial)
    {
        var text = serial.AsSpan().Trim();
        if (text.Length == 12) return text[4..].ContainsAnyExcept(HexDigits) ? null : text[..4].ToString();
        return text.Length == 16 && !text.ContainsAnyExcept(HexDigits) ? Encoding.ASCII.GetString(Convert.FromHexString(text[..8])) : null;
    }
}
