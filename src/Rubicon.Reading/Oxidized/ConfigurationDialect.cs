using System.Text.RegularExpressions;
using Rubicon.Subjects;

namespace Rubicon.Reading.Oxidized;

/// <summary>
/// How a platform writes its configuration: marks by which it is told, and lines that state name, model, version and
/// serial number. Marks are lines that no other platform writes; where two share a dialect, one more mark tells them apart.
/// </summary>
internal sealed partial class ConfigurationDialect
{
    private readonly Regex[] _marks;
    private readonly Regex? _not;
    private readonly (Field Field, Regex Line)[] _lines;

    private ConfigurationDialect(string platform, Regex[] marks, Regex? not, params (Field Field, Regex Line)[] lines) =>
        (Platform, _marks, _not, _lines) = (platform, marks, not, lines);

    /// <summary>The platform in the words of Oxidized, ntc-templates and the maker files.</summary>
    public string Platform { get; }

    // Order matters: SmartAX and Comware share the sysname of VRP.
    private static readonly ConfigurationDialect[] All =
    [
        new("smartax", [SmartAxVersion()], null, (Field.Name, SysName()), (Field.Version, SmartAxVersion()), (Field.Model, SmartAxModel())),
        new("comware", [SysName(), ComwareVersion()], null, (Field.Name, SysName()), (Field.Version, ComwareVersion())),
        new("vrp", [SysName(), HashLine()], ComwareVersion(), (Field.Name, SysName()), (Field.Version, VrpVersion()), (Field.Model, VrpModel())),
        new("zxros", [ZteModule()], null, (Field.Name, HostName())),
        new("eos", [EosDevice()], null, (Field.Model, EosDevice()), (Field.Name, HostName()), (Field.Version, EosVersion())),
        new("iosxr", [IosXr()], null, (Field.Name, HostName()), (Field.Version, IosXr())),
        new("nxos", [NxosVersion(), HostOrSwitchName()], null, (Field.Name, HostOrSwitchName()), (Field.Version, NxosVersion())),
        new("asa", [AsaVersion()], null, (Field.Name, HostName()), (Field.Version, AsaVersion())),
        new("ios", [IosVersion(), HostName()], null, (Field.Name, HostName()), (Field.Version, IosVersion()), (Field.Model, IosChassis()), (Field.Serial, IosSerial())),
        new("routeros", [RouterOs()], null, (Field.Version, RouterOs()), (Field.Model, RouterOsModel()), (Field.Serial, RouterOsSerial()), (Field.Name, RouterOsName())),
        new("fortios", [FortiConfig()], null, (Field.Model, FortiConfig()), (Field.Version, FortiVersion()), (Field.Name, FortiName())),
        new("sros", [Timos()], null, (Field.Version, Timos()), (Field.Name, SrosName())),
        new("procurve", [ProcurveEditor()], null, (Field.Model, ProcurveEditor()), (Field.Version, ProcurveRelease()), (Field.Name, HostName())),
        new("junos", [JunosVersion(), JunosName()], null, (Field.Version, JunosVersion()), (Field.Name, JunosName()), (Field.Model, JunosModel())),
        new("edgeos", [EdgeOsRelease()], null, (Field.Version, EdgeOsRelease()), (Field.Name, EdgeOsName())),
    ];

    /// <summary>The dialect of the lines, or null.</summary>
    public static ConfigurationDialect? Of(IReadOnlyList<string> lines)
    {
        foreach (var dialect in All)
            if (Array.TrueForAll(dialect._marks, m => lines.Any(l => Matches(m, l))) && (dialect._not is not { } not || !lines.Any(l => Matches(not, l)))) return dialect;
        return null;
    }

    /// <summary>What a line states.</summary>
    public IEnumerable<(Field Field, string Value)> Stated(string line)
    {
        foreach (var (field, pattern) in _lines)
            if (line.Length <= 1000 && pattern.Match(line) is { Success: true } match && match.Groups["v"] is { Success: true } value)
                yield return (field, value.Value.Trim().Trim('"'));
    }

    private static bool Matches(Regex pattern, string line) => line.Length <= 1000 && pattern.IsMatch(line);

    [GeneratedRegex(@"^\s*sysname\s+(?<v>\S+)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SysName();

    [GeneratedRegex(@"^#\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex HashLine();

    [GeneratedRegex(@"^!?\s*Software Version\s+(?<v>V\d{3}R\d{3}\S*)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex VrpVersion();

    [GeneratedRegex(@"^[#!]+\s*HUAWEI\s+(?<v>\S*\d\S*)\s.*uptime", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex VrpModel();

    [GeneratedRegex(@"^\s*version\s+(?<v>[3-9]\.\d+(?:\.\d+)*,?\s+(?:Release|ESS|Feature|Alpha|Beta|Test|Demo)\b.*)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ComwareVersion();

    [GeneratedRegex(@"^\s*\[(?<v>MA5\d{3}\S*)(?::\s*\d+)?\s*\]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SmartAxVersion();

    [GeneratedRegex(@"^\s*\[(?<v>MA5\d{3}[A-Z]*)(?=V\d)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SmartAxModel();

    [GeneratedRegex(@"^!</?(?:mim|xpon|if-intf|mcms?|system-config|alarm|cfm|aaa|snmp|ntp|mac-table|vlan|gpon|pon|sys|ems)[\w-]*>\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ZteModule();

    [GeneratedRegex(@"^hostname\s+""?(?<v>[^""\s]+)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex HostName();

    [GeneratedRegex(@"^(?:hostname|switchname)\s+(?<v>\S+)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex HostOrSwitchName();

    [GeneratedRegex(@"^!\s*device:\s+\S+\s+\((?<v>[^,)]+),\s*EOS-", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EosDevice();

    [GeneratedRegex(@"^!\s*device:.*,\s*EOS-(?<v>[^)\s]+)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EosVersion();

    [GeneratedRegex(@"^!!\s*IOS XR Configuration\s*(?<v>\S*)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex IosXr();

    [GeneratedRegex(@"^version\s+(?<v>\d+\.\d+\(\d+\)\S*)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NxosVersion();

    [GeneratedRegex(@"^(?:ASA|PIX) Version\s+(?<v>\S+)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AsaVersion();

    [GeneratedRegex(@"^version\s+(?<v>1[0-9]\.\d+)\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex IosVersion();

    [GeneratedRegex(@"^!\s*Chassis type:\s*(?<v>\S+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex IosChassis();

    [GeneratedRegex(@"^!\s*Processor (?:ID|board ID):?\s*(?<v>\S+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex IosSerial();

    [GeneratedRegex(@"^#.*\bby RouterOS\s+(?<v>\S+)|^#\s*RouterOS\s+(?<v>\S+)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex RouterOs();

    [GeneratedRegex(@"^#\s*model\s*[=:]\s*(?<v>.+)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex RouterOsModel();

    [GeneratedRegex(@"^#\s*serial[ -]number\s*[=:]\s*(?<v>\S+)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex RouterOsSerial();

    [GeneratedRegex(@"^(?:/system identity )?set name=(?<v>""[^""]+""|\S+)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex RouterOsName();

    [GeneratedRegex(@"^#config-version=(?<v>F[A-Z0-9]{2,20}?)-\d", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FortiConfig();

    [GeneratedRegex(@"^#config-version=[A-Z0-9]+?-(?<v>\d+(?:\.\d+)+)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FortiVersion();

    [GeneratedRegex(@"^\s+set hostname\s+(?<v>""[^""]+""|\S+)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FortiName();

    [GeneratedRegex(@"^#\s*TiMOS-(?<v>\S+)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Timos();

    [GeneratedRegex(@"^\s{8}name\s+(?<v>""[^""]+"")", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SrosName();

    [GeneratedRegex(@"^;\s*(?<v>J[A-Z]?[0-9A-Z]{4,6})\s+Configuration Editor", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ProcurveEditor();

    [GeneratedRegex(@"^;.*Configuration Editor;\s*Created on release\s+#?(?<v>\S+)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ProcurveRelease();

    [GeneratedRegex(@"^(?:set )?version\s+""?(?<v>\d{1,2}\.\d[\w.-]*)""?;?\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex JunosVersion();

    [GeneratedRegex(@"^\s+host-name\s+(?<v>[^;\s]+);|^set (?:groups \S+ )?system host-name\s+(?<v>\S+)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex JunosName();

    [GeneratedRegex(@"^#+\s*Model:\s*(?<v>\S+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex JunosModel();

    [GeneratedRegex(@"^/\* Release version:\s*(?<v>v\d\S*) \*/", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EdgeOsRelease();

    [GeneratedRegex(@"^\s+host-name\s+(?<v>\S+)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EdgeOsName();
}
