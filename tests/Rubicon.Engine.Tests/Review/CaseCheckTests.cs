using System.Collections.Immutable;
using Rubicon.Review;
using Xunit;

namespace Rubicon.Engine.Tests.Review;

/// <summary>What does not fit a procedure is refused, with all that is wrong with it at once.</summary>
public sealed class CaseCheckTests
{
    private static Case Referred() => new Case("us-icts/review").Step("refer", "2026-01-05");

    [Fact]
    public void A_case_begins_with_the_step_that_opens_it()
    {
        Assert.Null(new Case("us-icts/review").On("2026-01-05").State);
        Assert.Equal(["RUB6702"], new Case("us-icts/review").Refused("accept", "2026-01-05"));
        Assert.Equal(["RUB6702"], Referred().Refused("refer", "2026-01-06"));
    }

    [Fact]
    public void A_step_that_the_state_does_not_allow_is_refused_and_the_open_ones_are_named()
    {
        var problem = Assert.Single(Referred().Problems(Referred().Of("consult", "2026-01-06", [])));
        Assert.Equal("RUB6702", problem.Kind.Code);
        Assert.Equal("one of request-information, reject, accept", problem.Expected);
    }

    [Fact]
    public void Steps_have_their_role() => Assert.Equal(["RUB6703"], Referred().Refused("accept", "2026-01-06", e => e with { By = ReviewRole.Party }));

    [Fact]
    public void Author_and_approver_differ()
    {
        Assert.Equal(["RUB6707"], Referred().Refused("reject", "2026-01-06", e => e with { Approver = null }));
        Assert.Equal(["RUB6707"], Referred().Refused("reject", "2026-01-06", e => e with { Approver = e.Author }));
        Assert.Empty(Referred().Refused("accept", "2026-01-06", e => e with { Approver = null }));
    }

    [Fact]
    public void Events_come_in_order_of_their_days()
    {
        Assert.Equal(["RUB6704"], Referred().Refused("accept", "2026-01-04"));
        Assert.Empty(Referred().Refused("accept", "2026-01-05"));
    }

    [Fact]
    public void Statements_are_asked_for_and_checked()
    {
        Assert.Equal(["RUB6705"], Referred().Refused("accept", "2026-01-06", e => e with { Statements = e.Statements.SetItem("scope", "  ") }));
        Assert.Equal(["RUB6706"], new Case("us-icts/review").Refused("refer", "2026-01-05", e => e with { Statements = e.Statements.SetItem("source", "rumor") }));
        Assert.Equal(["RUB6706"], Referred().Refused("accept", "2026-01-06", e => e with { Statements = e.Statements.Add("verdict", "guilty") }));
        Assert.Equal(["RUB6706"], Referred().Refused("accept", "2026-01-06", e => e with { Statements = e.Statements.SetItem("scope", new string('x', CaseCheck.LongestStatement + 1)) }));
    }

    [Fact]
    public void An_unknown_step_is_named_and_all_problems_come_at_once()
    {
        Assert.Equal(["RUB6701"], Referred().Refused("refund", "2026-01-06"));
        Assert.Equal(["RUB6703", "RUB6704", "RUB6705", "RUB6707"], Referred().Refused("reject", "2026-01-04",
            e => e with { By = ReviewRole.Party, Approver = null, Statements = ImmutableDictionary<string, string>.Empty }));
    }

    [Fact]
    public void Events_after_the_day_asked_about_are_not_counted()
    {
        var accepted = Referred().Step("accept", "2026-02-01");
        Assert.Equal("referred", accepted.On("2026-01-31").State!.Id);
        Assert.Equal("under-review", accepted.On("2026-02-01").State!.Id);
    }
}
