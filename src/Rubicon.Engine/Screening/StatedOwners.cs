using System.Collections.Immutable;
using Rubicon.Matching;
using Rubicon.Ownership;
using Rubicon.Parties;

namespace Rubicon.Screening;

/// <summary>
/// All stakes that were given for a run, and its parties by identifier and by name. A party of a record is joined to one of the files by an identifier or by a person's word; a like name is
/// only a proposal. Safe for any thread.
/// </summary>
public sealed class StatedOwners
{
    /// <summary>Parties up to which spellings that differ by more than case and punctuation are looked for.</summary>
    public const int MostIndexed = 100_000;

    private readonly Lock _lock = new();
    private readonly PartyFinder _finder;
    private readonly PartyIndex? _index;
    private readonly Dictionary<(DateOnly Day, bool Supposed), OwnershipGraph> _graphs = [];
    private readonly ILookup<string, (string Key, bool AreOne)> _words;

    /// <summary>Takes the stakes, which are not added to afterwards.</summary>
    /// <param name="register">All stakes of all days.</param>
    /// <param name="words">What persons said of names of records: name, key in the files, and whether they are one.</param>
    public StatedOwners(StakeRegister register, IEnumerable<(string Name, string Key, bool AreOne)> words)
    {
        Register = register;
        _finder = new PartyFinder(register);
        _words = words.ToLookup(w => StatedHoldings.KeyOf(w.Name), w => (w.Key, w.AreOne), StringComparer.Ordinal);
        _index = register.Parties.Count > MostIndexed ? null : PartyIndex.Build(Enumerable.Range(0, register.Parties.Count)
            .Where(p => register.Same(p) == p && register.ProfileOf(p)?.Kind != OwnerKind.Unknown).Select(Named));
    }

    /// <summary>The stakes.</summary>
    public StakeRegister Register { get; }

    /// <summary>True when the stated relations of the maker knowledge are among the stakes: its parties go by their keys there.</summary>
    public bool HoldsMakers { get; init; }

    /// <summary>Parties of like names that nobody confirmed or refused to be one.</summary>
    public ImmutableArray<NameProposal> Alike { get; init; } = [];

    /// <summary>The graph of a day; a few days are remembered.</summary>
    /// <param name="day">The day.</param>
    /// <param name="supposed">True to take parties of like names for one.</param>
    internal OwnershipGraph On(DateOnly day, bool supposed = false)
    {
        const int most = 4;
        lock (_lock)
        {
            if (_graphs.TryGetValue((day, supposed), out var known)) return known;
            if (_graphs.Count >= most) _graphs.Clear();
            return _graphs[(day, supposed)] = new OwnershipGraph(Register, day, supposed ? Alike : null);
        }
    }

    /// <summary>The parties that a party of a record is, or may be: sure ones alone where there are any.</summary>
    /// <param name="name">Its name as shown.</param>
    /// <param name="identifiers">Its identifiers.</param>
    /// <param name="keys">Keys of the maker knowledge that it surely is.</param>
    internal ImmutableArray<RoleJoin> Joins(string name, IEnumerable<PartyIdentifier> identifiers, IEnumerable<string> keys)
    {
        string alias = StatedHoldings.KeyOf(name);
        lock (_lock)
        {
            var sure = identifiers.SelectMany(i => Identified(i).Select(k => new RoleJoin(alias, k, true, $"{i.Scheme} {i.Value}")))
                .Concat(keys.Where(k => HoldsMakers && Register.Parties.Find(k) >= 0).SelectMany(k => _finder.Find(k)).Select(k => new RoleJoin(alias, k, true, "the same party of the maker knowledge")))
                .Concat(_words[alias].Where(w => w.AreOne).Select(w => new RoleJoin(alias, w.Key, true, "a person's word"))).DistinctBy(j => j.Key).ToImmutableArray();
            if (!sure.IsEmpty) return sure;
            var refused = _words[alias].Where(w => !w.AreOne).Select(w => w.Key).ToHashSet(StringComparer.Ordinal);
            return [.. Like(name).Distinct(StringComparer.Ordinal).Where(k => !refused.Contains(k)).Take(3).Select(k => new RoleJoin(alias, k, false, $"the name {Register.NameOf(Register.Parties.Find(k))}"))];
        }
    }

    private ImmutableArray<string> Identified(PartyIdentifier identifier)
    {
        var scheme = _finder.Find($"{identifier.Scheme}:{identifier.Value}");
        return scheme.IsEmpty ? _finder.Find($"id:{identifier.Value}") : scheme;
    }

    private IEnumerable<string> Like(string name) => _finder.Find(name).Concat(Register.Parties.Count > NameProposal.MostParties ? [] : _finder.Named(name))
        .Concat(_index?.Find(new NameQuery(name, null, []), MatchThreshold.Strong).Select(m => m.Party.Key) ?? []);

    private Party Named(int party)
    {
        var source = new StatementSource(Register.Files.Count > 0 ? Register.Files[0] : "stakes", null, Confidence.Verified);
        return new Party(Register.Parties.KeyOf(party), Register.NameOf(party), [new PartyName(Register.NameOf(party), NameKind.Legal, source)], [], null, []);
    }
}
