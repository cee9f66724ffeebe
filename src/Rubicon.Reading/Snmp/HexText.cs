using System.Text;

namespace Rubicon.Reading.Snmp;

/// <summary>Text that a walk gives as hexadecimal bytes.</summary>
internal static class HexText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text, by UTF-8 or else Latin-1, without the zero bytes at its end; null when the digits are none.</summary>
    public static string? Decode(string hex)
    {
        string digits = string.Concat(hex.Where(c => !char.IsWhiteSpace(c) && c != ':'));
        if (digits.StartsWith("0x", StringComparison.Ordinal)) digits = digits[2..];
        if (digits.Length % 2 != 0) return null;
        byte[] bytes = new byte[digits.Length / 2];
        if (Convert.FromHexString(digits, bytes, out _, out _) != System.Buffers.OperationStatus.Done) return null;
        var used = bytes.AsSpan().TrimEnd((byte)0);
        try
        {
            return Strict.GetString(used);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(used);
        }
    }
}
