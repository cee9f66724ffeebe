using System.Collections.Immutable;
using Rubicon.Ownership;
using Rubicon.Rules.Facts;

namespace Rubicon.Screening;

/// <summary>What one party of a graph is to designated ones, by the measures of ownership and control.</summary>
internal sealed class TiesOfNode(OwnershipGraph graph, int node, RoleJoin join, Func<int, PartyValue?> valueOf, PartyDirectory directory)
{
    private readonly string _key = graph.Register.Parties.KeyOf(node);

    /// <summary>By designated holders: control makes a subsidiary; more than a tenth without control may make an affiliate, since most statutes name no percentage.</summary>
    public IEnumerable<Attribution> Above(IEnumerable<int> holders)
    {
        var named = holders.Select(h => (Key: graph.Register.Parties.KeyOf(h), Value: valueOf(h))).Where(h => h.Value is { Attributions.IsEmpty: false } v && directory.TouchesDesignated(v)).ToList();
        foreach (var (key, value) in named)
        {
            var control = ControlMeasure.Of(graph, [key], _key);
            if (control.Truth != OwnershipTruth.No)
                foreach (var tie in Through(value!, Relation.Subsidiary, TruthOf(control), control)) yield return tie;
            if (control.Truth == OwnershipTruth.Certain) continue;
            var affiliate = AffiliateMeasure.Of(graph, [key], _key);
            if (affiliate.Truth != OwnershipTruth.No)
                foreach (var tie in Through(value!, Relation.Affiliate, Truth.Unknown, affiliate)) yield return tie;
        }
        foreach (var tie in Half(named)) yield return tie;
    }

    /// <summary>Half or more in the aggregate, over those that are named on lists.</summary>
    private IEnumerable<Attribution> Half(List<(string Key, PartyValue? Value)> named)
    {
        List<(string Key, string PartyKey, Truth Truth)> listed = [.. named.SelectMany(n => n.Value!.Attributions.Where(a => a.Relation is Relation.Named or Relation.Branch).Select(a => (n.Key, a.PartyKey, a.Truth)))];
        if (listed.Count == 0) yield break;
        var sure = FiftyPercentRule.Of(graph, [.. listed.Where(l => l.Truth == Truth.True).Select(l => l.Key).Distinct(StringComparer.Ordinal)], _key);
        var all = FiftyPercentRule.Of(graph, [.. listed.Select(l => l.Key).Distinct(StringComparer.Ordinal)], _key);
        if (all.Truth == OwnershipTruth.No) yield break;
        var carrying = all.Path.Select(e => e.Owner).ToHashSet(StringComparer.Ordinal);
        foreach (var (key, partyKey, truth) in listed.Where(l => carrying.Contains(l.Key)))
        {
            // Listed on several lists or as several parties: only what one of them holds alone is certain here; the sum over a list is the rule's own question.
            var alone = FiftyPercentRule.Of(graph, [key], _key);
            var reached = alone.Truth == OwnershipTruth.Certain ? truth : Truth.Unknown;
            yield return new Attribution(partyKey, Relation.HalfOwned, Sure(reached), Evidence(alone.Truth == OwnershipTruth.Certain ? alone : sure.Truth == OwnershipTruth.Certain ? sure : all));
        }
    }

    /// <summary>By what it controls itself: it is the parent of a designated party; more than a tenth of one may make it an affiliate.</summary>
    public IEnumerable<Attribution> Below(int most)
    {
        foreach (int held in Reached([node], most))
        {
            if (valueOf(held) is not { } value || !directory.TouchesDesignated(value)) continue;
            string key = graph.Register.Parties.KeyOf(held);
            var control = ControlMeasure.Of(graph, [_key], key);
            var affiliate = control.Truth == OwnershipTruth.Certain ? control : AffiliateMeasure.Of(graph, [_key], key);
            foreach (var named in value.Attributions.Where(a => a.Relation == Relation.Named))
            {
                if (control.Truth != OwnershipTruth.No) yield return new Attribution(named.PartyKey, Relation.Parent, Sure(Kleene.And(named.Truth, TruthOf(control))), Evidence(control));
                if (control.Truth != OwnershipTruth.Certain && affiliate.Truth != OwnershipTruth.No) yield return new Attribution(named.PartyKey, Relation.Affiliate, Truth.Unknown, Evidence(affiliate));
            }
        }
    }

    /// <summary>Designated parties under a common controller. Firms that a state controls are not affiliates of each other by that alone: a question.</summary>
    public IEnumerable<Attribution> Sisters(IEnumerable<int> holders, int most)
    {
        foreach (int above in holders.Order())
        {
            string key = graph.Register.Parties.KeyOf(above);
            if (ControlMeasure.Of(graph, [key], _key) is not { Truth: not OwnershipTruth.No } here) continue;
            bool state = graph.Register.ProfileOf(above)?.Kind is OwnerKind.State or OwnerKind.Unknown;
            foreach (int sister in Reached([above], most).Where(s => s != node))
            {
                if (valueOf(sister) is not { } value || !directory.TouchesDesignated(value)) continue;
                var there = ControlMeasure.Of(graph, [key], graph.Register.Parties.KeyOf(sister));
                if (there.Truth == OwnershipTruth.No) continue;
                foreach (var named in value.Attributions.Where(a => a.Relation == Relation.Named))
                    yield return new Attribution(named.PartyKey, Relation.Affiliate, state ? Truth.Unknown : Sure(Kleene.And(named.Truth, Kleene.And(TruthOf(here), TruthOf(there)))), [.. Evidence(here), .. Evidence(there)]);
            }
        }
    }

    /// <summary>Countries whose persons own or control it, or in which it stands itself.</summary>
    public void Jurisdiction(IReadOnlySet<int> above, List<(string Country, Evidence Why)> certain, List<(string Country, Evidence Why)> possible)
    {
        const int most = 40;
        foreach (string country in above.SelectMany(n => graph.Register.ProfileOf(n)?.Countries ?? []).Select(c => c.Country).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(most))
        {
            // That nobody states where some other holder belongs is no sign of this country.
            var answer = JurisdictionMeasure.Of(graph, [country], _key, unstatedToo: false);
            if (answer.Truth == OwnershipTruth.No) continue;
            var why = new Evidence($"{answer.Reason}{How}", answer.Path.IsEmpty ? null : answer.Path[0].Stakes[0].Where);
            (Sure(TruthOf(answer)) == Truth.True ? certain : possible).Add((country, why));
        }
    }

    /// <summary>What the holder is to designated parties, and so what it holds.</summary>
    private IEnumerable<Attribution> Through(PartyValue holder, Relation step, Truth truth, OwnershipAnswer answer)
    {
        foreach (var of in holder.Attributions)
        {
            Relation? relation = (of.Relation, step) switch
            {
                (Relation.Named or Relation.Branch, _) => step,
                (Relation.Subsidiary or Relation.Successor, Relation.Subsidiary) => Relation.Subsidiary,
                (Relation.HalfOwned, _) => null,
                _ => Relation.Affiliate,
            };
            if (relation is { } is_) yield return new Attribution(of.PartyKey, is_, Sure(Kleene.And(of.Truth, truth)), [.. Evidence(answer), .. of.Evidence]);
        }
    }

    private IEnumerable<int> Reached(IEnumerable<int> from, int most)
    {
        var seen = from.ToHashSet();
        var open = new Queue<int>(seen);
        while (open.TryDequeue(out int at))
            foreach (int edge in graph.Out(at).ToArray())
                if (graph.Row(edge).Kind is not (StakeKind.Office or StakeKind.InConcert) && seen.Count <= most && seen.Add(graph.Owned(edge)))
                {
                    open.Enqueue(graph.Owned(edge));
                    yield return graph.Owned(edge);
                }
    }

    private static Truth TruthOf(OwnershipAnswer answer) => answer.Truth switch { OwnershipTruth.Certain => Truth.True, OwnershipTruth.Possible => Truth.Unknown, _ => Truth.False };

    private Truth Sure(Truth truth) => join.IsSure ? truth : Kleene.And(truth, Truth.Unknown);

    private string How => join.IsSure ? $"; joined by {join.Words}" : $"; only if it is the same party as {join.Words}, which nobody confirmed";

    private ImmutableArray<Evidence> Evidence(OwnershipAnswer answer)
    {
        string missing = answer.Missing.IsEmpty ? "" : $"; to settle it: {string.Join("; ", answer.Missing.Take(3).Select(m => m.Settles))}";
        var head = new Evidence($"{answer.Reason}{missing}{How}");
        return [head, .. answer.Path.SelectMany(e => e.Stakes.Select(s => new Evidence($"{e.OwnerName} holds {(s.Share == ShareBounds.Unknown ? "a share that is not stated" : s.Share)} of {e.OwnedName}{(e.Kind == StakeKind.Equity ? "" : $" ({e.Kind.ToString().ToLowerInvariant()})")}", s.Where, s.Document)))];
    }
}
