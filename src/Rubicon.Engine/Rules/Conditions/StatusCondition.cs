using System.Collections.Immutable;
using Rubicon.Rules.Facts;
using Rubicon.Rules.Law;

namespace Rubicon.Rules.Conditions;

/// <summary>Where another instrument stands on the law date. Unconfirmed is unknown.</summary>
public sealed class StatusCondition(string instrumentId, ImmutableArray<LegalStatus> asked, Quotation quotation) : Condition(quotation)
{
    /// <summary>The instrument.</summary>
    public string InstrumentId { get; } = instrumentId;

    /// <inheritdoc/>
    public override string Predicate => "status";

    /// <inheritdoc/>
    public override string Test => $"{InstrumentId} is {string.Join(" or ", asked.Select(s => s == LegalStatus.InForce ? "in force" : s.ToString().ToLowerInvariant()))}";

    private protected override Truth Decide(Scope scope) => scope.Law.FindInstrument(InstrumentId)?.On(scope.LawDate, scope.KnownAt)?.Is switch
    {
        null => Truth.False,
        LegalStatus.Unconfirmed => Truth.Unknown,
        { } status => Kleene.Of(asked.Contains(status)),
    };

    /// <inheritdoc/>
    public override Proof Explain(Scope scope)
    {
        var row = scope.Law.FindInstrument(InstrumentId)?.On(scope.LawDate, scope.KnownAt);
        string says = row is null ? $"{InstrumentId}: nothing known yet" : $"{InstrumentId} is {row.Is.ToString().ToLowerInvariant()} since {row.From:yyyy-MM-dd}";
        return ProofOf(Evaluate(scope), says, row is null ? [] : [new Evidence(says, Source: row.Source)]);
    }

    /// <inheritdoc/>
    public override IEnumerable<Fact> UnknownFacts(Scope scope) => [];
}
