using Rubicon.Diagnostics;
using Rubicon.Engine.Tests.Packs;
using Rubicon.Reading.Yaml;
using Rubicon.Rules.Conditions;
using Rubicon.Rules.Evaluation;
using Rubicon.Rules.Law;
using Rubicon.Screening;
using Rubicon.Subjects;
using Xunit;

namespace Rubicon.Engine.Tests.Decisions;

/// <summary>One subject under the law of several countries: each is shown by itself, and the strictest is the outcome.</summary>
public sealed class SideBySideTests
{
    private const string CoreUnit = """
        { act: use, item-kind: equipment, category: core-network, network: 5g, place: core, producer: "Huawei Technologies Co., Ltd.", usf-support: no, fcc-capital-subsidy: no,
          uk-direction-given: yes, de-contract-2024: yes, de-5g-contracts/critical-component: yes, se-band: other-band, uk-sanctions-affected: no, uk-high-rate-transmission: no }
        """;

    [Fact]
    public void Each_country_has_its_own_outcome_and_the_strictest_is_the_decision()
    {
        var decision = Decide(new DateOnly(2026, 11, 21), CoreUnit, "broadband-provider", "uk-public-provider", "german-operator", "swedish-operator");
        Assert.Equal(Outcome.Prohibited, decision.Outcome);
        Assert.Equal(["DE allowed", "GB prohibited", "SE allowed", "US review"], decision.ByCountry.Select(c => $"{c.Country} {Outcomes.Word(c.Outcome)}"));
        Assert.Equal(Outcome.Prohibited, decision.ByRegime.Single(r => r.Regime == "uk-vendor-direction").Outcome);
        Assert.Equal(Outcome.NotAssessed, decision.ByRegime.Single(r => r.Regime == "ca-telecom-security").Outcome);
    }

    [Fact]
    public void The_day_moves_each_country_by_itself()
    {
        string[] On(DateOnly day) => [.. Decide(day, CoreUnit, "uk-public-provider", "german-operator").ByCountry.Select(c => $"{c.Country} {Outcomes.Word(c.Outcome)}")];
        Assert.Equal(["DE allowed", "GB allowed"], On(new DateOnly(2023, 12, 31)));
        Assert.Equal(["DE allowed", "GB prohibited"], On(new DateOnly(2024, 1, 1)));
        Assert.Equal(["DE prohibited", "GB prohibited"], On(new DateOnly(2027, 1, 1)));
    }

    [Fact]
    public void An_operator_of_a_member_state_whose_law_is_not_loaded_is_not_assessed()
    {
        var decision = Decide(new DateOnly(2026, 11, 21), "{ act: use, category: base-station, network: 5g, producer: huawei, actor-country: ES }", "eu-operator");
        Assert.Equal(Outcome.NotAssessed, decision.Outcome);
        Assert.Empty(decision.ByCountry);
    }

    [Fact]
    public void A_proposal_of_the_Union_binds_nobody_and_is_shown()
    {
        var decision = Decide(new DateOnly(2026, 11, 21), "{ act: use, category: base-station, network: 5g, place: access, producer: huawei }", "german-operator");
        Assert.Equal(Outcome.NotAssessed, decision.ByRegime.Single(r => r.Regime == "eu-5g-security").Outcome);
        Assert.Contains(decision.Pending, p => p.Provision == "eu-5g-security/phase-out");
    }

    [Fact]
    public void An_operator_of_the_Union_in_Germany_is_bound_as_a_German_one()
    {
        var decision = Decide(new DateOnly(2027, 1, 1), CoreUnit.Replace("act: use", "actor-country: DE, act: use", StringComparison.Ordinal), "eu-operator");
        Assert.Equal(["DE prohibited"], decision.ByCountry.Select(c => $"{c.Country} {Outcomes.Word(c.Outcome)}"));
    }

    [Fact]
    public void Each_country_that_can_be_asked_for_has_law_that_binds_its_operator()
    {
        var law = LoadedPacks.All.Law;
        foreach (string country in CountryCapacities.Countries)
            foreach (string capacity in CountryCapacities.Of(country)!.Value)
            {
                Assert.True(Vocabularies.Capacity.Contains(capacity), capacity);
                Assert.Contains(law.Packs.Where(p => p.Country == country || country == "EU"), p => Binds(law, p, capacity));
            }
        Assert.Null(CountryCapacities.Of("XX"));
        Assert.Equal(CountryCapacities.Of("GB"), CountryCapacities.Of("uk"));
    }

    private static bool Binds(LawBook law, Pack pack, string capacity) => law.Deciding.Where(p => p.PackId == pack.Id).SelectMany(p => p.Versions)
        .Any(v => v is { Decides: true, Binds: { } binds } && binds.Walk().OfType<IsAnyOf>().Any(c => c.Fact.Name == "actor" && c.Words.Any(w => Vocabularies.Capacity.IsA(capacity, w))));

    private static Decision Decide(DateOnly day, string facts, params string[] actor)
    {
        var problems = new List<Problem>();
        using var text = new StringReader(facts);
        var node = YamlReader.Read("facts", text, problems);
        Assert.Empty(problems.Select(p => p.Found));
        return OfficialDecisionTests.Decide(new OfficialDecision("side-by-side", day, day, [.. actor], null, node, node!));
    }
}
