using Xunit;

namespace Rubicon.Engine.Tests.Review;

/// <summary>The same machine with other data: designation by the FCC, and waivers of section 889.</summary>
public sealed class OtherProceduresTests
{
    public static TheoryData<string> All => [.. Case.Procedures.Select(p => p.Id)];

    [Theory]
    [InlineData("2025-04-03", "RUB6704")]
    [InlineData("2025-04-04", null)]
    public void A_company_that_nobody_defends_is_deemed_a_threat_after_31_days(string day, string? code) =>
        Assert.Equal(code is null ? [] : [code], new Case("us-fcc/designation").Step("prepare", "2025-03-03").Step("propose", "2025-03-04").Refused("deem", day));

    /// <summary>120 days from 2025-03-07 end on 2025-07-05, a Saturday.</summary>
    [Fact]
    public void The_final_designation_is_due_in_120_days_and_moves_off_a_weekend()
    {
        var clock = new Case("us-fcc/designation").Step("prepare", "2025-03-03").Step("propose", "2025-03-07").Step("oppose", "2025-03-20").On("2025-04-01").FindClock("final-designation")!;
        Assert.Equal(Case.Day("2025-07-07"), clock.Due);
        Assert.EndsWith("; 2025-07-05 is no business day, so 2025-07-07", clock.Arithmetic, StringComparison.Ordinal);
    }

    [Fact]
    public void An_opposed_company_is_designated_only_by_a_determination()
    {
        var opposed = new Case("us-fcc/designation").Step("prepare", "2020-01-03").Step("propose", "2020-01-06").Step("oppose", "2020-02-03");
        Assert.Equal(["RUB6702"], opposed.Refused("deem", "2020-03-06"));
        Assert.Equal("designated", opposed.Step("designate", "2020-05-05").On("2020-05-05").State!.Id);
    }

    [Fact]
    public void A_waiver_of_part_B_waits_15_days_and_goes_to_Congress_in_30()
    {
        var notified = new Case("us-ndaa-889/waiver-part-B").Step("request", "2021-02-01").Step("notify", "2021-03-01");
        Assert.Equal(["RUB6704"], notified.Refused("grant", "2021-03-15"));
        Assert.Equal(Case.Day("2021-04-15"), notified.Step("grant", "2021-03-16").On("2021-03-16").FindClock("congress")!.Due);
    }

    [Fact]
    public void No_waiver_of_part_B_is_asked_for_after_its_last_day()
    {
        Assert.Empty(new Case("us-ndaa-889/waiver-part-B").Refused("request", "2022-08-13"));
        Assert.Equal(["RUB6710"], new Case("us-ndaa-889/waiver-part-B").Refused("request", "2022-08-14"));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_state_of_a_procedure_can_be_reached(string id)
    {
        var procedure = Case.Procedures.Single(p => p.Id == id);
        var reached = procedure.Steps.Where(s => s.From.IsEmpty).Select(s => s.To!).ToHashSet(StringComparer.Ordinal);
        for (int before = -1; before != reached.Count;)
        {
            before = reached.Count;
            foreach (var step in procedure.Steps.Where(s => s.To is not null && s.From.Any(reached.Contains))) reached.Add(step.To!);
        }
        Assert.Equal(procedure.States.Select(s => s.Id).Order(StringComparer.Ordinal), reached.Order(StringComparer.Ordinal));
    }
}
