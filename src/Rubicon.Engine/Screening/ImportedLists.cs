using System.Collections.Immutable;
using System.Globalization;
using Rubicon.Diagnostics;
using Rubicon.Matching;
using Rubicon.Parties;
using Rubicon.Rules.Facts;
using Rubicon.Rules.Law;

namespace Rubicon.Screening;

/// <summary>
/// Lists imported beside the packs, in the states that are in use, with an index of their names. Immutable, safe for any thread.
/// </summary>
public sealed class ImportedLists
{
    /// <summary>A match below this is not shown to a decision: below it almost every firm is like some entry of the whole lists (docs/design/lists.md has the figures).</summary>
    public const double Possible = 0.75;

    /// <summary>Matches of one list this close to its best one count beside it.</summary>
    private const double Beside = 0.02;

    /// <summary>Names of a known party that are looked up: its printed and former ones.</summary>
    private const int MostNames = 12;

    private readonly PartyIndex? _index;
    private readonly ILookup<string, StandingEntry> _entries;

    /// <summary>Makes the index.</summary>
    /// <param name="parties">The parties of the entries.</param>
    /// <param name="entries">The entries; each names its party by key.</param>
    public ImportedLists(ImmutableArray<Party> parties, IReadOnlyCollection<StandingEntry> entries)
    {
        _index = parties.IsEmpty ? null : PartyIndex.Build(parties);
        _entries = entries.ToLookup(e => e.PartyKey, StringComparer.Ordinal);
        Days = [.. entries.SelectMany(e => new[] { e.From, e.To?.AddDays(1), e.From is null ? e.ListState : null }).OfType<DateOnly>().Distinct().Order()];
        Count = entries.Count;
    }

    /// <summary>No list.</summary>
    public static ImportedLists None { get; } = new([], []);

    /// <summary>How many entries there are.</summary>
    public int Count { get; }

    /// <summary>Days on which an entry begins, has ended, or was first seen, in order.</summary>
    internal ImmutableArray<DateOnly> Days { get; }

    /// <summary>
    /// What a party is by these lists: one attribution for each list it is, or may be, on. Strong matches are certain and others above <see cref="Possible"/> open;
    /// where the party is known (<paramref name="known"/>), its own names are looked up too, and only strong matches count, for another firm's entry is not its own.
    /// </summary>
    public ImmutableArray<ImportedStanding> Find(NameQuery query, IReadOnlyCollection<Party> known, DateOnly day, LawBook law)
    {
        if (_index is null) return [];
        var best = new Dictionary<string, (ImportedStanding Standing, double Score)>(StringComparer.Ordinal);
        Look(query, null, known.Count > 0 ? MatchThreshold.Strong : Possible, best, law);
        foreach (var party in known)
            foreach (var name in party.Names.Where(n => n.Kind is NameKind.Legal or NameKind.Former && n.Text.Length > 0).Take(MostNames))
                Look(new NameQuery(name.Text, party.Country, []), name.Text, MatchThreshold.Strong, best, law);
        return [.. best.Values.Select(b => b.Standing).Where(s => !Ended(s, day)).OrderBy(s => s.Attribution.PartyKey, StringComparer.Ordinal).ThenBy(s => s.Entry, StringComparer.Ordinal)];
    }

    /// <summary>An entry that ended long before any law date of the run only costs room; one that begins later is kept, for the day is the rule's to compare.</summary>
    private static bool Ended(ImportedStanding standing, DateOnly day) => standing.Attribution.Standing is { To: { } to } && to < day;

    private void Look(NameQuery query, string? asKnownBy, double threshold, Dictionary<string, (ImportedStanding Standing, double Score)> best, LawBook law)
    {
        var tops = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var match in _index!.Find(query, threshold))
        {
            foreach (var entry in _entries[match.Party.Key])
            {
                // The next best of a list is another entry, unless it is as good.
                double top = tops.GetValueOrDefault(entry.List, match.Score);
                tops.TryAdd(entry.List, match.Score);
                if (match.Score < top - Beside) continue;
                foreach (string key in entry.On.IsDefaultOrEmpty ? [Attribution.Elsewhere + entry.List] : entry.On)
                {
                    string target = law.Lists.Any(l => l.Id == key) ? key : key.StartsWith(Attribution.Elsewhere, StringComparison.Ordinal) ? key : Attribution.Elsewhere + key;
                    string slot = target + "\n" + entry.Id;
                    if (best.TryGetValue(slot, out var known) && known.Score >= match.Score) continue;
                    best[slot] = (Of(match, entry, target, asKnownBy), match.Score);
                }
            }
        }
    }

    private static ImportedStanding Of(NameMatch match, StandingEntry entry, string target, string? known)
    {
        string name = match.Name is { } found && found.Text != entry.Name ? $"{Quote.Text(found.Text)}, a name of {Quote.Text(entry.Name)}" : match.Identifier is { } id ? $"{id.Scheme} {id.Value} of {Quote.Text(entry.Name)}" : Quote.Text(entry.Name);
        string period = (entry.From is { } from ? $"from {Day(from)}" : "first day not stated") + (entry.To is { } to ? $" to {Day(to)}" : "");
        string score = match.Score.ToString("0.00", CultureInfo.InvariantCulture);
        string reasons = string.Join("; ", match.Reasons.Take(3).Select(r => r.Text));
        var evidence = new Evidence($"{(known is null ? "" : $"its name {Quote.Text(known)} ")}matches {name} on {entry.ListTitle} ({entry.Id}), {period}, score {score}{(reasons.Length > 0 ? $" ({reasons})" : "")}",
            Source: entry.ListState is { } state ? $"{entry.List}, state of {Day(state)}, imported" : $"{entry.List}, imported, day of its state not known");
        bool strong = match.Score >= MatchThreshold.Strong;
        return new ImportedStanding(entry.Id, entry.Name, match.Party.Country, match.Score,
            new Attribution(target, Relation.Named, strong ? Truth.True : Truth.Unknown, [evidence], new ListStanding(entry.From, entry.To, entry.ListState)));
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>That a party stands, or may stand, on an imported list.</summary>
/// <param name="Entry">Id of the entry.</param>
/// <param name="Name">The entry's name.</param>
/// <param name="Country">The entry's country, or null.</param>
/// <param name="Score">That of the match.</param>
/// <param name="Attribution">What it is to the list, with evidence and days.</param>
public sealed record ImportedStanding(string Entry, string Name, string? Country, double Score, Attribution Attribution);
