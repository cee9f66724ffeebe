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

    /// <summary>Makes the knowledge of entries whose keys differ.</summary>
    /// <exception cref="ArgumentException">Two entries carry one key.</exception>
    public MakerKnowledge(ImmutableArray<MakerEntry> entries, ImmutableArray<Relabel> relabels, ImmutableArray<Trap> traps)
    {
        Entries = entries;
        Relabels = relabels;
        Traps = traps;
        Parties = [.. entries.Select(e => e.Party)];
        _entries = entries.ToFrozenDictionary(e => e.Party.Key, StringComparer.Ordinal);
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
    /// True when the two are one party, or one is a unit in the file of the other: no contradiction between two signals.
    /// </summary>
    public bool SameFile(string key, string other) =>
        string.Equals(key, other, StringComparison.Ordinal) ||
        (Find(key) is { } a && Find(other) is { } b && string.Equals(a.File, b.File, StringComparison.Ordinal));
}
