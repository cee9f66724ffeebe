using Rubicon.Equipment;
using Rubicon.Subjects;

namespace Rubicon.Reading.Snmp;

/// <summary>
/// Neighbors that a walk names: the remote systems of LLDP-MIB (IEEE 802.1AB) and the cache of CISCO-CDP-MIB. They are other devices, and stated as what this
/// one sees.
/// </summary>
internal sealed class WalkNeighbors
{
    private const string Remote = "1.0.8802.1.1.2.1.4.1.1.";
    private const string LocalPort = "1.0.8802.1.1.2.1.3.7.1.";
    private const string Cache = "1.3.6.1.4.1.9.9.23.1.2.1.1.";

    /// <summary>At most so many are kept.</summary>
    private const int MostNeighbors = 1024;

    private readonly Dictionary<string, Row> _rows = new(StringComparer.Ordinal);
    private readonly List<Row> _order = [];
    private readonly Dictionary<string, string> _ports = new(StringComparer.Ordinal);

    /// <summary>Takes an object of one of the tables; others are passed over.</summary>
    public void Take(in WalkLine line, int number)
    {
        bool lldp = line.Oid.StartsWith(Remote, StringComparison.Ordinal);
        if (!lldp && !line.Oid.StartsWith(Cache, StringComparison.Ordinal))
        {
            if (line.Oid.StartsWith(LocalPort, StringComparison.Ordinal)) Port(line);
            return;
        }
        var rest = line.Oid.AsSpan(lldp ? Remote.Length : Cache.Length);
        int dot = rest.IndexOf('.');
        if (dot <= 0) return;
        string column = rest[..dot].ToString();
        string index = (lldp ? "l" : "c") + rest[(dot + 1)..].ToString();
        if (!_rows.TryGetValue(index, out var row))
        {
            if (_order.Count >= MostNeighbors) return;
            _rows[index] = row = new Row(lldp, index[1..]);
            _order.Add(row);
        }
        string? text = line.Kind == WalkValue.Hex ? HexText.Decode(line.Value) : line.Value;
        row.Line = row.Line == 0 ? number : row.Line;
        row.Oid ??= line.Oid;
        switch (lldp, column)
        {
            case (true, "4"): row.ChassisKind = line.Value.Trim(); break;
            case (true, "5"): row.Chassis = (line.Value, line.Kind == WalkValue.Hex); break;
            case (true, "7") when line.Kind != WalkValue.Hex: row.Port = text; break;
            case (true, "8"): row.Port = string.IsNullOrWhiteSpace(text) ? row.Port : text; break;
            case (true, "9") or (false, "6"): row.Name = text; break;
            case (true, "10") or (false, "8"): row.Description = text; break;
            case (false, "7"): row.Port = text; break;
        }
    }

    /// <summary>States them, in the order walked; a row that says neither name nor address nor description is nobody.</summary>
    public void State(RecordStatements statements)
    {
        foreach (var row in _order)
        {
            string? address = null;
            if (row.Chassis is { } chassis && (row.ChassisKind is null or "4" || row.ChassisKind.EndsWith("(4)", StringComparison.Ordinal)) && HardwareAddress.Read(chassis.Text, chassis.IsHex, out string read) == AddressKind.Ethernet) address = read;
            string? local = row.IsLldp && row.Index.Split('.') is [_, var port, ..] ? _ports.GetValueOrDefault(port) ?? $"port {port}" : null;
            var neighbor = new Neighbor(Clean(row.Name), address, Clean(row.Port), Clean(local), Clean(row.Description));
            if (neighbor.Name is null && neighbor.Address is null && neighbor.Description is null) continue;
            statements.Add(Field.Neighbor, neighbor.Text, row.Oid, row.Line);
        }
    }

    private void Port(in WalkLine line)
    {
        // lldpLocPortId is 3, lldpLocPortDesc is 4: the description is what a person calls the port.
        string[] parts = line.Oid[LocalPort.Length..].Split('.');
        if (parts is not [("3" or "4"), var port] || line.Kind == WalkValue.Hex || string.IsNullOrWhiteSpace(line.Value) || _ports.Count >= MostNeighbors * 4) return;
        if (parts[0] == "4" || !_ports.ContainsKey(port)) _ports[port] = line.Value.Trim();
    }

    private static string? Clean(string? text)
    {
        if (text is null) return null;
        string one = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Trim('"', ' ');
        return one.Length == 0 || one.Any(char.IsControl) ? null : one.Length > 200 ? one[..200] : one;
    }

    private sealed class Row(bool isLldp, string index)
    {
        public bool IsLldp { get; } = isLldp;

        public string Index { get; } = index;

        public string? ChassisKind { get; set; }

        public (string Text, bool IsHex)? Chassis { get; set; }

        public string? Port { get; set; }

        public string? Name { get; set; }

        public string? Description { get; set; }

        public string? Oid { get; set; }

        public int Line { get; set; }
    }
}
