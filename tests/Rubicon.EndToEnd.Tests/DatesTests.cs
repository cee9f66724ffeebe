using System.Text.Json;
using Rubicon.EndToEnd.Tests.Program;

namespace Rubicon.EndToEnd.Tests;

/// <summary>
/// One Huawei base station, bought by a rural carrier, an agency and a contractor, on ten days. What is expected comes from the law:
/// <list type="bullet">
/// <item>2018-05-01: an order is only talked of from 2018-05-02, and FCC 18-42 (2018-04-17) is a proposal. Nothing binds anybody.</item>
/// <item>2019-05-15: Executive Order 13873 is signed. It bars nothing by itself: the purchase may be reviewed.</item>
/// <item>2019-08-13: section 889(a)(1)(A) bars the agency; FAR 52.204-25(b)(1) bars a contractor, for what it provides to the Government.</item>
/// <item>2020-08-13: part B. A contractor may not itself use it; an agency may not contract with one who does. Since 2020-06-30 Huawei is designated
/// under 47 CFR 54.9, so that for the carrier all hangs on whether universal service support pays.</item>
/// <item>2021-03-12: the Covered List. 47 CFR 54.10 bars capital subsidies only from the 60th day after, 2021-05-11. The ICTS rule is adopted, in force on 2021-03-22.</item>
/// <item>2023-02-06: new equipment authorizations end. That bars no purchase of what is authorized.</item>
/// <item>2026-03-23: consumer routers of foreign make are listed, which a base station is not.</item>
/// </list>
/// </summary>
public sealed class DatesTests
{
    private const string Nothing = "";
    private const string Order = "us-icts/order:review";
    private const string Transaction = "us-icts/covered-transaction:review";
    private const string Support = "us-fcc/54-9-a";
    private const string Subsidy = "us-fcc/54-10-a";
    private const string PartA = "us-ndaa-889/a-1-A:prohibited";
    private const string PartB = "us-ndaa-889/a-1-B:review";
    private const string Provide = "us-ndaa-889/far-25-b-1";
    private const string OwnUse = "us-ndaa-889/a-1-B-own-use";

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

    /// <summary>
    /// Day, then what holds when it is for the contractor's own plant, and when it is delivered to the Government. From 2020-08-13 what the contractor
    /// itself uses is barred whether federal work or not; what it only delivers is barred since 2019-08-13.
    /// </summary>
    public static TheoryData<string, string, string, string, string> Contractor => new()
    {
        { "2018-05-01", "allowed", Nothing, "allowed", Nothing },
        { "2019-05-14", "allowed", Nothing, "allowed", Nothing },
        { "2019-05-15", "review", Order, "review", Order },
        { "2019-08-12", "review", Order, "review", Order },
        { "2019-08-13", "review", Order, "prohibited", $"{Provide}:prohibited {Order}" },
        { "2020-08-13", "prohibited", $"{OwnUse}:prohibited {Order}", "prohibited", $"{Provide}:prohibited {Order}" },
        { "2021-03-12", "prohibited", $"{OwnUse}:prohibited {Order}", "prohibited", $"{Provide}:prohibited {Order}" },
        { "2023-02-06", "prohibited", $"{OwnUse}:prohibited {Transaction}", "prohibited", $"{Provide}:prohibited {Transaction}" },
        { "2026-03-23", "prohibited", $"{OwnUse}:prohibited {Transaction}", "prohibited", $"{Provide}:prohibited {Transaction}" },
        { "2026-11-24", "prohibited", $"{OwnUse}:prohibited {Transaction}", "prohibited", $"{Provide}:prohibited {Transaction}" },
    };

    [Theory]
    [MemberData(nameof(Carrier))]
    public void A_rural_carrier_buys_a_Huawei_base_station(string day, string pending, string outcome, string findings)
    {
        const string capacities = "usf-recipient,broadband-provider,us-person";
        var scanned = Scan(capacities, day);
        Assert.Equal((outcome, findings), Answer(scanned));
        Assert.Equal(pending, string.Join(' ', scanned.GetProperty("pending").EnumerateArray().Select(p => $"{p.GetProperty("provision").GetString()}:{p.GetProperty("status").GetString()}")));
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

    [Theory]
    [MemberData(nameof(Agency))]
    public void An_agency_buys_a_Huawei_base_station(string day, string outcome, string findings)
    {
        Assert.Equal((outcome, findings), Answer(Scan("executive-agency", day)));
        Assert.Equal((outcome, findings), Answer(Decide("executive-agency", day)));
    }

    [Theory]
    [MemberData(nameof(Contractor))]
    public void A_contractor_buys_a_Huawei_base_station(string day, string ownUse, string ownFindings, string delivered, string deliveredFindings)
    {
        Assert.Equal((ownUse, ownFindings), Answer(Decide("federal-contractor", day, ("for-government", "no"), ("for-own-use", "yes"))));
        Assert.Equal((delivered, deliveredFindings), Answer(Decide("federal-contractor", day, ("for-government", "yes"), ("for-own-use", "no"))));
        // The table does not say for whom it is. Until part B that leaves the question open; nothing else than these two provisions and Commerce's power may appear.
        var (outcome, findings) = Answer(Scan("federal-contractor", day));
        Assert.Contains(outcome, new[] { ownUse, delivered, "review" });
        if (day is "2018-05-01" or "2019-05-14") Assert.Equal(("allowed", Nothing), (outcome, findings));
        else Assert.NotEqual("allowed", outcome);
        Assert.All(findings.Split(' ', StringSplitOptions.RemoveEmptyEntries), f => Assert.Contains(f[..f.IndexOf(':', StringComparison.Ordinal)], new[] { Provide, OwnUse, Order[..13], Transaction[..27] }));
    }

    private static JsonElement Scan(string capacities, string day)
    {
        using var folder = new TemporaryFolder();
        folder.Write("purchase.csv", "description,manufacturer,model,supplier,supplier country,act,item type,category,country of origin\nBase station,Huawei,BBU3900,Prairie Wireless Supply LLC (invented),US,buy,equipment,base station,CN\n");
        var run = new Run.Call { Arguments = ["scan", "purchase.csv", "--actor", capacities, "--as-of", day, "-q", "-o", "json"], Folder = folder.Path }.Start();
        return Assert.Single(run.Json.GetProperty("decisions").EnumerateArray());
    }

    private static JsonElement Decide(string capacities, string day, params (string Fact, string Value)[] more)
    {
        var facts = new Dictionary<string, string>
        {
            ["act"] = "procure",
            ["item-kind"] = "equipment",
            ["category"] = "base-station",
            ["producer"] = "Huawei Technologies Co., Ltd.",
            ["supplier"] = "Prairie Wireless Supply LLC (invented)",
        };
        foreach (var (fact, value) in more) facts[fact] = value;
        byte[] request = JsonSerializer.SerializeToUtf8Bytes(new { title = "Base station", asOf = day, actor = capacities.Split(','), facts });
        var run = new Run.Call { Arguments = ["decide", "-", "-o", "json"], Input = request }.Start();
        return Assert.Single(run.Json.GetProperty("decisions").EnumerateArray());
    }

    private static (string Outcome, string Findings) Answer(JsonElement decision) => (decision.GetProperty("outcome").GetString()!,
        string.Join(' ', decision.GetProperty("findings").EnumerateArray().Select(f => $"{f.GetProperty("provision").GetString()}:{f.GetProperty("outcome").GetString()}").Where(f => !f.EndsWith(":allowed", StringComparison.Ordinal))));
}
