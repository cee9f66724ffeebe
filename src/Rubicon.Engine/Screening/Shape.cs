using System.Collections.Immutable;
using Rubicon.Rules.Evaluation;

namespace Rubicon.Screening;

/// <summary>What records with equal facts share, whatever they are called.</summary>
/// <param name="Signature">Content of the facts.</param>
/// <param name="Verdicts">The verdict for each capacity, or for the one actor.</param>
/// <param name="Worst">The strictest of them.</param>
/// <param name="ByCapacity">Outcome for each capacity when no actor was named.</param>
/// <param name="Pending">Rules not in force that would apply.</param>
/// <param name="Questions">Missing facts that can change the outcome.</param>
/// <param name="Duties">Duties of findings and of the decision, each once; default when they hang on days that a record states.</param>
internal sealed record Ruling(
    string Signature, ImmutableArray<(string? Capacity, Verdict Verdict)> Verdicts, Verdict Worst,
    ImmutableArray<(string Capacity, Outcome Outcome)> ByCapacity, ImmutableArray<PendingRule> Pending, ImmutableArray<Question> Questions,
    ImmutableArray<Obligation> Duties)
{
    /// <summary>Outcome under each regime that binds; default until a report asks for it.</summary>
    public ImmutableArray<RegimeOutcome> Regimes { get; set; }

    /// <summary>The same by country; default until a report asks for it.</summary>
    public ImmutableArray<CountryOutcome> Countries { get; set; }
}

/// <summary>What records that are decided alike share. What belongs to one of them alone (proofs, ids, evidence) is made when it is asked for.</summary>
/// <param name="Ruling">What equal facts come to.</param>
/// <param name="Group">Key of the group of equal records.</param>
/// <param name="Assumptions">What was taken for granted.</param>
/// <param name="Maker">Name of the maker to show, or null.</param>
internal sealed record Shape(Ruling Ruling, string Group, ImmutableArray<string> Assumptions, string? Maker);

/// <summary>
/// The shapes of one key: one, unless ties of the maker began or ended on some days; then one for each span between them in which the item
/// can have been made.
/// </summary>
internal sealed class Shapes(DateOnly[] days)
{
    private readonly Shape?[] _bySpan = new Shape?[days.Length + 2];

    /// <summary>The shape for an item made by that day, null for the as-of day; itself null when it was not made yet.</summary>
    public ref Shape? Of(DateOnly? made) => ref _bySpan[made is { } day ? 1 + RecordKeys.Class(days, day) : 0];
}
