using static Rubicon.EndToEnd.Tests.BaseStation;

namespace Rubicon.EndToEnd.Tests;

/// <summary>
/// One Huawei base station, bought by a rural carrier, an agency and a contractor, on ten days. What is expected comes from the law:
/// <list type="bullet">
/// <item>2018-05-01: an order is only talked of from 2018-05-02, and FCC 18-42 (2018-04-17) is a proposal. Nothing binds anybody.</item>
/// <item>2019-05-15: Executive Order 13873 is signed. It bars nothing by itself: the purchase may be reviewed.</item>
/// <item>2019-08-13: section 889(a)(1)(A) bars the agency; FAR 52.204-25(b)(1) bars a contractor, for what it provides to the Government.</item>
/// <item>2020-08-13: part B. A contractor may not itself use it; an agency may not contract with one who does, and relies on what the seller represents. Since 2020-06-30 Huawei is designated
/// under 47 CFR 54.9, so that for the carrier all hangs on whether universal service support pays.</item>
/// <item>2021-03-12: the Covered List. 47 CFR 54.10 bars capital subsidies only from the 60th day after, 2021-05-11. The ICTS rule is adopted, in force on 2021-03-22.</item>
/// <item>2023-02-06: new equipment authorizations end. That bars no purchase of what is authorized.</item>
/// <item>2026-03-23: consumer routers of foreign make are listed, which a base station is not.</item>
/// </list>
/// </summary>
public sealed class CarrierDatesTests
{
    /// <summary>Day, what is pending, and the deciding provisions of a purchase of which nothing more is known.</summary>
    public static TheoryData<string, string, string, string> Carrier => new()
    {
        { "2018-05-01", "us-fcc/54-9-a:proposed", "allowed", Nothing },
        { "2019-05-14", "us-fcc/54-9-a:proposed us-icts/order:reported", "allowed", Nothing },
        { "2019-05-15", "us-fcc/54-9-a:proposed", "review", Order },
        { "2019-08-12", "us-fcc/54-9-a:proposed", "review", Order },
        { "2019-08-13", "us-fcc/54-9-a:proposed", "review", Order },
        { "2020-08-13", "us-icts/covered-transaction:proposed", "review", $"{Support}:review {Order}" },
        { "2021-03-12", "us-icts/covered-transaction:adopted", "review", $"{Support}:review {Order}" },
        { "2023-02-06", Nothing, "review", $"{Subsidy}:review {Support}:review {Transaction}" },
        { "2026-03-23", Nothing, "review", $"{Subsidy}:review {Support}:review {Transaction}" },
        { "2026-11-24", Nothing, "review", $"{Subsidy}:review {Support}:review {Transaction}" },
    };

    [Theory]
    [MemberData(nameof(Carrier))]
    public void A_rural_carrier_buys_a_Huawei_base_station(string day, string pending, string outcome, string findings)
    {
        const string capacities = "usf-recipient,broadband-provider,us-person";
        var scanned = Scan(capacities, day);
        Assert.Equal((outcome, findings), Answer(scanned));
        Assert.Equal(pending, string.Join(' ', scanned.GetProperty("pending").EnumerateArray().Select(p => $"{p.GetProperty("provision").GetString()}:{p.GetProperty("status").GetString()}")));
        if (!Turning.Contains(day)) return;
        Assert.Equal((outcome, findings), Answer(Decide(capacities, day)));
        // With universal service support the purchase is barred from the designation of 2020-06-30 on; without any FCC money only review by Commerce is left.
        bool designated = string.CompareOrdinal(day, "2020-06-30") >= 0;
        Assert.Equal(designated ? "prohibited" : outcome, Answer(Decide(capacities, day, ("usf-support", "yes"), ("fcc-capital-subsidy", "no"))).Outcome);
        Assert.Equal(string.CompareOrdinal(day, "2019-05-15") >= 0 ? "review" : "allowed", Answer(Decide(capacities, day, ("usf-support", "no"), ("fcc-capital-subsidy", "no"))).Outcome);
    }

    [Theory]
    [InlineData("2021-05-10", "review")]
    [InlineData("2021-05-11", "prohibited")]
    public void A_capital_subsidy_is_barred_from_the_60th_day_after_the_listing(string day, string outcome) =>
        Assert.Equal(outcome, Answer(Decide("broadband-provider,us-person", day, ("fcc-capital-subsidy", "yes"))).Outcome);
}
