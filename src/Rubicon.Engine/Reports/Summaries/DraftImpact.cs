using System.Collections.Immutable;
using System.Globalization;
using Rubicon.Rules.Evaluation;
using Rubicon.Rules.Law;
using Rubicon.Screening;
using Rubicon.Subjects;

namespace Rubicon.Reports.Summaries;

/// <summary>Adds up what one draft would do to the records of a run. Bounded by <see cref="MostParties"/>. Not thread-safe.</summary>
public sealed class DraftImpact
{
    /// <summary>At most this many makers and suppliers are told apart; the rest goes under <see cref="Others"/>.</summary>
    public const int MostParties = 2_000;

    /// <summary>Name for parties beyond <see cref="MostParties"/>.</summary>
    public const string Others = "others";

    /// <summary>Name for records that state no such party.</summary>
    public const string NotStated = "not stated";

    private readonly Draft _draft;
    private readonly Dictionary<(Outcome Today, Outcome With), long> _moves = [];
    private readonly Dictionary<(string Provision, Outcome Outcome), long> _readings = [];
    private readonly Dictionary<string, long> _newlyByReading = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PartyShare> _makers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PartyShare> _suppliers = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, decimal> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Question Question, long Records)> _questions = new(StringComparer.Ordinal);
    private long _decided;
    private long _hit;
    private long _newly;
    private long _unpriced;

    /// <summary>Starts with nothing.</summary>
    public DraftImpact(Draft draft) => _draft = draft;

    /// <summary>Adds one record.</summary>
    /// <param name="decision">Its decision under the law that is.</param>
    /// <param name="effect">What the draft would do to it.</param>
    public void Add(Decision decision, DraftEffect effect)
    {
        if (decision.Outcome != Outcome.NotAssessed) _decided++;
        if (effect.Findings.IsEmpty) return;
        _hit++;
        Count(_moves, (effect.Today, effect.With));
        foreach (var finding in effect.Findings)
        {
            Count(_readings, (finding.Provision, finding.Outcome));
            if (finding.Outcome > effect.Today) _newlyByReading[finding.Provision] = _newlyByReading.GetValueOrDefault(finding.Provision) + 1;
        }
        foreach (var question in effect.Questions)
            _questions[question.Fact] = (question, _questions.TryGetValue(question.Fact, out var before) ? before.Records + 1 : 1);
        var subject = decision.Subject!;
        decimal quantity = NumberOf(subject, Field.Quantity) ?? 1;
        Add(_makers, decision.Maker ?? Text(subject, Field.Maker) ?? Text(subject, Field.Brand) ?? NotStated, effect.Newly, quantity);
        Add(_suppliers, Text(subject, Field.Supplier) ?? NotStated, effect.Newly, quantity);
        if (!effect.Newly) return;
        _newly++;
        if (NumberOf(subject, Field.Price) is not { } price) _unpriced++;
        else Value(Text(subject, Field.Currency) ?? "", price, quantity);
    }

    /// <summary>What was added so far.</summary>
    /// <param name="knownAt">Readings that came later are named as left out.</param>
    public DraftSummary Summary(DateOnly knownAt) => new(_draft, _decided, _hit, _newly,
        [.. _moves.OrderByDescending(m => m.Key.With).ThenByDescending(m => m.Key.Today).Select(m => (m.Key.Today, m.Key.With, m.Value))],
        [.. _draft.Readings.Select(r => new ReadingShare(r,
            [.. _readings.Where(x => x.Key.Provision == r.Provision).OrderByDescending(x => x.Key.Outcome).Select(x => (x.Key.Outcome, x.Value))], _newlyByReading.GetValueOrDefault(r.Provision)))],
        InOrder(_makers), InOrder(_suppliers), [.. _values.Select(v => (v.Key, v.Value))], _unpriced,
        [.. _questions.Values.OrderByDescending(q => q.Records).ThenBy(q => q.Question.Fact, StringComparer.Ordinal)],
        [.. _draft.UnknownOn(knownAt).Select(r => r.Provision)]);

    private static ImmutableArray<PartyShare> InOrder(Dictionary<string, PartyShare> parties) =>
        [.. parties.Values.OrderBy(p => p.Name is Others or NotStated).ThenByDescending(p => p.Records).ThenBy(p => p.Name, StringComparer.Ordinal)];

    private static void Count<T>(Dictionary<T, long> counts, T key)
        where T : notnull => counts[key] = counts.GetValueOrDefault(key) + 1;

    private static void Add(Dictionary<string, PartyShare> parties, string name, bool newly, decimal quantity)
    {
        if (parties.Count >= MostParties && !parties.ContainsKey(name)) name = Others;
        var before = parties.GetValueOrDefault(name) ?? new PartyShare(name, 0, 0, 0);
        parties[name] = before with { Records = before.Records + 1, Newly = before.Newly + (newly ? 1 : 0), Quantity = Sum(before.Quantity, quantity) };
    }

    /// <summary>A price or quantity beyond all reason must not end the run: the sum stays at the largest number there is.</summary>
    private void Value(string currency, decimal price, decimal quantity)
    {
        bool fits = Math.Abs((double)price * (double)quantity) < (double)Largest;
        _values[currency] = Sum(_values.GetValueOrDefault(currency), fits ? price * quantity : Largest);
    }

    private const decimal Largest = 1_000_000_000_000_000_000m;

    private static decimal Sum(decimal a, decimal b) => Math.Min(Largest, Math.Min(a, Largest) + Math.Min(b, Largest));

    private static string? Text(Subject subject, Field field)
    {
        foreach (var statement in subject.Statements)
            if (statement.Field == field && statement.Text.Length > 0) return statement.Text;
        return null;
    }

    private static decimal? NumberOf(Subject subject, Field field) =>
        Text(subject, field) is { } text && decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out decimal number) && number >= 0 ? number : null;
}
