using Rubicon.Engine.Tests.Packs;
using Rubicon.Rules.Evaluation;
using Xunit;

namespace Rubicon.Engine.Tests.Rules;

/// <summary>Stakes that a request states, through the rule of the 50 percent: who counts, what a missing share or an unknown owner leaves open.</summary>
public sealed class StatedHoldingsTests
{
    private const string Rule = "us-ofac/fifty-percent";
    private const string Listed = """{ "name": "X", "on": "us-ofac/sdn" }""";

    [Theory]
    [InlineData("50", "prohibited")]
    [InlineData("49.999999999", "none")]
    [InlineData("51-80", "prohibited")]
    [InlineData("40-60", "review")]
    [InlineData("<50", "none")]
    [InlineData("at least 50", "prohibited")]
    [InlineData("unknown", "review")]
    public void Bounds_settle_it_or_leave_it_open(string share, string expected) =>
        Assert.Equal(expected, Found($$"""[ { "owner": {{Listed}}, "of": "counterparty", "share": "{{share}}" } ]"""));

    [Fact]
    public void The_entity_held_may_go_by_the_name_of_the_party() =>
        Assert.Equal("prohibited", Found($$"""[ { "owner": {{Listed}}, "of": " Firm C ", "share": 60 } ]"""));

    [Fact]
    public void A_stake_in_another_entity_says_nothing() =>
        Assert.Equal("none", Found($$"""[ { "owner": {{Listed}}, "of": "Firm D", "share": 60 } ]"""));

    [Fact]
    public void A_role_of_the_transaction_may_be_the_owner()
    {
        const string facts = """
            { "actor": "us-person", "act": "pay", "counterparty": { "name": "Firm C", "country": "AE" }, "supplier": { "name": "X", "on": "us-ofac/sdn" },
              "stakes": [ { "owner": "supplier", "of": "counterparty", "share": 60 } ] }
            """;
        Assert.Equal("prohibited", LoadedPacks.All.Finding(Rule, "2024-06-03", facts));
    }

    [Fact]
    public void What_is_said_of_an_owner_once_holds_wherever_it_is_named() =>
        Assert.Equal("prohibited", Found($$"""[ { "owner": {{Listed}}, "of": "A", "share": 50 }, { "owner": { "name": "X" }, "of": "counterparty", "share": 50 } ]"""));

    [Fact]
    public void A_stake_counts_only_on_the_days_for_which_it_is_stated()
    {
        const string sold = $$"""[ { "owner": {{Listed}}, "of": "counterparty", "share": 60, "to": "2024-06-02" } ]""";
        Assert.Equal("none", Found(sold));
        Assert.Equal("prohibited", Found(sold, "2024-06-02"));
    }

    [Fact]
    public void An_owner_that_may_be_listed_raises_the_question_about_the_stakes()
    {
        var verdict = LoadedPacks.All.Decide("2024-06-03", Facts("""[ { "owner": { "name": "Z" }, "of": "counterparty", "share": 60 } ]"""));
        Assert.Equal(Outcome.Review, verdict.Outcome);
        Assert.Contains(verdict.Questions, q => q.Fact == "stakes" && q.Answers.Any(a => a.Outcome == Outcome.Prohibited) && q.Answers.Any(a => a.Outcome == Outcome.Allowed));
    }

    private static string Found(string stakes, string asOf = "2024-06-03") => LoadedPacks.All.Finding(Rule, asOf, Facts(stakes));

    private static string Facts(string stakes) =>
        $$"""{ "actor": "us-person", "act": "pay", "counterparty": { "name": "Firm C", "country": "AE" }, "stakes": {{stakes}} }""";
}
