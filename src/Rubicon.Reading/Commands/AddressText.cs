using System.Globalization;
using System.Text.RegularExpressions;
using Rubicon.Reading.Snmp;

namespace Rubicon.Reading.Commands;

/// <summary>Finds hardware and IP addresses in a line of a terminal.</summary>
internal static partial class AddressText
{
    /// <summary>The first hardware address of the line as <c>00:e0:fc:01:02:03</c>, or null.</summary>
    public static string? Mac(string line)
    {
        foreach (Match match in Macs().Matches(line))
            if (HardwareAddress.Read(match.Value.Replace('-', ':').Contains(':', StringComparison.Ordinal) && match.Value.Count(c => c is '-' or ':') == 2 ? match.Value.Replace('-', '.').Replace(':', '.') : match.Value, false, out string address) == AddressKind.Ethernet)
                return address;
        return null;
    }

    /// <summary>The first IPv4 address of the line, or null.</summary>
    public static string? Ip(string line) => Ips().Match(line) is { Success: true } match ? match.Value : null;

    /// <summary>True for the address of a group: no device has it.</summary>
    public static bool IsGroup(string address) => (byte.Parse(address.AsSpan(0, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) & 1) != 0;

    /// <summary>True for an address that its user made up: it says nothing of a maker.</summary>
    public static bool IsLocal(string address) => (byte.Parse(address.AsSpan(0, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) & 2) != 0;

    [GeneratedRegex("(?<![0-9A-Fa-f:.-])(?:[0-9A-Fa-f]{1,2}(?::[0-9A-Fa-f]{1,2}){5}|[0-9A-Fa-f]{2}(?:-[0-9A-Fa-f]{2}){5}|[0-9A-Fa-f]{4}([.:-])[0-9A-Fa-f]{4}\\1[0-9A-Fa-f]{4})(?![0-9A-Fa-f:.-])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Macs();

    [GeneratedRegex(@"(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Ips();
}
