using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Rubicon.Diagnostics;
using Rubicon.Equipment;
using Rubicon.Rules.Conditions;
using Rubicon.Rules.Evaluation;
using Rubicon.Rules.Facts;
using Rubicon.Rules.Law;
using Rubicon.Subjects;

namespace Rubicon.Screening;

/// <summary>A thing to be done, with its day and the arithmetic.</summary>
/// <param name="Provision">The duty's provision.</param>
/// <param name="Title">Its title.</param>
/// <param name="Do">What to do.</param>
/// <param name="Due">The day, or null when the day it runs from is not known.</param>
/// <param name="Arithmetic">How the day was counted.</param>
/// <param name="Citation">The rule.</param>
/// <param name="Certain">False when it comes only if an open finding turns out to hold.</param>
public sealed record Obligation(string Provision, string Title, string Do, DateOnly? Due, string Arithmetic, string Citation, bool Certain);

/// <summary>One provision's outcome for one subject, with its proof.</summary>
/// <param name="Id">Stable id: a hash of the facts and the provision, not of the position in a file.</param>
/// <param name="Provision">Id of the provision.</param>
/// <param name="Title">Its title.</param>
/// <param name="Instrument">Id of the instrument.</param>
/// <param name="Citation">As a lawyer cites it.</param>
/// <param name="Outcome">What it makes of the subject.</param>
/// <param name="Effect">What the provision does: a reviewable power and an open prohibition are both "review".</param>
/// <param name="Truth">Whether it fires, or is open.</param>
/// <param name="Proof">The tree of conditions with words and evidence.</param>
/// <param name="Questions">Missing facts that could settle it and would change the decision.</param>
/// <param name="Obligations">Duties that come with it.</param>
/// <param name="Note">What the rule's author wants a reader to know, or null.</param>
public sealed record Finding(
    string Id, string Provision, string Title, string Instrument, string Citation, Outcome Outcome, Effect Effect, Truth Truth,
    Proof Proof, ImmutableArray<Question> Questions, ImmutableArray<Obligation> Obligations, string? Note);

/// <summary>A provision that is not in force and would apply: reported, proposed, adopted or suspended. It decides nothing.</summary>
/// <param name="Provision">Id of the provision.</param>
/// <param name="Title">Its title.</param>
/// <param name="Citation">As a lawyer cites it.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Effect">What it would do.</param>
/// <param name="Truth">Whether it would fire, or that is open.</param>
public sealed record PendingRule(string Provision, string Title, string Citation, LegalStatus Status, Effect Effect, Truth Truth);

/// <summary>
/// All findings of one subject, for one actor on one day. Proofs, facts and ids of a decision that a <see cref="Screener"/> made are worked out
/// when they are first asked for, by that screener: read them on its thread.
/// </summary>
public sealed class Decision
{
    private readonly DecisionSource? _source;
    private ImmutableArray<DraftEffect> _drafts = [];

    /// <summary>Makes a decision of parts that are given.</summary>
    public Decision()
    {
    }

    [SetsRequiredMembers]
    internal Decision(Subject subject, DecisionSource source)
    {
        _source = source;
        Subject = subject;
        Outcome = source.Shape.Ruling.Worst.Outcome;
        Reason = source.Shape.Ruling.Worst.Reason;
        ByCapacity = source.Shape.Ruling.ByCapacity;
        Pending = source.Shape.Ruling.Pending;
        Questions = source.Shape.Ruling.Questions;
        Assumptions = source.Shape.Assumptions;
        GroupKey = source.Shape.Group;
    }

    /// <summary>Stable id: a hash of the subject's stated facts, the actor and the dates, not of the position.</summary>
    public required string Id { get => field ??= _source!.Id; init; }

    /// <summary>The record decided; null when it could not be read (see <see cref="Unread"/>).</summary>
    public Subject? Subject { get; init; }

    /// <summary>The record that could not be read, or null.</summary>
    public UnreadRecord? Unread { get; init; }

    /// <summary>File and line.</summary>
    public SourceLocation Source => Subject?.Source ?? Unread!.Source;

    /// <summary>A line that names the subject: "Huawei BBU3900 at Cedar Ridge".</summary>
    public required string Title { get => field ??= _source!.Title; init; }

    /// <summary>The strictest of the findings.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>Why it is not assessed or must be reviewed when no finding says so; else null.</summary>
    public string? Reason { get; init; }

    /// <summary>The day whose law was asked: the as-of day, or the day of an act done before it.</summary>
    public DateOnly LawDate { get => _source is null ? field : _source.LawDate; init; }

    /// <summary>Outcome for each capacity, when no actor was named; empty otherwise.</summary>
    public ImmutableArray<(string Capacity, Outcome Outcome)> ByCapacity { get; init; } = [];

    /// <summary>Provisions that fire or may fire, strictest first.</summary>
    public ImmutableArray<Finding> Findings { get => field.IsDefault ? field = _source?.Findings ?? [] : field; init; }

    /// <summary>Rules not in force that would apply.</summary>
    public ImmutableArray<PendingRule> Pending { get; init; } = [];

    /// <summary>Missing facts that can change the outcome.</summary>
    public ImmutableArray<Question> Questions { get; init; } = [];

    /// <summary>
    /// The smallest changes of fact that would flip it, for a request decided by itself; null for a record of many. When no actor was named, the changes are
    /// those for the capacity with the strictest outcome.
    /// </summary>
    public FlipSearch? Flips { get => field ??= _source?.Flips; init; }

    /// <summary>
    /// Outcome under each body of law by itself, by id of its pack. For a record of many only those that bind the actor are in it; for a request decided by
    /// itself the others too, as not assessed. When no actor was named, for the capacity with the strictest outcome.
    /// </summary>
    public ImmutableArray<RegimeOutcome> ByRegime { get => field.IsDefault ? field = _source?.ByRegime ?? [] : field; init; }

    /// <summary>The same by country, for the countries whose law binds the actor: side by side, where they are several.</summary>
    public ImmutableArray<CountryOutcome> ByCountry => field.IsDefault ? field = _source?.ByCountry ?? RegimeOutcomes.ByCountry(ByRegime) : field;

    /// <summary>What each draft that was asked for would do to it, in the order asked; empty when none was.</summary>
    public ImmutableArray<DraftEffect> Drafts { get => _drafts; init => _drafts = value; }

    /// <summary>The same decision with what drafts would do beside it.</summary>
    public Decision Beside(ImmutableArray<DraftEffect> drafts)
    {
        var copy = (Decision)MemberwiseClone();
        copy._drafts = drafts;
        return copy;
    }

    /// <summary>Duties that stand by themselves, without a finding that bars anything.</summary>
    public ImmutableArray<Obligation> Obligations { get => field.IsDefault ? field = _source?.Obligations ?? [] : field; init; }

    /// <summary>What the decision rests on: facts with their evidence, in catalog order.</summary>
    public ImmutableArray<(string Fact, FactValue Value)> Facts { get => field.IsDefault ? field = _source?.Facts ?? [] : field; init; }

    /// <summary>
    /// Who made the thing by each signal of the record: what it claims, how strong, in which file and line, and what contradicts what; null where no
    /// signal was read. Of a saved report it has what the report wrote down: claims, conflicts, suspects and the conclusion.
    /// </summary>
    public Identification? Ledger { get => field ??= _source?.Ledger; init; }

    /// <summary>Conflicts, guesses and limits that a reader should see: "label says Honeywell, MAC says Dahua".</summary>
    public ImmutableArray<string> Notes { get => field.IsDefault ? field = _source?.Notes ?? [] : field; init; }

    /// <summary>What was taken for granted because the record does not say it; the coverage block counts these.</summary>
    public ImmutableArray<string> Assumptions { get; init; } = [];

    /// <summary>Key of the group of subjects that are equal but for name, serial and place.</summary>
    public required string GroupKey { get; init; }

    /// <summary>
    /// Provisions that fire or may fire, with what each makes of the decision, and its duties with their days: what two decisions of one record are compared by.
    /// </summary>
    internal IEnumerable<string> Grounds => (_source is null
            ? Findings.Select(f => (f.Provision, f.Outcome))
            : _source.Shape.Ruling.Verdicts.SelectMany(v => v.Verdict.Findings).Where(f => f.Effect != Effect.Duty).Select(f => (Provision: f.Provision.Id, Outcome: Outcomes.Of(f.Effect, f.Truth))))
        .GroupBy(f => f.Provision, StringComparer.Ordinal).Select(g => $"{g.Key} ({Outcomes.Word(g.Max(f => f.Outcome))})")
        .Concat(Duties.Select(d => $"{d.Provision} (duty{(d.Due is { } due ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $" due {due:yyyy-MM-dd}") : "")}{(d.Certain ? "" : ", if an open finding holds")})"))
        .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    internal Shape? Shape => _source?.Shape;

    /// <summary>Name of the maker as it was found, or null.</summary>
    internal string? Maker => _source?.Shape.Maker;

    /// <summary>Duties of the findings, then those that stand by themselves, each once. Equal decisions may share the array.</summary>
    internal ImmutableArray<Obligation> Duties => _source is { Shape.Ruling.Duties: { IsDefault: false } shared }
        ? shared
        : [.. Findings.SelectMany(f => f.Obligations).Concat(Obligations).Distinct()];
}
