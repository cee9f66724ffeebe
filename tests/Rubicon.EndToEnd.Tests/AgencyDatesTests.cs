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
        { "2020-08-13", "prohibited", $"{PartA} {PartB} {Order}" },
        { "2021-03-12", "prohibited", $"{PartA} {PartB} {Order}" },
        { "2023-02-06", "prohibited", $"{PartA} {PartB} {Transaction}" },
        { "2026-03-23", "prohibited", $"{PartA} {PartB} {Transaction}" },
        { "2026-11-24", "prohibited", $"{PartA} {PartB} {Transaction}" },
    };

    [Theory]
    [MemberData(nameof(Agency))]
    public void An_agency_buys_a_Huawei_base_station(string day, string outcome, string findings)
    {
        if (Turning.Contains(day)) Assert.Equal((outcome, findings), Answer(Scan("executive-agency", day)));
        Assert.Equal((outcome, findings), Answer(Decide("executive-agency", day)));
    }
}
