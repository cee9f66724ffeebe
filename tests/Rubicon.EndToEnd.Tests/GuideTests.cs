using System.Text.Json;
using Rubicon.EndToEnd.Tests.Program;

namespace Rubicon.EndToEnd.Tests;

/// <summary>`rubicon guide`: what binds an actor, what comes, what to do next.</summary>
public sealed class GuideTests
{
    [Theory]
    [InlineData("usf-recipient", "2026-11-21", "us-fcc/54-9-a", "now")]
    [InlineData("executive-agency", "2019-08-12", "us-ndaa-889/a-1-A", "coming")]
    [InlineData("executive-agency", "2019-08-13", "us-ndaa-889/a-1-A", "now")]
    [InlineData("us-person", "2026-11-21", "us-ndaa-889/a-1-A", null)]
    public void A_rule_stands_where_the_day_puts_it(string actor, string day, string provision, string? section)
    {
        var guide = Run.Rubicon("guide", "--actor", actor, "--as-of", day, "-o", "json").Json;
        foreach (string name in (string[])["now", "coming", "pending"])
            Assert.Equal(name == section, Ids(guide, name).Contains(provision));
    }

    [Fact]
    public void What_was_only_reported_binds_nobody_and_is_shown()
    {
        var guide = Run.Rubicon("guide", "--actor", "us-person", "--as-of", "2018-06-01", "-o", "json").Json;
        Assert.Contains(guide.GetProperty("pending").EnumerateArray(), r => r.GetProperty("status").GetString() == "reported");
        Assert.DoesNotContain(guide.GetProperty("now").EnumerateArray(), r => r.GetProperty("status").GetString() == "reported");
    }

    [Fact]
    public void The_affiliates_rule_after_its_suspension_is_to_be_confirmed()
    {
        var run = Run.Rubicon("guide", "--actor", "exporter", "--as-of", "2026-11-21");
        Assert.Contains("confirm with counsel where it stands: No export without a license to a foreign", run.Output, StringComparison.Ordinal);
        Assert.All(run.Output.Split('\n'), l => Assert.True(l.Length <= 80, l));
    }

    [Fact]
    public void Every_rule_carries_its_citation_and_words()
    {
        var guide = Run.Rubicon("guide", "--actor", "federal-contractor", "--as-of", "2026-11-21", "-o", "json").Json;
        Assert.All(guide.GetProperty("now").EnumerateArray(), r => Assert.True(r.GetProperty("citation").GetString()!.Length > 0 && r.GetProperty("words").GetArrayLength() > 0, r.ToString()));
    }

    [Fact]
    public void A_day_after_the_law_was_kept_up_is_said() =>
        Assert.Contains("was kept up to", Run.Rubicon("guide", "--actor", "us-person", "--as-of", "2027-01-01").Output.Split("\n\n")[0], StringComparison.Ordinal);

    [Theory]
    [InlineData("guide")]
    [InlineData("guide", "--actor", "king")]
    public void Wrong_use_is_said(params string[] arguments) => Assert.Equal(64, Run.Rubicon(arguments).ExitCode);

    private static List<string?> Ids(JsonElement guide, string section) =>
        [.. guide.GetProperty(section).EnumerateArray().Select(r => r.GetProperty("provision").GetString())];
}
