using System.Collections.Immutable;
using System.Globalization;
using Rubicon.Diagnostics;
using Rubicon.Parties;
using Rubicon.Reading.Lists;
using Rubicon.Reading.Lists.Snapshots;
using Rubicon.Reports;
using Rubicon.Rules.Law;
using Rubicon.Screening;

namespace Rubicon.Answering.Lists;

/// <summary>The states of kept lists that a run uses, with all their entries.</summary>
/// <param name="Snapshots">The states, by id of the list.</param>
/// <param name="Entries">Their entries, each with the day of its list's state and the list's title.</param>
/// <param name="Problems">What a reader of the answer must know of them: none in use, refused rows, no stated day, older than the day asked about.</param>
public sealed record ListsInUse(ImmutableArray<ListSnapshot> Snapshots, ImmutableArray<(ListSnapshot Snapshot, ListEntry Entry)> Entries, ImmutableArray<Problem> Problems)
{
    /// <summary>No list.</summary>
    public static ListsInUse None { get; } = new([], [], []);

    /// <summary>
    /// The states to use for what was known on a day. Null, with problems printed, when a kept list cannot be read: names screened against the rest would look clean.
    /// </summary>
    public static ListsInUse? Open(string? dataFolder, DateOnly asOf, DateOnly knownAt)
    {
        if (dataFolder is null) return None;
        var store = new ListStore(dataFolder);
        var damage = new List<Problem>();
        var problems = ImmutableArray.CreateBuilder<Problem>();
        var snapshots = ImmutableArray.CreateBuilder<ListSnapshot>();
        var entries = ImmutableArray.CreateBuilder<(ListSnapshot, ListEntry)>();
        foreach (var list in store.Kept(damage))
        {
            var place = new SourceLocation($"lists/{list.Publication.Id}");
            if (list.On(knownAt) is not { } snapshot)
            {
                problems.Add(new Problem(ProblemCatalog.ListHeldBack, place, "a list none of whose states is in use: nothing is screened against it"));
                continue;
            }
            if (store.Entries(snapshot, damage) is not { } read) continue;
            snapshots.Add(snapshot);
            entries.AddRange(read.Select(e => (snapshot, e)));
            if (snapshot.Refused > 0)
                problems.Add(new Problem(ProblemCatalog.ListHasRefusedRows, place, string.Create(CultureInfo.InvariantCulture, $"{snapshot.Refused:N0} of {snapshot.Rows:N0} rows refused")));
            if (snapshot.AsOf is null) problems.Add(new Problem(ProblemCatalog.ListUndated, place, "no day"));
            else if (snapshot.AsOf < asOf) problems.Add(new Problem(ProblemCatalog.ListStale, place, $"the state of {Day(snapshot.AsOf.Value)}", $"one of {Day(asOf)} or later"));
        }
        ProblemPrinter.Print(damage);
        return damage.Count > 0 ? null : new ListsInUse(snapshots.ToImmutable(), entries.ToImmutable(), problems.ToImmutable());
    }

    /// <summary>The states as a report's data block names them.</summary>
    public IEnumerable<DataSource> Sources() => Snapshots.Select(s => new DataSource("imported-list", s.Publication.Id, s.AsOf, s.Digest));

    /// <summary>The lists as deciding uses them.</summary>
    public ImportedLists Imported(LawBook law)
    {
        // Suppliers, makers and recipients are no vessels or aircraft; `screen` compares with those too.
        var (parties, standing) = (this with { Entries = [.. Entries.Where(e => e.Entry.Kind is not (ListedKind.Vessel or ListedKind.Aircraft))] }).Standing(law, []);
        if (parties.IsEmpty) return ImportedLists.None;
        return new ImportedLists(parties, standing);
    }

    /// <summary>Parties and entries of these lists, and of others that are screened beside them in one run. Goods are no party and left out.</summary>
    public (ImmutableArray<Party> Parties, ImmutableArray<StandingEntry> Entries) Standing(LawBook law, IReadOnlyCollection<ListEntry> beside)
    {
        var known = law.Lists.Select(l => l.Id).ToHashSet(StringComparer.Ordinal);
        var parties = ImmutableArray.CreateBuilder<Party>();
        var standing = ImmutableArray.CreateBuilder<StandingEntry>();
        foreach (var (snapshot, entry) in Entries.Select(e => ((ListSnapshot?)e.Snapshot, e.Entry)).Concat(beside.Select(e => ((ListSnapshot?)null, e))))
        {
            if (entry.Kind == ListedKind.Goods) continue;
            // Two publications may have the same entry (OFAC's own file and the Consolidated Screening List): the key is this run's.
            string key = string.Create(CultureInfo.InvariantCulture, $"imported/{parties.Count}");
            var source = new StatementSource(entry.List, null, Confidence.Verified);
            parties.Add(new Party(key, entry.Names[0].Text, [.. entry.Names.Select(n => new PartyName(n.Text, n.Kind, source))],
                [.. entry.Identifiers.Select(i => new PartyIdentifier(i.Scheme, i.Value, source))], entry.Country, []));
            standing.Add(new StandingEntry(key, $"{entry.List}/{entry.Id}", entry.List, entry.Names[0].Text, entry.From, entry.To)
            {
                ListTitle = ListPublication.Of(entry.List).Title,
                ListState = snapshot?.AsOf,
                On = known.Contains(entry.List) ? [entry.List] : [],
            });
        }
        return (parties.ToImmutable(), standing.ToImmutable());
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
