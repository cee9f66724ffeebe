using System.Collections.Immutable;
using Rubicon.Rules.Facts;
using Rubicon.Rules.Law;

namespace Rubicon.Rules.Evaluation;

/// <summary>
/// Finds the smallest changes of fact that would flip a decision: all changes of one fact first, then of two, then (to the milder side) of three. Which values
/// a fact may take instead is read off the conditions (<see cref="PossibleChanges"/>); every flip is decided again over the whole law before it is told.
/// Deterministic, and bounded by counts, not by time. Facts of parts are changed only by taking the part away.
/// </summary>
public static class FlipFinder
{
    /// <summary>Sets of changes tried before the search stops.</summary>
    public const int MostTried = 30_000;

    /// <summary>Sets of changes decided over the whole law.</summary>
    public const int MostDecided = 400;

    /// <summary>Flips told for one side.</summary>
    public const int MostTold = 8;

    /// <summary>The flips of the decision that <see cref="Decider.Decide"/> makes of the same arguments. None for one that is not assessed.</summary>
    public static FlipSearch Find(LawBook law, FactSet facts, DateOnly asOf, DateOnly knownAt)
    {
        var (found, complete) = Search(law, facts, asOf, knownAt);
        return new FlipSearch([.. found.Select(f => new Flip([.. f.Changes.Select(c => new FactChange(c.Key, c.From, c.To))], f.Outcome))], complete);
    }

    /// <summary>The same with the changes themselves.</summary>
    internal static (ImmutableArray<(ImmutableArray<PossibleChange> Changes, Outcome Outcome)> Found, bool Complete) Search(LawBook law, FactSet facts, DateOnly asOf, DateOnly knownAt)
    {
        var verdict = Decider.Decide(law, facts, asOf, knownAt);
        if (verdict.Outcome == Outcome.NotAssessed) return ([], true);
        var search = new FlipTrials(law, facts, asOf, knownAt, verdict.Outcome);
        var milder = Told(search, Milder(search));
        var stricter = Told(search, Stricter(search));
        return ([.. milder, .. stricter], search.Complete);
    }

    /// <summary>In the order found, one for a set of facts and an outcome.</summary>
    private static IEnumerable<(ImmutableArray<PossibleChange> Changes, Outcome Outcome)> Told(FlipTrials search, IEnumerable<ImmutableArray<PossibleChange>> flips) =>
        flips.Select(f => (f, search.Decided(f))).DistinctBy(f => $"{string.Join('|', f.f.Select(c => c.Key))}={(int)f.Item2}").Take(MostTold);

    /// <summary>
    /// To be milder, every provision as strict as the outcome has to cease, so each must read one of the facts changed. Where that brings another provision up, a change
    /// of what that one reads is added.
    /// </summary>
    private static List<ImmutableArray<PossibleChange>> Milder(FlipTrials search)
    {
        if (search.Outcome <= Outcome.Allowed || search.Strictest.IsEmpty) return [];
        var changes = PossibleChanges.Of(search.Scope, search.Strictest, earlierDays: true);
        bool Milder(ImmutableArray<PossibleChange> set) => search.IsMilder(set);
        var found = changes.Select(c => ImmutableArray.Create(c)).Where(Milder).ToList();
        if (found.Count > 0) return found;
        found = [.. Pairs(changes).Where(search.TouchesAllStrictest).Concat(Mended(search, changes.Select(c => ImmutableArray.Create(c)))).Where(Milder)];
        if (found.Count > 0) return found;
        // Of three, only changes that make some strict provision milder by themselves are combined.
        ImmutableArray<PossibleChange> useful = [.. changes.Where(search.MakesOneMilder)];
        return [.. Pairs(useful).SelectMany(p => useful.SkipWhile(c => c != p[1]).Skip(1).Where(c => c.Key != p[1].Key && c.Key != p[0].Key).Select(c => p.Add(c)))
            .Where(search.TouchesAllStrictest).Where(Milder)];
    }

    /// <summary>The sets that end what is strictest and bring up another provision, each with one change of what that one reads.</summary>
    private static IEnumerable<ImmutableArray<PossibleChange>> Mended(FlipTrials search, IEnumerable<ImmutableArray<PossibleChange>> sets) =>
        sets.SelectMany(set => PossibleChanges.Of(search.With(set), search.Risen(set), earlierDays: true).Where(c => set.All(s => s.Key != c.Key)).Select(set.Add));

    /// <summary>To be stricter, one provision has to fire or come open, so only the facts that it reads need change.</summary>
    private static List<ImmutableArray<PossibleChange>> Stricter(FlipTrials search)
    {
        if (search.Outcome == Outcome.Prohibited) return [];
        var able = search.Provisions.Where(p => Outcomes.Of(p.Result.Effect, Truth.True) > search.Outcome || search.Outcome == Outcome.Allowed).ToImmutableArray();
        var changes = PossibleChanges.Of(search.Scope, able, earlierDays: false);
        var found = changes.Select(c => ImmutableArray.Create(c)).Where(search.IsStricter).ToList();
        if (found.Count > 0) return found;
        var seen = new HashSet<(PossibleChange, PossibleChange)>();
        foreach (var provision in able)
            foreach (var pair in Pairs([.. changes.Where(c => c.Fact is null || provision.Reads.Contains(c.Fact))]))
                if (search.MakesStricter(provision, pair) && seen.Add((pair[0], pair[1])) && search.IsStricter(pair)) found.Add(pair);
        return found;
    }

    private static IEnumerable<ImmutableArray<PossibleChange>> Pairs(ImmutableArray<PossibleChange> changes)
    {
        for (int i = 0; i < changes.Length; i++)
            for (int j = i + 1; j < changes.Length; j++)
                if (changes[i].Key != changes[j].Key) yield return [changes[i], changes[j]];
    }
}
