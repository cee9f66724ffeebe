using System.Collections.Immutable;
using Rubicon.Parties;
using Rubicon.Reports;
using Rubicon.Rules.Law;

namespace Rubicon.Server.Entities;

/// <summary>A statement about a party as an entity of its own: an entry of a list, or a relation to another party.</summary>
/// <param name="Property">The property of the party under which it stands.</param>
/// <param name="Id">Its id.</param>
/// <param name="Schema">What it is.</param>
/// <param name="Properties">Its statements.</param>
/// <param name="Other">The property that names the other party, with its id; null when there is none.</param>
internal sealed record Link(string Property, string Id, string Schema, SortedDictionary<string, ImmutableArray<string>> Properties, (string Property, string Id)? Other)
{
    /// <summary>An entry of a list.</summary>
    public static Link Sanction(string party, DesignationList list, DesignationEntry entry, DateOnly knownAt)
    {
        var properties = new SortedDictionary<string, ImmutableArray<string>>(StringComparer.Ordinal)
        {
            ["entity"] = [party],
            ["authority"] = [list.Title],
            ["program"] = [entry.Citation],
            ["programId"] = [list.Id],
            ["startDate"] = [PlainText.Day(entry.Effective.From)],
            ["listingDate"] = [PlainText.Day(entry.Effective.Known)],
        };
        if (entry.Effective.EndAsKnown(knownAt) is { } end) properties["endDate"] = [PlainText.Day(end)];
        if (entry.Country is { } country) properties["country"] = [country.ToLowerInvariant()];
        if (entry.Words is { } words) properties["description"] = [words];
        return new Link("sanctions", EntityBook.IdOf(entry.Id) + ".entry", "Sanction", properties, null);
    }

    /// <summary>A stated relation, as each of the two parties sees it.</summary>
    public static IEnumerable<(string Party, Link Link)> Of(string party, string other, PartyRelation relation)
    {
        var (schema, own, others, seenHere, seenThere) = relation.Kind switch
        {
            RelationKind.SubsidiaryOf or RelationKind.BranchOf => ("Ownership", "asset", "owner", "ownershipAsset", "ownershipOwner"),
            RelationKind.SuccessorOf => ("Succession", "successor", "predecessor", "predecessors", "successors"),
            _ => ("UnknownLink", "subject", "object", "unknownLinkTo", "unknownLinkFrom"),
        };
        var properties = new SortedDictionary<string, ImmutableArray<string>>(StringComparer.Ordinal) { [own] = [party], [others] = [other], ["role"] = [Words(relation.Kind)] };
        if (relation.Holds is { } days)
        {
            properties["startDate"] = [PlainText.Day(days.From)];
            if (days.To is { } to) properties["endDate"] = [PlainText.Day(to)];
        }
        properties["summary"] = [relation.Source.Title];
        string id = $"{party}.{Words(relation.Kind).Replace(' ', '-')}.{other}";
        yield return (party, new Link(seenHere, id, schema, properties, (others, other)));
        yield return (other, new Link(seenThere, id, schema, properties, (own, party)));
    }

    private static string Words(RelationKind kind) => kind switch
    {
        RelationKind.SubsidiaryOf => "subsidiary of",
        RelationKind.AffiliateOf => "affiliate of",
        RelationKind.BranchOf => "branch of",
        RelationKind.SuccessorOf => "successor of",
        _ => "formerly part of",
    };
}
