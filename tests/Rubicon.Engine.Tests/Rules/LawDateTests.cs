using System.Globalization;
using Rubicon.Rules.Evaluation;
using Rubicon.Rules.Facts;
using Xunit;

namespace Rubicon.Engine.Tests.Rules;

public sealed class LawDateTests
{
    [Theory]
    [InlineData("procure", "2017-06-02", "2017-06-02")] // done once: the law of its day
    [InlineData("install", "2017-06-02", "2017-06-02")]
    [InlineData("use", "2017-06-02", "2026-11-21")] // goes on: the law of today
    [InlineData("operate", "2017-06-02", "2026-11-21")]
    [InlineData("maintain", "2017-06-02", "2026-11-21")]
    [InlineData("manage", "2017-06-02", "2026-11-21")]
    [InlineData("repair", "2017-06-02", "2017-06-02")] // one repair is done once
    [InlineData("procure,use", "2017-06-02", "2026-11-21")]
    [InlineData("procure", "2026-11-21", "2026-11-21")]
    [InlineData("procure", "2027-01-01", "2026-11-21")] // never later than the day asked about
    [InlineData("procure", null, "2026-11-21")]
    [InlineData(null, "2017-06-02", "2026-11-21")] // what is done is not known: it may go on
    public void An_act_done_once_is_judged_by_the_law_of_its_day(string? acts, string? actDate, string expected)
    {
        var facts = Some.Nothing;
        if (acts is not null) facts = facts.With(Some.Catalog.Act, new WordsValue([.. acts.Split(',')]));
        if (actDate is not null) facts = facts.With(Some.Catalog.ActDate, new DateValue(Day(actDate)));
        Assert.Equal(Day(expected), LawDate.Of(facts, Day("2026-11-21")));
    }

    [Fact]
    public void When_further_acts_may_be_meant_the_as_of_day_counts()
    {
        var facts = Some.Nothing.With(Some.Catalog.Act, new WordsValue(["procure"], Complete: false)).With(Some.Catalog.ActDate, new DateValue(Day("2017-06-02")));
        Assert.Equal(Day("2026-11-21"), LawDate.Of(facts, Day("2026-11-21")));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
