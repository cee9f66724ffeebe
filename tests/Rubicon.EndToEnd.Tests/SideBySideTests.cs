using Rubicon.EndToEnd.Tests.Program;

namespace Rubicon.EndToEnd.Tests;

/// <summary>Regimes of several countries side by side, in <c>decide</c> and <c>scan</c>.</summary>
public sealed class SideBySideTests
{
    [Fact]
    public void A_request_may_be_asked_about_in_further_countries()
    {
        var run = Run.Rubicon("decide", "examples/decisions/carrier-base-station.json", "--in", "UK,SE");
        Assert.Equal("", run.Errors);
        Assert.Contains("\n  in GB: review (uk-vendor-direction)\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("\n  in US: prohibited (us-fcc); ", run.Output, StringComparison.Ordinal);
        Assert.Contains(" packs do not bind this actor", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_country_without_law_is_named_with_those_that_have_some()
    {
        var run = Run.Rubicon("decide", "examples/decisions/carrier-base-station.json", "--in", "GB,Atlantis");
        Assert.NotEqual(0, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.Contains("--in: error RUB6450", run.Errors, StringComparison.Ordinal);
        Assert.Contains("found \"Atlantis\"; expected one of AU, CA, DE, ", run.Errors, StringComparison.Ordinal);
        Assert.Equal(64, Run.Rubicon("scan", "examples/rural-carrier", "--in", "Atlantis").ExitCode);
    }

    [Fact]
    public void A_scan_counts_outcomes_by_country_and_each_record_has_its_own()
    {
        var run = Run.Rubicon("scan", "examples/rural-carrier", "--as-of", "2026-11-21", "--in", "GB,CA", "-o", "table", "-q");
        Assert.Contains("\nunder the law of CA: ", run.Output, StringComparison.Ordinal);
        Assert.Contains("\nunder the law of GB: ", run.Output, StringComparison.Ordinal);
        string json = Run.Rubicon("scan", "examples/rural-carrier", "--as-of", "2026-11-21", "--in", "GB,CA", "-o", "json", "-q").Output;
        using var report = System.Text.Json.JsonDocument.Parse(json);
        foreach (var decision in report.RootElement.GetProperty("decisions").EnumerateArray().Where(d => d.TryGetProperty("byCountry", out _)))
        {
            var countries = decision.GetProperty("byCountry").EnumerateObject().Select(c => c.Value.GetProperty("outcome").GetString()).ToList();
            Assert.Contains(decision.GetProperty("outcome").GetString(), countries);
            Assert.Equal(3, countries.Count);
        }
        Assert.Contains("countries,id\n", Run.Rubicon("scan", "examples/rural-carrier", "--as-of", "2026-11-21", "-o", "csv", "-q").Output, StringComparison.Ordinal);
    }
}
