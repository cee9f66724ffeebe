using System.Collections.Frozen;
using System.Collections.Immutable;
using Rubicon.Parties;

namespace Rubicon.Equipment;

/// <summary>
/// All that the maker files say, ready to be looked up. Immutable, safe for any thread. Parties here never say that they
/// are designated: designations of the packs point to them by key.
/// </summary>
public sealed class MakerKnowledge
{
    private readonly FrozenDictionary<string, MakerEntry> _entries;
    private readonly FrozenDictionary<string, string> _roots;

    /// <summary>Makes the knowledge of entries whose keys differ.</summary>
    /// <exception cref="ArgumentException">Two entries carry one key.</exception>
    public MakerKnowledge(ImmutableArray<MakerEntry> entries, ImmutableArray<Relabel> relabels, ImmutableArray<Trap> traps)
    {
        Entries = entries;
        Relabels = relabels;
        Traps = traps;
        Parties = [.. entries.Select(e => e.Party)];
        _entries = entries.ToFrozenDictionary(e => e.Party.Key, StringComparer.Ordinal);
        _roots = entries.ToFrozenDictionary(e => e.Party.Key, RootOf, StringComparer.Ordinal);
    }

    /// <summary>Nothing known.</summary>
    public static MakerKnowledge Empty { get; } = new([], [], []);

    /// <summary>Makers and their units, in the order of the files.</summary>
    public ImmutableArray<MakerEntry> Entries { get; }

    /// <summary>The parties of the entries, in the same order.</summary>
    public ImmutableArray<Party> Parties { get; }

    /// <summary>Relabeling statements.</summary>
    public ImmutableArray<Relabel> Relabels { get; }

    /// <summary>Look-alikes, contract makers and trees that mean nothing.</summary>
    public ImmutableArray<Trap> Traps { get; }

    /// <summary>The entry of a key, or null.</summary>
    public MakerEntry? Find(string key) => _entries.GetValueOrDefault(key);

    /// <summary>
    /// True when two signals that name these keys do not contradict each other: one party, or a maker and a unit that is
    /// its subsidiary without a stated end. A part that was sold is another maker: a banner of Dahua on a Lorex camera is
    /// a contradiction worth asking about.
    /// </summary>
    public bool Agree(string key, string other) =>
        string.Equals(key, other, StringComparison.Ordinal) ||
        (_roots.TryGetValue(key, out string? a) && _roots.TryGetValue(other, out string? b) && string.Equals(a, b, StringComparison.Ordinal));

    private string RootOf(MakerEntry entry)
    {
        for (int tier = 0; tier < 8; tier++)
        {
            if (entry.Party.Key == entry.File || Find(entry.File) is { } maker && SubsidiaryNow(maker.Party, entry.Party.Key)) return entry.File;
            var parent = entry.Party.Relations
                .Where(r => SubsidiaryNow(entry.Party, r.Other)).Select(r => Find(r.Other))
                .FirstOrDefault(p => p is not null && p.File == entry.File);
            if (parent is null) break;
            entry = parent;
        }
        return entry.Party.Key;
    }

    private static bool SubsidiaryNow(Party party, string parent)
    {
        foreach (var relation in party.Relations)
            if (relation is { Kind: RelationKind.SubsidiaryOf, Holds: null or { To: null }, Source.Confidence: not Confidence.Unsure } && relation.Other == parent) return true;
        return false;
    }
}
