using System.Collections.Immutable;
using Rubicon.Diagnostics;
using Rubicon.Rules.Conditions;
using Rubicon.Rules.Facts;
using Rubicon.Rules.Law;

namespace Rubicon.Engine.Tests.Rules;

/// <summary>Small law made in code: four yes-no facts, a day and a number, and random rules over them.</summary>
internal static class Some
{
    public static readonly FactCatalog Catalog = new(
    [
        .. "abcd".Select(c => new Fact($"fact-{c}", FactType.YesNo, $"{c}?", "legal")),
        new Fact("signed-on", FactType.Date, "When?", "contracts"),
        new Fact("customers", FactType.Number, "How many?", "finance"),
        new Fact("paper", FactType.YesNo, "Is it held?", "legal"),
    ]);

    public static readonly FactSet Nothing = FactSet.Empty(Catalog);

    public static readonly DateOnly Today = new(2026, 11, 21);

    public static readonly Fact[] Open = [.. Catalog.Facts.Where(f => f.Name.StartsWith("fact-", StringComparison.Ordinal)), Catalog["signed-on"], Catalog["customers"]];

    private static readonly SourceLocation Here = new("made in code");

    public static readonly Quotation Words = new("words", null, Here);

    /// <summary>Values that stand on both sides of every bound that <see cref="Condition"/> draws.</summary>
    public static ImmutableArray<FactValue> Values(Fact fact) => fact.Type switch
    {
        FactType.YesNo => [new YesNoValue(true), new YesNoValue(false)],
        FactType.Date => [.. Enumerable.Range(0, 8).Select(n => new DateValue(new DateOnly(2020, 1, 1).AddDays(n)))],
        _ => [.. Enumerable.Range(0, 10).Select(n => new NumberValue(n / 2m))],
    };

    public static Condition Condition(Random random, int depth)
    {
        if (depth > 0)
            switch (random.Next(5))
            {
                case 0: return new AllOf(Several(random, depth), Words);
                case 1: return new AnyOf(Several(random, depth), Words);
                case 2: return new Not(Condition(random, depth - 1), Words);
            }
        var fact = Open[random.Next(Open.Length)];
        return fact.Type switch
        {
            FactType.YesNo => new IsYesNo("is", fact, random.Next(2) == 0, Words),
            FactType.Date => new DateWithin(fact, Day(random), random.Next(2) == 0 ? null : new DateOnly(2020, 1, 7), null, Words),
            _ => new AmountWithin(fact, 1 + random.Next(3), random.Next(2) == 0, null, false, null, Words),
        };
    }

    /// <summary>Some rules, and exceptions that defeat some of them.</summary>
    public static LawBook Law(Random random)
    {
        var exceptions = Enumerable.Range(0, random.Next(3)).Select(n => Provision($"x/exception-{n}", Effect.Allowed, Condition(random, 1), [])).ToList();
        Effect[] effects = [Effect.Prohibited, Effect.LicenseRequired, Effect.Reviewable, Effect.Duty, Effect.Prohibited];
        var rules = Enumerable.Range(0, 1 + random.Next(3)).Select(n => Provision($"x/rule-{n}", effects[random.Next(effects.Length)], Condition(random, 2),
            [.. exceptions.Where(_ => random.Next(2) == 0).Select(e => e.Id)])).ToList();
        // One more that never fires says that the actor's law is loaded.
        var bound = Provision("x/bound", Effect.Prohibited, new IsYesNo("is", Catalog["paper"], true, Words), []);
        return Book([.. rules, .. exceptions, bound]);
    }

    public static LawBook Book(ImmutableArray<Provision> provisions) =>
        new(Catalog, [new Pack("x", "a pack", "US", Today, [], [], [], [], [], "", Here)], provisions, []);

    public static Provision Provision(string id, Effect effect, Condition when, ImmutableArray<string> unless) =>
        new(id, "x", id, "x/instrument", "1 CFR 1",
            [new ProvisionVersion(new Effective(new DateOnly(2000, 1, 1), new DateOnly(2000, 1, 1), null, []), LegalStatus.InForce,
                new IsAnyOf("actor", Catalog.Actor, ["us-person"], null, Words), null, when, effect, unless, [], [], null, null, null, null, [], Here)], Here);

    /// <summary>An actor whom the rules bind, the paper not held, and each open fact stated or left unknown.</summary>
    public static FactSet Facts(Random random)
    {
        var facts = Nothing.With(Catalog.Actor, new WordsValue(["us-person"])).With(Catalog["paper"], new YesNoValue(false));
        foreach (var fact in Open)
            if (random.Next(2) == 0) facts = facts.With(fact, Values(fact)[random.Next(Values(fact).Length)]);
        return facts;
    }

    private static DateOnly Day(Random random) => new DateOnly(2020, 1, 2).AddDays(random.Next(3));

    private static ImmutableArray<Condition> Several(Random random, int depth) =>
        [.. Enumerable.Range(0, 1 + random.Next(3)).Select(_ => Condition(random, depth - 1))];
}
