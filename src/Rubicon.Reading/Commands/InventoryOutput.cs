using System.Text.RegularExpressions;
using Rubicon.Diagnostics;
using Rubicon.Subjects;

namespace Rubicon.Reading.Commands;

/// <summary>
/// Inventories: Cisco's NAME and PID, Juniper's hardware inventory, Arista's tables, the manufacture information of Comware, Huawei's device status. The
/// chassis is the device, or where none is named the first part that is no fan, supply or transceiver; the rest are parts inside it.
/// </summary>
internal static partial class InventoryOutput
{
    /// <summary>One part: its name, model, serial number, maker and address as far as stated.</summary>
    private sealed record Part(int Line, string Name, string? Model, string? Serial = null, string? Maker = null, string? Mac = null)
    {
        public bool Minor => MinorPart().IsMatch(Name) || (Model is { } model && MinorPart().IsMatch(model));

        public bool Chassis => ChassisWord().IsMatch(Name) && !MinorPart().IsMatch(Name);
    }

    public static bool Is(IReadOnlyList<string> lines) =>
        lines.Any(l => CiscoName().IsMatch(l) || JuniperHead().IsMatch(l) || ComwarePair().IsMatch(l) || HuaweiHead().IsMatch(l) || l.StartsWith("System information", StringComparison.Ordinal) || Esn().IsMatch(l));

    public static IEnumerable<ReadRecord> Read(IReadOnlyList<string> lines, InputLedger ledger)
    {
        var (maker, parts) = lines.Any(l => CiscoName().IsMatch(l)) ? ("Cisco", Cisco(lines))
            : lines.Any(l => JuniperHead().IsMatch(l)) ? ("Juniper", Juniper(lines))
            : lines.Any(l => ComwarePair().IsMatch(l)) ? (null, Comware(lines))
            : lines.Any(l => HuaweiHead().IsMatch(l)) ? (null, Huawei(lines))
            : lines.Any(l => l.StartsWith("System information", StringComparison.Ordinal)) ? (null, Arista(lines))
            : ((string?)null, EsnLines(lines));
        if (parts.Count == 0) yield break;
        var device = parts.Find(p => p.Chassis && p.Model is not null) ?? parts.Find(p => !p.Minor && (p.Model ?? p.Serial) is not null) ?? parts[0];
        var statements = new RecordStatements();
        // What Cisco and Juniper print names nobody: the form itself is the sign, as strong as a banner.
        statements.Add(Field.Banner, maker is null ? null : maker + " hardware inventory");
        statements.Add(Field.EntityMaker, device.Maker, null, device.Line);
        statements.Add(Field.EntityModel, device.Model, null, device.Line);
        statements.Add(Field.Serial, device.Serial, null, device.Line);
        statements.Add(Field.MacAddress, device.Mac, null, device.Line);
        foreach (var part in parts)
        {
            if (ReferenceEquals(part, device)) continue;
            statements.Add(Field.ModuleMaker, part.Maker, part.Name, part.Line);
            statements.Add(Field.ModuleModel, part.Model, part.Name, part.Line);
            statements.Add(Field.MacAddress, part.Mac, part.Name, part.Line);
        }
        yield return statements.Close(SubjectKind.Device, new SourceLocation(ledger.File, device.Line), ProblemCatalog.CommandNamesNoDevice, device.Name);
    }

    private static List<Part> Cisco(IReadOnlyList<string> lines)
    {
        var parts = new List<Part>();
        (string Name, string Description, int Line)? named = null;
        for (int i = 0; i < lines.Count; i++)
        {
            if (CiscoName().Match(lines[i]) is { Success: true } name) named = (name.Groups[1].Value, name.Groups[2].Value, i + 1);
            if (CiscoPid().Match(lines[i]) is not { Success: true } pid || named is not { } part) continue;
            string model = pid.Groups[1].Value.Trim().TrimEnd('=');
            // Old chassis leave the PID empty and have the model in their name: "3640 chassis".
            if (model.Length == 0 && ChassisWord().IsMatch(part.Name)) model = part.Name.Split(' ')[0];
            parts.Add(new Part(part.Line, $"{part.Name} {part.Description}", Said(model), Said(pid.Groups[2].Value.Trim())));
            named = null;
        }
        return parts;
    }

    private static List<Part> Juniper(IReadOnlyList<string> lines)
    {
        var parts = new List<Part>();
        for (int i = 0; i < lines.Count; i++)
        {
            if (JuniperRow().Match(lines[i]) is not { Success: true } row) continue;
            string item = row.Groups[1].Value.Trim(), rest = lines[i][row.Groups[1].Length..];
            string[] cells = Columns().Split(rest.Trim());
            if (cells.Length == 0) continue;
            string description = cells[^1].Trim();
            string? serial = cells.Length >= 2 ? Said(cells[^2].Trim()) : null;
            parts.Add(new Part(i + 1, item, Said(description), serial is "BUILTIN" ? null : serial));
        }
        return parts;
    }

    private static List<Part> Comware(IReadOnlyList<string> lines)
    {
        var parts = new List<Part>();
        string slot = "";
        for (int i = 0; i < lines.Count; i++)
        {
            if (ComwareSlot().Match(lines[i]) is { Success: true } place) slot = place.Groups[1].Value;
            if (ComwarePair().Match(lines[i]) is not { Success: true } pair) continue;
            string value = pair.Groups[2].Value.Trim();
            string? said = Said(value);
            switch (pair.Groups[1].Value.Replace(' ', '_'))
            {
                case "DEVICE_NAME": parts.Add(new Part(i + 1, slot, said)); break;
                case "DEVICE_SERIAL_NUMBER" or "MANU_SERIAL_NUMBER" when parts.Count > 0: parts[^1] = parts[^1] with { Serial = said }; break;
                case "VENDOR_NAME" when parts.Count > 0: parts[^1] = parts[^1] with { Maker = said }; break;
                case "MAC_ADDRESS" when parts.Count > 0 && said is not null: parts[^1] = parts[^1] with { Mac = AddressText.Mac(said) }; break;
            }
        }
        return parts;
    }

    private static List<Part> Huawei(IReadOnlyList<string> lines)
    {
        var parts = new List<Part>();
        int type = -1;
        for (int i = 0; i < lines.Count; i++)
        {
            if (HuaweiHead().Match(lines[i]) is { Success: true } head)
            {
                type = head.Groups[1].Index;
                continue;
            }
            if (type < 0 || lines[i].Length <= type || lines[i].TrimStart().StartsWith('-') || HuaweiRow().Match(lines[i]) is not { Success: true } row) continue;
            string model = Columns().Split(lines[i][type..].Trim())[0].Split(' ')[0].TrimStart('*');
            parts.Add(new Part(i + 1, row.Groups[1].Value.Trim(), Said(model)));
        }
        return parts;
    }

    private static List<Part> Arista(IReadOnlyList<string> lines)
    {
        var parts = new List<Part>();
        string section = "";
        for (int i = 0; i < lines.Count; i++)
        {
            string line = lines[i];
            if (line.StartsWith("System", StringComparison.Ordinal))
            {
                section = line;
                continue;
            }
            string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length < 2 || words[0].StartsWith('-') || words[0] is "Model" or "HW" or "Slot" or "Module" or "Port" or "Type") continue;
            if (section.StartsWith("System information", StringComparison.Ordinal))
            {
                if (parts.Count == 0) parts.Add(new Part(i + 1, "chassis", words[0]));
                else if (parts[0].Serial is null && words.Length >= 2 && char.IsAsciiDigit(words[0][0])) parts[0] = parts[0] with { Serial = words[1] };
            }
            else if (section.Contains("power supply", StringComparison.Ordinal)) parts.Add(new Part(i + 1, "power supply", words[1], words[^1]));
            else if (section.Contains("transceiver", StringComparison.Ordinal) && words.Length >= 4 && int.TryParse(words[0], out _))
            {
                int model = Array.FindIndex(words, 1, w => w.Contains("FP", StringComparison.Ordinal) || w.Count(char.IsAsciiDigit) >= 2);
                if (model > 1) parts.Add(new Part(i + 1, "transceiver " + words[0], words[model], words.ElementAtOrDefault(model + 1), string.Join(' ', words[1..model])));
            }
        }
        return parts;
    }

    private static List<Part> EsnLines(IReadOnlyList<string> lines)
    {
        var parts = new List<Part>();
        for (int i = 0; i < lines.Count; i++)
            if (Esn().Match(lines[i]) is { Success: true } esn) parts.Add(new Part(i + 1, "chassis", null, esn.Groups[1].Value));
        return parts;
    }

    private static string? Said(string text) => text is "" or "N/A" or "NONE" or "NA" or "-" or "BUILTIN" or "Unspecified" ? null : text;

    [GeneratedRegex("^\\s*NAME:\\s*\"([^\"]*)\"\\s*,\\s*DESCR:\\s*\"([^\"]*)\"", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CiscoName();

    [GeneratedRegex(@"^\s*PID:\s*([^,]*),\s*VID:[^,]*,\s*SN:\s*(\S*)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CiscoPid();

    [GeneratedRegex(@"^Item\s+Version\s+Part number\s+Serial number\s+Description", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex JuniperHead();

    [GeneratedRegex(@"^(\s*(?:Chassis|Midplane|PEM \d+|PSM \d+|Power Supply \d+|Routing Engine(?: \d+)?|[A-Z]?FEB \d+|CB \d+|FPC \d+|MIC \d+|PIC \d+|Xcvr \d+|QXM \d+|Fan Tray.*?|FPM Board|CPU|SCG \d+|SFM \d+|SPMB \d+))\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex JuniperRow();

    [GeneratedRegex(@"^\s*(DEVICE[_ ]NAME|DEVICE[_ ]SERIAL[_ ]NUMBER|MANU[_ ]SERIAL[_ ]NUMBER|MAC[_ ]ADDRESS|MANUFACTURING[_ ]DATE|VENDOR[_ ]NAME|PRODUCT NUMBER)\s*:\s*(.*)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ComwarePair();

    [GeneratedRegex(@"^\s*((?:Slot|Subslot|Fan|Power|Chassis)\b.*?):?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ComwareSlot();

    [GeneratedRegex(@"^\s*Slot(?:\s+Sub|/Card|\s+Card)?\s+(Card-Type|Type|BoardType)\s+Online", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex HuaweiHead();

    [GeneratedRegex(@"^\s*(\d+(?:/\d+)?\s+\S+|\S+)\s+\S", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex HuaweiRow();

    [GeneratedRegex(@"^\s*ESN of (?:device|master|slot \d+)\s*:\s*(\S+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Esn();

    [GeneratedRegex(@"\s{2,}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Columns();

    [GeneratedRegex(@"\bchassis\b|^Slot 0|^Switch \d+$|^Switch System|^\d+ Switch", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ChassisWord();

    [GeneratedRegex(@"\bfans?\b|\bpower\b|\bPWR|\bPEM\b|\bPSM\b|supply|transceiver|Xcvr|\bSFP|^FAN|\bPSU\b|midplane|Routing Engine|\bCPU\b|sensor", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MinorPart();
}
