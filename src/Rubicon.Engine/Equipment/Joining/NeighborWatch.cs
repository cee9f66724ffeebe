using Rubicon.Diagnostics;
using Rubicon.Subjects;

namespace Rubicon.Equipment.Joining;

/// <summary>
/// Watches which devices are named as neighbors and have no record of their own among those read: somebody saw them, nothing else is known, and they must not
/// vanish. Of one input alone only devices that name neighbors are known; of several all. Keeps the keys of at most <see cref="MostRecords"/> records and at
/// most <see cref="MostNeighbors"/> neighbors.
/// </summary>
public sealed class NeighborWatch(bool several = true)
{
    /// <summary>Most records whose names and addresses are kept: of a larger inventory a neighbor may be said to have no record that has one.</summary>
    public const int MostRecords = 200_000;

    /// <summary>Most neighbors kept.</summary>
    public const int MostNeighbors = 10_000;

    private const int MostNamed = 5;

    private const int LongestSaid = 60;

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<MacAddress> _addresses = [];
    private readonly List<(Neighbor Neighbor, SourceLocation Where)> _seen = [];
    private int _records;

    /// <summary>Takes a record.</summary>
    public void Add(Subject subject)
    {
        if (subject.Kind != SubjectKind.Device) return;
        if ((several || subject.First(Field.Neighbor) is not null) && _records++ < MostRecords)
        {
            var keys = new JoinKeys(subject);
            if (keys.Name is { } name) _names.Add(name);
            _addresses.UnionWith(keys.Addresses);
        }
        foreach (var statement in subject.Statements)
            if (statement.Field == Field.Neighbor && _seen.Count < MostNeighbors) _seen.Add((Neighbor.Read(statement.Text), subject.LocationOf(statement)));
    }

    /// <summary>Neighbors without a record of their own, each once, in the order in which they were named first.</summary>
    public IReadOnlyList<(Neighbor Neighbor, SourceLocation Where)> Unread()
    {
        var unread = new List<(Neighbor, SourceLocation)>();
        var named = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (neighbor, where) in _seen)
            if (!IsRead(neighbor) && named.Add(JoinKeys.HostName(neighbor.Name ?? "") ?? neighbor.Label)) unread.Add((neighbor, where));
        return unread;
    }

    /// <summary>A warning for each record that names neighbors without a record (RUB6206).</summary>
    public IEnumerable<Problem> Problems() =>
        Unread().GroupBy(u => u.Where.File, StringComparer.Ordinal).Select(file => new Problem(ProblemCatalog.NeighborNotRead, file.First().Where,
            string.Join(", ", file.Take(MostNamed).Select(u => Said(u.Neighbor))) + (file.Count() > MostNamed ? $" and {file.Count() - MostNamed} more" : "")));

    private static string Said(Neighbor neighbor) =>
        Quote.Text(neighbor.Label) + (neighbor.Description is { } description && description != neighbor.Label ? $" ({Quote.Text(description.Length > LongestSaid ? description[..LongestSaid] : description)})" : "");

    private bool IsRead(Neighbor neighbor) =>
        neighbor.Name is { } name && JoinKeys.HostName(name) is { } host && _names.Contains(host)
        || neighbor.Address is { } text && MacAddress.TryRead(text, out var address) && _addresses.Contains(address);
}
