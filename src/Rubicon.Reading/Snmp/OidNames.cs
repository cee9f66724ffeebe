using System.Collections.Frozen;

namespace Rubicon.Reading.Snmp;

/// <summary>
/// The few names of MIB objects that a walk is read for (RFC 3418, RFC 2863, RFC 6933, IEEE 802.1AB), and the names that
/// net-snmp puts before the numbers it has no MIB for.
/// </summary>
internal static class OidNames
{
    public const string SysDescr = "1.3.6.1.2.1.1.1.0";
    public const string SysObjectId = "1.3.6.1.2.1.1.2.0";
    public const string SysName = "1.3.6.1.2.1.1.5.0";
    public const string SysLocation = "1.3.6.1.2.1.1.6.0";
    public const string IfPhysAddress = "1.3.6.1.2.1.2.2.1.6.";
    public const string Entity = "1.3.6.1.2.1.47.1.1.1.1.";
    public const string Enterprises = "1.3.6.1.4.1.";
    public const string LldpChassisKind = "1.0.8802.1.1.2.1.3.1.0";
    public const string LldpChassis = "1.0.8802.1.1.2.1.3.2.0";

    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["iso"] = "1",
        ["org"] = "1.3",
        ["internet"] = "1.3.6.1",
        ["mgmt"] = "1.3.6.1.2",
        ["mib-2"] = "1.3.6.1.2.1",
        ["transmission"] = "1.3.6.1.2.1.10",
        ["private"] = "1.3.6.1.4",
        ["enterprises"] = "1.3.6.1.4.1",
        ["system"] = "1.3.6.1.2.1.1",
        ["sysDescr"] = "1.3.6.1.2.1.1.1",
        ["sysObjectID"] = "1.3.6.1.2.1.1.2",
        ["sysUpTime"] = "1.3.6.1.2.1.1.3",
        ["sysContact"] = "1.3.6.1.2.1.1.4",
        ["sysName"] = "1.3.6.1.2.1.1.5",
        ["sysLocation"] = "1.3.6.1.2.1.1.6",
        ["ifPhysAddress"] = "1.3.6.1.2.1.2.2.1.6",
        ["entPhysicalDescr"] = "1.3.6.1.2.1.47.1.1.1.1.2",
        ["entPhysicalVendorType"] = "1.3.6.1.2.1.47.1.1.1.1.3",
        ["entPhysicalContainedIn"] = "1.3.6.1.2.1.47.1.1.1.1.4",
        ["entPhysicalClass"] = "1.3.6.1.2.1.47.1.1.1.1.5",
        ["entPhysicalParentRelPos"] = "1.3.6.1.2.1.47.1.1.1.1.6",
        ["entPhysicalName"] = "1.3.6.1.2.1.47.1.1.1.1.7",
        ["entPhysicalHardwareRev"] = "1.3.6.1.2.1.47.1.1.1.1.8",
        ["entPhysicalFirmwareRev"] = "1.3.6.1.2.1.47.1.1.1.1.9",
        ["entPhysicalSoftwareRev"] = "1.3.6.1.2.1.47.1.1.1.1.10",
        ["entPhysicalSerialNum"] = "1.3.6.1.2.1.47.1.1.1.1.11",
        ["entPhysicalMfgName"] = "1.3.6.1.2.1.47.1.1.1.1.12",
        ["entPhysicalModelName"] = "1.3.6.1.2.1.47.1.1.1.1.13",
        ["lldpLocChassisIdSubtype"] = "1.0.8802.1.1.2.1.3.1",
        ["lldpLocChassisId"] = "1.0.8802.1.1.2.1.3.2",
        ["lldpLocPortId"] = "1.0.8802.1.1.2.1.3.7.1.3",
        ["lldpLocPortDesc"] = "1.0.8802.1.1.2.1.3.7.1.4",
        ["lldpRemChassisIdSubtype"] = "1.0.8802.1.1.2.1.4.1.1.4",
        ["lldpRemChassisId"] = "1.0.8802.1.1.2.1.4.1.1.5",
        ["lldpRemPortId"] = "1.0.8802.1.1.2.1.4.1.1.7",
        ["lldpRemPortDesc"] = "1.0.8802.1.1.2.1.4.1.1.8",
        ["lldpRemSysName"] = "1.0.8802.1.1.2.1.4.1.1.9",
        ["lldpRemSysDesc"] = "1.0.8802.1.1.2.1.4.1.1.10",
        ["cdpCacheVersion"] = "1.3.6.1.4.1.9.9.23.1.2.1.1.5",
        ["cdpCacheDeviceId"] = "1.3.6.1.4.1.9.9.23.1.2.1.1.6",
        ["cdpCacheDevicePort"] = "1.3.6.1.4.1.9.9.23.1.2.1.1.7",
        ["cdpCachePlatform"] = "1.3.6.1.4.1.9.9.23.1.2.1.1.8",
        ["netSnmpAgentOIDs"] = "1.3.6.1.4.1.8072.3.2",
        ["ciscoProducts"] = "1.3.6.1.4.1.9.1",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Numbers for <c>MIB::name.index</c>, <c>iso.3.6…</c> or <c>.1.3…</c>; the text itself when the name is not known.</summary>
    public static string Resolve(string text)
    {
        int scope = text.IndexOf("::", StringComparison.Ordinal);
        string local = scope < 0 ? text.TrimStart('.') : text[(scope + 2)..];
        int dot = local.IndexOf('.', StringComparison.Ordinal);
        string name = dot < 0 ? local : local[..dot];
        return Names.TryGetValue(name, out string? numbers) ? dot < 0 ? numbers : numbers + local[dot..] : scope < 0 ? local : text;
    }
}
