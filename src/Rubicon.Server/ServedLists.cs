using System.Collections.Immutable;
using Rubicon.Answering;
using Rubicon.Answering.Lists;
using Rubicon.Diagnostics;
using Rubicon.Matching;
using Rubicon.Reading.Lists.Snapshots;
using Rubicon.Screening;

namespace Rubicon.Server;

/// <summary>
/// Lists that `rubicon lists import` keeps in the data folder, as requests use them: the states that were in use on the day known. An import beside the running server is
/// taken up by the next request. Thread-safe.
/// </summary>
internal sealed class ServedLists(string folder, LoadedData loaded, ScreeningData data)
{
    private const int MostDays = 16;

    private readonly Lock _lock = new();
    private readonly ListStore _store = new(folder);
    private readonly Dictionary<(DateOnly AsOf, DateOnly KnownAt), ListsInUse> _days = [];
    private (DateTime Written, long Length) _stamp;
    private (string States, ScreeningData Data, PartyIndex Names, ImmutableArray<StandingEntry> Entries)? _last;

    /// <summary>The lists in use for a day.</summary>
    /// <exception cref="ListsUnreadableException">A kept list cannot be read: names compared with the rest would look clean.</exception>
    public ListsInUse On(DateOnly asOf, DateOnly knownAt)
    {
        lock (_lock)
        {
            var index = new FileInfo(Path.Combine(_store.Folder, "kept.json"));
            var stamp = index.Exists ? (index.LastWriteTimeUtc, index.Length) : default;
            if (stamp != _stamp || _days.Count >= MostDays) _days.Clear();
            if (_days.TryGetValue((asOf, knownAt), out var kept)) return kept;
            var opened = index.Exists ? ListsInUse.Open(folder, asOf, knownAt) ?? throw new ListsUnreadableException() : ListsInUse.None;
            _stamp = stamp;
            return _days[(asOf, knownAt)] = opened;
        }
    }

    /// <summary>Law and names with these lists beside the packs.</summary>
    public ScreeningData With(ListsInUse lists) => lists.Snapshots.IsEmpty ? data : Made(lists).Data;

    /// <summary>Names of the packs and of these lists, on a day.</summary>
    public NameScreener Names(ListsInUse lists, DateOnly asOf, DateOnly knownAt)
    {
        if (lists.Snapshots.IsEmpty) return new NameScreener(data.Law, data.Names, data.Directory, asOf, knownAt, []);
        var (_, _, names, entries) = Made(lists);
        return new NameScreener(data.Law, names, data.Directory, asOf, knownAt, entries);
    }

    /// <summary>The indexes over the same states are made once; the last ones are kept.</summary>
    private (string States, ScreeningData Data, PartyIndex Names, ImmutableArray<StandingEntry> Entries) Made(ListsInUse lists)
    {
        string states = string.Join(' ', lists.Snapshots.Select(s => s.Publication.Id + s.Digest));
        lock (_lock)
        {
            if (_last is { } last && last.States == states) return last;
            var (parties, entries) = lists.Standing(loaded.Law, []);
            var made = (states, data with { Imported = lists.Imported(loaded.Law) }, PartyIndex.Build(loaded.Directory.Parties.Concat(parties)), entries);
            _last = made;
            return made;
        }
    }
}

/// <summary>A kept list is damaged; the problem was printed when it was met.</summary>
internal sealed class ListsUnreadableException() : IOException(ProblemCatalog.ListStoreDamaged.Title);
