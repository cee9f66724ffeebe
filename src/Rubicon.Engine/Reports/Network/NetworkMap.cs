using Rubicon.Diagnostics;
using Rubicon.Equipment;
using Rubicon.Equipment.Joining;
using Rubicon.Screening;
using Rubicon.Subjects;

namespace Rubicon.Reports.Network;

/// <summary>How a device of the map came to be known.</summary>
public enum MapNodeKind
{
    /// <summary>It has a record.</summary>
    Read,

    /// <summary>Another device names it as its neighbor; it has no record of its own.</summary>
    SeenOnly,

    /// <summary>The device whose output a file is, where no record says which that is.</summary>
    Observer,
}

/// <summary>A device of the map.</summary>
/// <param name="Label">What to call it.</param>
/// <param name="Kind">How it is known.</param>
/// <param name="Device">What was identified; null for an observer.</param>
/// <param name="Where">Where it was read, or where it was named first.</param>
public sealed record MapNode(string Label, MapNodeKind Kind, IdentifiedDevice? Device, SourceLocation Where);

/// <summary>A link that a record states: who names whom, over which ports.</summary>
/// <param name="From">Index of the device that names the other.</param>
/// <param name="To">Index of the other.</param>
/// <param name="Ports">The ports as stated, or empty.</param>
/// <param name="Where">Where it is stated.</param>
public sealed record MapLink(int From, int To, string Ports, SourceLocation Where);

/// <summary>
/// Devices and their links, from what records state of neighbors (LLDP, CDP). A neighbor without a record of its own stands in it as seen only: nothing that a
/// device names is left out.
/// </summary>
public sealed class NetworkMap
{
    private readonly List<MapNode> _nodes = [];
    private readonly List<MapLink> _links = [];
    private readonly Dictionary<string, int> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<MacAddress, int> _addresses = [];
    private readonly Dictionary<string, int> _observers = new(StringComparer.Ordinal);

    /// <summary>Makes the map of devices that were identified.</summary>
    /// <param name="devices">The devices, each once.</param>
    /// <param name="identifier">Says who made the neighbors that have no record, by what they tell of themselves.</param>
    public NetworkMap(IReadOnlyList<IdentifiedDevice> devices, DeviceIdentifier identifier)
    {
        foreach (var device in devices)
        {
            Keep(device.Subject, _nodes.Count);
            _nodes.Add(new MapNode(LabelOf(device), MapNodeKind.Read, device, device.Subject.Source));
        }
        for (int i = 0; i < devices.Count; i++)
            foreach (var statement in devices[i].Subject.Statements)
            {
                var where = devices[i].Subject.LocationOf(statement);
                if (statement.Field == Field.Neighbor) Add(i, Neighbor.Read(statement.Text), where, identifier);
                if (statement.Field == Field.Link) _links.Add(new MapLink(ObserverOf(where.File, i), i, statement.Text, where));
            }
    }

    /// <summary>Devices: those read in their order, then those that were only seen, in the order met.</summary>
    public IReadOnlyList<MapNode> Nodes => _nodes;

    /// <summary>Links in the order stated; two ends that name each other state two.</summary>
    public IReadOnlyList<MapLink> Links => _links;

    /// <summary>What to call a device: its name, else its model, else where it was read.</summary>
    public static string LabelOf(IdentifiedDevice device) => device.Name ?? device.Model ?? device.Subject.Source.ToString();

    private void Add(int from, Neighbor neighbor, SourceLocation where, DeviceIdentifier identifier)
    {
        string? host = JoinKeys.HostName(neighbor.Name ?? "");
        bool addressed = MacAddress.TryRead(neighbor.Address ?? "", out var address) && !address.SaysNothing;
        if (!(host is not null && _names.TryGetValue(host, out int to)) && !(addressed && _addresses.TryGetValue(address, out to))
            && !(host is null && !addressed && _names.TryGetValue("\u0001" + neighbor.Label, out to)))
        {
            to = _nodes.Count;
            var subject = neighbor.AsSubject(where);
            Keep(subject, to);
            if (host is null && !addressed) _names.TryAdd("\u0001" + neighbor.Label, to);
            _nodes.Add(new MapNode(neighbor.Label, MapNodeKind.SeenOnly, identifier.Identify(subject), where));
        }
        _links.Add(new MapLink(from, to, $"{neighbor.LocalPort ?? "a port"} to {neighbor.Port ?? "a port"}", where));
    }

    private void Keep(Subject subject, int node)
    {
        var keys = new JoinKeys(subject);
        if (keys.Name is { } name) _names.TryAdd(name, node);
        foreach (var address in keys.Addresses) _addresses.TryAdd(address, node);
    }

    // Output of a command names the neighbors of the device it was run on, and rarely that device: its file stands for it, or the device that the file is named after.
    private int ObserverOf(string file, int neighbor)
    {
        if (_observers.TryGetValue(file, out int known)) return known;
        string name = Path.GetFileNameWithoutExtension(file);
        if (JoinKeys.HostName(name) is { } host && _names.TryGetValue(host, out int named) && named != neighbor) return _observers[file] = named;
        _nodes.Add(new MapNode($"the device of {Path.GetFileName(file)}", MapNodeKind.Observer, null, new SourceLocation(file)));
        return _observers[file] = _nodes.Count - 1;
    }
}
