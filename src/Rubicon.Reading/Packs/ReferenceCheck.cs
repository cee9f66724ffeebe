using Rubicon.Diagnostics;
using Rubicon.Rules.Conditions;
using Rubicon.Rules.Law;

namespace Rubicon.Reading.Packs;

/// <summary>Checks that every id named in a pack stands for something, over all packs.</summary>
internal static class ReferenceCheck
{
    public static void Check(List<Pack> packs, List<Provision> provisions, List<DesignationList> lists, ICollection<Problem> problems)
    {
        var ids = provisions.Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        var instruments = packs.SelectMany(p => p.Instruments).Select(i => i.Id).ToHashSet(StringComparer.Ordinal);
        var listIds = lists.ToDictionary(l => l.Id, StringComparer.Ordinal);
        void Need(bool there, SourceLocation where, string id, string expected)
        {
            if (!there) problems.Add(new Problem(ProblemCatalog.PackUnknownReference, where, Quote.Text(id), expected));
        }
        foreach (var provision in provisions)
        {
            Need(instruments.Contains(provision.InstrumentId), provision.Where, provision.InstrumentId, "an instrument of a pack.yaml");
            foreach (var version in provision.Versions)
            {
                foreach (string id in version.Unless.Concat(version.WaivableBy).Concat(version.Obligations))
                    Need(ids.Contains(id), version.Where, id, "the id of a provision");
                foreach (var condition in version.Parts.SelectMany(p => p.Walk())) Lists(condition);
            }
        }
        foreach (var entry in lists.SelectMany(l => l.Entries))
            if (entry.When is not null)
                foreach (var condition in entry.When.Walk()) Lists(condition);

        void Lists(Condition condition)
        {
            var named = condition switch
            {
                CoveredCondition covered => covered.Lists,
                ListedCondition listed => listed.Lists,
                OwnedCondition owned => owned.Lists,
                _ => [],
            };
            foreach (string id in named) Need(listIds.ContainsKey(id), condition.Quotation.Where, id, "the id of a list in designations/");
            var entries = condition switch
            {
                CoveredCondition covered => covered.EntryNames,
                ListedCondition listed => listed.EntryNames,
                _ => [],
            };
            foreach (string entry in entries)
                Need(named.Any(l => listIds.TryGetValue(l, out var list) && list.Entries.Any(e => e.Id == $"{l}/{entry}")),
                    condition.Quotation.Where, entry, "the id of an entry of the list");
            if (condition is StatusCondition status) Need(instruments.Contains(status.InstrumentId), status.Quotation.Where, status.InstrumentId, "an instrument of a pack.yaml");
        }
    }
}
