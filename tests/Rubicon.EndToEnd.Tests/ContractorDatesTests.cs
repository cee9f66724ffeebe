using static Rubicon.EndToEnd.Tests.BaseStation;

namespace Rubicon.EndToEnd.Tests;

/// <summary>As <see cref="CarrierDatesTests"/> says, for a federal contractor.</summary>
public sealed class ContractorDatesTests
{
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
    [MemberData(nameof(Contractor))]
    public void A_contractor_buys_a_Huawei_base_station(string day, string ownUse, string ownFindings, string delivered, string deliveredFindings)
    {
        Assert.Equal((ownUse, ownFindings), Answer(Decide("federal-contractor", day, ("for-government", "no"), ("for-own-use", "yes"))));
        Assert.Equal((delivered, deliveredFindings), Answer(Decide("federal-contractor", day, ("for-government", "yes"), ("for-own-use", "no"))));
        if (!Turning.Contains(day)) return;
        // The table does not say for whom it is. Until part B that leaves the question open; nothing else than these two provisions and Commerce's power may appear.
        var (outcome, findings) = Answer(Scan("federal-contractor", day));
        Assert.Contains(outcome, new[] { ownUse, delivered, "review" });
        Assert.NotEqual("allowed", outcome);
        Assert.All(findings.Split(' ', StringSplitOptions.RemoveEmptyEntries), f => Assert.Contains(f[..f.IndexOf(':', StringComparison.Ordinal)], new[] { Provide, OwnUse, Order[..13], Transaction[..27] }));
    }
}
