using System.Collections.Immutable;
using System.Globalization;
using Rubicon.Diagnostics;
using Rubicon.Engine.Tests.Architecture;
using Rubicon.Reading.Packs;
using Rubicon.Review;
using Xunit;

namespace Rubicon.Engine.Tests.Review;

/// <summary>A case of a procedure that ships, written down step by step. Statements that a step needs are filled in unless the test states them.</summary>
internal sealed class Case(string procedure)
{
    private static readonly Lazy<PackSet> Packs = new(() => PackFiles.Load(Path.Combine(Repository.Root, "packs")));

    private readonly List<CaseEvent> _events = [];

    public CaseReview Review { get; } = new(Packs.Value.Law!, Packs.Value.Procedures.Single(p => p.Id == procedure));

    public IReadOnlyList<CaseEvent> Events => _events;

    public static ImmutableArray<Procedure> Procedures => Packs.Value.Procedures;

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Takes a step that must fit.</summary>
    public Case Step(string step, string day, params (string Id, string Text)[] stated)
    {
        var next = Of(step, day, stated);
        Assert.Empty(CaseCheck.Of(Review, _events, next, next.Day, "case").Select(p => p.ToString()));
        _events.Add(next);
        return this;
    }

    public Case Extend(string clock, string day, string until)
    {
        var next = Extension(clock, day, until, "more evidence arrived");
        Assert.Empty(CaseCheck.Of(Review, _events, next, next.Day, "case").Select(p => p.ToString()));
        _events.Add(next);
        return this;
    }

    public static CaseEvent Extension(string clock, string day, string until, string finding, ReviewRole by = ReviewRole.Agency) =>
        new(null, Day(day), by, "author", "approver", ImmutableDictionary<string, string>.Empty, new CaseExtension(clock, Day(until), finding));

    /// <summary>The problems of a step, by code, each once.</summary>
    public string[] Refused(string step, string day, Func<CaseEvent, CaseEvent>? change = null) => Refused(change is null ? Of(step, day, []) : change(Of(step, day, [])));

    public string[] Refused(CaseEvent next) => [.. Problems(next).Select(p => p.Kind.Code).Distinct().Order(StringComparer.Ordinal)];

    public ImmutableArray<Problem> Problems(CaseEvent next) => CaseCheck.Of(Review, _events, next, next.Day, "case");

    public CaseStanding On(string day) => Review.Standing(_events, Day(day), Day(day));

    public CaseEvent Of(string step, string day, (string Id, string Text)[] stated)
    {
        var known = Review.Procedure.FindStep(step);
        var statements = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var need in known?.Needs ?? []) statements[need.Id] = need.Choices.IsEmpty ? "as written" : need.Choices[0];
        foreach (var (id, text) in stated) statements[id] = text;
        return new CaseEvent(step, Day(day), known?.By[0] ?? ReviewRole.Agency, "author", "approver", statements.ToImmutable());
    }
}
