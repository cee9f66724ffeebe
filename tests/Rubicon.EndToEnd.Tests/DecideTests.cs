using Rubicon.EndToEnd.Tests.Program;

namespace Rubicon.EndToEnd.Tests;

/// <summary>The requests in <c>examples/decisions</c>, as the README uses them.</summary>
public sealed class DecideTests
{
    [Theory]
    [InlineData("agency-base-station", 1, "prohibited", "us-ndaa-889/a-1-A")]
    [InlineData("antivirus-renewal", 1, "prohibited", "us-icts/kaspersky-new-agreement")]
    [InlineData("carrier-base-station", 1, "prohibited", "us-fcc/54-9-a")]
    [InlineData("carrier-router", 0, "allowed", null)]
    [InlineData("contractor-base-station", 1, "prohibited", "us-ndaa-889/a-1-B-own-use")]
    [InlineData("office-camera", 0, "review", "us-icts/covered-transaction")]
    [InlineData("operators-of-five-countries", 0, "review", "ca-telecom-security/5g-use")]
    [InlineData("repair-return", 0, "license-required", "us-bis/744-11-a")]
    [InlineData("affiliate-stakes", 0, "license-required", "us-bis/744-11-affiliates")]
    [InlineData("blocked-owner", 1, "prohibited", "us-ofac/fifty-percent")]
    [InlineData("visiting-engineer", 0, "license-required", "us-bis/deemed-export")]
    [InlineData("service-visit", 0, "review", "us-icts/covered-transaction")]
    [InlineData("vehicle-module", 1, "prohibited", "us-connected-vehicles/302-hardware")]
    [InlineData("outbound-investment", 0, "allowed", null)]
    [InlineData("zte-order-2018", 1, "prohibited", "us-bis/zte-denial-order")]
    public void A_request_is_decided(string name, int exitCode, string outcome, string? provision)
    {
        var run = Run.Rubicon("decide", $"examples/decisions/{name}.json");
        Assert.Equal("", run.Errors);
        Assert.Equal(exitCode, run.ExitCode);
        Assert.StartsWith($"{outcome.ToUpperInvariant()}  examples/decisions/{name}.json:1  ", run.Output, StringComparison.Ordinal);
        if (provision is not null) Assert.Contains($"\n  {provision}  ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_decision_says_what_each_regime_makes_of_it_and_what_would_flip_it()
    {
        string output = Run.Rubicon("decide", "examples/decisions/carrier-base-station.json").Output;
        Assert.Contains("\n  prohibited: us-fcc\n", output, StringComparison.Ordinal);
        Assert.Contains(" packs do not bind this actor", output, StringComparison.Ordinal);
        Assert.Contains("\n  review if usf-support were no (now yes)\n", output, StringComparison.Ordinal);
        Assert.Contains("\n  allowed if producer were another firm, on none of the lists (now Huawei)\n", output, StringComparison.Ordinal);
    }

    /// <summary>A request that states a record is read as a line of a table is: a maker named there does not count as unknown.</summary>
    [Fact]
    public void The_record_of_a_request_counts()
    {
        var request = """{"asOf":"2026-11-21","actor":["executive-agency"],"kind":"purchase","record":{"maker":"Huawei","model":"BBU3900","act":"buy"}}"""u8;
        var run = new Run.Call { Arguments = ["decide", "-"], Input = request.ToArray() }.Start();
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("us-ndaa-889/a-1-A", run.Output, StringComparison.Ordinal);
    }
}
