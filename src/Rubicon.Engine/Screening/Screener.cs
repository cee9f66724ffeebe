using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Rubicon.Diagnostics;
using Rubicon.Rules.Conditions;
using Rubicon.Rules.Evaluation;
using Rubicon.Rules.Facts;
using Rubicon.Rules.Law;
using Rubicon.Subjects;

namespace Rubicon.Screening;

/// <summary>
/// Decides records: interpret, evaluate, explain. Equal facts are evaluated once. One instance serves one run and one
/// thread; the data behind it is shared. The same records, data, actor and dates give the same decisions.
/// </summary>
public sealed class Screener
{
    /// <summary>Rulings remembered at a time; beyond it the memory starts afresh.</summary>
    private const int MostRulings = 100_000;

    /// <summary>Producers remembered at a time.</summary>
    private const int MostProducers = 20_000;

    /// <summary>Shapes remembered at a time.</summary>
    private const int MostShapes = 100_000;

    private readonly ScreeningData _data;
    private readonly DateOnly _asOf;
    private readonly DateOnly _knownAt;
    private readonly ImmutableArray<Answer> _answers;
    private readonly FactInterpreter _interpreter;
    private readonly DateClasses _dates;
    private readonly ImmutableArray<(string? Capacity, FactSet Facts)> _actors;
    private readonly Dictionary<string, Ruling> _rulings = new(StringComparer.Ordinal);
    private readonly HashSet<string> _groups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<string>> _assumptions = new(StringComparer.Ordinal);
    private readonly RecordKeys _keys;
    private readonly RecordKey _key = new();
    private readonly RecordKey _makerKey = new();
    private readonly Dictionary<RecordKey, Producer> _producers = [];
    private readonly Dictionary<RecordKey, Shapes> _shapes = [];
    private readonly Dictionary<string, DateOnly[]> _relationDays = new(StringComparer.Ordinal);

    /// <summary>Makes a screener for one actor and day.</summary>
    /// <param name="data">Law, parties and equipment knowledge.</param>
    /// <param name="actor">Who acts; without capacities each of <see cref="ActorProfile.ByCapacity"/> is decided.</param>
    /// <param name="answers">People's answers.</param>
    /// <param name="asOf">The day asked about.</param>
    /// <param name="knownAt">Only law known by then counts.</param>
    public Screener(ScreeningData data, ActorProfile actor, ImmutableArray<Answer> answers, DateOnly asOf, DateOnly knownAt)
    {
        (_data, _answers, _asOf, _knownAt) = (data, answers, asOf, knownAt);
        _interpreter = new FactInterpreter(data, asOf, answers);
        _dates = new DateClasses(data.Law, data.Imported.Days);
        _keys = new RecordKeys(data, _dates, answers, asOf);
        var catalog = data.Law.Catalog;
        var common = FactSet.Empty(catalog);
        foreach (var (name, value) in actor.Facts)
            if (catalog.Find(name) is { } fact) common = common.With(fact, value);
        if (actor.Country is { } country) common = common.With(catalog["actor-country"], new WordsValue([country]));
        _actors = actor.Capacities.IsEmpty
            ? [.. ActorProfile.ByCapacity.Select(c => ((string?)c, common.With(catalog.Actor, new WordsValue([c]))))]
            : [(null, common.With(catalog.Actor, new WordsValue(actor.Capacities, true, [new Evidence($"acts as {string.Join(", ", actor.Capacities)}")])))];
    }

    /// <summary>
    /// A party by name, as requests and answers mention it. A maker that matches nobody known stays unknown; a supplier or
    /// provider that was screened and matches no entry is on none.
    /// </summary>
    public PartyValue Party(string name, string? country, string role) =>
        _interpreter.Party(name, country, screened: role is "supplier" or "provider");

    /// <summary>Decides one record.</summary>
    public Decision Decide(Subject subject)
    {
        return _keys.Fill(_key, subject, out var made) ? Decide(subject, _key, made) : DecideAlone(subject);
    }

    /// <summary>Decides one record, or says that it could not be read.</summary>
    public Decision Decide(ReadRecord record) => record.Subject is { } subject ? Decide(subject) : Unread(record.Unread!);

    /// <summary>Makes keys ahead, on another thread.</summary>
    public RecordKeying Keying() => new(new RecordKeys(_data, _dates, _answers, _asOf));

    /// <summary>Decides a record whose key was made ahead by <see cref="Keying"/> of this screener.</summary>
    public Decision Decide(in KeyedRecord keyed)
    {
        if (keyed.Record.Subject is not { } subject) return Unread(keyed.Record.Unread!);
        return keyed.Key is { } key ? Decide(subject, key, keyed.Made) : DecideAlone(subject);
    }

    private Decision Decide(Subject subject, RecordKey key, DateOnly? made)
    {
        InterpretedRecord? record = null;
        if (!_shapes.TryGetValue(key, out var shapes))
        {
            record = Alike(subject, made);
            if (_shapes.Count >= MostShapes) _shapes.Clear();
            _shapes[key.Copy()] = shapes = new Shapes(RelationDays(record.MakerKey));
        }
        ref var shape = ref shapes.Of(made);
        shape ??= ShapeOf(record ?? Alike(subject, made));
        return new Decision(subject, new DecisionSource(this, subject, shape, null));
    }

    /// <summary>The record as far as its shape goes: the evidence for its maker is that of another record.</summary>
    private InterpretedRecord Alike(Subject subject, DateOnly? made)
    {
        _keys.FillOfMaker(_makerKey, subject, made);
        if (!_producers.TryGetValue(_makerKey, out var producer))
        {
            if (_producers.Count >= MostProducers) _producers.Clear();
            _producers[_makerKey.Copy()] = producer = _interpreter.ProducerOf(subject);
        }
        return _interpreter.Interpret(subject, _actors[0].Facts, producer);
    }

    /// <summary>Decides facts that a request states by themselves. A record beside them is read as a line of a table would be; a stated fact holds before it.</summary>
    public Decision Decide(Subject subject, FactSet stated, string title)
    {
        var read = subject.Statements.IsEmpty ? new InterpretedRecord(_actors[0].Facts, null, null, title, title, [], [], []) : Interpret(subject);
        if (!read.Problems.IsEmpty) return Unread(new UnreadRecord(subject.Source, read.Problems), subject, title);
        var facts = read.Facts.With(stated.Stated.Select(s => new KeyValuePair<Fact, FactValue>(s.Fact, s.Value)));
        facts = _interpreter.WithOwners(facts);
        if (!stated.Components.IsEmpty) facts = facts.WithComponents([.. stated.Components.Select(_interpreter.WithOwners)]);
        var record = read with { Facts = facts, Title = title };
        return new Decision(subject, new DecisionSource(this, subject, ShapeOf(record), record, alone: true));
    }

    /// <summary>What the law makes of a record, for each capacity; none when it cannot be read.</summary>
    internal ImmutableArray<Verdict> VerdictsOf(Subject subject) =>
        Decide(subject).Shape is { } shape ? [.. shape.Ruling.Verdicts.Select(v => v.Verdict)] : [];

    private Decision DecideAlone(Subject subject)
    {
        var record = Interpret(subject);
        return record.Problems.IsEmpty
            ? new Decision(subject, new DecisionSource(this, subject, ShapeOf(record), record))
            : Unread(new UnreadRecord(subject.Source, record.Problems), subject, record.Title);
    }

    internal InterpretedRecord Interpret(Subject subject) => _interpreter.Interpret(subject, _actors[0].Facts);

    private DateOnly[] RelationDays(string? makerKey)
    {
        if (makerKey is null) return [];
        if (!_relationDays.TryGetValue(makerKey, out var days)) _relationDays[makerKey] = days = [.. _data.Directory.RelationDaysAround(makerKey)];
        return days;
    }

    /// <summary>A record that could not be read, as a decision that says so.</summary>
    public static Decision Unread(UnreadRecord unread) => Unread(unread, null, unread.Excerpt is { } excerpt ? Quote.Text(excerpt) : "unreadable record");

    private static Decision Unread(UnreadRecord unread, Subject? subject, string title) => new()
    {
        Id = Hash("unread", string.Join('|', unread.Problems.Select(p => p.Kind.Code + p.Found)), title),
        Subject = subject,
        Unread = unread,
        Title = title,
        Outcome = Outcome.NotAssessed,
        Reason = string.Join("; ", unread.Problems.Select(p => $"{p.Kind.Code} {p.Kind.Title}: found {p.Found}")),
        GroupKey = "unread|" + string.Join('|', unread.Problems.Select(p => p.Kind.Code)),
    };

    private Shape ShapeOf(InterpretedRecord record)
    {
        string signature = record.Facts.Signature(_dates.ClassOf);
        if (!_rulings.TryGetValue(signature, out var ruling))
        {
            if (_rulings.Count >= MostRulings) _rulings.Clear();
            _rulings[signature] = ruling = RulingOf(record.Facts, signature);
        }
        return new Shape(ruling, GroupOf($"{(int)ruling.Worst.Outcome}|{record.Group}|{ruling.Signature}"), Shared(record.Assumptions), record.Maker);
    }

    /// <summary>One text for equal groups: reports look groups up by it for each record, and one and the same text is compared at once.</summary>
    private string GroupOf(string group)
    {
        if (_groups.TryGetValue(group, out string? known)) return known;
        if (_groups.Count >= MostShapes) _groups.Clear();
        _groups.Add(group);
        return group;
    }

    /// <summary>One array for equal assumptions: the coverage block counts them for each record, by identity.</summary>
    private ImmutableArray<string> Shared(ImmutableArray<string> assumptions)
    {
        string text = string.Join('\n', assumptions);
        if (_assumptions.TryGetValue(text, out var known)) return known;
        if (_assumptions.Count >= MostShapes) _assumptions.Clear();
        return _assumptions[text] = assumptions;
    }

    internal DateOnly LawDateOf(FactSet facts) => LawDate.Of(facts, _asOf);

    private Ruling RulingOf(FactSet facts, string signature)
    {
        ImmutableArray<(string? Capacity, Verdict Verdict)> verdicts = [.. _actors.Select(a => (a.Capacity, Decider.Decide(_data.Law, OfCapacity(facts, a), _asOf, _knownAt)))];
        var (findings, duties) = Fired(facts, verdicts);
        bool dated = findings.Any(f => f.Duties.Any(HangsOnRecord)) || duties.Any(HangsOnRecord);
        return new Ruling(signature, verdicts, verdicts.MaxBy(v => v.Verdict.Outcome).Verdict,
            verdicts[0].Capacity is null ? [] : [.. verdicts.Select(v => (v.Capacity!, v.Verdict.Outcome))],
            [.. verdicts.SelectMany(v => v.Verdict.Pending).DistinctBy(p => p.Provision.Id).Select(Pending)],
            [.. verdicts.SelectMany(v => v.Verdict.Questions).DistinctBy(q => q.Fact)],
            dated ? default : [.. findings.SelectMany(f => f.Duties).Concat(duties).Select(d => d.Obligation).Distinct()]);
    }

    private FactSet OfCapacity(FactSet facts, (string? Capacity, FactSet Facts) actor) =>
        actor.Capacity is null ? facts : facts.With(_data.Law.Catalog.Actor, actor.Facts[_data.Law.Catalog.Actor]);

    internal string IdOf(Subject subject, Shape shape) => Hash(
        string.Join('|', subject.Statements.Select(s => $"{(int)s.Field}={s.Text}")), shape.Ruling.Signature, $"{_asOf:yyyyMMdd}{_knownAt:yyyyMMdd}");

    /// <summary>The findings with their proofs, and the duties that stand by themselves.</summary>
    internal (ImmutableArray<Finding> Findings, ImmutableArray<Obligation> Obligations) Explain(FactSet facts, Shape shape, string id)
    {
        var (fired, duties) = Fired(facts, shape.Ruling.Verdicts);
        return ([.. fired.Select(f => FindingOf(f, id))], [.. duties.Select(d => d.Obligation)]);
    }

    internal FlipSearch FlipsOf(FactSet facts, Shape shape) => FlipFinder.Find(_data.Law, OfStrictest(facts, shape), _asOf, _knownAt);

    internal ImmutableArray<RegimeOutcome> ByRegime(FactSet facts, Shape shape) =>
        RegimeOutcomes.Of(_data.Law, OfStrictest(facts, shape), shape.Ruling.Worst, _knownAt);

    /// <summary>The facts with the capacity whose outcome is the strictest, when no actor was named.</summary>
    private FactSet OfStrictest(FactSet facts, Shape shape) =>
        OfCapacity(facts, _actors[shape.Ruling.Verdicts.IndexOf(shape.Ruling.Verdicts.First(v => ReferenceEquals(v.Verdict, shape.Ruling.Worst)))]);

    private static Finding FindingOf(FiredProvision fired, string subjectId)
    {
        var (provision, version, truth) = (fired.Result.Provision, fired.Result.Version!, fired.Result.Truth);
        var questions = fired.Verdict.Questions.Where(q => q.Provisions.Contains(provision.Id, StringComparer.Ordinal));
        return new Finding(Hash(subjectId, provision.Id, ""), provision.Id, provision.Title, provision.InstrumentId, version.Citation ?? provision.Citation,
            fired.Outcome, version.Effect, truth,
            ProvisionEvaluation.Explain(provision, version, fired.Scope), [.. questions], [.. fired.Duties.Select(d => d.Obligation)], version.Note);
    }

    /// <summary>What fires or may fire for any of the capacities, each provision once, strictest first; and duties that stand by themselves.</summary>
    private (ImmutableArray<FiredProvision> Findings, List<Duty> Duties) Fired(FactSet facts, ImmutableArray<(string? Capacity, Verdict Verdict)> verdicts)
    {
        var findings = new List<FiredProvision>();
        var duties = new List<Duty>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (capacity, verdict) in verdicts)
        {
            var own = capacity is null ? facts : facts.With(_data.Law.Catalog.Actor, new WordsValue([capacity], true, [new Evidence($"as {capacity}")]));
            // The record's own law date: the verdict is shared by records of days that no rule tells apart.
            var scope = new Scope(own, _data.Law, LawDateOf(own), _knownAt);
            foreach (var result in verdict.Findings)
            {
                if (!seen.Add(result.Provision.Id)) continue;
                var version = result.Version!;
                if (version.Effect == Effect.Duty) duties.Add(DutyOf(result.Provision, version, scope, result.Truth == Truth.True));
                else findings.Add(new FiredProvision(result, verdict, scope, AttachedDuties(version, scope, result.Truth == Truth.True)));
            }
        }
        return ([.. findings.OrderByDescending(f => f.Outcome).ThenByDescending(f => f.Result.Effect)], duties);
    }

    private ImmutableArray<Duty> AttachedDuties(ProvisionVersion version, Scope scope, bool certain)
    {
        var duties = ImmutableArray.CreateBuilder<Duty>();
        foreach (string id in version.Obligations)
        {
            var duty = ProvisionEvaluation.Evaluate(_data.Law.Provision(id), scope);
            if (duty.Decides) duties.Add(DutyOf(duty.Provision, duty.Version!, scope, certain && duty.Truth == Truth.True));
        }
        return duties.ToImmutable();
    }

    private Duty DutyOf(Provision provision, ProvisionVersion version, Scope scope, bool certain)
    {
        var due = version.Clock is { } clock ? DueDate.Of(clock, scope.Facts, _asOf) : new DueDate(null, "no day is set");
        return new Duty(new Obligation(provision.Id, provision.Title, version.Do ?? provision.Title, due.Day, due.Arithmetic, version.Citation ?? provision.Citation, certain), version.Clock);
    }

    /// <summary>True when the day is counted from one that each record states for itself.</summary>
    private static bool HangsOnRecord(Duty duty) =>
        duty.Clock is { FromFact: { } fact } && FactInterpreter.DateFields.Any(f => f.Fact == fact);

    private static PendingRule Pending(ProvisionResult result) =>
        new(result.Provision.Id, result.Provision.Title, result.Version!.Citation ?? result.Provision.Citation, result.Version.Status, result.Effect, result.Truth);

    private static string Hash(string a, string b, string c) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{a}\n{b}\n{c}")).AsSpan(0, 10));

    private readonly record struct Duty(Obligation Obligation, Clock? Clock);

    private sealed record FiredProvision(ProvisionResult Result, Verdict Verdict, Scope Scope, ImmutableArray<Duty> Duties)
    {
        public Outcome Outcome => Result.Effect == Effect.Status ? Outcome.Allowed : Outcomes.Of(Result.Effect, Result.Truth);
    }
}
