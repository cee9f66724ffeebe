using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using Rubicon.Answering;
using Rubicon.Review;
using Rubicon.Screening;

namespace Rubicon.Server;

/// <summary>Law, makers, registers and names, loaded once and shared by all requests. Thread-safe.</summary>
internal sealed class ServedLaw(LoadedData loaded, ScreeningData data, TimeProvider time)
{
    private const int MostDays = 16;

    private readonly ConcurrentDictionary<(DateOnly AsOf, DateOnly KnownAt), NameScreener> _names = new();

    private readonly Lazy<FrozenDictionary<string, string>> _partyOfEntry = new(() =>
        data.Law.Lists.SelectMany(l => l.Entries).Where(e => !e.IsCategory).DistinctBy(e => e.Id, StringComparer.Ordinal).ToFrozenDictionary(e => e.Id, e => e.PartyKey!, StringComparer.Ordinal));

    public LoadedData Loaded => loaded;

    /// <summary>Key of the party that an entry of the packs' lists names, or null.</summary>
    public string? PartyOf(string entry) => _partyOfEntry.Value.GetValueOrDefault(entry);

    public ScreeningData Data => data;

    /// <summary>Procedures of the packs, by id.</summary>
    public ImmutableArray<Procedure> Procedures => loaded.Procedures;

    /// <summary>The procedure of that id, or null.</summary>
    public Procedure? Procedure(string id) => Procedures.FirstOrDefault(p => p.Id == id);

    public DateOnly Today => DateOnly.FromDateTime(time.GetLocalNow().Date);

    /// <summary>Names for a day; the days asked last are kept.</summary>
    public NameScreener Names(DateOnly asOf, DateOnly knownAt)
    {
        if (_names.TryGetValue((asOf, knownAt), out var kept)) return kept;
        if (_names.Count >= MostDays) _names.Clear();
        return _names.GetOrAdd((asOf, knownAt), d => new NameScreener(data.Law, data.Names, data.Directory, d.AsOf, d.KnownAt, []));
    }
}
