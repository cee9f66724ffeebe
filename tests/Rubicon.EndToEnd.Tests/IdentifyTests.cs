using System.Text.Json;
using Rubicon.EndToEnd.Tests.Program;

namespace Rubicon.EndToEnd.Tests;

/// <summary>`rubicon identify`: who made each device, and what says so.</summary>
public sealed class IdentifyTests
{
    [Fact]
    public void Each_device_has_its_maker_model_and_ledger()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.csv", "name,manufacturer,model,serial,mac,role\nbts-1,Huawei,BBU3900,S1,00:e0:fc:12:34:56,base station\ncam-1,Honeywell,HFW-1,S2,4c:11:bf:00:00:01,camera\n");
        var run = Run.Rubicon("identify", folder.In("a.csv"), "-o", "jsonl");
        Assert.Equal(0, run.ExitCode);
        var devices = Lines(run);
        Assert.Equal(2, devices.Count);
        Assert.Equal(("bts-1", "huawei", "BBU3900", "label"), (Text(devices[0], "device"), Text(devices[0], "makerKey"), Text(devices[0], "model"), Text(devices[0], "strength")));
        Assert.Equal(2, devices[0].GetProperty("sources")[0].GetProperty("line").GetInt32());
        Assert.Contains(devices[0].GetProperty("claims").EnumerateArray(), c => Text(c, "about") == "interface-maker" && Text(c, "makerKey") == "huawei" && Text(c, "strength") == "hint");
        Assert.NotEqual("dahua", Text(devices[1], "makerKey"));
        Assert.Contains("dahua", devices[1].GetProperty("suspects").EnumerateArray().Select(s => s.GetString()));
    }

    [Fact]
    public void Several_files_about_one_device_are_one_device_with_each_source_kept()
    {
        using var folder = new TemporaryFolder();
        folder.Write("inventory.csv", "name,manufacturer,model,serial\ncam-7,Honeywell,HFW-1,SN-00071\n");
        folder.Write("cam-7.walk", "1.3.6.1.2.1.1.1.0|4|network camera\n1.3.6.1.2.1.1.5.0|4|cam-7\n1.3.6.1.2.1.2.2.1.6.1|4x|4c11bf000001\n");
        folder.Write("arp.txt", "Protocol  Address          Age (min)  Hardware Addr   Type   Interface\nInternet  192.0.2.7               12  4c11.bf00.0001  ARPA   Vlan10\n");
        var run = Run.Rubicon("identify", folder.Path, "-o", "jsonl");
        Assert.Equal(0, run.ExitCode);
        var device = Assert.Single(Lines(run));
        Assert.Equal(3, device.GetProperty("sources").GetArrayLength());
        Assert.Contains("dahua", device.GetProperty("suspects").EnumerateArray().Select(s => s.GetString()));
        Assert.NotEmpty(device.GetProperty("conflicts").EnumerateArray());
        Assert.Contains(device.GetProperty("claims").EnumerateArray(), c => Text(c, "about") == "interface-maker" && (Text(c, "file")!.EndsWith(".walk", StringComparison.Ordinal) || Text(c, "file")!.EndsWith("arp.txt", StringComparison.Ordinal)));
        Assert.Contains("joined 2 to others", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_scan_of_several_files_decides_each_record_with_what_the_others_say_and_explain_opens_the_ledger()
    {
        using var folder = new TemporaryFolder();
        folder.Write("inventory.csv", "name,manufacturer,model,serial\ncam-7,Honeywell,HFW-1,SN-00071\nbts-1,Huawei,BBU3900,S-9911\n");
        folder.Write("cam-7.walk", "1.3.6.1.2.1.1.1.0|4|network camera\n1.3.6.1.2.1.1.5.0|4|cam-7\n1.3.6.1.2.1.2.2.1.6.1|4x|4c11bf000001\n");
        folder.Write("purchases.csv", "item,manufacturer,model,quantity,price\ncamera,Axis,P3245,1,300\n");
        string report = folder.In("report.json");
        var run = Run.Rubicon("scan", folder.In("cam-7.walk"), folder.In("inventory.csv"), folder.In("purchases.csv"), "--actor", "usf-recipient", "--as-of", "2026-11-21", "-o", "json=" + report, "-o", "table");
        Assert.Contains("read 4, decided 4", run.Output, StringComparison.Ordinal);
        var decisions = JsonDocument.Parse(File.ReadAllText(report)).RootElement.GetProperty("decisions");
        Assert.Equal(["cam-7.walk", "inventory.csv", "inventory.csv", "purchases.csv"], decisions.EnumerateArray().Select(d => Path.GetFileName(Text(d.GetProperty("subject"), "source"))));
        foreach (var decision in decisions.EnumerateArray().Take(2))
        {
            Assert.Equal("dahua", Assert.Single(decision.GetProperty("ledger").GetProperty("suspects").EnumerateArray()).GetString());
            Assert.Equal("review", Text(decision, "outcome"));
        }
        var explained = Run.Rubicon("explain", report, "inventory.csv:2");
        Assert.Equal(0, explained.ExitCode);
        Assert.Contains("cam-7.walk:1", explained.Output, StringComparison.Ordinal);
        Assert.Contains("who made it: Honeywell (by label)", explained.Output, StringComparison.Ordinal);
        Assert.Contains("may have made it: dahua", explained.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_read_stands_among_the_devices_and_the_exit_code_says_incomplete()
    {
        using var folder = new TemporaryFolder();
        folder.Write("good.csv", "name,manufacturer,model\nr1,Nokia,7750 SR-1\n");
        folder.Write("bad.csv", [0x7f, (byte)'E', (byte)'L', (byte)'F', 0, 1, 2, 3, 0, 0, 0, 0]);
        var run = Run.Rubicon("identify", folder.Path, "-o", "jsonl");
        Assert.Equal(3, run.ExitCode);
        var devices = Lines(run);
        Assert.Contains(devices, d => d.TryGetProperty("notAssessed", out var why) && why.GetArrayLength() > 0);
        Assert.Contains(devices, d => d.TryGetProperty("makerKey", out var key) && key.GetString() == "nokia");
        Assert.Contains("not assessed 1", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("csv")]
    [InlineData("table")]
    public void Every_format_names_the_maker(string format)
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.csv", "name,manufacturer,model\n=r1,Nokia,7750 SR-1\nr2,ZTE,F660\n");
        var run = Run.Rubicon("identify", folder.In("a.csv"), "-o", format);
        Assert.Contains("Nokia", run.Output, StringComparison.Ordinal);
        if (format == "json") Assert.Equal(2, run.Json.GetArrayLength());
        if (format == "csv") Assert.Contains("\n'=r1,", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_shows_the_network_by_maker_and_the_neighbors_that_no_record_is_about()
    {
        using var folder = new TemporaryFolder();
        folder.Write("core-1.walk", "1.3.6.1.2.1.1.1.0|4|Cisco IOS Software\n1.3.6.1.2.1.1.5.0|4|core-1\n1.0.8802.1.1.2.1.4.1.1.9.0.7.1|4|hidden\n1.0.8802.1.1.2.1.4.1.1.10.0.7.1|4|Huawei Versatile Routing Platform Software\n");
        var run = Run.Rubicon("identify", folder.In("core-1.walk"), "-o", "html=" + folder.In("map.html"));
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("RUB6206", run.Errors, StringComparison.Ordinal);
        string page = File.ReadAllText(folder.In("map.html"));
        foreach (string shown in new[] { "The network by maker", "Cisco", "hidden", "Huawei", "seen, not read", "<svg" }) Assert.Contains(shown, page, StringComparison.Ordinal);
        var line = Assert.Single(Lines(Run.Rubicon("identify", folder.In("core-1.walk"), "-o", "jsonl")));
        Assert.Equal("hidden", Text(line.GetProperty("neighbors")[0], "name"));
        var scan = Run.Rubicon("scan", folder.In("core-1.walk"), "--actor", "usf-recipient", "--as-of", "2026-11-21", "-o", "json");
        Assert.Contains(scan.Json.GetProperty("coverage").GetProperty("problems").EnumerateArray(), p => Text(p, "code") == "RUB6206" && Text(p, "found")!.Contains("hidden", StringComparison.Ordinal));
    }

    [Fact]
    public void Wrong_use_is_said()
    {
        Assert.Equal(64, Run.Rubicon("identify").ExitCode);
        Assert.Equal(64, Run.Rubicon("identify", "x", "-o", "xml").ExitCode);
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static List<JsonElement> Lines(Run run) =>
        [.. run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];
}
