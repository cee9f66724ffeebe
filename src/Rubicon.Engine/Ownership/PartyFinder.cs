using System.Collections.Immutable;

namespace Rubicon.Ownership;

/// <summary>Finds parties of a register by what a person writes: the key, a name, an identifier. Never by likeness: what is only like is offered. One instance serves one thread.</summary>
public sealed class PartyFinder(StakeRegister register)
{
    private readonly Dictionary<string, List<int>> _byName = ByName(register);
    private Dictionary<string, List<int>>? _byBareName;

    /// <summary>
    /// The parties that the text names: by its key; else all that have the name or the identifier, each once. Several are several parties of one name, and a
    /// person must say which; none is an empty list.
    /// </summary>
    public ImmutableArray<string> Find(string text)
    {
        string wanted = text.Trim();
        if (register.Parties.Find(wanted) is >= 0 and var party) return [register.Parties.KeyOf(register.Same(party))];
        return [.. _byName.GetValueOrDefault(Folded(wanted), []).Select(register.Same).Distinct().Order().Select(register.Parties.KeyOf)];
    }

    /// <summary>All parties whose name differs from the text by case, punctuation or space at most: how entries of a list are looked for.</summary>
    public ImmutableArray<string> Named(string text)
    {
        if (_byBareName is null)
        {
            _byBareName = new(StringComparer.Ordinal);
            for (int party = 0; party < register.Parties.Count; party++)
            {
                string bare = NameProposal.Bare(register.NameOf(party));
                if (!_byBareName.TryGetValue(bare, out var all)) _byBareName[bare] = all = [];
                all.Add(party);
            }
        }
        return [.. _byBareName.GetValueOrDefault(NameProposal.Bare(text), []).Select(register.Same).Distinct().Order().Select(register.Parties.KeyOf)];
    }

    /// <summary>Up to <paramref name="most"/> keys that differ from the text by case, punctuation or space only.</summary>
    public ImmutableArray<string> Like(string text, int most = 5)
    {
        string wanted = NameProposal.Bare(text);
        var like = new List<string>();
        for (int party = 0; party < register.Parties.Count && like.Count < most; party++)
            if (NameProposal.Bare(register.NameOf(party)) == wanted) like.Add(register.Parties.KeyOf(party));
        return [.. like.Order(StringComparer.Ordinal)];
    }

    private static Dictionary<string, List<int>> ByName(StakeRegister register)
    {
        var byName = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var (party, profile) in register.Profiles)
            foreach (string name in profile.Identifiers.Append(profile.Name).OfType<string>())
            {
                Add(name, party);
                if (name.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && profile.Identifiers.Contains(name)) Add(name[(colon + 1)..], party);
            }
        return byName;

        void Add(string name, int party)
        {
            if (!byName.TryGetValue(Folded(name), out var all)) byName[Folded(name)] = all = [];
            all.Add(party);
        }
    }

    private static string Folded(string name) => name.Trim().ToUpperInvariant();
}
