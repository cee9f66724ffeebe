using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using Rubicon.Answering;
using Rubicon.Answering.Lists;
using Rubicon.Review;
using Rubicon.Screening;

namespace Rubicon.Server;

/// <summary>Law, makers, registers and names, loaded once and shared by all requests. Thread-safe.</summary>
internal sealed class ServedLaw(LoadedData loaded, ScreeningData data, ServedLists lists, TimeProvider time)
{
    private const int MostDays = 16;

    private readonly ConcurrentDictionary<(DateOnly AsOf, DateOnly KnownAt), (ListsInUse Lists, NameScreener Names)> _names = new();

    private readonly Lazy<FrozenDictionary<string, string>> _partyOfEntry = new(() =>
        data.Law.Lists.SelectMany(l => l.Entries).Where(e => !e.IsCategory).DistinctBy(e => e.Id, StringComparer.Ordinal).ToFrozenDictionary(e => e.Id, e => e.PartyKey!, StringComparer.Ordinal));

    public LoadedData Loaded => loaded;

    /// <summary>Key of the party that an entry of the packs' lists names, or null.</summary>
    public string? PartyOf(string entry) => _partyOfEntry.Value.GetValueOrDefault(entry);

    /// <summary>Law and names of the packs alone; what decides takes <see cref="DataOn"/>.</summary>
    public ScreeningData Data => data;

    /// <summary>Procedures of the packs, by id.</summary>
    public ImmutableArray<Procedure> Procedures => loaded.Procedures;

    /// <summary>The procedure of that id, or null.</summary>
    public Procedure? Procedure(string id) => Procedures.FirstOrDefault(p => p.Id == id);

    public DateOnly Today => DateOnly.FromDateTime(time.GetLocalNow().Date);

    /// <summary>Imported lists in use for a day.</summary>
    public ListsInUse Lists(DateOnly asOf, DateOnly knownAt) => lists.On(asOf, knownAt);

    /// <summary>Law and names with the lists of the data folder that are in use for a day.</summary>
    public ScreeningData DataOn(DateOnly asOf, DateOnly knownAt) => lists.With(lists.On(asOf, knownAt));

    /// <summary>Names for a day; the days asked last are kept.</summary>
    public NameScreener Names(DateOnly asOf, DateOnly knownAt)
    {
        var used = lists.On(asOf, knownAt);
        if (_names.TryGetValue((asOf, knownAt), out var kept) && ReferenceEquals(kept.Lists, used)) return kept.Names;
        if (_names.Count >= MostDays) _names.Clear();
        var made = lists.Names(used, asOf, knownAt);
        _names[(asOf, knownAt)] = (used, made);
        return made;
    }
}
