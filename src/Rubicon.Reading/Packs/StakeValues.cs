using System.Collections.Immutable;
using Rubicon.Dates;
using Rubicon.Diagnostics;
using Rubicon.Ownership;
using Rubicon.Reading.Ownership;
using Rubicon.Reading.Yaml;
using Rubicon.Rules.Facts;
using Rubicon.Screening;

namespace Rubicon.Reading.Packs;

/// <summary>
/// Reads stakes: <c>stakes: [ { owner: X, of: recipient, share: 51-80 } ]</c>. The owner is a party as elsewhere, or a role of the transaction; the entity held is
/// a role or a name. Shares are written as in tables of stakes.
/// </summary>
internal sealed class StakeValues(FactCatalog catalog, Func<PartyMention, PartyValue> parties, Func<YamlNode, PartyMention> mention, NodeReader read)
{
    private static readonly Dictionary<string, StakeKind> Kinds = new(StringComparer.Ordinal)
    {
        ["equity"] = StakeKind.Equity,
        ["votes"] = StakeKind.Votes,
        ["board"] = StakeKind.Board,
        ["contract"] = StakeKind.Contract,
        ["special-share"] = StakeKind.SpecialShare,
        ["trust"] = StakeKind.Trust,
        ["nominee"] = StakeKind.Nominee,
        ["dominant-minority"] = StakeKind.DominantMinority,
        ["other"] = StakeKind.Other,
    };

    /// <summary>The stakes, or null after a problem: stakes that are read in part would count too little.</summary>
    public StatedHoldings? Read(Fact fact, YamlNode node, ImmutableArray<Evidence> evidence)
    {
        var stakes = ImmutableArray.CreateBuilder<Stake>();
        var holders = ImmutableSortedDictionary.CreateBuilder<string, PartyValue>(StringComparer.Ordinal);
        int before = read.Problems.Count;
        foreach (var item in NodeReader.Items(node))
            if (read.IsMapping(item) && One(fact, item, holders) is { } stake) stakes.Add(stake);
        return read.Problems.Count == before ? new StatedHoldings(stakes.ToImmutable(), holders.ToImmutable(), evidence) : null;
    }

    private Stake? One(Fact fact, YamlNode node, ImmutableSortedDictionary<string, PartyValue>.Builder holders)
    {
        read.OnlyKeys(node, "owner", "of", "share", "kind", "from", "to", "source");
        if (node.Find("owner") is not { } owner || node.Find("of") is not { } of)
        {
            read.Missing(node, node.Find("owner") is null ? "owner" : "of");
            return null;
        }
        var kind = node.Find("kind") is { } k ? read.Word(k, Kinds, StakeKind.Equity) : StakeKind.Equity;
        var share = ShareWords.Read(node.Find("share")?.Text ?? "");
        if (share is null)
        {
            read.Problems.Add(new Problem(ProblemCatalog.BadFactValue, node.Find("share")!.Where, $"{fact.Name}: {node.Find("share")!.Shown}", "a share such as 50, 25-50, >50 or unknown, from 0 to 100 per cent"));
            return null;
        }
        return new Stake(Holder(owner, holders), Entity(of), share.Value, kind, false, Holds(node), node.Where, read.OptionalText(node, "source"));
    }

    private string Holder(YamlNode owner, ImmutableSortedDictionary<string, PartyValue>.Builder holders)
    {
        if (owner.Kind == YamlKind.Scalar && IsRole(owner.Text)) return owner.Text;
        var stated = mention(owner) with { Role = "owner" };
        string key = StatedHoldings.KeyOf(stated.Name ?? stated.Key ?? "");
        // The same holder may be named twice, once with the lists that it is on: what is said of it anywhere holds.
        bool says = owner.Kind == YamlKind.Mapping && owner.Entries.Length > 1;
        if (says || !holders.ContainsKey(key)) holders[key] = parties(stated);
        return key;
    }

    private string Entity(YamlNode of) => IsRole(of.Text) ? of.Text : StatedHoldings.KeyOf(of.Text);

    private bool IsRole(string text) => catalog.Find(text) is { Type: FactType.Party };

    private Period? Holds(YamlNode node)
    {
        var (from, to) = (read.OptionalDate(node, "from"), read.OptionalDate(node, "to"));
        if (from is null && to is null) return null;
        if (to < from)
        {
            read.Bad(node.Find("to")!, "a day not before `from`");
            return null;
        }
        return new Period(from ?? DateOnly.MinValue, to);
    }
}
