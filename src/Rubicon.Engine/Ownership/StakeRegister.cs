using Rubicon.Dates;
using Rubicon.Diagnostics;

namespace Rubicon.Ownership;

/// <summary>
/// All stated stakes of some files, of all days, as compact rows. Filled by one thread, then only read: graphs of any day are made over it. Parties that are found
/// to be one (<see cref="Join"/>) are one in every graph made afterwards.
/// </summary>
public sealed class StakeRegister
{
    private const int ChunkBits = 16, ChunkSize = 1 << ChunkBits;

    private readonly List<StakeRow[]> _chunks = [];
    private readonly List<string> _files = [];
    private readonly List<string> _documents = [""];
    private readonly Dictionary<string, int> _documentNumbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ushort> _fileNumbers = new(StringComparer.Ordinal);
    private readonly Dictionary<int, PartyProfile> _profiles = [];
    private readonly Dictionary<int, int> _joined = [];

    /// <summary>The parties.</summary>
    public PartyTable Parties { get; } = new();

    /// <summary>How many stakes are stated.</summary>
    public int Count { get; private set; }

    /// <summary>The files read, in order.</summary>
    public IReadOnlyList<string> Files => _files;

    /// <summary>What is known of a party beside its key, or null.</summary>
    public PartyProfile? ProfileOf(int party) => _profiles.GetValueOrDefault(party);

    /// <summary>The name to show: that of its profile, or its key.</summary>
    public string NameOf(int party) => ProfileOf(party)?.Name ?? Parties.KeyOf(party);

    /// <summary>Parties of which more is known than their key.</summary>
    public IEnumerable<KeyValuePair<int, PartyProfile>> Profiles => _profiles;

    /// <summary>Says more of a party; what was known before stays.</summary>
    public void Describe(int party, PartyProfile profile) =>
        _profiles[party] = _profiles.TryGetValue(party, out var known) ? known.With(profile) : profile;

    /// <summary>Two parties are one: they have the same identifier, or a person said so.</summary>
    public void Join(int one, int other)
    {
        (one, other) = (Same(one), Same(other));
        if (one != other) _joined[Math.Max(one, other)] = Math.Min(one, other);
    }

    /// <summary>True when some are stated to act in concert, on whatever day.</summary>
    internal bool HasConcert { get; private set; }

    /// <summary>True when some stakes are stated as totals over others.</summary>
    internal bool HasTotals { get; private set; }

    /// <summary>True when some parties were joined.</summary>
    internal bool HasJoins => _joined.Count > 0;

    /// <summary>The party that stands for all those joined with it.</summary>
    public int Same(int party)
    {
        while (_joined.TryGetValue(party, out int first)) party = first;
        return party;
    }

    /// <summary>Adds a stake by names.</summary>
    public int Add(Stake stake)
    {
        int owner = Parties.Add(stake.Owner), owned = Parties.Add(stake.Owned);
        return Add(owner, owned, stake.Share, stake.Kind, stake.IsIndirect, stake.IsOwnerUnknown, stake.Holds, stake.Where, stake.Document);
    }

    /// <summary>Adds a stake by numbers of <see cref="Parties"/>.</summary>
    public int Add(int owner, int owned, ShareBounds share, StakeKind kind, bool isIndirect, bool isOwnerUnknown, Period? holds, SourceLocation where, string? document)
    {
        if (Count == _chunks.Count << ChunkBits) _chunks.Add(new StakeRow[ChunkSize]);
        var marks = (isIndirect ? StakeMarks.Indirect : 0) | (isOwnerUnknown ? StakeMarks.NobodyNamed : 0) | (share == ShareBounds.Unknown ? StakeMarks.ShareNotStated : 0);
        HasConcert |= kind == StakeKind.InConcert;
        HasTotals |= isIndirect;
        _chunks[^1][Count & (ChunkSize - 1)] = new StakeRow(owner, owned, share.Minimum, share.Maximum,
            holds is { } h && h.From > DateOnly.MinValue ? h.From.DayNumber : StakeRow.NoStart, holds?.To?.DayNumber ?? StakeRow.NoEnd,
            where.Line, NumberOf(document), FileNumber(where.File), (byte)kind, marks);
        return Count++;
    }

    internal ref readonly StakeRow Row(int row) => ref _chunks[row >> ChunkBits][row & (ChunkSize - 1)];

    /// <summary>A row as it was stated.</summary>
    public Stake StakeOf(int row) => StakeOf(in Row(row));

    internal Stake StakeOf(in StakeRow row)
    {
        var from = row.From == StakeRow.NoStart ? DateOnly.MinValue : DateOnly.FromDayNumber(row.From);
        DateOnly? to = row.To == StakeRow.NoEnd ? null : DateOnly.FromDayNumber(row.To);
        Period? holds = row.From == StakeRow.NoStart && to is null ? null : new Period(from, to);
        return new Stake(Parties.KeyOf(row.Owner), Parties.KeyOf(row.Owned), ShareBounds.OfUnits(row.Minimum, row.Maximum), row.Kind, row.IsIndirect, holds,
            new SourceLocation(_files[row.File], row.Line), row.Document == 0 ? null : _documents[row.Document])
        {
            IsOwnerUnknown = (row.Marks & StakeMarks.NobodyNamed) != 0,
        };
    }

    private int NumberOf(string? document)
    {
        if (document is null) return 0;
        if (_documentNumbers.TryGetValue(document, out int number)) return number;
        _documents.Add(document);
        return _documentNumbers[document] = _documents.Count - 1;
    }

    private ushort FileNumber(string? file)
    {
        file ??= "";
        if (_files.Count > 0 && ReferenceEquals(_files[^1], file)) return (ushort)(_files.Count - 1);
        if (_fileNumbers.TryGetValue(file, out ushort number)) return number;
        _files.Add(file);
        return _fileNumbers[file] = checked((ushort)(_files.Count - 1));
    }
}
