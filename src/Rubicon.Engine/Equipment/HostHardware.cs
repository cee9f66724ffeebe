using System.Text.RegularExpressions;

namespace Rubicon.Equipment;

/// <summary>
/// What a general host says of its hardware: only the kind of processor. It stands as model where nothing else does, in the words that network
/// monitoring uses for it ("Generic x86 64-bit"), and is no sign of a maker.
/// </summary>
internal static partial class HostHardware
{
    // Operating systems of hosts and network systems whose description goes on with the machine's name or a kernel, not with a model.
    private static readonly string[] Hosts =
        ["linux", "freebsd", "netbsd", "openbsd", "dragonfly", "sunos", "darwin", "windows", "hardware:", "vmware", "aix", "hp-ux", "pfsense", "net-snmp", "cisco ios", "cisco nx-os", "cisco adaptive", "cisco controller"];

    /// <summary>True when the description is of an operating system and not of a product.</summary>
    public static bool IsHost(string description) => Array.Exists(Hosts, h => description.StartsWith(h, StringComparison.OrdinalIgnoreCase));

    /// <summary>True when the description is of a general operating system, whose text says nothing of the device's model.</summary>
    public static bool IsGeneralHost(string description) => Unix().IsMatch(description) || description.StartsWith("Hardware:", StringComparison.OrdinalIgnoreCase);

    /// <summary>The kind of hardware, or null.</summary>
    public static string? In(string description)
    {
        if (Windows().Match(description) is { Success: true } windows)
            return windows.Groups[1].Value.ToUpperInvariant() switch
            {
                "AMD64" => "AMD x64",
                "INTEL64" or "EM64T" => "Intel x64",
                "X86" => "Generic x86",
                _ => null,
            };
        if (!Unix().IsMatch(description)) return null;
        return Machine().Matches(description).LastOrDefault()?.Value.ToUpperInvariant() switch
        {
            null => null,
            "X86_64" or "AMD64" => "Generic x86 64-bit",
            var machine when machine.StartsWith('I') => "Generic x86",
            var machine when machine.StartsWith('A') => "Generic ARM",
            var machine when machine.StartsWith('M') => "Generic MIPS",
            _ => "Generic PowerPC",
        };
    }

    [GeneratedRegex(@"^Hardware:\s*(\w+)\s+Family", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Windows();

    [GeneratedRegex(@"^(?:Linux|FreeBSD|OpenBSD|NetBSD|DragonFly|pfSense)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Unix();

    [GeneratedRegex(@"(?<![\w.])(?:x86_64|amd64|i[3-6]86|armv\w+|arm64|aarch64|mips\w*|ppc\w*)(?![\w.])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Machine();
}
