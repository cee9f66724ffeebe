using Rubicon.Rules.Checks;
using Rubicon.Rules.Evaluation;
using Xunit;

namespace Rubicon.Engine.Tests.Packs;

/// <summary>
/// Twelve provisions that test the grammar: eight stand in the packs, four in test data beside this file (`TestLaw`), which is no
/// encoding to rely on.
/// </summary>
public sealed class TwelveProvisionsTests
{
    private static readonly LoadedPacks Packs = LoadedPacks.All;

    [Theory]
    [InlineData("2020-08-12", "none")]
    [InlineData("2020-08-13", "prohibited")]
    public void The_agency_is_barred_by_what_the_offeror_uses_whatever_the_contract_is_for(string day, string expected) =>
        Assert.Equal(expected, Packs.Finding("us-ndaa-889/a-1-B", day,
            """{ "actor": ["executive-agency"], "act": "extend-contract", "contract-date": "2019-02-01", "item-kind": "service", "category": "other", "provider": "nobody", "counterparty-uses-covered": "yes" }"""));

    [Fact]
    public void Part_B_does_not_flow_down_to_subcontractors() =>
        Assert.Equal("none", Packs.Finding("us-ndaa-889/a-1-B-own-use", "2021-03-01",
            """{ "actor": ["federal-subcontractor"], "act": "use", "item-kind": "equipment", "category": "switching", "producer": "huawei" }"""));

    [Theory]
    [InlineData("public-safety", "prohibited")]
    [InlineData("own-business", "none")]
    [InlineData("unknown", "review")]
    public void A_Hikvision_camera_is_covered_for_some_purposes_only(string purpose, string expected)
    {
        string facts = $$"""{ "actor": ["executive-agency"], "act": "procure", "item-kind": "equipment", "category": "camera", "producer": "hikvision", "purpose": "{{purpose}}" }""";
        Assert.Equal(expected, Packs.Finding("us-ndaa-889/a-1-A", "2022-02-01", facts));
        Assert.Equal(expected == "prohibited" ? "status" : expected, Packs.Finding("us-fcc/1-50002-listed", "2022-02-01", facts.Replace("executive-agency", "broadband-provider", StringComparison.Ordinal)));
    }

    private const string ForeignRouter = """ "item-kind": "equipment", "category": "consumer-router", "producer": "nobody", "origin-designed": "US", "origin-developed": "US", "origin-manufactured": "VN", "origin-assembled": "VN" """;

    [Theory]
    [InlineData("2026-03-22", "authorize", "none")]
    [InlineData("2026-03-23", "authorize", "prohibited")]
    public void A_router_made_abroad_gets_no_new_authorization(string day, string act, string expected) =>
        Assert.Equal(expected, Packs.Finding("us-fcc/2-903-a", day, $$"""{ "actor": ["authorization-applicant"], "act": "{{act}}", {{ForeignRouter}} }"""));

    [Theory]
    [InlineData("""{ "actor": ["individual-consumer"], "act": "use", """)]
    [InlineData("""{ "actor": ["equipment-importer-or-seller"], "act": "sell", "authorized": "yes", "authorization-limited": "no", """)]
    public void It_may_be_used_and_authorized_models_sold(string who) =>
        Assert.DoesNotContain(Packs.Decide("2026-08-20", who + ForeignRouter + "}").Findings, f => f.Effect == Rubicon.Rules.Law.Effect.Prohibited);

    [Fact]
    public void A_conditional_approval_lets_it_in() =>
        Assert.Equal("none", Packs.Finding("us-fcc/2-903-a", "2026-08-20", $$"""{ "actor": ["authorization-applicant"], "act": "authorize", "papers": ["us-fcc/conditional-approval"], {{ForeignRouter}} }"""));

    [Theory]
    [InlineData("2026-05-07", "prohibited")]
    [InlineData("2026-05-08", "none")]
    public void An_update_planned_for_2027_is_waived_once_the_extension_is_known(string knownAt, string expected) =>
        Assert.Equal(expected, Packs.Finding("us-fcc/2-932-e", "2027-06-01", $$"""
            { "actor": ["authorization-applicant"], "act": "modify-authorization", "authorized": "yes", "change-class": "class-1", "software-change-only": "yes", "us-fcc/mitigates-harm": "yes", {{ForeignRouter}} }
            """, knownAt));

    [Theory]
    [InlineData("2021-05-10", "none")]
    [InlineData("2021-05-11", "prohibited")]
    public void The_subsidy_bar_starts_sixty_days_after_the_listing_and_reaches_the_upkeep_of_old_gear(string day, string expected) =>
        Assert.Equal(expected, Packs.Finding("us-fcc/54-10-a", day,
            """{ "actor": ["broadband-provider"], "act": "maintain", "item-kind": "equipment", "category": "base-station", "producer": "zte", "obtained": "2015-06-01", "fcc-capital-subsidy": "yes" }"""));

    [Theory]
    [InlineData("2018-04-14", "none", "none")]
    [InlineData("2018-04-15", "none", "prohibited")]
    [InlineData("2018-07-01", "existing-network", "prohibited")]
    [InlineData("2018-07-02", "existing-network", "none")]
    [InlineData("2018-07-02", "none-of-these", "prohibited")]
    [InlineData("2018-07-12", "none-of-these", "prohibited")]
    [InlineData("2018-07-13", "none-of-these", "none")]
    public void The_denial_order_on_ZTE_ran_three_months_with_a_window_in_July(string day, string purpose, string expected) =>
        Assert.Equal(expected, Packs.Finding("us-bis/zte-denial-order", day,
            $$"""{ "actor": ["exporter"], "act": "export", "item-kind": "equipment", "recipient": "zte", "destination": "CN", "zte-authorized-purpose": "{{(purpose == "none" ? "none-of-these" : purpose)}}" }"""));

    [Fact]
    public void Before_its_end_was_known_the_order_ran_to_2025() =>
        Assert.Equal("prohibited", Packs.Finding("us-bis/zte-denial-order", "2018-07-20",
            """{ "actor": ["exporter"], "act": "export", "item-kind": "equipment", "recipient": "zte", "destination": "CN", "zte-authorized-purpose": "none-of-these" }""", "2018-06-30"));

    private static string ExportTo(string recipient) => $$"""{ "actor": ["exporter"], "act": "export", "item-kind": "equipment", "destination": "CN", "recipient": {{recipient}} }""";

    [Theory]
    [InlineData("2019-05-15", "none")]
    [InlineData("2019-05-16", "license-required")]
    public void A_named_Huawei_affiliate_is_listed_from_its_day(string day, string expected) =>
        Assert.Equal(expected, Packs.Finding("us-bis/744-11-a", day, ExportTo("\"huawei-device\"")));

    [Theory]
    [InlineData("2025-09-28", "none")]
    [InlineData("2025-09-29", "license-required")]
    [InlineData("2025-11-09", "license-required")]
    [InlineData("2025-11-10", "none")]
    [InlineData("2026-11-09", "none")]
    [InlineData("2026-11-10", "review")]
    public void An_unnamed_one_owned_by_half_is_caught_for_six_weeks_and_to_be_confirmed_later(string day, string expected)
    {
        string facts = ExportTo("""{ "name": "Shenzhen firm", "of": "huawei", "as": "half-owned", "country": "CN" }""");
        Assert.Equal("none", Packs.Finding("us-bis/744-11-a", day, facts));
        Assert.Equal(expected, Packs.Finding("us-bis/744-11-affiliates", day, facts));
    }

    [Fact]
    public void Under_the_order_nothing_is_barred_without_a_determination()
    {
        var verdict = Packs.Decide("2022-06-01", """{ "actor": ["us-person"], "act": "procure", "item-kind": "equipment", "category": "base-station", "producer": "huawei" }""");
        Assert.Equal(Outcome.Review, verdict.Outcome);
        Assert.DoesNotContain(verdict.Findings, f => f.Effect > Rubicon.Rules.Law.Effect.Reviewable);
    }

    [Fact]
    public void Who_services_equipment_makes_it_covered_and_an_old_contract_shields_nothing() =>
        Assert.Equal("reviewable", Packs.Finding("us-icts/covered-transaction", "2021-06-01", """
            { "actor": ["broadband-provider"], "act": "update", "act-date": "2021-05-20", "contract-date": "2019-03-01", "item-kind": "update", "category": "base-station",
              "producer": { "name": "Nokia", "country": "FI" }, "supplier": { "name": "Ohio dealer", "country": "US" }, "performer": { "name": "a technician", "country": "CN" } }
            """));

    [Theory]
    [InlineData("2024-07-19", "us-icts/kaspersky-new-agreement", "contract", "none")]
    [InlineData("2024-07-20", "us-icts/kaspersky-new-agreement", "contract", "prohibited")]
    [InlineData("2024-09-28", "us-icts/kaspersky-updates", "update", "none")]
    [InlineData("2024-09-29", "us-icts/kaspersky-updates", "update", "prohibited")]
    public void Kaspersky_agreements_and_updates_end_on_days_of_their_own(string day, string provision, string act, string expected) =>
        Assert.Equal(expected, Packs.Finding(provision, day,
            $$"""{ "actor": ["designated-party"], "act": "{{act}}", "item-kind": "software", "category": "cybersecurity-software", "producer": "kaspersky", "supplier": "kaspersky" }"""));

    [Fact]
    public void End_users_of_Kaspersky_are_not_penalized() =>
        Assert.DoesNotContain(Packs.Decide("2024-10-15", """{ "actor": ["us-person"], "act": "use", "item-kind": "software", "category": "cybersecurity-software", "producer": "kaspersky" }""").Findings,
            f => f.Effect >= Rubicon.Rules.Law.Effect.Reviewable);

    [Fact]
    public void Vehicles_ownership_releases_and_the_United_Kingdom_can_be_said_and_decided()
    {
        var packs = new LoadedPacks("tests/Rubicon.Engine.Tests/Packs/TestLaw");
        Assert.Empty(packs.Problems);
        Assert.Equal(80, packs.Cases.Length);
        Assert.Empty(packs.Cases.Select(c => c.Failure(packs.Law)).OfType<string>());
        Assert.Empty(LawLint.Check(packs.Law, packs.Cases).Select(p => p.Found));
    }

    [Theory]
    [InlineData("half-owned", "prohibited", "license-required", "prohibited")]
    [InlineData("affiliate", "none", "none", "prohibited")]
    public void One_supplier_gets_three_answers(string relation, string ofac, string bis, string fcc)
    {
        var packs = new LoadedPacks("tests/Rubicon.Engine.Tests/Packs/TestLaw");
        string Facts(string act) => $$"""{ "act": "{{act}}", "supplier": { "name": "One supplier", "of": "test-ownership/list/x", "as": "{{relation}}", "country": "CN" } }""";
        Assert.Equal(ofac, packs.Finding("test-ownership/ofac", "2025-10-15", Facts("deal")));
        Assert.Equal(bis, packs.Finding("test-ownership/bis", "2025-10-15", Facts("export")));
        Assert.Equal(fcc, packs.Finding("test-ownership/fcc", "2025-10-15", Facts("authorize")));
    }
}
