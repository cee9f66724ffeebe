using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Rubicon.Server.Entities;

/// <summary>A list, a pack of lists, or all of them, under the name by which clients ask for it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Version">Digest or day of its state.</param>
/// <param name="LastChange">The day of its state.</param>
/// <param name="Children">Datasets in it.</param>
internal sealed record Dataset(string Name, string Title, string Version, DateOnly LastChange, ImmutableArray<string> Children);

/// <summary>The lists and makers of the server as datasets of entities. Thread-safe.</summary>
internal sealed class ServedEntities
{
    /// <summary>All datasets together.</summary>
    public const string Default = "default";

    private const int MostDays = 8;

    private readonly ConcurrentDictionary<(DateOnly, DateOnly), EntityBook> _books = new();
    private readonly Dictionary<string, Dataset> _datasets;

    public ServedEntities(ServedLaw law)
    {
        Law = law;
        var lists = law.Data.Law.Lists.Where(l => l.Entries.Any(e => !e.IsCategory)).ToList();
        var packs = law.Data.Law.Packs.Where(p => lists.Any(l => l.PackId == p.Id)).ToList();
        Datasets =
        [
            new Dataset(Default, "All lists and makers", law.Loaded.Sources().Last(s => s.Kind == "makers").Digest![..16], packs.Max(p => p.MaintainedAsOf), [.. packs.Select(p => EntityBook.DatasetOf(p.Id)), "makers"]),
            .. packs.Select(p => new Dataset(EntityBook.DatasetOf(p.Id), p.Title, p.Digest[..16], p.MaintainedAsOf, [.. lists.Where(l => l.PackId == p.Id).Select(l => EntityBook.DatasetOf(l.Id))])),
            .. lists.Select(l => new Dataset(EntityBook.DatasetOf(l.Id), l.Title, law.Data.Law.PackOf(l.PackId).Digest[..16], l.Read, [])),
            new Dataset("makers", "Makers of telecom equipment that no list names", law.Loaded.Sources().Last(s => s.Kind == "makers").Digest![..16], packs.Max(p => p.MaintainedAsOf), []),
        ];
        _datasets = Datasets.ToDictionary(d => d.Name, StringComparer.Ordinal);
    }

    public ImmutableArray<Dataset> Datasets { get; }

    public ServedLaw Law { get; }

    /// <summary>Entities as they stand on a day; the days asked last are kept.</summary>
    public EntityBook On(DateOnly asOf, DateOnly knownAt)
    {
        if (_books.TryGetValue((asOf, knownAt), out var kept)) return kept;
        if (_books.Count >= MostDays) _books.Clear();
        return _books.GetOrAdd((asOf, knownAt), d => new EntityBook(Law.Data.Law, Law.Data.Directory.Parties, d.Item1, d.Item2));
    }

    public bool IsDataset(string name) => _datasets.ContainsKey(name);

    /// <summary>True when an entity is in a dataset or in one of its children.</summary>
    public bool IsIn(Entity entity, string dataset) => dataset == Default || entity.Datasets.Any(d => Covers(dataset, d));

    /// <summary>True when a dataset is another one or holds it.</summary>
    public bool Covers(string dataset, string other) => dataset == Default || dataset == other || (_datasets.TryGetValue(dataset, out var found) && found.Children.Any(c => Covers(c, other)));
}
