using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Rubicon.Parties;
using Rubicon.Rules.Law;

namespace Rubicon.Server.Stated;

/// <summary>
/// What an answer or clearance rests on, as names with digests: the packs of the rules that asked; the party, and the entries that name it. When one of them is not what it
/// was, the statement lapses.
/// </summary>
internal static class StatementBasis
{
    /// <summary>For an answer to the question of some rules; of all packs when no rule is named.</summary>
    public static SortedDictionary<string, string> OfRules(ServedLaw law, IReadOnlyCollection<string> provisions)
    {
        var packs = provisions.Count == 0 ? law.Data.Law.Packs : [.. provisions.Select(law.Data.Law.FindProvision).OfType<Provision>().Select(p => p.PackId).Distinct().Select(law.Data.Law.PackOf)];
        var basis = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var pack in packs) basis["pack " + pack.Id] = pack.Digest;
        return basis;
    }

    /// <summary>For a match with a party that is another one.</summary>
    public static SortedDictionary<string, string> OfParty(ServedLaw law, Party party)
    {
        var basis = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["party " + party.Key] = Digest(Described(party)) };
        foreach (var list in law.Data.Law.Lists)
            foreach (var entry in list.Entries.Where(e => e.PartyKey == party.Key)) basis["entry " + entry.Id] = Digest(Described(entry));
        return basis;
    }

    /// <summary>What of a basis is not so any more, in words; null when all of it is.</summary>
    public static string? Changed(ServedLaw law, string kept)
    {
        var then = JsonSerializer.Deserialize<SortedDictionary<string, string>>(kept)!;
        foreach (var (name, digest) in then)
            if (Now(law, name) is var now && now != digest) return now is null ? $"{name} is not there any more" : $"{name} is not what it was";
        // A new entry that names the party is news too.
        if (then.Keys.FirstOrDefault(k => k.StartsWith("party ", StringComparison.Ordinal)) is { } named && law.Data.Directory.Find(named[6..]) is { } party)
            foreach (string entry in OfParty(law, party).Keys)
                if (!then.ContainsKey(entry)) return $"{entry} is new";
        return null;
    }

    private static string? Now(ServedLaw law, string name)
    {
        string id = name[(name.IndexOf(' ', StringComparison.Ordinal) + 1)..];
        return name[0] switch
        {
            'e' => law.Data.Law.Lists.SelectMany(l => l.Entries).FirstOrDefault(e => e.Id == id) is { } entry ? Digest(Described(entry)) : null,
            _ when name.StartsWith("party ", StringComparison.Ordinal) => law.Data.Directory.Find(id) is { } party ? Digest(Described(party)) : null,
            _ => law.Data.Law.Packs.FirstOrDefault(p => p.Id == id)?.Digest,
        };
    }

    private static string Described(Party party) => string.Join('\n', [party.Name, party.Country ?? "", .. party.Names.Select(n => $"{n.Kind} {n.Text}"), .. party.Identifiers.Select(i => $"{i.Scheme} {i.Value}"), .. party.Relations.Select(r => $"{r.Kind} {r.Other} {r.Holds}")]);

    private static string Described(DesignationEntry entry) => string.Join('\n', [entry.Citation, entry.Country ?? "", entry.Words ?? "", entry.Effective.From.ToString("O"), entry.Effective.EndAsKnown(DateOnly.MaxValue)?.ToString("O") ?? "", entry.Effective.Known.ToString("O"),
        .. entry.Printed, .. entry.Also, .. entry.Weak, .. entry.Reach.Select(r => r.ToString()), .. entry.Footnotes.Select(f => f.ToString(System.Globalization.CultureInfo.InvariantCulture))]);

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
