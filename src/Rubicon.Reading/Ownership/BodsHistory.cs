using System.Collections.Immutable;
using Rubicon.Dates;
using Rubicon.Diagnostics;
using Rubicon.Ownership;

namespace Rubicon.Reading.Ownership;

/// <summary>A relationship statement as read.</summary>
internal sealed record BodsRelationship(
    string Record, string Statement, DateOnly? Date, string Status, string? Subject, string? Party, string? NoParty, ImmutableArray<BodsInterest> Interests,
    ImmutableArray<string> Replaces, int Line, string? Document);

/// <summary>An interest with the days for which it stands by all statements about it; days that are null are all days.</summary>
internal sealed record BodsStake(BodsRelationship Relationship, BodsInterest Interest, Period? Days);

/// <summary>
/// Puts statements about one relationship in order: in 0.4 those of one record by their dates, in 0.3 those that replace one another. A statement stands until the next one
/// says since when it is otherwise: from the start of the changed interest where that is later, else from the day of the statement. Statements that replace each other in
/// a ring all stand, since none is the last.
/// </summary>
internal static class BodsHistory
{
    public static IEnumerable<BodsStake> Of(IReadOnlyList<BodsRelationship> relationships, OwnershipAccount account)
    {
        var chains = Chains(relationships, account);
        foreach (var record in relationships.GroupBy(r => chains.GetValueOrDefault(r.Statement, r.Record), StringComparer.Ordinal))
        {
            // Sorted stably: of one day the later in the file is the later.
            BodsRelationship[] versions = [.. record.OrderBy(r => r.Date ?? DateOnly.MinValue)];
            for (int i = 0; i < versions.Length; i++)
            {
                var (before, after) = (i > 0 ? versions[i - 1] : null, i + 1 < versions.Length ? versions[i + 1] : null);
                int stands = 0;
                foreach (var interest in Interests(versions[i]))
                    if (!IsClosedNow(versions[i], interest) && Days(versions[i], interest, before, after, out var days))
                    {
                        stands++;
                        yield return new BodsStake(versions[i], interest, days);
                    }
                if (stands == 0) account.Set(versions[i].Status == "closed" ? "closed" : "replaced");
            }
        }
    }

    private static ImmutableArray<BodsInterest> Interests(BodsRelationship version) =>
        version.Interests.IsEmpty ? [new BodsInterest(StakeKind.Other, ShareBounds.Unknown, false, null, null)] : version.Interests;

    // A record that is closed without an end of the interest says only that it stands no more.
    private static bool IsClosedNow(BodsRelationship version, BodsInterest interest) => version.Status == "closed" && interest.End is null;

    private static bool Days(BodsRelationship version, BodsInterest interest, BodsRelationship? before, BodsRelationship? after, out Period? days)
    {
        var from = interest.Start;
        if (before is not null && version.Status != "closed" && Same(before, interest) is { } earlier && !IsLater(interest.Start, earlier.Start) && version.Date > (from ?? DateOnly.MinValue)) from = version.Date;
        var to = interest.End;
        if (after is not null)
        {
            var next = Same(after, interest);
            var last = next is not null && IsLater(next.Start, interest.Start) ? next.Start : after.Date;
            if (last is { } day && day > DateOnly.MinValue && !(to < day)) to = day.AddDays(-1);
            if (next?.End < to) to = next.End;
        }
        days = to < from || (from is null && to is null) ? null : new Period(from ?? DateOnly.MinValue, to);
        // Of two statements of one day, neither with a start, the later alone stands.
        return !(to < from) && !(after is not null && after.Date is null) && !(after?.Date == version.Date && to < version.Date);
    }

    private static BodsInterest? Same(BodsRelationship version, BodsInterest interest) => Interests(version).LastOrDefault(i => i.Kind == interest.Kind && i.IsIndirect == interest.IsIndirect);

    private static bool IsLater(DateOnly? start, DateOnly? than) => start is not null && (than is null || start > than);

    /// <summary>For each statement that replaces others or is replaced: one name for all of the chain. Statements of a ring are left out.</summary>
    private static Dictionary<string, string> Chains(IReadOnlyList<BodsRelationship> relationships, OwnershipAccount account)
    {
        var known = new Dictionary<string, BodsRelationship>(StringComparer.Ordinal);
        foreach (var relationship in relationships) known[relationship.Statement] = relationship;
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        string Root(string id)
        {
            while (first.TryGetValue(id, out string? up) && up != id) id = up;
            return id;
        }
        foreach (var relationship in relationships.Where(r => !r.Replaces.IsEmpty))
        {
            if (InRing(relationship, known))
            {
                account.Report(ProblemCatalog.StatementRing, new SourceLocation(account.File, relationship.Line), $"{Quote.Text(relationship.Statement)} and {Quote.Text(relationship.Replaces[0])}");
                continue;
            }
            foreach (string replaced in relationship.Replaces.Where(known.ContainsKey)) first[Root(relationship.Statement)] = Root(replaced);
        }
        return first.Keys.Concat(first.Values).Distinct(StringComparer.Ordinal).ToDictionary(id => id, Root, StringComparer.Ordinal);
    }

    private static bool InRing(BodsRelationship start, Dictionary<string, BodsRelationship> known)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(start.Replaces);
        while (open.TryPop(out string? next))
        {
            if (next == start.Statement) return true;
            if (seen.Add(next) && known.TryGetValue(next, out var earlier))
                foreach (string replaced in earlier.Replaces) open.Push(replaced);
        }
        return false;
    }
}
