using System.Collections.Immutable;
using Rubicon.Rules.Evaluation;
using Rubicon.Rules.Law;

namespace Rubicon.Screening;

/// <summary>One reading of a draft that would hit a record, or might.</summary>
/// <param name="Provision">Id of its provision.</param>
/// <param name="Title">Its title.</param>
/// <param name="Outcome">What it would make of the record by itself.</param>
/// <param name="Duty">True for a duty: it would bar nothing.</param>
public sealed record DraftFinding(string Provision, string Title, Outcome Outcome, bool Duty);

/// <summary>What a draft would do to one record, beside today's answer.</summary>
/// <param name="Draft">Id of the draft.</param>
/// <param name="Today">The record's outcome under the law that is.</param>
/// <param name="With">Its outcome if the draft were law too; never milder than today.</param>
/// <param name="Findings">Readings of the draft that would hit it, strictest first; empty when none would.</param>
/// <param name="Questions">Missing facts that could change the outcome with the draft, those that only the draft asks for.</param>
public sealed record DraftEffect(string Draft, Outcome Today, Outcome With, ImmutableArray<DraftFinding> Findings, ImmutableArray<Question> Questions)
{
    /// <summary>True when the draft would make the answer stricter than it is today.</summary>
    public bool Newly => With > Today;
}

/// <summary>
/// Decides records as if a draft were law, beside the screener that decides them under the law that is. One instance serves one run and one thread.
/// </summary>
public sealed class DraftScreener
{
    private readonly Screener _screener;
    private readonly Dictionary<(Verdict Verdict, Outcome Today), DraftEffect> _effects = new(new SameVerdict());

    /// <summary>Effects remembered at a time.</summary>
    private const int Most = 50_000;

    /// <summary>Makes a screener for one draft.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="data">Data whose law holds the draft as if in force.</param>
    /// <param name="actor">Who acts.</param>
    /// <param name="answers">People's answers, those to questions of the draft among them.</param>
    /// <param name="asOf">The day asked about.</param>
    /// <param name="knownAt">Readings all of whose reports came later are left out.</param>
    public DraftScreener(Draft draft, ScreeningData data, ActorProfile actor, ImmutableArray<Answer> answers, DateOnly asOf, DateOnly knownAt)
    {
        Draft = draft;
        _screener = new Screener(data, actor, answers, asOf, knownAt);
    }

    /// <summary>The draft.</summary>
    public Draft Draft { get; }

    /// <summary>What the draft would do to a record decided today. A record that could not be read has no effect of any draft: it stays not assessed.</summary>
    public DraftEffect Of(Decision today)
    {
        if (today.Subject is not { } subject || today.Unread is not null) return new DraftEffect(Draft.Id, today.Outcome, today.Outcome, [], []);
        var verdicts = _screener.VerdictsOf(subject);
        if (verdicts.IsEmpty) return new DraftEffect(Draft.Id, today.Outcome, today.Outcome, [], []);
        var worst = verdicts.MaxBy(v => v.Outcome)!;
        if (_effects.TryGetValue((worst, today.Outcome), out var known)) return known;
        if (_effects.Count >= Most) _effects.Clear();
        return _effects[(worst, today.Outcome)] = Effect(verdicts, worst, today);
    }

    private DraftEffect Effect(ImmutableArray<Verdict> verdicts, Verdict worst, Decision today)
    {
        var findings = verdicts.SelectMany(v => v.Findings).Where(f => f.Provision.PackId == Draft.Id && f.Effect != Rules.Law.Effect.Status)
            .Select(f => new DraftFinding(f.Provision.Id, f.Provision.Title, Outcomes.Of(f.Effect, f.Truth), f.Effect == Rules.Law.Effect.Duty))
            .GroupBy(f => f.Provision, StringComparer.Ordinal).Select(g => g.MaxBy(f => f.Outcome)!)
            .OrderByDescending(f => f.Outcome).ThenBy(f => f.Provision, StringComparer.Ordinal);
        var asked = verdicts.SelectMany(v => v.Questions).Where(q => q.Provisions.Any(p => p.StartsWith(Draft.Id + "/", StringComparison.Ordinal)))
            .DistinctBy(q => q.Fact).Where(q => today.Questions.All(t => t.Fact != q.Fact));
        return new DraftEffect(Draft.Id, today.Outcome, worst.Outcome, [.. findings], [.. asked]);
    }

    private sealed class SameVerdict : IEqualityComparer<(Verdict Verdict, Outcome Today)>
    {
        public bool Equals((Verdict Verdict, Outcome Today) x, (Verdict Verdict, Outcome Today) y) => ReferenceEquals(x.Verdict, y.Verdict) && x.Today == y.Today;

        public int GetHashCode((Verdict Verdict, Outcome Today) key) => HashCode.Combine(System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(key.Verdict), key.Today);
    }
}
