using System.Text.Json;
using Rubicon.EndToEnd.Tests.Program;

namespace Rubicon.EndToEnd.Tests;

/// <summary>`rubicon screen`: names against the lists of the packs.</summary>
public sealed class ScreenTests
{
    [Theory]
    [InlineData("Huawei Tech Co Ltd", "us-bis/entity-list/huawei")]
    [InlineData("HUAWEI TECH. CO., LTD", "us-bis/entity-list/huawei")]
    [InlineData("华为技术有限公司", "us-bis/entity-list/huawei")]
    [InlineData("華為", "us-bis/entity-list/huawei")]
    [InlineData("Hua Wei", "us-bis/entity-list/huawei")]
    [InlineData("Хуавэй", "us-bis/entity-list/huawei")]
    [InlineData("Dahua", "us-bis/entity-list/dahua")]
    [InlineData("HiSilicon", "us-bis/entity-list/hisilicon-technologies-co-ltd-hisilicon")]
    [InlineData("Zhongxing Telecom", "us-fcc/covered-list/zte")]
    [InlineData("Hangzhou Hikvision Dig Tech", "us-bis/entity-list/hikvision")]
    [InlineData("海康威视", "us-bis/entity-list/hikvision")]
    public void A_listed_name_is_found_however_it_is_written(string name, string entry)
    {
        var answer = Assert.Single(Screen(name));
        Assert.Contains(answer.GetProperty("matches").EnumerateArray(), m => m.GetProperty("entry").GetString() == entry
            && m.GetProperty("score").GetDouble() >= 0.84 && m.GetProperty("reasons").GetArrayLength() > 0 && m.GetProperty("inForce").GetBoolean());
    }

    [Theory]
    [InlineData("Huawei Hotel Ltd")]
    [InlineData("ZTE Zahntechnik Elsner")]
    [InlineData("Dahua Street Bakery")]
    [InlineData("Ciena Corporation")]
    [InlineData("Dell Technologies")]
    [InlineData("China Telecom Global")]
    public void Another_firm_is_no_match(string name) => Assert.Equal(0, Assert.Single(Screen(name)).GetProperty("matches").GetArrayLength());

    [Fact]
    public void Each_line_is_answered_in_order_and_a_bad_one_says_why()
    {
        var run = new Run.Call
        {
            Arguments = ["screen", "--names", "-", "-o", "jsonl", "--as-of", "2026-11-21"],
            Input = "{\"id\":\"a\",\"name\":\"Huawei\"}\n{\"id\":\"b\",\"name\":\"!!!\"}\nnot json\n{\"id\":\"d\",\"name\":\"Ciena\"}\n"u8.ToArray(),
        }.Start();
        Assert.Equal(3, run.ExitCode);
        var lines = Lines(run);
        Assert.Equal(["a", "b", "3", "d"], lines.Select(l => l.GetProperty("id").GetString()!));
        Assert.Equal([null, "RUB6005", "RUB6001", null],
            lines.Select(l => l.TryGetProperty("notAssessed", out var why) ? why.GetProperty("code").GetString() : null));
        Assert.Contains("read 4, screened 2 (1 with a match), not assessed 2", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_too_long_to_be_compared_whole_is_not_assessed()
    {
        var answer = Assert.Single(Screen("Acme " + string.Join(' ', Enumerable.Repeat("boxes", 300))));
        Assert.Equal("RUB6006", answer.GetProperty("notAssessed").GetProperty("code").GetString());
    }

    [Fact]
    public void A_cell_that_starts_a_formula_is_defused()
    {
        var run = Run.Rubicon("screen", "=Huawei", "-o", "csv", "--as-of", "2026-11-21");
        Assert.Contains("\n1,'=Huawei,match,", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_day_asked_about_says_whether_an_entry_is_in_force()
    {
        var run = Run.Rubicon("screen", "Huawei", "-o", "jsonl", "--as-of", "2019-05-10", "--known-at", "2026-11-21");
        var entry = Assert.Single(Lines(run)).GetProperty("matches").EnumerateArray().First(m => m.GetProperty("entry").GetString() == "us-bis/entity-list/huawei");
        Assert.False(entry.GetProperty("inForce").GetBoolean());
    }

    [Fact]
    public void A_list_named_beside_the_packs_is_screened_too()
    {
        using var folder = new TemporaryFolder();
        string list = folder.Write("own.csv", "id,name\n7,Blue Lantern Switchgear Ltd\n");
        var answer = Assert.Single(Lines(Run.Rubicon("screen", "BLUE LANTERN SWITCHGEAR", "--list", list, "-o", "jsonl", "--as-of", "2026-11-21")));
        Assert.Equal("own/7", answer.GetProperty("matches")[0].GetProperty("entry").GetString());
    }

    [Fact]
    public void Nothing_is_screened_against_a_part_of_a_list()
    {
        using var folder = new TemporaryFolder();
        var run = Run.Rubicon("screen", "Huawei", "--list", folder.Write("own.json", "{\"entities\":[{\"name\":\"Ac"), "-o", "jsonl");
        Assert.Equal(5, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.Contains("RUB6101", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_and_a_country_may_have_a_threshold_of_their_own()
    {
        using var folder = new TemporaryFolder();
        string list = folder.Write("own.csv", "id,name,country\n7,Blue Lantern Switchgear Works,DE\n");
        int Matches(params string[] thresholds)
        {
            var run = Run.Rubicon(["screen", "Blue Lantern Switchgear", "--list", list, "-o", "jsonl", "--as-of", "2026-11-21", .. thresholds.SelectMany(t => new[] { "--threshold", t })]);
            return Assert.Single(Lines(run)).GetProperty("matches").GetArrayLength();
        }
        Assert.Equal(1, Matches());
        Assert.Equal(0, Matches("0.99"));
        Assert.Equal(1, Matches("0.99", "own=0.8"));
        Assert.Equal(0, Matches("own=0.99"));
        Assert.Equal(0, Matches("DE=0.99"));
        Assert.Equal(1, Matches("FR=0.99"));
        Assert.Equal(1, Matches("DE=0.99", "own=0.8"));
    }

    [Theory]
    [InlineData("screen")]
    [InlineData("screen", "Huawei", "--names", "x")]
    [InlineData("screen", "Huawei", "--threshold", "0.2")]
    [InlineData("screen", "Huawei", "--threshold", "=0.9")]
    [InlineData("screen", "Huawei", "--threshold", "no-such-list=0.9")]
    [InlineData("screen", "Huawei", "-o", "xml")]
    public void Wrong_use_is_said(params string[] arguments) => Assert.Equal(64, Run.Rubicon(arguments).ExitCode);

    private static List<JsonElement> Screen(string name) => Lines(Run.Rubicon("screen", name, "-o", "jsonl", "--as-of", "2026-11-21"));

    private static List<JsonElement> Lines(Run run) =>
        [.. run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];
}
