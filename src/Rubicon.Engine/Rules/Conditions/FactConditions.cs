using System.Collections.Immutable;
using System.Globalization;
using Rubicon.Rules.Facts;

namespace Rubicon.Rules.Conditions;

/// <summary>A condition on the value of one fact.</summary>
public abstract class FactCondition : Condition
{
    private protected FactCondition(Fact fact, Quotation quotation)
        : base(quotation) => Fact = fact;

    /// <summary>The fact it asks for.</summary>
    public Fact Fact { get; }

    /// <inheritdoc/>
    public override IEnumerable<Fact> UnknownFacts(Scope scope) => Evaluate(scope) == Truth.Unknown ? [Fact] : [];

    /// <inheritdoc/>
    public override IEnumerable<Fact> FactsRead(Scope scope) => [Fact];

    /// <inheritdoc/>
    public override Proof Explain(Scope scope)
    {
        var value = scope.Facts[Fact];
        return ProofOf(Evaluate(scope), $"{Fact.Name} {Asked}: {value.Display}", value.Evidence);
    }

    private protected override Truth Decide(Scope scope) => Holds(scope.Facts[Fact], scope);

    /// <summary>What is asked of the fact, for the proof: "is one of …".</summary>
    public abstract string Asked { get; }

    /// <inheritdoc/>
    public override string Test => $"{Fact.Name} {Asked}";

    private protected abstract Truth Holds(FactValue value, Scope scope);
}

/// <summary>
/// A words, label or country fact is one of some words or narrower. Something stated more widely than asked is unknown:
/// "telecommunications equipment" may be a base station.
/// </summary>
/// <remarks>
/// Labels (addresses, clauses, classification numbers) are compared by their letters and digits, without case; a number stands for its paragraphs and
/// editions too: 5A991 for 5A991.b, 52.204-25 for 52.204-25 (NOV 2021).
/// </remarks>
public sealed class IsAnyOf(string predicate, Fact fact, ImmutableArray<string> words, bool? unstated, Quotation quotation) : FactCondition(fact, quotation)
{
    private readonly ImmutableArray<string> _folded = [.. words.Select(Fold)];

    /// <summary>The words asked for.</summary>
    public ImmutableArray<string> Words { get; } = words;

    /// <inheritdoc/>
    public override string Predicate { get; } = predicate;

    /// <inheritdoc/>
    public override string Asked => Words.Length == 1 ? $"is {Words[0]}" : $"is one of {string.Join(", ", Words)}";

    /// <inheritdoc/>
    public override string Test => $"{base.Test}{(unstated is { } taken ? $", taken as {(taken ? "yes" : "no")} when nobody states it" : "")}";

    private protected override Truth Holds(FactValue value, Scope scope)
    {
        if (value is not WordsValue stated) return unstated is { } taken && ReferenceEquals(value, FactValue.NotStated) ? Kleene.Of(taken) : Truth.Unknown;
        if (Fact.Type == FactType.Label && stated.Words.Any(IsOne)) return Truth.True;
        var truth = stated.Complete ? Truth.False : Truth.Unknown;
        foreach (string word in stated.Words)
            foreach (string asked in Words)
            {
                if (Matches(word, asked)) return Truth.True;
                if (Fact.Vocabulary?.IsA(asked, word) == true && Fact.WideLeavesOpen(word)) truth = Truth.Unknown;
            }
        return truth;
    }

    private bool IsOne(string stated)
    {
        string folded = Fold(stated);
        for (int i = 0; i < Words.Length; i++)
            if (folded == _folded[i] || IsPartOf(stated, Words[i])) return true;
        return false;
    }

    /// <summary>A number stands in the text by itself: "FAR 52.204-25 (NOV 2021)" holds 52.204-25 and not 52.204-2.</summary>
    private static bool IsPartOf(string stated, string asked)
    {
        int at = asked.Any(char.IsAsciiDigit) ? stated.IndexOf(asked, StringComparison.OrdinalIgnoreCase) : -1;
        int end = at + asked.Length;
        return at >= 0 && (at == 0 || !char.IsLetterOrDigit(stated[at - 1])) && (end == stated.Length || !char.IsLetterOrDigit(stated[end]));
    }

    private static string Fold(string text) => string.Concat(text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));

    private bool Matches(string word, string asked) =>
        Fact.Vocabulary is { } vocabulary ? vocabulary.IsA(word, asked) : string.Equals(word, asked, StringComparison.Ordinal);
}

/// <summary>A yes-no fact is yes, or is no. Open terms, papers and switches are such facts too.</summary>
public sealed class IsYesNo(string predicate, Fact fact, bool expected, Quotation quotation) : FactCondition(fact, quotation)
{
    /// <summary>True when "yes" is asked for.</summary>
    public bool Expected { get; } = expected;

    /// <inheritdoc/>
    public override string Predicate { get; } = predicate;

    /// <inheritdoc/>
    public override string Asked => Expected ? "is yes" : "is no";

    /// <summary>
    /// True for a paper: a waiver, license or approval that nobody states is taken as not held, because whoever relies on one has it
    /// to show. It can only loosen a rule, so this never makes an answer milder.
    /// </summary>
    public bool TakenAsNotHeld => Predicate == "holds";

    /// <inheritdoc/>
    public override string Test => Predicate switch
    {
        "holds" => $"{Fact.Name} is {(Expected ? "" : "not ")}held",
        "open" => $"a person finds {(Expected ? "" : "against ")}{Fact.Name}",
        _ => base.Test,
    };

    /// <inheritdoc/>
    public override Proof Explain(Scope scope)
    {
        if (scope.Facts[Fact].IsKnown) return base.Explain(scope);
        if (TakenAsNotHeld) return ProofOf(Evaluate(scope), $"{Fact.Name}: not stated, taken as not held");
        if (Presumed(scope) is not { } presumption) return base.Explain(scope);
        return ProofOf(Evaluate(scope), $"{Fact.Name} {Asked}: not stated, presumed {(presumption.Value ? "yes" : "no")}",
            [new Evidence(presumption.Quotation.Words ?? "presumed", Source: presumption.Quotation.Citation)]);
    }

    /// <inheritdoc/>
    public override IEnumerable<Fact> FactsRead(Scope scope) => scope.Law.PresumptionOf(Fact)?.When is { } when ? when.FactsRead(scope).Prepend(Fact) : [Fact];

    private protected override Truth Holds(FactValue value, Scope scope)
    {
        if (value is YesNoValue stated) return Kleene.Of(stated.Value == Expected);
        if (TakenAsNotHeld) return Kleene.Of(!Expected);
        return Presumed(scope) is { } presumption ? Kleene.Of(presumption.Value == Expected) : Truth.Unknown;
    }

    private Law.Presumption? Presumed(Scope scope) =>
        scope.Law.PresumptionOf(Fact) is { } presumption && (presumption.When is null || presumption.When.Evaluate(scope) == Truth.True) ? presumption : null;
}

/// <summary>A date fact lies inside bounds; both ends are inside.</summary>
public sealed class DateWithin(Fact fact, DateOnly? from, DateOnly? to, bool? unstated, Quotation quotation) : FactCondition(fact, quotation)
{
    /// <summary>First day inside, or null.</summary>
    public DateOnly? From { get; } = from;

    /// <summary>Last day inside, or null.</summary>
    public DateOnly? To { get; } = to;

    /// <inheritdoc/>
    public override string Predicate => "date";

    /// <inheritdoc/>
    public override string Asked => (From, To) switch
    {
        ({ } f, { } t) => string.Create(CultureInfo.InvariantCulture, $"lies from {f:yyyy-MM-dd} to {t:yyyy-MM-dd}"),
        ({ } f, null) => string.Create(CultureInfo.InvariantCulture, $"lies on or after {f:yyyy-MM-dd}"),
        (null, { } t) => string.Create(CultureInfo.InvariantCulture, $"lies on or before {t:yyyy-MM-dd}"),
        _ => "is any day",
    };

    /// <inheritdoc/>
    public override string Test => $"{base.Test}{(unstated is { } taken ? $", taken as {(taken ? "yes" : "no")} when nobody states it" : "")}";

    private protected override Truth Holds(FactValue value, Scope scope) =>
        value is DateValue stated
            ? Kleene.Of((From is null || From <= stated.Value) && (To is null || stated.Value <= To))
            : unstated is { } taken ? Kleene.Of(taken) : Truth.Unknown;
}

/// <summary>A number fact lies inside bounds, each strict or not.</summary>
public sealed class AmountWithin(Fact fact, decimal? low, bool lowInside, decimal? high, bool highInside, bool? unstated, Quotation quotation)
    : FactCondition(fact, quotation)
{
    /// <summary>Lower bound, or null.</summary>
    public decimal? Low { get; } = low;

    /// <summary>Upper bound, or null.</summary>
    public decimal? High { get; } = high;

    /// <inheritdoc/>
    public override string Predicate => "amount";

    /// <inheritdoc/>
    public override string Asked => string.Join(" and ", new[]
    {
        Low is { } l ? string.Create(CultureInfo.InvariantCulture, $"is {(lowInside ? "at least" : "more than")} {l}") : null,
        High is { } h ? string.Create(CultureInfo.InvariantCulture, $"is {(highInside ? "at most" : "less than")} {h}") : null,
    }.Where(s => s is not null));

    /// <inheritdoc/>
    public override string Test => $"{base.Test}{(unstated is { } taken ? $", taken as {(taken ? "yes" : "no")} when nobody states it" : "")}";

    private protected override Truth Holds(FactValue value, Scope scope)
    {
        if (value is not NumberValue stated) return unstated is { } taken && ReferenceEquals(value, FactValue.NotStated) ? Kleene.Of(taken) : Truth.Unknown;
        bool above = Low is not { } l || stated.Value > l || (lowInside && stated.Value == l);
        bool below = High is not { } h || stated.Value < h || (highInside && stated.Value == h);
        return Kleene.Of(above && below);
    }
}
