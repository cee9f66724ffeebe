using System.Collections.Immutable;
using Rubicon.Equipment;
using Rubicon.Rules.Evaluation;
using Rubicon.Rules.Facts;
using Rubicon.Subjects;

namespace Rubicon.Screening;

/// <summary>
/// From where a decision takes what only some reports ask for. It uses the screener that made it, so a decision belongs to the screener's
/// thread.
/// </summary>
internal sealed class DecisionSource(Screener screener, Subject subject, Shape shape, InterpretedRecord? record, bool alone = false)
{
    private (ImmutableArray<Finding> Findings, ImmutableArray<Obligation> Obligations)? _explained;

    public Shape Shape => shape;

    public string Id => screener.IdOf(subject, shape);

    public string Title => record?.Title ?? SubjectTitle.Of(subject, shape.Maker);

    public ImmutableArray<Finding> Findings => Explained.Findings;

    public ImmutableArray<Obligation> Obligations => Explained.Obligations;

    public ImmutableArray<(string Fact, FactValue Value)> Facts => [.. Record.Facts.Stated.Select(s => (s.Fact.Name, s.Value))];

    public DateOnly LawDate => screener.LawDateOf(Record.Facts);

    public ImmutableArray<string> Notes => Record.Notes;

    public Identification? Ledger => Record.Seen is { Claims.IsEmpty: false } seen ? seen : null;

    /// <summary>Worked out only for a request decided by itself: a search over changes of facts costs more than many decisions.</summary>
    public FlipSearch? Flips => alone ? screener.FlipsOf(Record.Facts, shape) : null;

    /// <summary>Shared by records with equal facts; of many only the regimes that bind are kept.</summary>
    public ImmutableArray<RegimeOutcome> ByRegime => alone
        ? screener.ByRegime(Record.Facts, shape)
        : shape.Ruling.Regimes.IsDefault
            ? shape.Ruling.Regimes = [.. screener.ByRegime(Record.Facts, shape).Where(r => r.Outcome != Outcome.NotAssessed)]
            : shape.Ruling.Regimes;

    /// <summary>Shared by records with equal facts.</summary>
    public ImmutableArray<CountryOutcome> ByCountry =>
        shape.Ruling.Countries.IsDefault ? shape.Ruling.Countries = RegimeOutcomes.ByCountry(ByRegime) : shape.Ruling.Countries;

    private InterpretedRecord Record => record ??= screener.Interpret(subject);

    private (ImmutableArray<Finding> Findings, ImmutableArray<Obligation> Obligations) Explained =>
        _explained ??= screener.Explain(Record.Facts, shape, Id);
}
