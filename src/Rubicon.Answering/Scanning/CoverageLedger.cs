using System.Collections.Immutable;
using Rubicon.Diagnostics;
using Rubicon.Reports;
using Rubicon.Reports.Summaries;
using Rubicon.Rules.Conditions;
using Rubicon.Rules.Evaluation;
using Rubicon.Rules.Facts;
using Rubicon.Rules.Law;
using Rubicon.Screening;
using Rubicon.Subjects;

namespace Rubicon.Answering.Scanning;

/// <summary>Counts what was read, decided and not, while a scan runs.</summary>
public sealed class CoverageLedger
{
    private readonly long[] _outcomes = new long[Enum.GetValues<Outcome>().Length];
    private readonly Dictionary<string, long> _reasons = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _assumptions = new(StringComparer.Ordinal);
    private readonly SharedCounts<string> _shared;
    private readonly List<Problem> _problems = [];
    private readonly int[] _kept = new int[Enum.GetValues<Severity>().Length];
    private readonly List<InputAccount> _inputs = [];
    private long _problemCount;

    /// <summary>Starts with nothing.</summary>
    public CoverageLedger() => _shared = new((assumptions, records) =>
    {
        foreach (string assumption in assumptions) _assumptions[assumption] = _assumptions.GetValueOrDefault(assumption) + records;
    });

    /// <summary>Records met.</summary>
    public long Read { get; private set; }

    /// <summary>Records with this outcome.</summary>
    public long Of(Outcome outcome) => _outcomes[(int)outcome];

    /// <summary>True when an input as a whole could not be read, or a problem is an error.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Counts a decision; what was wrong with an unread record is kept too.</summary>
    public void Add(Decision decision)
    {
        Read++;
        _outcomes[(int)decision.Outcome]++;
        _shared.Add(decision.Assumptions);
        if (decision.Outcome != Outcome.NotAssessed) return;
        string reason = decision.Unread is { } unread ? $"{unread.Problems[0].Kind.Code} {unread.Problems[0].Kind.Title}" : decision.Reason ?? "not assessed";
        _reasons[reason] = _reasons.GetValueOrDefault(reason) + 1;
        if (decision.Unread is { } record) Add(record.Problems);
    }

    /// <summary>Adds the account of an input that was read to its end.</summary>
    public void Add(InputAccount input)
    {
        _inputs.Add(input);
        Add(input.Problems);
    }

    /// <summary>Adds problems; all are counted, at most <see cref="Coverage.MostProblems"/> are kept, the worst first.</summary>
    public void Add(IEnumerable<Problem> problems)
    {
        foreach (var problem in problems)
        {
            _problemCount++;
            HasErrors |= problem.Kind.Severity == Severity.Error;
            Keep(problem);
        }
    }

    /// <summary>When there are too many to keep, a milder one makes room: the exit code and the reader look for the worst.</summary>
    private void Keep(Problem problem)
    {
        int severity = (int)problem.Kind.Severity;
        if (_problems.Count >= Coverage.MostProblems)
        {
            int mildest = Array.FindIndex(_kept, n => n > 0);
            if (mildest >= severity) return;
            _problems.RemoveAt(_problems.FindLastIndex(p => (int)p.Kind.Severity == mildest));
            _kept[mildest]--;
        }
        _problems.Add(problem);
        _kept[severity]++;
    }

    /// <summary>The coverage block, with the provisions that no record could meet.</summary>
    public Coverage Close(LawBook law, ActorProfile actor, DateOnly asOf)
    {
        long notAssessed = Of(Outcome.NotAssessed);
        _shared.Flush();
        return new Coverage(Read, Read - notAssessed, notAssessed,
            [.. Enum.GetValues<Outcome>().OrderByDescending(o => o).Select(o => (o, Of(o)))],
            [.. _inputs],
            [.. _reasons.OrderByDescending(r => r.Value).ThenBy(r => r.Key, StringComparer.Ordinal).Select(r => (r.Key, r.Value))],
            NotApplied(law, actor, asOf), [.. _problems], _problemCount)
        {
            Assumptions = [.. _assumptions.OrderByDescending(a => a.Value).ThenBy(a => a.Key, StringComparer.Ordinal).Select(a => (a.Key, a.Value))],
        };
    }

    /// <summary>
    /// Law that no record could meet: provisions that bind other actors or have no version in force, by id; then, one row each, packs that bind other actors
    /// altogether.
    /// </summary>
    private static ImmutableArray<(string, string)> NotApplied(LawBook law, ActorProfile actor, DateOnly asOf)
    {
        var rows = ImmutableArray.CreateBuilder<(string, string)>();
        var who = FactSet.Empty(law.Catalog).With(law.Catalog.Actor, new WordsValue(actor.Capacities));
        if (actor.Country is { } country) who = who.With(law.Catalog["actor-country"], new WordsValue([country]));
        var scope = new Scope(who, law, asOf, asOf);
        bool BindsOthers(ProvisionVersion version) => !actor.Capacities.IsEmpty && version.Binds is { } binds && binds.Evaluate(scope) == Truth.False;
        var packs = law.Deciding.GroupBy(p => p.PackId, StringComparer.Ordinal).ToList();
        var others = packs.Where(g => g.All(p => p.Versions.All(BindsOthers))).ToList();
        foreach (var provision in packs.Except(others).SelectMany(g => g))
        {
            var version = provision.VersionOn(asOf, asOf);
            if (version is null) rows.Add((provision.Id, $"no version in force on {asOf:yyyy-MM-dd}"));
            else if (!version.Decides) rows.Add((provision.Id, $"{ReportWords.Word(version.Status)}, not in force"));
            else if (BindsOthers(version)) rows.Add((provision.Id, Others([version])));
        }
        rows.AddRange(others.Select(g => (g.Key, Others(g.SelectMany(p => p.Versions)))));
        return rows.ToImmutable();
    }

    private static string Others(IEnumerable<ProvisionVersion> versions) =>
        $"binds {string.Join(", ", versions.SelectMany(v => v.Binds!.Walk()).OfType<IsAnyOf>().Where(c => c.Fact.Name == CoreFacts.Actor).SelectMany(c => c.Words).Distinct(StringComparer.Ordinal))}, which the actor is not";
}
