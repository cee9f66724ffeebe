using Rubicon.Dates;
using Rubicon.Diagnostics;
using Rubicon.Rules.Conditions;
using Rubicon.Rules.Facts;
using Rubicon.Rules.Law;

namespace Rubicon.Rules.Checks;

/// <summary>
/// Checks that the grammar cannot: versions that overlap, provisions that can never apply, boundary days without a case, and
/// conditions that no case notices (each is replaced by yes and by no; some case's result must change for either).
/// </summary>
public static class LawLint
{
    /// <summary>Everything that does not hold, in order of provisions.</summary>
    public static IEnumerable<Problem> Check(LawBook law, IReadOnlyCollection<LawCase> cases)
    {
        var used = law.Provisions.SelectMany(p => p.Versions).SelectMany(v => v.Unless.Concat(v.WaivableBy)).ToHashSet(StringComparer.Ordinal);
        var byProvision = cases.ToLookup(c => c.ProvisionId, StringComparer.Ordinal);
        // A condition of an exception may be noticed only by a case of the provision that it defeats.
        foreach (var provision in law.Provisions)
        {
            foreach (var problem in Overlaps(provision)) yield return problem;
            foreach (var problem in Unreachable(provision, used)) yield return problem;
            foreach (var problem in Boundaries(provision, [.. byProvision[provision.Id]])) yield return problem;
            foreach (var problem in NotKilled(law, provision, [.. byProvision[provision.Id]])) yield return problem;
        }
        foreach (var list in law.Lists)
            foreach (var problem in LimitsNotKilled(law, list, byProvision)) yield return problem;
    }

    private static IEnumerable<Problem> Overlaps(Provision provision)
    {
        for (int i = 0; i < provision.Versions.Length; i++)
            for (int j = i + 1; j < provision.Versions.Length; j++)
                if (provision.Versions[i].Effective.Final is { } a && provision.Versions[j].Effective.Final is { } b && a.Overlaps(b))
                    yield return new Problem(ProblemCatalog.PackOverlappingVersions, provision.Versions[j].Where, $"{provision.Id}: {a} and {b}");
    }

    private static IEnumerable<Problem> Unreachable(Provision provision, HashSet<string> used)
    {
        foreach (var version in provision.Versions)
            if (version.Effective.Final is null && version.Effective.Revised.IsEmpty)
                yield return new Problem(ProblemCatalog.PackUnreachable, version.Where, $"{provision.Id}: a version that ends before it starts");
        if (provision.Versions.All(v => v.Effect == Effect.Allowed) && !used.Contains(provision.Id))
            yield return new Problem(ProblemCatalog.PackUnreachable, provision.Where, $"{provision.Id}: an exception that nothing names");
    }

    private static IEnumerable<Problem> Boundaries(Provision provision, List<LawCase> cases)
    {
        foreach (var version in provision.Versions)
        {
            if (version.Effective.Final is not { } period) continue;
            foreach (var (day, what) in Days(period))
                if (!cases.Any(c => c.AsOf == day))
                    yield return new Problem(ProblemCatalog.PackMissingBoundaryCase, version.Where, $"{provision.Id}: no case on {day:yyyy-MM-dd} ({what})");
        }
    }

    private static IEnumerable<(DateOnly Day, string What)> Days(Period period)
    {
        yield return (period.From.AddDays(-1), "the day before");
        yield return (period.From, "the first day");
        if (period.To is not { } to) yield break;
        yield return (to, "the last day");
        yield return (to.AddDays(1), "the day after");
    }

    private static IEnumerable<Problem> NotKilled(LawBook law, Provision provision, List<LawCase> cases)
    {
        foreach (var version in provision.Versions)
        {
            var inVersion = cases.Where(c => ReferenceEquals(provision.VersionOn(c.Scope(law).LawDate, c.KnownAt), version)).ToList();
            foreach (var condition in version.Parts.SelectMany(p => p.Walk()).Where(c => c.Children.IsEmpty))
                foreach (var replacement in new[] { Truth.True, Truth.False })
                    if (!inVersion.Any(c => Notices(law, provision, c, condition, replacement)))
                        yield return new Problem(ProblemCatalog.PackConditionNotKilled, condition.Quotation.Where,
                            $"{provision.Id}: `{condition.Predicate}` replaced by {(replacement == Truth.True ? "yes" : "no")} changes no case");
        }
    }

    /// <summary>Scope and purpose limits of entries, noticed by the cases of any provision that looks into the list.</summary>
    private static IEnumerable<Problem> LimitsNotKilled(LawBook law, DesignationList list, ILookup<string, LawCase> byProvision)
    {
        if (list.Entries.All(e => e.When is null)) yield break;
        var users = law.Provisions.Where(p => p.Versions.SelectMany(v => v.Parts).SelectMany(p => p.Walk()).Any(c => LooksInto(c, list.Id)))
            .SelectMany(p => byProvision[p.Id].Select(c => (Provision: p, Case: c))).ToList();
        // An entry that stands behind an earlier one of the same party cannot be noticed by itself.
        foreach (var entry in list.Entries.Where(e => e.When is not null && !list.Entries.Any(o => Hides(o, e))))
        {
            var cases = users.Where(u => entry.Effective.Holds(u.Case.Scope(law).LawDate, u.Case.KnownAt)).ToList();
            foreach (var condition in entry.When!.Walk().Where(c => c.Children.IsEmpty))
                foreach (var replacement in new[] { Truth.True, Truth.False })
                    if (!cases.Any(u => Notices(law, u.Provision, u.Case, condition, replacement)))
                        yield return new Problem(ProblemCatalog.PackConditionNotKilled, condition.Quotation.Where,
                            $"{entry.Id}: `{condition.Predicate}` replaced by {(replacement == Truth.True ? "yes" : "no")} changes no case");
        }
    }

    private static bool Hides(DesignationEntry earlier, DesignationEntry entry) =>
        !ReferenceEquals(earlier, entry) && !entry.IsCategory && earlier.PartyKey == entry.PartyKey && earlier.Effective.From < entry.Effective.From
        && entry.Reach.All(r => earlier.Reach.Contains(r));

    private static bool LooksInto(Condition condition, string listId) => condition switch
    {
        CoveredCondition covered => covered.Lists.Contains(listId),
        ListedCondition listed => listed.Lists.Contains(listId),
        OwnedCondition owned => owned.Lists.Contains(listId),
        _ => false,
    };

    private static bool Notices(LawBook law, Provision provision, LawCase lawCase, Condition condition, Truth replacement)
    {
        var scope = lawCase.Scope(law);
        return LawCase.Result(provision, scope) != LawCase.Result(provision, scope with { Mutated = condition, MutatedTo = replacement });
    }
}
