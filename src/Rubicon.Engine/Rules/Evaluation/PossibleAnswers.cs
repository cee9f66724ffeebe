using System.Collections.Immutable;
using System.Globalization;
using Rubicon.Rules.Conditions;
using Rubicon.Rules.Facts;
using Rubicon.Rules.Law;

namespace Rubicon.Rules.Evaluation;

/// <summary>One possible answer to a question: words for a person, and the value it would be.</summary>
/// <param name="Label">The words.</param>
/// <param name="Value">The value.</param>
internal sealed record PossibleAnswer(string Label, FactValue Value);

/// <summary>
/// A few answers that stand for all: the rules tell no others apart. They are read off the conditions of the open provisions
/// (the words, bounds and entries that these name).
/// </summary>
internal static class PossibleAnswers
{
    /// <summary>Designated parties stand for all others with entries of the same lists and scope, up to this many.</summary>
    private const int MostParties = 12;

    public static ImmutableArray<PossibleAnswer> Of(Fact fact, Scope scope, List<ProvisionResult> open) => fact.Type switch
    {
        FactType.YesNo => [new("yes", new YesNoValue(true)), new("no", new YesNoValue(false))],
        FactType.Words or FactType.Label => Words(fact, scope, open),
        FactType.Country => Countries(fact, scope, open),
        FactType.Date => Dates(fact, scope, open),
        FactType.Number => Numbers(fact, scope, open),
        FactType.Holdings => [new("listed parties reach the bar", new AnsweredHoldings(true)), new("they stay below it", new AnsweredHoldings(false))],
        _ => Parties(fact, scope, open),
    };

    private static IEnumerable<Condition> Conditions(Scope scope, List<ProvisionResult> open)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var versions = new Stack<ProvisionVersion>(open.Select(o => o.Version!));
        while (versions.TryPop(out var version))
        {
            foreach (var condition in version.Parts.SelectMany(p => p.Walk()))
            {
                yield return condition;
                var entries = condition switch
                {
                    CoveredCondition covered => covered.EntriesInForce(scope).Where(e => e.When is not null),
                    ListedCondition listed => listed.Entries(scope).Where(e => e is { Limited: true, When: not null }),
                    _ => [],
                };
                foreach (var inside in entries.SelectMany(e => e.When!.Walk())) yield return inside;
            }
            foreach (string id in version.Unless.Concat(version.WaivableBy))
                if (seen.Add(id) && scope.Law.Provision(id).VersionOn(scope.LawDate, scope.KnownAt) is { } exception) versions.Push(exception);
        }
    }

    private static ImmutableArray<PossibleAnswer> Words(Fact fact, Scope scope, List<ProvisionResult> open)
    {
        var asked = Conditions(scope, open).OfType<IsAnyOf>().Where(c => c.Fact == fact).Select(c => c.Words).ToList();
        var words = asked.SelectMany(w => w).Distinct(StringComparer.Ordinal).ToList();
        // Words that stand in the same conditions are told apart by no rule here: one stands for all.
        var groups = words.GroupBy(w => string.Concat(asked.Select(a => a.Any(x => fact.Vocabulary?.IsA(w, x) ?? w == x) ? '1' : '0'))).ToList();
        return [.. groups.Select(g => new PossibleAnswer(string.Join(", ", g), new WordsValue([g.First()]))), new("none of these", new WordsValue([]))];
    }

    private static ImmutableArray<PossibleAnswer> Countries(Fact fact, Scope scope, List<ProvisionResult> open)
    {
        var conditions = Conditions(scope, open).ToList();
        var named = conditions.OfType<OriginCondition>().Where(c => c.Stages.Contains(fact)).SelectMany(c => c.Countries)
            .Concat(conditions.OfType<IsAnyOf>().Where(c => c.Fact == fact).SelectMany(c => c.Words))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return [.. named.Select(c => new PossibleAnswer(c, new WordsValue([c]))), new("another country", new WordsValue(["??"]))];
    }

    private static ImmutableArray<PossibleAnswer> Dates(Fact fact, Scope scope, List<ProvisionResult> open)
    {
        var starts = Conditions(scope, open).OfType<DateWithin>().Where(c => c.Fact == fact)
            .SelectMany(c => new[] { c.From, c.To?.AddDays(1) }).OfType<DateOnly>().Distinct().Order().ToList();
        if (starts.Count == 0) return [];
        var answers = ImmutableArray.CreateBuilder<PossibleAnswer>();
        answers.Add(new(Inv($"before {starts[0]:yyyy-MM-dd}"), new DateValue(starts[0].AddDays(-1))));
        for (int i = 0; i < starts.Count; i++)
            answers.Add(new(i + 1 < starts.Count ? Inv($"from {starts[i]:yyyy-MM-dd} to {starts[i + 1].AddDays(-1):yyyy-MM-dd}") : Inv($"on or after {starts[i]:yyyy-MM-dd}"), new DateValue(starts[i])));
        return answers.ToImmutable();
    }

    private static ImmutableArray<PossibleAnswer> Numbers(Fact fact, Scope scope, List<ProvisionResult> open)
    {
        var bounds = Conditions(scope, open).OfType<AmountWithin>().Where(c => c.Fact == fact)
            .SelectMany(c => new[] { c.Low, c.High }).OfType<decimal>().Distinct().Order().ToList();
        if (bounds.Count == 0) return [];
        var answers = ImmutableArray.CreateBuilder<PossibleAnswer>();
        answers.Add(new(Inv($"less than {bounds[0]}"), new NumberValue(bounds[0] - 1)));
        for (int i = 0; i < bounds.Count; i++)
        {
            answers.Add(new(Inv($"exactly {bounds[i]}"), new NumberValue(bounds[i])));
            answers.Add(i + 1 < bounds.Count
                ? new(Inv($"more than {bounds[i]} and less than {bounds[i + 1]}"), new NumberValue(bounds[i] + ((bounds[i + 1] - bounds[i]) / 2)))
                : new(Inv($"more than {bounds[i]}"), new NumberValue(bounds[i] + 1)));
        }
        return answers.ToImmutable();
    }

    private static ImmutableArray<PossibleAnswer> Parties(Fact fact, Scope scope, List<ProvisionResult> open)
    {
        if (scope.Facts[fact] is PartyValue { Attributions.IsEmpty: false } partly && partly.Attributions.Any(a => a.Truth == Truth.Unknown))
            return
            [
                new("yes", partly with { Identified = true, Attributions = [.. partly.Attributions.Select(a => a with { Truth = Truth.True })] }),
                new("no", partly with { Identified = true, Attributions = [.. partly.Attributions.Where(a => a.Truth == Truth.True)] }),
            ];
        var conditions = Conditions(scope, open).ToList();
        var entries = conditions.OfType<CoveredCondition>().SelectMany(c => c.EntriesInForce(scope)).Where(e => !e.IsCategory)
            .Concat(conditions.OfType<ListedCondition>().Where(c => c.Role == fact).SelectMany(c => c.Entries(scope))).ToList();
        string ListOf(DesignationEntry e) => e.Id[..e.Id.LastIndexOf('/')];
        var representatives = entries.GroupBy(e => e.PartyKey!, StringComparer.Ordinal)
            .GroupBy(p => string.Join('|', p.Select(e => ListOf(e) + ":" + (e.When?.Quotation.Where.ToString() ?? "")).Distinct().Order(StringComparer.Ordinal)), StringComparer.Ordinal)
            .OrderByDescending(g => g.First().Count()).Take(MostParties).ToList();
        var concern = conditions.OfType<OfConcernCondition>().Where(c => c.Role == fact).SelectMany(c => c.Countries).Distinct(StringComparer.Ordinal).Take(1).ToList();
        var answers = ImmutableArray.CreateBuilder<PossibleAnswer>();
        foreach (var group in representatives)
        {
            var party = group.First();
            var entry = party.First();
            string others = group.Count() > 1 ? $" (or {group.Count() - 1} others of {ListOf(entry)})" : "";
            answers.Add(new(entry.Name + others, new PartyValue(entry.Name, true,
                [new Attribution(party.Key, Relation.Named, Truth.True, [])], entry.Country is { } country ? [country] : ["CN"])));
        }
        foreach (string country in concern)
            answers.Add(new($"a firm of {country} on no list", new PartyValue($"a firm of {country}", true, [], [country])));
        answers.Add(new(concern.Count > 0 || answers.Count > 0 ? "none of these" : "another firm", new PartyValue("another firm", true, [], ["US"])));
        return answers.ToImmutable();
    }

    private static string Inv(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
