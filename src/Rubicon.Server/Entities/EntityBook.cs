using System.Collections.Frozen;
using System.Collections.Immutable;
using Rubicon.Parties;
using Rubicon.Rules.Law;

namespace Rubicon.Server.Entities;

/// <summary>
/// Every party that a list names, and every maker, as entities on a day. A topic and `target` say that an entry about the party is in force; what the entry bars, and for
/// whom, is for the rules to say. Immutable, safe for any thread.
/// </summary>
internal sealed class EntityBook
{
    private readonly FrozenDictionary<string, Entity> _entities;
    private readonly FrozenDictionary<string, string> _canonical;
    private readonly ILookup<string, Link> _links;

    public EntityBook(LawBook law, ImmutableArray<Party> parties, DateOnly asOf, DateOnly knownAt)
    {
        var entries = law.Lists.SelectMany(l => l.Entries.Where(e => !e.IsCategory && e.Effective.Known <= knownAt).Select(e => (List: l, Entry: e))).ToLookup(p => p.Entry.PartyKey!, StringComparer.Ordinal);
        var entities = new List<Entity>();
        var canonical = new Dictionary<string, string>(StringComparer.Ordinal);
        var links = new List<(string, Link)>();
        foreach (var party in parties)
        {
            var own = entries[party.Key].ToList();
            string id = IdOf(party.Key);
            entities.Add(Of(party, id, own, asOf, knownAt));
            foreach (var (list, entry) in own)
            {
                if (IdOf(entry.Id) != id) canonical.TryAdd(IdOf(entry.Id), id);
                links.Add((id, Link.Sanction(id, list, entry, knownAt)));
            }
            foreach (var relation in party.Relations)
                foreach (var link in Link.Of(id, IdOf(relation.Other), relation)) links.Add(link);
        }
        Ordered = [.. entities.OrderBy(e => e.Id, StringComparer.Ordinal)];
        _entities = Ordered.ToFrozenDictionary(e => e.Id, StringComparer.Ordinal);
        _canonical = canonical.ToFrozenDictionary(StringComparer.Ordinal);
        _links = links.ToLookup(l => l.Item1, l => l.Item2, StringComparer.Ordinal);
    }

    /// <summary>All entities by id.</summary>
    public ImmutableArray<Entity> Ordered { get; }

    public Entity? Find(string id) => _entities.GetValueOrDefault(id);

    /// <summary>The id under which a party that an entry names is kept, or null.</summary>
    public string? Canonical(string referent) => _canonical.GetValueOrDefault(referent);

    /// <summary>Statements that lead to other entities, by the property under which they stand.</summary>
    public IEnumerable<Link> Links(string id) => _links[id];

    public static string IdOf(string key) => key.Replace('/', '.');

    public static string DatasetOf(string listOrPack) => listOrPack.Replace('/', '_').Replace('-', '_').Replace('.', '_');

    /// <summary>What a list stands for, in the words of the model: the entry itself says what it bars.</summary>
    private static string TopicOf(DesignationList list) => list.Id switch
    {
        "us-ofac/sdn" => "sanction",
        _ when list.PackId == "us-bis" => "export.control",
        _ => "debarment",
    };

    private static Entity Of(Party party, string id, List<(DesignationList List, DesignationEntry Entry)> own, DateOnly asOf, DateOnly knownAt)
    {
        var properties = new SortedDictionary<string, ImmutableArray<string>>(StringComparer.Ordinal);
        void Add(string name, params IEnumerable<string> values)
        {
            var kept = properties.GetValueOrDefault(name, []);
            foreach (string value in values)
                if (value.Length > 0 && !kept.Contains(value, StringComparer.Ordinal)) kept = kept.Add(value);
            if (!kept.IsEmpty) properties[name] = kept;
        }
        Add("name", party.Name);
        foreach (var name in party.Names) Add(name.Kind switch { NameKind.Legal => "name", NameKind.Former => "previousName", NameKind.WeakAlias => "weakAlias", _ => "alias" }, name.Text);
        if (party.Country is { } country) Add("country", country.ToLowerInvariant());
        foreach (var identifier in party.Identifiers) Add(PropertyOf(identifier.Scheme), identifier.Value);
        var standing = own.Where(e => e.Entry.Effective.Holds(asOf, knownAt)).ToList();
        Add("topics", standing.Select(e => TopicOf(e.List)).Order(StringComparer.Ordinal));
        Add("programId", own.Select(e => e.List.Id).Order(StringComparer.Ordinal));
        bool listOnly = party.Key.Contains('/', StringComparison.Ordinal);
        ImmutableArray<string> lists = [.. own.Select(e => DatasetOf(e.List.Id)).Distinct().Order(StringComparer.Ordinal)];
        var known = own.Select(e => e.Entry.Effective.Known).DefaultIfEmpty(DateOnly.MinValue).ToList();
        var changes = known.Concat(own.Select(e => e.Entry.Effective.EndAsKnown(knownAt)).OfType<DateOnly>().Where(d => d <= asOf)).ToList();
        return new Entity(id, party.Name, listOnly ? "LegalEntity" : "Company", properties,
            lists.IsEmpty ? ["makers"] : lists,
            [.. own.Select(e => IdOf(e.Entry.Id)).Where(r => r != id).Distinct().Order(StringComparer.Ordinal)], standing.Count > 0,
            known.Min(), own.Select(e => e.List.Read).DefaultIfEmpty(asOf).Max(), changes.Max());
    }

    private static string PropertyOf(string scheme) => scheme switch
    {
        "lei" => "leiCode",
        "uscc" => "uscCode",
        "uei" => "uniqueEntityId",
        "cage" => "cageCode",
        "duns" => "dunsCode",
        "tax" => "taxNumber",
        _ when scheme.StartsWith("registry", StringComparison.Ordinal) => "registrationNumber",
        _ when scheme.StartsWith("stock", StringComparison.Ordinal) => "ticker",
        _ => "idNumber",
    };
}
