using FsCheck.Xunit;
using Rubicon.Dates;
using Rubicon.Rules.Law;
using Xunit;

namespace Rubicon.Engine.Tests.Rules;

/// <summary>Periods and effective days against a twin that walks the calendar day by day.</summary>
public sealed class EffectiveTests
{
    private const int Window = 24;

    private static readonly DateOnly Start = new(2020, 2, 20);

    [Fact]
    public void Both_ends_of_a_period_are_inside()
    {
        var period = new Period(new DateOnly(2019, 8, 13), new DateOnly(2020, 8, 12));
        Assert.False(period.Contains(new DateOnly(2019, 8, 12)));
        Assert.True(period.Contains(new DateOnly(2019, 8, 13)));
        Assert.True(period.Contains(new DateOnly(2020, 8, 12)));
        Assert.False(period.Contains(new DateOnly(2020, 8, 13)));
    }

    [Fact]
    public void A_period_of_one_day_holds_that_day() => Assert.True(new Period(Start, Start).Contains(Start));

    [Fact]
    public void A_period_cannot_end_before_it_starts() => Assert.Throws<ArgumentException>(() => new Period(Start, Start.AddDays(-1)));

    [Property(MaxTest = 400)]
    public void Periods_overlap_when_they_share_a_day(int seed)
    {
        var random = new Random(seed);
        Period a = Some(random), b = Some(random);
        bool shared = Days(Window * 3).Any(d => a.Contains(d) && b.Contains(d));
        Assert.Equal(shared, a.Overlaps(b));
        Assert.Equal(shared, b.Overlaps(a));
    }

    [Property(MaxTest = 400)]
    public void Effective_days_are_those_that_a_walk_through_the_calendar_finds(int seed)
    {
        var random = new Random(seed);
        var effective = new Effective(Day(random), Day(random), random.Next(3) == 0 ? null : Day(random),
            [.. Enumerable.Range(0, random.Next(4)).Select(_ => new RevisedEnd(Day(random), random.Next(4) == 0 ? null : Day(random))).OrderBy(r => r.Known)]);
        foreach (var knownAt in Days(Window + 2))
            foreach (var day in Days(Window + 2))
                Assert.Equal(Walk(effective, day, knownAt), effective.Holds(day, knownAt));
        foreach (var day in Days(Window + 2))
            Assert.Equal(effective.Known <= Start.AddDays(Window + 2) && Walk(effective, day, Start.AddDays(Window + 2)), effective.Final?.Contains(day) ?? false);
    }

    /// <summary>Reads the paper every morning until <paramref name="knownAt"/>, and then looks at the day.</summary>
    private static bool Walk(Effective effective, DateOnly day, DateOnly knownAt)
    {
        bool known = false;
        DateOnly? end = effective.To;
        for (var morning = Start; morning <= knownAt; morning = morning.AddDays(1))
        {
            known |= morning == effective.Known;
            foreach (var revision in effective.Revised)
                if (revision.Known == morning) end = revision.To;
        }
        if (!known) return false;
        for (var inside = effective.From; inside <= Start.AddDays(Window * 2) && (end is null || inside <= end); inside = inside.AddDays(1))
            if (inside == day) return true;
        return false;
    }

    private static Period Some(Random random)
    {
        var from = Day(random);
        return new Period(from, random.Next(3) == 0 ? null : from.AddDays(random.Next(10)));
    }

    private static DateOnly Day(Random random) => Start.AddDays(random.Next(Window));

    private static IEnumerable<DateOnly> Days(int count) => Enumerable.Range(0, count).Select(n => Start.AddDays(n));
}
