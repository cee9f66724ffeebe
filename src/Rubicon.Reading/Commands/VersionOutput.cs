using System.Text.RegularExpressions;
using Rubicon.Diagnostics;
using Rubicon.Subjects;

namespace Rubicon.Reading.Commands;

/// <summary>
/// What a device prints of itself: "show version", "display version", "get system status", "system routerboard print", "show system information".
/// The whole text is one device: its first lines are its description, and lines that name model, serial number, host and address are read as such.
/// </summary>
internal static partial class VersionOutput
{
    private const int MostDescription = 400;

    private static readonly (Field Field, Regex Pattern)[] Patterns =
    [
        (Field.Name, Name()), (Field.Name, Uptime()), (Field.EntityModel, LabeledModel()), (Field.EntityModel, NamedUptime()), (Field.EntityModel, CiscoProcessor()),
        (Field.EntityModel, CiscoChassis()), (Field.EntityModel, FirstLine()), (Field.EntityModel, FortiVersion()), (Field.EntityModel, ZteDevice()), (Field.Serial, Serial()), (Field.MacAddress, Address()), (Field.Version, VersionNumber()),
        (Field.SysDescr, Description()), (Field.Platform, Platform()), (Field.EntityMaker, Maker()), (Field.ModuleMaker, OpticMaker()), (Field.ModuleModel, OpticModel()), (Field.Banner, LicenseMaker()),
    ];

    public static bool Is(IReadOnlyList<string> lines)
    {
        int stated = 0;
        foreach (string line in lines)
        {
            if (Banner().IsMatch(line)) return true;
            if (Serial().IsMatch(line) || LabeledModel().IsMatch(line) || Name().IsMatch(line)) stated++;
            if (stated >= 2 && !line.Contains(',', StringComparison.Ordinal)) return true;
        }
        return false;
    }

    public static IEnumerable<ReadRecord> Read(IReadOnlyList<string> lines, InputLedger ledger)
    {
        var found = new List<(Field Field, string Text, int Line)>();
        for (int i = 0; i < lines.Count; i++)
            foreach (var (field, pattern) in Patterns)
            {
                if (pattern.Match(lines[i]) is not { Success: true } match || !Says(match.Groups[1].Value)) continue;
                string? text = field == Field.MacAddress ? AddressText.Mac(match.Groups[1].Value) : match.Groups[1].Value.Trim().Trim('"');
                if (text is not null) found.Add((field, text, i + 1));
            }
        int first = FirstOfText(lines);
        var statements = new RecordStatements();
        // "model:" says more than "board-name:", and the line of a chassis more than a board's type.
        foreach (var (field, text, line) in found.OrderBy(f => f.Field == Field.EntityModel && Weak(lines[f.Line - 1])))
            statements.Add(field, text, null, line);
        if (!found.Exists(f => f.Field == Field.SysDescr) && first < lines.Count)
        {
            string description = string.Join('\n', lines.Skip(first).TakeWhile(l => l.Length > 0).Take(6));
            statements.Add(Field.SysDescr, description.Length > MostDescription ? description[..MostDescription] : description, null, first + 1);
        }
        yield return statements.Close(SubjectKind.Device, new SourceLocation(ledger.File, first + 1), ProblemCatalog.CommandNamesNoDevice, lines.FirstOrDefault(l => l.Length > 0) ?? "");
    }

    private static bool Weak(string line) => BoardLine().IsMatch(line) || line.Contains("uptime", StringComparison.OrdinalIgnoreCase) && line.Contains("Router", StringComparison.Ordinal);

    private static bool Says(string text) => text.Trim() is not ("" or "-" or "N/A" or "n/a" or "none" or "None" or "unknown" or "****");

    private static int FirstOfText(IReadOnlyList<string> lines)
    {
        int banner = lines.ToList().FindIndex(l => Banner().IsMatch(l));
        if (banner >= 0) return banner;
        int first = lines.ToList().FindIndex(l => l.Trim().Length > 1);
        return Math.Max(first, 0);
    }

    [GeneratedRegex(@"^\s*(?:\d+\.\s*)?board[ -]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BoardLine();

    [GeneratedRegex(@"^\s*VendorName\s*:\s*(\S+)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OpticMaker();

    [GeneratedRegex(@"^\s*VendorPN\s*:\s*(\S+)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OpticModel();

    [GeneratedRegex(@"^\s*Creator\s*:\s*(\S.*)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LicenseMaker();

    [GeneratedRegex(@"^(?:.*[>#]\s*)?\s*(?:Cisco (?:IOS|Nexus|NX-OS|Internetwork|Adaptive|Application)|Huawei (?:Versatile|Integrated|YunShan)|HUAWEI \S|H3C Comware|HPE? Comware|HPE? \S+ Switch|Comware Software|Arista \S|Ericsson \S+ Version|JUNOS |Junos: |Version:\s+Forti|FortiOS|ZXR10|ZXUN|ZXA10|ZTE \S|ZXAN|Dell (?:EMC|Networking|Real)|ExtremeXOS|Ruijie |RGOS|FiberHome|Raisecom |RAISECOM|ROS (?:Software|Version)|Nokia |TiMOS|ALCATEL|Ubiquiti|Build ID:\s|HW model:|RouterOS|\s*routerboard:|\s*board-name:|\s*platform: MikroTik|ESN of device|System Description\.{3,}|MAIN ?SOFT|main software version|MainVersion|Hikvision|Dahua|BDCOM|ProCurve|ArubaOS|Palo Alto|model: PA-|sw-version:|SmartAX|MA5[68]\d\d|D-Link|TP-LINK|UTStarcom|Product Version|Dasan|Aruba |SonicWALL|Check Point|Model:\s+Forti|\s*VendorName\s*:|Manufacturer\s*:\s*\S|\s*License file ESN)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Banner();

    [GeneratedRegex(@"^\s*(?:Host ?name|System Name|Sysname|Switch Name|Device [Nn]ame)\s*(?:[:=]|\.{3,})\s*(\S+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Name();

    [GeneratedRegex(@"^(\S+) uptime is ", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Uptime();

    [GeneratedRegex(@"^\s*(?:\d+\.\s*)?(?:Model|Model ?(?:number|name)|HW ?model|Hardware ?(?:model|type)|Machine ?Model|Board\s+Type|Product ?(?:name|model|type)|System ?Type|Chassis ?(?:type|model)?|Device ?(?:model|type)|board-name|Switch Model|Equipment ID|Appliance Model|System Model|Model ID)\s*(?:[:=]|\.{3,})\s*(\S.*?)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LabeledModel();

    [GeneratedRegex(@"^\s*(?:Huawei|HUAWEI|H3C|HPE?|Quidway|3Com) (.+?)(?: Router| Switch| Terabit Routing Switch| Firewall)? uptime is ", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NamedUptime();

    [GeneratedRegex(@"^[Cc]isco (\S+(?: \d\S*)?) \(.+\) (?:processor|with)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CiscoProcessor();

    [GeneratedRegex(@"^\s*cisco (?:Nexus\s?\d+ )?(\S+)\s+(?:\(.*\)\s+)?[Cc]hassis", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CiscoChassis();

    [GeneratedRegex(@"^Arista (\S+)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FirstLine();

    [GeneratedRegex(@"^Version:\s+(Forti\S+) v", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FortiVersion();

    [GeneratedRegex(@"^\s*(ZX\w+ \w*\d[\w-]*)(?:,| Software| ROS)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ZteDevice();

    [GeneratedRegex(@"^\s*(?:Serial[ -]?(?:Number|No\.?|Num)?|System serial number|HW S/N|Processor board ID|ESN of (?:device|master)|ESN|Chassis Serial Number|Device serial number)\s*(?:[:=]|\.{3,}|\s)\s*(\S+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Serial();

    [GeneratedRegex(@"^\s*(?:(?:Base|System|Hardware|Burned In|Bridge|Chassis|Switch)?\s*(?:ethernet )?MAC(?: [Aa]ddress)?|lan mac|wan mac)\s*(?:[:=]|\.{3,})\s*(\S+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Address();

    [GeneratedRegex(@"(?:\bVersion|Software image version|^Junos|main software version|MainVersion|^\s*version)\s*[:=]?\s*[(vV]?(\d[^\s,)]*|V\d+R\d+\S*)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex VersionNumber();

    [GeneratedRegex(@"^\s*System Description\s*(?:[:=]|\.{3,})\s*(\S.*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Description();

    [GeneratedRegex(@"^\s*platform:\s*(\S+)\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Platform();

    [GeneratedRegex(@"^\s*(?:Manufacturer|Vendor ?name|Vendor)\s*[:=]\s*(\S.*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Maker();
}
