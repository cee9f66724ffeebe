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
    /// <summary>Verdicts remembered at a time; beyond it the memory starts afresh.</summary>
    private const int MostVerdicts = 100_000;

    private readonly ScreeningData _data;
    private readonly DateOnly _asOf;
    private readonly DateOnly _knownAt;
    private readonly FactInterpreter _interpreter;
    private readonly DateClasses _dates;
    private readonly ImmutableArray<(string? Capacity, FactSet Facts)> _actors;
    private readonly Dictionary<string, Verdict> _verdicts = new(StringComparer.Ordinal);

    /// <summary>Makes a screener for one actor and day.</summary>
    /// <param name="data">Law, parties and equipment knowledge.</param>
    /// <param name="actor">Who acts; without capacities each of <see cref="ActorProfile.ByCapacity"/> is decided.</param>
    /// <param name="answers">People's answers.</param>
    /// <param name="asOf">The day asked about.</param>
    /// <param name="knownAt">Only law known by then counts.</param>
    public Screener(ScreeningData data, ActorProfile actor, ImmutableArray<Answer> answers, DateOnly asOf, DateOnly knownAt)
    {
        (_data, _asOf, _knownAt) = (data, asOf, knownAt);
        _interpreter = new FactInterpreter(data, asOf, answers);
        _dates = new DateClasses(data.Law);
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
        var interpreted = _interpreter.Interpret(subject, _actors[0].Facts);
        return interpreted.Problems.IsEmpty
            ? Decide(subject, interpreted, interpreted.Facts)
            : Unread(new UnreadRecord(subject.Source, interpreted.Problems), subject, interpreted.Title);
    }

    /// <summary>Decides facts that a request states by themselves. A record beside them is read as a line of a table would be; a stated fact holds before it.</summary>
    public Decision Decide(Subject subject, FactSet stated, string title)
    {
        var read = subject.Statements.IsEmpty ? new InterpretedRecord(_actors[0].Facts, title, title, [], [], []) : _interpreter.Interpret(subject, _actors[0].Facts);
        if (!read.Problems.IsEmpty) return Unread(new UnreadRecord(subject.Source, read.Problems), subject, title);
        var facts = read.Facts.With(stated.Stated.Select(s => new KeyValuePair<Fact, FactValue>(s.Fact, s.Value)));
        if (!stated.Components.IsEmpty) facts = facts.WithComponents(stated.Components);
        return Decide(subject, read with { Title = title }, facts);
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

    private Decision Decide(Subject subject, InterpretedRecord record, FactSet facts)
    {
        string signature = facts.Signature(_dates.ClassOf);
        var verdicts = _actors.Select(a => (a.Capacity, Verdict: VerdictOf(facts, a, signature))).ToList();
        var worst = verdicts.MaxBy(v => v.Verdict.Outcome);
        string id = Hash(string.Join('|', subject.Statements.Select(s => $"{(int)s.Field}={s.Text}")), signature, $"{_asOf:yyyyMMdd}{_knownAt:yyyyMMdd}");
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var obligations = ImmutableArray.CreateBuilder<Obligation>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (capacity, verdict) in verdicts)
        {
            var own = capacity is null ? facts : facts.With(_data.Law.Catalog.Actor, new WordsValue([capacity], true, [new Evidence($"as {capacity}")]));
            var scope = new Scope(own, _data.Law, verdict.LawDate, _knownAt);
            foreach (var result in verdict.Findings)
                if (seen.Add(result.Provision.Id)) Add(result, verdict, scope, id, findings, obligations);
        }
        return new Decision
        {
            Id = id,
            Subject = subject,
            Title = record.Title,
            Outcome = worst.Verdict.Outcome,
            Reason = worst.Verdict.Reason,
            LawDate = worst.Verdict.LawDate,
            ByCapacity = verdicts[0].Capacity is null ? [] : [.. verdicts.Select(v => (v.Capacity!, v.Verdict.Outcome))],
            Findings = [.. findings.OrderByDescending(f => f.Outcome).ThenByDescending(f => f.Effect)],
            Pending = [.. verdicts.SelectMany(v => v.Verdict.Pending).DistinctBy(p => p.Provision.Id).Select(Pending)],
            Questions = [.. verdicts.SelectMany(v => v.Verdict.Questions).DistinctBy(q => q.Fact)],
            Obligations = obligations.ToImmutable(),
            Facts = [.. facts.Stated.Select(s => (s.Fact.Name, s.Value))],
            Notes = record.Notes,
            Assumptions = record.Assumptions,
            GroupKey = $"{(int)worst.Verdict.Outcome}|{record.Group}|{signature}",
        };
    }

    private Verdict VerdictOf(FactSet facts, (string? Capacity, FactSet Facts) actor, string signature)
    {
        string key = actor.Capacity is null ? signature : $"{actor.Capacity}|{signature}";
        if (_verdicts.TryGetValue(key, out var verdict)) return verdict;
        if (_verdicts.Count >= MostVerdicts) _verdicts.Clear();
        var catalog = _data.Law.Catalog;
        return _verdicts[key] = Decider.Decide(_data.Law, actor.Capacity is null ? facts : facts.With(catalog.Actor, actor.Facts[catalog.Actor]), _asOf, _knownAt);
    }

    private void Add(ProvisionResult result, Verdict verdict, Scope scope, string subjectId,
        ImmutableArray<Finding>.Builder findings, ImmutableArray<Obligation>.Builder obligations)
    {
        var version = result.Version!;
        string citation = version.Citation ?? result.Provision.Citation;
        bool certain = result.Truth == Truth.True;
        var duties = ImmutableArray.CreateBuilder<Obligation>();
        if (version.Effect == Effect.Duty)
        {
            obligations.Add(DutyOf(result.Provision, version, scope, certain));
            return;
        }
        foreach (string id in version.Obligations)
        {
            var duty = ProvisionEvaluation.Evaluate(_data.Law.Provision(id), scope);
            if (duty.Decides) duties.Add(DutyOf(duty.Provision, duty.Version!, scope, certain && duty.Truth == Truth.True));
        }
        var questions = verdict.Questions.Where(q => q.Provisions.Contains(result.Provision.Id, StringComparer.Ordinal));
        findings.Add(new Finding(Hash(subjectId, result.Provision.Id, ""), result.Provision.Id, result.Provision.Title, result.Provision.InstrumentId, citation,
            version.Effect == Effect.Status ? Outcome.Allowed : Outcomes.Of(version.Effect, result.Truth), version.Effect, result.Truth,
            ProvisionEvaluation.Explain(result.Provision, version, scope), [.. questions], duties.ToImmutable(), version.Note));
    }

    private Obligation DutyOf(Provision provision, ProvisionVersion version, Scope scope, bool certain)
    {
        var due = version.Clock is { } clock ? DueDate.Of(clock, scope.Facts, _asOf) : new DueDate(null, "no day is set");
        return new Obligation(provision.Id, provision.Title, version.Do ?? provision.Title, due.Day, due.Arithmetic, version.Citation ?? provision.Citation, certain);
    }

    private static PendingRule Pending(ProvisionResult result) =>
        new(result.Provision.Id, result.Provision.Title, result.Version!.Citation ?? result.Provision.Citation, result.Version.Status, result.Effect, result.Truth);

    private static string Hash(string a, string b, string c) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{a}\n{b}\n{c}")).AsSpan(0, 10));
}
