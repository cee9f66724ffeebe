using static Rubicon.EndToEnd.Tests.BaseStation;

namespace Rubicon.EndToEnd.Tests;

/// <summary>As <see cref="CarrierDatesTests"/> says, for an executive agency.</summary>
public sealed class AgencyDatesTests
{
    public static TheoryData<string, string, string> Agency => new()
    {
        { "2018-05-01", "allowed", Nothing },
        { "2019-05-14", "allowed", Nothing },
        { "2019-05-15", "review", Order },
        { "2019-08-12", "review", Order },
        { "2019-08-13", "prohibited", $"{PartA} {Order}" },
        { "2020-08-13", "prohibited", $"{PartA} {Order}" },
        { "2021-03-12", "prohibited", $"{PartA} {Order}" },
        { "2023-02-06", "prohibited", $"{PartA} {Transaction}" },
        { "2026-03-23", "prohibited", $"{PartA} {Transaction}" },
        { "2026-11-24", "prohibited", $"{PartA} {Transaction}" },
    };

    /// <summary>Part B looks at the seller: an agency may rely on its representation, and may not contract with one that says it uses covered equipment.</summary>
    [Theory]
    [InlineData("2020-08-12", false)]
    [InlineData("2020-08-13", true)]
    public void A_seller_that_itself_uses_covered_equipment_is_barred_from_part_B_on(string day, bool barred) =>
        Assert.Equal(barred, Answer(Decide("executive-agency", day, ("producer", "Nokia"), ("counterparty-uses-covered", "yes"))).Findings.Contains(PartB, StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Agency))]
    public void An_agency_buys_a_Huawei_base_station(string day, string outcome, string findings)
    {
        if (Turning.Contains(day)) Assert.Equal((outcome, findings), Answer(Scan("executive-agency", day)));
        Assert.Equal((outcome, findings), Answer(Decide("executive-agency", day)));
    }
}
