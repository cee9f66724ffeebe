using Rubicon.Diagnostics;
using Rubicon.Reading.Requests;
using Rubicon.Rules.Facts;
using Xunit;

namespace Rubicon.Reading.Tests.Requests;

public sealed class SettingsFileTests
{
    private static readonly FactCatalog Catalog = new([new Fact("usf-support", FactType.YesNo, "Is it paid with support?", "finance")]);

    [Fact]
    public void An_actor_has_capacities_country_and_facts()
    {
        var (settings, problems) = Read("actor: { name: A carrier, capacities: [usf-recipient, us-person], country: US, facts: { usf-support: no } }\nfail-on: review\n");
        Assert.Empty(problems);
        Assert.Equal("usf-recipient us-person", string.Join(" ", settings!.Actor!.Capacities));
        Assert.Equal("review", settings.FailOn);
        Assert.False(Assert.IsType<YesNoValue>(Assert.Single(settings.Actor.Facts).Value).Value);
    }

    [Fact]
    public void An_actor_file_may_be_the_actor_alone() =>
        Assert.Equal("exporter", Assert.Single(Read("capacities: exporter\n").Settings!.Actor!.Capacities));

    [Theory]
    [InlineData("actor: { capacities: [carrier] }", "RUB3001 1:22")]
    [InlineData("actor: { capacities: [exporter], fact: {} }", "RUB2003 1:34")]
    [InlineData("actor: { capacities: [exporter], facts: { usf: no } }", "RUB3002 1:43")]
    [InlineData("actor: { capacities: [exporter], facts: { usf-support: maybe } }", "RUB3003 1:56")]
    [InlineData("actors: { capacities: [exporter] }", "RUB2003 1:1")]
    [InlineData("fail-on: licence-required", "RUB2005 1:10")]
    [InlineData("actor: { capacities: [exporter], capacities: [us-person] }", "RUB2002 1:34")]
    [InlineData("actor: {", "RUB2001 ")]
    [InlineData("", "RUB1006 ")]
    public void A_mistake_has_its_code_and_place(string yaml, string expected) =>
        Assert.Contains(Read(yaml).Problems.Select(p => $"{p.Kind.Code} {p.Where.Line}:{p.Where.Column}"), p => p.StartsWith(expected, StringComparison.Ordinal));

    private static (Settings? Settings, List<Problem> Problems) Read(string yaml)
    {
        string path = Path.Combine(Directory.CreateTempSubdirectory("rubicon-settings").FullName, "rubicon.yaml");
        File.WriteAllText(path, yaml);
        var problems = new List<Problem>();
        var settings = SettingsFile.Read(path, Catalog, problems);
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        return (settings, problems);
    }
}
