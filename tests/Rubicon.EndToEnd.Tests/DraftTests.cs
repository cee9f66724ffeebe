using System.Text.Json;
using Rubicon.EndToEnd.Tests.Program;

namespace Rubicon.EndToEnd.Tests;

/// <summary>What a draft would do to the example carrier, as the README asks it.</summary>
public sealed class DraftTests
{
    private static readonly string[] Scan = ["scan", "examples/rural-carrier", "--as-of", "2026-11-21", "-q"];

    public static TheoryData<string> Drafts => [.. Directory.GetFiles(Path.Combine(Repository.Root, "examples", "drafts"), "*.yaml").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Drafts))]
    public void A_draft_stands_beside_the_answer_of_today_and_never_makes_it_milder(string draft)
    {
        var plain = Run.Rubicon([.. Scan, "-o", "json"]).Json;
        var json = Run.Rubicon([.. Scan, "-o", "json", "--draft", $"examples/drafts/{draft}"]).Json;
        Assert.Equal(Outcomes(plain), Outcomes(json));
        var summary = json.GetProperty("coverage").GetProperty("drafts")[0];
        var effects = json.GetProperty("decisions").EnumerateArray().Select(d => (Decision: d, Effect: d.GetProperty("drafts")[0])).ToList();
        Assert.All(effects, e => Assert.Equal(e.Decision.GetProperty("outcome").GetString(), e.Effect.GetProperty("today").GetString()));
        Assert.All(effects, e => Assert.True(Rank(e.Effect.GetProperty("with")) >= Rank(e.Effect.GetProperty("today"))));
        Assert.Equal(effects.Count(e => e.Effect.GetProperty("findings").GetArrayLength() > 0), summary.GetProperty("hit").GetInt32());
        Assert.Equal(effects.Count(e => e.Effect.GetProperty("newly").GetBoolean()), summary.GetProperty("newly").GetInt32());
        Assert.Equal(summary.GetProperty("hit").GetInt32(), summary.GetProperty("moves").EnumerateArray().Sum(m => m.GetProperty("records").GetInt32()));
        Assert.Equal(summary.GetProperty("hit").GetInt32(), summary.GetProperty("makers").EnumerateArray().Sum(m => m.GetProperty("records").GetInt32()));
    }

    [Fact]
    public void The_order_of_the_press_reaches_makers_of_friendly_countries_by_one_report_and_only_Chinese_radios_by_another()
    {
        var json = Run.Rubicon([.. Scan, "-o", "json", "--draft", "examples/drafts/telecom-order-2019.yaml"]).Json;
        string[] Hits(string maker) => [.. json.GetProperty("decisions").EnumerateArray()
            .Where(d => d.GetProperty("subject").GetProperty("title").GetString()!.StartsWith(maker, StringComparison.Ordinal) && d.GetProperty("subject").GetProperty("kind").GetString() == "device")
            .SelectMany(d => d.GetProperty("drafts")[0].GetProperty("findings").EnumerateArray()).Select(f => f.GetProperty("provision").GetString()!).Distinct().Order(StringComparer.Ordinal)];
        Assert.Equal(["telecom-order-2019/foreign-suppliers"], Hits("Ericsson"));
        Assert.Contains("telecom-order-2019/foreign-suppliers", Hits("Huawei"));
        Assert.Empty(Hits("Juniper"));
        var readings = json.GetProperty("coverage").GetProperty("drafts")[0].GetProperty("readings").EnumerateArray().ToList();
        Assert.All(readings, r => Assert.True(r.GetProperty("follows").GetArrayLength() > 0));
        Assert.Contains(readings, r => r.GetProperty("disagreesWith").GetArrayLength() > 0);
    }

    [Fact]
    public void On_a_day_before_a_report_its_reading_is_left_out_and_that_is_said()
    {
        var run = Run.Rubicon("scan", "examples/rural-carrier", "--as-of", "2018-06-01", "--draft", "examples/drafts/telecom-order-2019.yaml");
        Assert.Contains("RUB6473", run.Errors, StringComparison.Ordinal);
        Assert.Contains("left out: nobody had reported it by the known-at day", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_with_drafts_is_converted_with_them()
    {
        var scan = Run.Rubicon([.. Scan, "-o", "json", "--draft", "examples/drafts/telecom-order-2019.yaml", "--draft", "examples/drafts/fcc-26-29-section-214.yaml"]);
        string file = Path.GetTempFileName();
        File.WriteAllBytes(file, scan.Bytes);
        Assert.Equal(scan.Output, Run.Rubicon("convert", file, "-o", "json").Output);
        Assert.Contains("Draft: The executive order on foreign telecommunications suppliers", Run.Rubicon("convert", file, "-o", "html").Output, StringComparison.Ordinal);
        File.Delete(file);
    }

    [Fact]
    public void A_draft_that_cannot_be_read_ends_the_scan_with_file_line_column_and_fix()
    {
        string file = Path.GetTempFileName();
        File.WriteAllText(file, "draft: x\ntitle: t\ncountry: US\nstatus: law\n");
        var run = Run.Rubicon([.. Scan, "--draft", file]);
        File.Delete(file);
        Assert.Equal(65, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.Contains(":4:9: error RUB2005", run.Errors, StringComparison.Ordinal);
        Assert.Contains("fix: ", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_draft_twice_is_refused()
    {
        var run = Run.Rubicon([.. Scan, "--draft", "examples/drafts/fcc-26-29-section-214.yaml", "--draft", "examples/drafts/fcc-26-29-section-214.yaml"]);
        Assert.Equal(65, run.ExitCode);
        Assert.Contains("RUB6472", run.Errors, StringComparison.Ordinal);
    }

    private static IEnumerable<string?> Outcomes(JsonElement report) => report.GetProperty("decisions").EnumerateArray().Select(d => d.GetProperty("outcome").GetString());

    private static int Rank(JsonElement word) => Array.IndexOf(["not-assessed", "allowed", "review", "license-required", "prohibited"], word.GetString());
}
