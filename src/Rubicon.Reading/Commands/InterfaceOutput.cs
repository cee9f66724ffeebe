using System.Text.RegularExpressions;
using Rubicon.Diagnostics;
using Rubicon.Subjects;

namespace Rubicon.Reading.Commands;

/// <summary>
/// "show interface" and "display interface": one device, known by the addresses of its interfaces, by what the maker writes into the default
/// descriptions ("HUAWEI, AR Series, …"), by the hardware that it names and by the modules in it.
/// </summary>
internal static partial class InterfaceOutput
{
    private const int MostAddresses = 256;

    public static bool Is(IReadOnlyList<string> lines)
    {
        bool state = false;
        foreach (string line in lines)
        {
            state |= State().IsMatch(line);
            if (state && (Address().IsMatch(line) || Default().IsMatch(line))) return true;
        }
        return false;
    }

    public static IEnumerable<ReadRecord> Read(IReadOnlyList<string> lines, InputLedger ledger)
    {
        var statements = new RecordStatements();
        int first = 0, addresses = 0;
        for (int i = 0; i < lines.Count; i++)
        {
            if (Default().Match(lines[i]) is { Success: true } described) statements.Add(Field.Banner, described.Groups[1].Value.Trim(), null, i + 1);
            if (Modem().Match(lines[i]) is { Success: true } modem) statements.Add(Field.ModuleModel, modem.Groups[1].Value, null, i + 1);
            if (TransceiverMaker().Match(lines[i]) is { Success: true } maker) statements.Add(Field.ModuleMaker, maker.Groups[1].Value, null, i + 1);
            if (!Address().IsMatch(lines[i]) || addresses >= MostAddresses || AddressText.Mac(lines[i]) is not { } mac || AddressText.IsGroup(mac)) continue;
            if (first == 0) first = i + 1;
            addresses++;
            statements.Add(Field.MacAddress, mac, null, i + 1);
        }
        if (statements.Count == 0) yield break;
        yield return statements.Close(SubjectKind.Device, new SourceLocation(ledger.File, Math.Max(first, 1)), ProblemCatalog.CommandNamesNoDevice, "interfaces");
    }

    [GeneratedRegex(@"current state\s*:|is (?:up|down|administratively down|DOWN|UP)|line protocol|Physical link is|link status", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex State();

    [GeneratedRegex(@"Hardware (?:address|is)\b|Current address|Hardware Address|HWaddr|Physical address|bia |MAC address|mac-address=", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Address();

    [GeneratedRegex(@"^\s*Description\s*:\s*((?:HUAWEI|Huawei|H3C|ZTE|Quidway),.*)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Default();

    [GeneratedRegex(@"^\s*Model\s*=\s*(\S+)\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Modem();

    [GeneratedRegex(@"^\s*(?:The )?(?:Vendor|Transceiver Vendor|Manufacturer)(?: Name| PN)?\s*(?:is|:)\s*(\S.*?)\s*,?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TransceiverMaker();
}
