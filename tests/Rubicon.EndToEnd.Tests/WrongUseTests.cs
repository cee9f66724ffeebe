using Rubicon.EndToEnd.Tests.Program;

namespace Rubicon.EndToEnd.Tests;

/// <summary>Wrong words on the command line, requests, answers and packs that cannot be used: each says what was found and what was expected.</summary>
public sealed class WrongUseTests
{
    private const string Purchases = "examples/rural-carrier/purchases.csv";

    public static TheoryData<string, string, int> Lines => new()
    {
        { $"scan {Purchases} --as-of 2026-11-20 --actor carier", "--actor: error RUB3001: unknown capacity of an actor", 64 },
        { $"scan {Purchases} --as-of 2026-11-20 --actor us-person -o excel", "unknown output format \"excel\"; expected one of table, json, jsonl, sarif, csv, html", 64 },
        { $"scan {Purchases} --as-of 2026-11-20 --actor us-person -o json -o csv", "two outputs for standard output", 64 },
        { $"scan {Purchases} --as-of 2026-02-31 --actor us-person", "--as-of: found \"2026-02-31\"; expected a day of the calendar as YYYY-MM-DD (RUB3005)", 64 },
        { $"scan {Purchases} --as-of 2026-11-20 --actor us-person --fail-on never", "--fail-on: found \"never\"; expected one of prohibited, license-required, review", 64 },
        { $"scan {Purchases} --as-of 2026-11-20 --actor us-person --as cars", "--as: found \"cars\"; expected one of purchases, suppliers, inventory", 64 },
        { $"scan {Purchases} --as-of 2026-11-20 --actor us-person -o json=no-such-folder/report.json", "rubicon: error RUB4001: cannot read or write\n  found \"no-such-folder/report.json: the folder does not exist\"", 74 },
        { $"scan {Purchases} --as-of 2026-11-20 --actor nobody/actor.yaml", "nobody/actor.yaml: error RUB1001: path not found", 64 },
        { $"scan {Purchases} --as-of 2026-11-20 --actor us-person --packs no-such-folder", "error RUB2020: no packs found", 5 },
        { $"scan {Purchases} --as-of 2027-12-01 --actor us-person --max-data-age 30", "error RUB5001: data older than allowed", 5 },
        { "scan", "Required argument 'path' missing", 64 },
        { "scn", "Unrecognized command or argument 'scn'", 64 },
        { "decide no-such-request.json", "no-such-request.json: error RUB1001: path not found", 65 },
        { "explain no-such-report.json", "no-such-report.json: error RUB1001: path not found", 65 },
        { $"explain {Purchases}", "error RUB4100: saved report is not JSON", 65 },
        { $"convert {Purchases} -o csv", "error RUB4100: saved report is not JSON", 65 },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public void Wrong_use_is_answered_with_what_was_found_and_expected(string line, string message, int exitCode)
    {
        var run = Run.Rubicon(line.Split(' '));
        Assert.Contains(message, run.Errors, StringComparison.Ordinal);
        Assert.Equal(exitCode, run.ExitCode);
        if (run.Errors.Contains(" error RUB", StringComparison.Ordinal)) BadInputTests.IsExplained(run.Errors);
    }

    [Fact]
    public void A_future_day_turns_allowed_into_review_and_does_not_end_with_0()
    {
        string[] scan = ["scan", "one.csv", "--actor", "us-person", "-o", "json", "--as-of"];
        using var folder = new TemporaryFolder();
        folder.Write("one.csv", "description,manufacturer,model,supplier,supplier country,act,item type,category,purpose,funding,country of origin\nMicrowave,Ericsson,MINI-LINK 6352,Ericsson Inc.,US,buy,equipment,microwave,public network,own funds,US\n");
        var kept = new Run.Call { Arguments = [.. scan, "2026-11-20"], Folder = folder.Path }.Start();
        Assert.Equal(("allowed", 0), (Outcome(kept), kept.ExitCode));
        var later = new Run.Call { Arguments = [.. scan, "2027-12-01"], Folder = folder.Path }.Start();
        Assert.Equal(("review", 3), (Outcome(later), later.ExitCode));
        Assert.Contains("warning RUB3006: date after the law was last kept up", later.Errors, StringComparison.Ordinal);
        BadInputTests.IsExplained(later.Errors);

        static string? Outcome(Run run) => run.Json.GetProperty("decisions")[0].GetProperty("outcome").GetString();
    }

    [Theory]
    [InlineData("who: controller\n    when: 2026-11-10\n", "no `why`")]
    [InlineData("who: controller\n    why: ledger 4420\n", "no `when`")]
    [InlineData("when: 2026-11-10\n    why: ledger 4420\n", "no `who`")]
    public void An_answer_without_who_when_or_why_is_not_used(string parts, string found)
    {
        using var folder = new TemporaryFolder();
        folder.Write("answers.yaml", $"answers:\n  - fact: usf-support\n    value: no\n    {parts}");
        folder.Write("one.csv", "manufacturer,model\nHuawei,BBU3900\n");
        var run = new Run.Call { Arguments = ["scan", ".", "--actor", "usf-recipient,us-person", "--as-of", "2026-11-20", "-o", "json"], Folder = folder.Path }.Start();
        Assert.Contains("answers.yaml:2:5: error RUB3007: answer without who, when or why", run.Errors, StringComparison.Ordinal);
        Assert.Contains(found, run.Errors, StringComparison.Ordinal);
        BadInputTests.IsExplained(run.Errors);
        Assert.Equal(3, run.ExitCode);
        Assert.Equal("review", run.Json.GetProperty("decisions")[0].GetProperty("outcome").GetString());
    }

    [Theory]
    [InlineData("{\"actor\":[\"executive-agency\"]", "request.json:1:30: error RUB3004: request not understood")]
    [InlineData("{\"actor\":[\"executive-agency\"]}", "request.json:1:1: error RUB3004: request not understood")]
    [InlineData("[1]", "error RUB3004: request not understood")]
    [InlineData("{\"facts\":{\"colour\":\"red\"}}", "request.json:1:11: error RUB3002: unknown fact")]
    [InlineData("{\"facts\":{\"act\":\"steal\"}}", "request.json:1:17: error RUB3003: value that the fact cannot take")]
    [InlineData("{\"actor\":[\"carier\"],\"facts\":{}}", "request.json:1:10: error RUB3001: unknown capacity of an actor")]
    [InlineData("{\"asOf\":\"2026-02-31\",\"facts\":{}}", "request.json:1:9: error RUB3005: date not understood")]
    [InlineData("{\"facts\":{\"act\":\"use\",\"act\":\"sell\"}}", "request.json:1:23: error RUB2002: key stands twice")]
    [InlineData("{\"record\":{\"colour\":\"red\"}}", "request.json:1:12: error RUB2003: unknown key")]
    [InlineData("", "request.json:1:1: error RUB3004: request not understood")]
    public void A_bad_request_is_named_with_its_place(string json, string problem)
    {
        using var folder = new TemporaryFolder();
        folder.Write("request.json", json);
        var run = new Run.Call { Arguments = ["decide", "request.json"], Folder = folder.Path }.Start();
        Assert.Contains(problem, run.Errors, StringComparison.Ordinal);
        BadInputTests.IsExplained(run.Errors);
        Assert.Equal(65, run.ExitCode);
        Assert.Empty(run.Bytes);
    }

    [Fact]
    public void A_pack_with_a_doubled_key_stops_everything()
    {
        using var folder = new TemporaryFolder();
        string packs = folder.Copy("packs", "packs");
        string file = Path.Combine(packs, "us-fcc", "rules", "54-9-a.yaml");
        File.AppendAllText(file, "title: Another title\n");
        int line = File.ReadAllLines(file).Length;
        var run = Run.Rubicon("scan", Purchases, "--actor", "us-person", "--as-of", "2026-11-20", "--packs", packs);
        Assert.Contains($"54-9-a.yaml:{line}:1: error RUB2002: key stands twice", run.Errors, StringComparison.Ordinal);
        BadInputTests.IsExplained(run.Errors);
        Assert.Equal(5, run.ExitCode);
        Assert.Empty(run.Bytes);
    }
}
