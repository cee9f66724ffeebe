using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using Rubicon.Rules.Facts;

namespace Rubicon.Rules.Law;

/// <summary>All loaded law, ready to decide with. Immutable, safe for any thread; swapped whole on update.</summary>
public sealed class LawBook
{
    private const int MostDays = 400;

    private readonly FrozenDictionary<string, Provision> _provisions;
    private readonly FrozenDictionary<string, DesignationList> _lists;
    private readonly FrozenDictionary<string, Instrument> _instruments;
    private readonly FrozenSet<string> _attached;
    private readonly Presumption?[] _presumptions;
    private readonly FrozenDictionary<string, Pack> _packs;
    private readonly FrozenDictionary<string, ImmutableArray<ProvisionVersion>> _binding;
    private readonly ConcurrentDictionary<(DateOnly, DateOnly), LawOnDay> _days = [];

    /// <summary>Makes a book. References must have been checked; an id that is not there throws when it is looked up.</summary>
    public LawBook(FactCatalog catalog, IEnumerable<Pack> packs, IEnumerable<Provision> provisions, IEnumerable<DesignationList> lists)
    {
        Catalog = catalog;
        Packs = [.. packs.OrderBy(p => p.Id, StringComparer.Ordinal)];
        Provisions = [.. provisions.OrderBy(p => p.Id, StringComparer.Ordinal)];
        Lists = [.. lists.OrderBy(l => l.Id, StringComparer.Ordinal)];
        _provisions = Provisions.ToFrozenDictionary(p => p.Id, StringComparer.Ordinal);
        _lists = Lists.ToFrozenDictionary(l => l.Id, StringComparer.Ordinal);
        _instruments = Packs.SelectMany(p => p.Instruments).ToFrozenDictionary(i => i.Id, StringComparer.Ordinal);
        _packs = Packs.ToFrozenDictionary(p => p.Id, StringComparer.Ordinal);
        _presumptions = new Presumption?[catalog.Facts.Length];
        foreach (var presumption in Packs.SelectMany(p => p.Presumptions)) _presumptions[presumption.Fact.Index] = presumption;
        _attached = Provisions.SelectMany(p => p.Versions).SelectMany(v => v.Obligations).ToFrozenSet(StringComparer.Ordinal);
        Deciding = [.. Provisions.Where(p => p.Versions.Any(v => v.Effect != Effect.Allowed) && !_attached.Contains(p.Id))];
        _binding = Deciding.SelectMany(p => p.Versions.Where(v => v is { Decides: true, Effect: >= Effect.Reviewable }).Select(v => (p.PackId, Version: v)))
            .GroupBy(v => v.PackId, v => v.Version, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.ToImmutableArray(), StringComparer.Ordinal);
    }

    /// <summary>The facts that this law may ask for.</summary>
    public FactCatalog Catalog { get; }

    /// <summary>Packs by id.</summary>
    public ImmutableArray<Pack> Packs { get; }

    /// <summary>All provisions by id.</summary>
    public ImmutableArray<Provision> Provisions { get; }

    /// <summary>All lists by id.</summary>
    public ImmutableArray<DesignationList> Lists { get; }

    /// <summary>Provisions that are asked by themselves: not exceptions, and not duties that another provision brings with it.</summary>
    public ImmutableArray<Provision> Deciding { get; }

    /// <summary>Versions of a pack's deciding provisions, of whatever day, that bar something, ask for a license or give a power.</summary>
    internal ImmutableArray<ProvisionVersion> BindingOf(string packId) => _binding.GetValueOrDefault(packId, []);

    /// <summary>The provision of that id.</summary>
    public Provision Provision(string id) => _provisions[id];

    /// <summary>The provision of that id, or null.</summary>
    public Provision? FindProvision(string id) => _provisions.GetValueOrDefault(id);

    /// <summary>The list of that id.</summary>
    public DesignationList List(string id) => _lists[id];

    /// <summary>The list of that id, or null.</summary>
    public DesignationList? FindList(string id) => _lists.GetValueOrDefault(id);

    /// <summary>The instrument of that id, or null.</summary>
    public Instrument? FindInstrument(string id) => _instruments.GetValueOrDefault(id);

    /// <summary>The pack of a provision or list.</summary>
    public Pack PackOf(string packId) => _packs[packId];

    /// <summary>What holds of a fact that nobody states, or null.</summary>
    public Presumption? PresumptionOf(Fact fact) => _presumptions[fact.Index];

    /// <summary>What holds on a day as known on another. A few hundred days are remembered.</summary>
    internal LawOnDay OnDay(DateOnly lawDate, DateOnly knownAt)
    {
        if (_days.TryGetValue((lawDate, knownAt), out var day)) return day;
        if (_days.Count >= MostDays) _days.Clear();
        return _days[(lawDate, knownAt)] = new LawOnDay(lawDate, knownAt);
    }

    /// <summary>True when the duty comes only with another provision.</summary>
    public bool IsAttached(string provisionId) => _attached.Contains(provisionId);
}
