using System.Text;
using System.Text.RegularExpressions;
using Rubicon.Diagnostics;
using Rubicon.Subjects;

namespace Rubicon.Reading.Commands;

/// <summary>
/// Details of neighbors by LLDP and CDP, of Cisco, Huawei, H3C, Juniper, Fortinet and their kin: lines of "key: value" in blocks. Each block is a
/// device; what it says of itself is a banner, never a label.
/// </summary>
internal static partial class NeighborDetails
{
    private enum Key
    {
        Index,
        Local,
        Chassis,
        Name,
        Description,
        Platform,
        Port,
        Address,
        Maker,
        Model,
        Serial,
        Other,
    }

    private static readonly (string Word, Key Key)[] Words =
    [
        ("neighbor index", Key.Index), ("local intf", Key.Local), ("local interface", Key.Local), ("local port id", Key.Other), ("interface", Key.Local),
        ("device id", Key.Name), ("chassis id", Key.Chassis), ("chassisid", Key.Chassis), ("chassis-id", Key.Chassis), ("chassis.data", Key.Chassis), ("chassis id / type", Key.Chassis),
        ("system name", Key.Name), ("sysname", Key.Name), ("system.name.data", Key.Name), ("system description", Key.Description), ("system descr", Key.Description),
        ("system.desc.data", Key.Description), ("sysdescr", Key.Description), ("version", Key.Description), ("platform", Key.Platform), ("port id", Key.Port), ("port-id", Key.Port), ("port.id.data", Key.Port),
        ("management address", Key.Address), ("management ip address", Key.Address), ("ip address", Key.Address), ("ip", Key.Address), ("mgmtip", Key.Address),
        ("manufacturer", Key.Maker), ("manufacturer name", Key.Maker), ("manu name", Key.Maker), ("model", Key.Model), ("model name", Key.Model), ("serial number", Key.Serial),
        ("time remaining", Key.Other), ("system capabilities", Key.Other), ("enabled capabilities", Key.Other), ("capabilities", Key.Other), ("holdtime", Key.Other),
        ("port description", Key.Other), ("advertisement version", Key.Other), ("entry address(es)", Key.Other), ("media attachment unit type", Key.Other), ("ttl", Key.Other), ("expired time", Key.Other),
        ("system capabilities supported", Key.Other), ("system capabilities enabled", Key.Other), ("management addresses", Key.Other), ("auto negotiation", Key.Other), ("vlan id", Key.Other),
        ("chassis type", Key.Other), ("port id type", Key.Other), ("chassis id subtype", Key.Other), ("port id subtype", Key.Other), ("med information", Key.Other), ("native vlan", Key.Other), ("duplex", Key.Other), ("vtp management domain", Key.Other),
        ("f/w revision", Key.Other), ("h/w revision", Key.Other), ("s/w revision", Key.Other), ("hardware revision", Key.Other), ("firmware revision", Key.Other), ("software revision", Key.Other), ("asset id", Key.Other), ("device type", Key.Other),
    ];

    /// <summary>Most lines of one description: the rest is legal text.</summary>
    private const int MostDescriptionLines = 8;

    public static bool Are(IReadOnlyList<string> lines)
    {
        bool id = false, detail = false;
        foreach (string line in lines)
        {
            switch (KeyOf(line, out _))
            {
                case Key.Chassis or Key.Index: id = true; break;
                case Key.Name when line.TrimStart().StartsWith("Device ID", StringComparison.OrdinalIgnoreCase): id = true; break;
                case Key.Platform or Key.Port or Key.Description: detail = true; break;
            }
            if (id && detail) return true;
        }
        return false;
    }

    public static IEnumerable<ReadRecord> Read(IReadOnlyList<string> lines, InputLedger ledger)
    {
        var block = new Block(ledger.File);
        for (int i = 0; i < lines.Count; i++)
        {
            var key = KeyOf(lines[i], out string value);
            if (key is { } known)
            {
                if (block.Has(known))
                {
                    if (block.Close() is { } record) yield return record;
                    block = new Block(ledger.File);
                }
                block.Take(known, value, i + 1);
            }
            else if (lines[i].Length == 0 || Rule().IsMatch(lines[i]))
            {
                block.EndDescription();
                // A rule between two blocks closes the one above; a rule right at the top of one closes nothing.
                if (lines[i].Length == 0 || block.Close() is not { } record) continue;
                yield return record;
                block = new Block(ledger.File);
            }
            else
            {
                block.Continue(lines[i]);
            }
        }
        if (block.Close() is { } last) yield return last;
    }

    private static Key? KeyOf(string line, out string value)
    {
        value = "";
        if (Pair().Match(line) is not { Success: true } pair) return null;
        string word = pair.Groups[1].Value.Trim();
        foreach (var (known, key) in Words)
        {
            if (!word.Equals(known, StringComparison.OrdinalIgnoreCase)) continue;
            value = pair.Groups[2].Value.Trim();
            return key;
        }
        return null;
    }

    [GeneratedRegex(@"^\s*(?:\d+ )?([A-Za-z][A-Za-z0-9 ./()-]{1,40}?)\s*:(?!:)\s*(.*)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Pair();

    [GeneratedRegex(@"^\s*[-=*]{8,}\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Rule();

    /// <summary>One neighbor while its lines are read.</summary>
    private sealed class Block(string file)
    {
        private readonly HashSet<Key> _keys = [];
        private readonly StringBuilder _description = new();
        private string? _name;
        private string? _chassis;
        private string? _platform;
        private string? _address;
        private string? _port;
        private string? _local;
        private (string? Maker, string? Model, string? Serial) _inventory;
        private bool _describing;
        private int _descriptionLines;
        private int _line;

        /// <summary>True when the key begins another neighbor.</summary>
        public bool Has(Key key) => key is Key.Index or Key.Local or Key.Chassis && _keys.Contains(key) || key == Key.Name && _keys.Contains(Key.Name) && !_keys.Contains(Key.Chassis);

        public void Take(Key key, string value, int line)
        {
            _keys.Add(key);
            _describing = false;
            bool says = value.Length > 0 && value is not ("-" or "--" or "- not advertised" or "not advertised");
            if (_line == 0) _line = line;
            if (!says && key != Key.Description) return;
            switch (key)
            {
                case Key.Name: _name ??= value; break;
                case Key.Chassis: _chassis ??= value; break;
                // CDP: "cisco WS-C2960-8TC-L,  Capabilities: Switch IGMP".
                case Key.Platform: _platform ??= value.Split(',')[0].Trim(); break;
                case Key.Local: _local ??= value.Split(',')[0].Trim(); break;
                case Key.Port: _port ??= value; break;
                case Key.Address: _address ??= value; break;
                case Key.Maker: _inventory.Maker ??= value; break;
                case Key.Model: _inventory.Model ??= value; break;
                case Key.Serial: _inventory.Serial ??= value; break;
                case Key.Description:
                    _describing = true;
                    if (says) _description.Append(_description.Length > 0 ? "\n" : "").Append(value);
                    break;
            }
        }

        public void Continue(string line)
        {
            if (!_describing || ++_descriptionLines > MostDescriptionLines) return;
            _description.Append(_description.Length > 0 ? "\n" : "").Append(line.Trim());
        }

        // An empty line right after "Version :" belongs to it.
        public void EndDescription() => _describing &= _description.Length == 0;

        public ReadRecord? Close()
        {
            if (_name is null && _chassis is null) return null;
            var statements = new RecordStatements();
            statements.Add(Field.Name, _name ?? _address ?? _chassis);
            statements.Add(Field.Banner, _description.ToString(), "system description");
            if (_platform is { } platform)
            {
                statements.Add(Field.Banner, platform, "platform");
                statements.Add(Field.EntityModel, WithoutMaker(platform), "platform");
            }
            statements.Add(Field.EntityMaker, _inventory.Maker, "LLDP-MED inventory");
            statements.Add(Field.EntityModel, _inventory.Model, "LLDP-MED inventory");
            statements.Add(Field.Serial, _inventory.Serial, "LLDP-MED inventory");
            if (_chassis is { } chassis && AddressText.Mac(chassis) is { } mac && !AddressText.IsGroup(mac)) statements.Add(Field.MacAddress, mac, "chassis id");
            else if (_port is { } port && AddressText.Mac(port) is { } portMac) statements.Add(Field.MacAddress, portMac, "port id");
            if (_local is not null) statements.Add(Field.Link, $"{_local} to {_port}");
            return statements.Close(SubjectKind.Device, new SourceLocation(file, _line), ProblemCatalog.CommandNamesNoDevice, _name ?? _chassis ?? "");
        }

        private static string WithoutMaker(string platform)
        {
            int space = platform.IndexOf(' ', StringComparison.Ordinal);
            return space > 0 && platform.StartsWith("cisco ", StringComparison.OrdinalIgnoreCase) ? platform[(space + 1)..].Trim() : platform;
        }
    }
}
