using Rubicon.Dates;
using Rubicon.Ownership;
using Xunit;

namespace Rubicon.Engine.Tests.Ownership;

/// <summary>15 CFR 791.2 in both its texts.</summary>
public class JurisdictionTests
{
    private static readonly DateOnly Now = new(2026, 11, 21), Before = new(2025, 2, 3);

    [Theory]
    [InlineData(TieToCountry.Incorporated, OwnershipTruth.Certain, OwnershipTruth.Certain)]
    [InlineData(TieToCountry.Headquartered, OwnershipTruth.No, OwnershipTruth.Certain)]
    [InlineData(TieToCountry.PrincipalPlace, OwnershipTruth.No, OwnershipTruth.Certain)]
    [InlineData(TieToCountry.StateOf, OwnershipTruth.Certain, OwnershipTruth.Certain)]
    public void Headquarters_and_principal_place_count_from_the_second_text_on(TieToCountry tie, OwnershipTruth before, OwnershipTruth now)
    {
        Assert.Equal(before, Ask(Before, 60, ("P", tie, "CN"), ("A", TieToCountry.Incorporated, "GB")).Truth);
        Assert.Equal(now, Ask(Now, 60, ("P", tie, "CN"), ("A", TieToCountry.Incorporated, "GB")).Truth);
    }

    [Theory]
    [InlineData(50, OwnershipTruth.No)]
    [InlineData(50.1, OwnershipTruth.Certain)]
    public void A_person_of_the_country_must_control(double percent, OwnershipTruth truth) =>
        Assert.Equal(truth, Ask(Now, (decimal)percent, ("P", TieToCountry.Citizen, "CN"), ("A", TieToCountry.Incorporated, "GB")).Truth);

    [Fact]
    public void A_citizen_of_the_United_States_is_none_of_the_country_from_the_second_text_on()
    {
        (string, TieToCountry, string)[] ties = [("P", TieToCountry.Resident, "CN"), ("P", TieToCountry.Citizen, "US"), ("A", TieToCountry.Incorporated, "GB")];
        Assert.Equal(OwnershipTruth.Certain, Ask(Before, 60, ties).Truth);
        Assert.Equal(OwnershipTruth.No, Ask(Now, 60, ties).Truth);
        // Whether a resident of the United States is a permanent one is not in the files.
        Assert.Equal(OwnershipTruth.Possible, Ask(Now, 60, ("P", TieToCountry.Citizen, "CN"), ("P", TieToCountry.Resident, "US"), ("A", TieToCountry.Incorporated, "GB")).Truth);
    }

    [Fact]
    public void A_controller_whose_country_nobody_states_is_a_question()
    {
        var answer = Ask(Now, 60, ("A", TieToCountry.Incorporated, "GB"));
        Assert.Equal(OwnershipTruth.Possible, answer.Truth);
        Assert.Equal(("P", true), (answer.Missing[0].Owner, answer.Missing[0].Identity));
        Assert.Equal(OwnershipTruth.No, Ask(Now, 40, ("A", TieToCountry.Incorporated, "GB")).Truth);
    }

    [Fact]
    public void Two_persons_of_one_country_count_together_only_in_concert()
    {
        StakeRegister Register(bool concert)
        {
            var register = new StakeRegister();
            register.Add(OwnershipTests.Some("P", "A", 1, StakeKind.Equity, 30));
            register.Add(OwnershipTests.Some("Q", "A", 2, StakeKind.Equity, 30));
            if (concert) register.Add(OwnershipTests.Some("P", "Q", 3, StakeKind.InConcert, 0));
            foreach (string party in new[] { "P", "Q" }) register.Describe(register.Parties.Find(party), new PartyProfile(null, Countries: [new CountryTie("CN", TieToCountry.Citizen)]));
            register.Describe(register.Parties.Find("A"), new PartyProfile(null, Countries: [new CountryTie("GB", TieToCountry.Incorporated)]));
            return register;
        }
        Assert.Equal(OwnershipTruth.No, JurisdictionMeasure.Of(new OwnershipGraph(Register(false), Now), ["CN"], "A").Truth);
        Assert.Equal(OwnershipTruth.Certain, JurisdictionMeasure.Of(new OwnershipGraph(Register(true), Now), ["CN"], "A").Truth);
    }

    private static OwnershipAnswer Ask(DateOnly day, decimal percent, params (string Party, TieToCountry Tie, string Country)[] ties)
    {
        var register = new StakeRegister();
        register.Add(OwnershipTests.Some("P", "A", 1, StakeKind.Equity, percent) with { Holds = new Period(new DateOnly(2020, 1, 1), null) });
        foreach (var (party, tie, country) in ties) register.Describe(register.Parties.Find(party), new PartyProfile(null, Countries: [new CountryTie(country, tie)]));
        return JurisdictionMeasure.Of(new OwnershipGraph(register, day), ["CN", "RU"], "A");
    }
}
