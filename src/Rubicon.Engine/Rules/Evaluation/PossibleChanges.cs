using System.Collections.Immutable;
using System.Globalization;
using Rubicon.Rules.Conditions;
using Rubicon.Rules.Facts;

namespace Rubicon.Rules.Evaluation;

/// <summary>One fact given one other value.</summary>
/// <param name="Key">What is changed: two changes with one key exclude each other.</param>
/// <param name="Fact">The fact, or null for a part that is taken away.</param>
/// <param name="From">The value now, in words.</param>
/// <param name="To">The other value, in words.</param>
/// <param name="Rank">Smaller is nearer to hand: a waiver before another maker before another actor.</param>
/// <param name="Value">The other value; null for a part that is taken away.</param>
internal sealed record PossibleChange(string Key, Fact? Fact, string From, string To, int Rank, FactValue? Value)
{
    public FactSet Apply(FactSet facts) => Fact is not null
        ? facts.With(Fact, Value)
        : facts.WithComponents([.. facts.Components.Where((_, i) => PartName(i) != Key)]);

    public static string PartName(int index) => string.Create(CultureInfo.InvariantCulture, $"part {index + 1}");
}

/// <summary>The changes of one fact that rules can tell from what is: the answers that their conditions tell apart, and days of the act under older law.</summary>
internal static class PossibleChanges
{
    /// <summary>Changes of the facts that these provisions read, nearest to hand first, then in catalog order.</summary>
    public static ImmutableArray<PossibleChange> Of(Scope scope, IReadOnlyCollection<(ProvisionResult Result, IReadOnlySet<Fact> Reads)> provisions, bool earlierDays)
    {
        var changes = new List<PossibleChange>();
        foreach (var fact in provisions.SelectMany(p => p.Reads).Distinct().OrderBy(f => f.Index))
        {
            var reading = provisions.Where(p => p.Reads.Contains(fact)).Select(p => p.Result).ToList();
            changes.AddRange(fact == scope.Facts.Catalog.Actor ? Capacities(fact, scope, reading) : Values(fact, scope, reading));
        }
        for (int i = 0; i < scope.Facts.Components.Length; i++)
        {
            var producer = scope.Facts.Components[i][scope.Facts.Catalog.Producer];
            changes.Add(new PossibleChange(PossibleChange.PartName(i), null, producer.IsKnown ? $"made by {producer.Display}" : "inside", "not inside", 1, null));
        }
        if (earlierDays) changes.AddRange(Days(scope, provisions.Select(p => p.Result)));
        return [.. changes.OrderBy(c => c.Rank)];
    }

    private static IEnumerable<PossibleChange> Values(Fact fact, Scope scope, List<ProvisionResult> reading)
    {
        var now = scope.Facts[fact];
        foreach (var answer in PossibleAnswers.Of(fact, scope, reading))
            if (answer.Value.Signature != now.Signature)
                yield return new PossibleChange(fact.Name, fact, now.Display, Otherwise(fact, answer.Label), RankOf(fact), answer.Value);
    }

    private static string Otherwise(Fact fact, string label) => (label, fact.Type) switch
    {
        ("none of these", FactType.Party) => "another firm, on none of the lists",
        ("none of these", _) => fact.Name == CoreFacts.Act ? "another act" : "another that no rule names",
        (_, FactType.Words or FactType.Label) => label.Replace(", ", " or ", StringComparison.Ordinal),
        (_, FactType.Holdings) => $"such that {label}",
        _ => label,
    };

    /// <summary>A capacity more, or one less while some are left: an actor without any is bound by nothing and no decision is made for it.</summary>
    private static IEnumerable<PossibleChange> Capacities(Fact actor, Scope scope, List<ProvisionResult> reading)
    {
        if (scope.Facts[actor] is not WordsValue now) yield break;
        foreach (string word in now.Words.Where(_ => now.Words.Length > 1))
            yield return new PossibleChange(actor.Name, actor, now.Display, $"not {word}", 4, now with { Words = now.Words.Remove(word) });
        foreach (var answer in PossibleAnswers.Of(actor, scope, reading))
            if (answer.Value is WordsValue { Words: [var word, ..] } && !now.Words.Contains(word))
                yield return new PossibleChange(actor.Name, actor, now.Display, $"also {answer.Label}", 4, now with { Words = now.Words.Add(word) });
    }

    /// <summary>The act done before the rules that fire began. Acts that go on are judged as of today, so no day of theirs matters.</summary>
    private static IEnumerable<PossibleChange> Days(Scope scope, IEnumerable<ProvisionResult> provisions)
    {
        var fact = scope.Facts.Catalog.ActDate;
        foreach (var start in provisions.Select(p => p.Version!.Effective.From).Distinct().OrderDescending())
        {
            if (start == DateOnly.MinValue || start > scope.LawDate) continue;
            var value = new DateValue(start.AddDays(-1));
            if (LawDate.Of(scope.Facts.With(fact, value), scope.LawDate) != value.Value) yield break;
            yield return new PossibleChange(fact.Name, fact, scope.Facts[fact].Display, string.Create(CultureInfo.InvariantCulture, $"before {start:yyyy-MM-dd}"), 3, value);
        }
    }

    private static int RankOf(Fact fact) => fact.Type switch
    {
        FactType.YesNo or FactType.Number => 0,
        FactType.Date => fact.Name == CoreFacts.ActDate ? 3 : 0,
        FactType.Party => 2,
        _ => fact.Name switch
        {
            "purpose" or "place" => 0,
            CoreFacts.Act or "actor-country" => 3,
            _ => 1,
        },
    };
}
