using System.Text;
using System.Text.Json;
using Rubicon.EndToEnd.Tests.Program;

namespace Rubicon.EndToEnd.Tests;

/// <summary>What scripts may rely on.</summary>
public sealed class ScanContractTests
{
    private static readonly string[] Scan = ["scan", "examples/rural-carrier", "--as-of", "2026-11-21", "--quiet"];
    private static readonly Lazy<Run> Example = new(() => Run.Rubicon([.. Scan, "-o", "json"]));

    [Fact]
    public void The_example_has_every_member_and_all_five_outcomes_and_ends_with_1()
    {
        var report = Example.Value.Json;
        Assert.Equal(1, Example.Value.ExitCode);
        Assert.Equal("2026-11-21", report.GetProperty("asOf").GetString());
        Assert.Equal("2026-11-21", report.GetProperty("knownAt").GetString());
        Assert.StartsWith("1.", report.GetProperty("schemaVersion").GetString(), StringComparison.Ordinal);
        Assert.Equal(["usf-recipient", "broadband-provider", "us-person", "exporter"], report.GetProperty("actor").GetProperty("capacities").EnumerateArray().Select(c => c.GetString()));
        Assert.All(report.GetProperty("data").EnumerateArray(), d => Assert.True(d.TryGetProperty("date", out _) || d.TryGetProperty("sha256", out _)));
        Assert.Contains(report.GetProperty("data").EnumerateArray(), d => d.GetProperty("kind").GetString() == "pack" && d.GetProperty("sha256").GetString()!.Length == 64);

        var decisions = report.GetProperty("decisions").EnumerateArray().ToList();
        var coverage = report.GetProperty("coverage");
        Assert.Equal(coverage.GetProperty("read").GetInt32(), coverage.GetProperty("decided").GetInt32() + coverage.GetProperty("notAssessed").GetInt32());
        Assert.Equal(coverage.GetProperty("read").GetInt32(), decisions.Count);
        Assert.NotEqual(0, coverage.GetProperty("reasons").GetArrayLength());
        Assert.Equal(["allowed", "license-required", "not-assessed", "prohibited", "review"], decisions.Select(d => d.GetProperty("outcome").GetString()!).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(decisions.Count, decisions.Select(d => (d.GetProperty("id").GetString(), Source(d), d.GetProperty("subject").GetProperty("line").GetInt32())).Distinct().Count());
        foreach (var decision in decisions)
        {
            Assert.True(decision.GetProperty("subject").GetProperty("line").GetInt32() > 0);
            Assert.StartsWith("examples/rural-carrier/", Source(decision), StringComparison.Ordinal);
            foreach (var finding in decision.GetProperty("findings").EnumerateArray())
                foreach (string member in new[] { "provision", "outcome", "citation", "proof", "questions", "obligations" }) Assert.True(finding.TryGetProperty(member, out _), member);
        }
        Assert.DoesNotContain(decisions, d => d.GetProperty("outcome").GetString() == "prohibited" && !d.GetProperty("findings").EnumerateArray().Any(f => f.GetProperty("outcome").GetString() == "prohibited"));
    }

    public static TheoryData<string, string, string> Places => new()
    {
        { "LANG=tr_TR.UTF-8 LC_ALL=tr_TR.UTF-8", "TZ=Pacific/Kiritimati", "again under a Turkish locale, at the date line" },
        { "LANG=C LC_ALL=C", "TZ=America/Anchorage", "in plain C" },
        { "LANG=ar_SA.UTF-8 LC_ALL=ar_SA.UTF-8", "DOTNET_PROCESSOR_COUNT=1", "in Arabic, on one processor" },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public void The_same_question_gives_the_same_bytes(string locale, string other, string where)
    {
        var environment = $"{locale} {other}".Split(' ').Select(e => e.Split('=')).Select(e => (e[0], (string?)e[1])).ToArray();
        var run = new Run.Call { Arguments = [.. Scan, "-o", "json"], Environment = environment }.Start();
        Assert.True(Example.Value.Bytes.AsSpan().SequenceEqual(run.Bytes), where);
    }

    [Fact]
    public void The_working_folder_does_not_change_the_bytes()
    {
        using var folder = new TemporaryFolder();
        folder.Copy("examples/rural-carrier", "examples/rural-carrier");
        var run = new Run.Call { Arguments = [.. Scan, "-o", "json"], Folder = folder.Path }.Start();
        Assert.Equal(Example.Value.Bytes, run.Bytes);
    }

    [Fact]
    public void Five_outputs_at_once_are_the_same_as_those_converted_from_the_JSON()
    {
        using var folder = new TemporaryFolder();
        string[] formats = ["json", "sarif", "html", "csv", "jsonl"];
        var run = Run.Rubicon([.. Scan, .. formats.SelectMany(f => new[] { "-o", $"{f}={folder.In("direct." + f)}" })]);
        Assert.Equal(1, run.ExitCode);
        Assert.Empty(run.Bytes);
        Assert.Empty(Directory.GetFiles(folder.Path, "*.partial"));
        Assert.Equal(Example.Value.Bytes, File.ReadAllBytes(folder.In("direct.json")));
        var converted = Run.Rubicon(["convert", folder.In("direct.json"), .. formats.SelectMany(f => new[] { "-o", $"{f}={folder.In("converted." + f)}" }), "-o", "table"]);
        Assert.Equal(0, converted.ExitCode);
        foreach (string format in formats) Assert.True(File.ReadAllBytes(folder.In("direct." + format)).AsSpan().SequenceEqual(File.ReadAllBytes(folder.In("converted." + format))), format);
        Assert.Equal(Run.Rubicon([.. Scan]).Output, converted.Output);
    }

    [Fact]
    public void Explain_finds_a_decision_by_id_by_finding_and_by_file_and_line()
    {
        using var folder = new TemporaryFolder();
        string report = folder.Write("report.json", Example.Value.Bytes);
        var decision = Example.Value.Json.GetProperty("decisions").EnumerateArray().First(d => d.GetProperty("outcome").GetString() == "prohibited");
        string place = $"{Source(decision)}:{decision.GetProperty("subject").GetProperty("line").GetInt32()}";
        var byId = Run.Rubicon("explain", report, decision.GetProperty("id").GetString()!);
        Assert.Equal(0, byId.ExitCode);
        Assert.StartsWith($"PROHIBITED  {place}  ", byId.Output, StringComparison.Ordinal);
        Assert.Equal(byId.Output, Run.Rubicon("explain", report, place).Output);
        Assert.Equal(byId.Output, Run.Rubicon("explain", report, place[(place.LastIndexOf('/') + 1)..]).Output);
        var finding = decision.GetProperty("findings")[0];
        var byFinding = Run.Rubicon("explain", report, finding.GetProperty("id").GetString()!);
        Assert.Contains(finding.GetProperty("citation").GetString()!, byFinding.Output, StringComparison.Ordinal);
        var none = Run.Rubicon("explain", report, "inventory.csv:9999");
        Assert.Equal(64, none.ExitCode);
        Assert.Contains("no decision or finding \"inventory.csv:9999\"", none.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_goes_to_80_columns_without_colors_and_breaks_no_path()
    {
        var run = new Run.Call { Arguments = [.. Scan], Environment = [("NO_COLOR", "1")] }.Start();
        Assert.DoesNotContain('\u001b', run.Output);
        Assert.DoesNotContain('\r', run.Output);
        Assert.All(run.Output.Split('\n'), line => Assert.True(line.Length <= 80, line));
        Assert.Contains("\u2026/inventory.csv:4", run.Output, StringComparison.Ordinal);
        Assert.Contains("read 73, decided 70", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Formulas_and_markup_in_cells_are_defused()
    {
        using var folder = new TemporaryFolder();
        folder.Write("cells.csv", "manufacturer,model,supplier\n\"=HYPERLINK(\"\"http://example.org\"\")\",@SUM(A1),+1\n<script>alert(1)</script>,-2+3,\"\t=1\"\n");
        var run = new Run.Call { Arguments = ["scan", "cells.csv", "--actor", "us-person", "--as-of", "2026-11-20", "-q", "-o", "csv", "-o", "html=page.html"], Folder = folder.Path }.Start();
        foreach (string line in run.Output.Split('\n'))
            foreach (string cell in line.Split(','))
                Assert.DoesNotMatch("^\"?\\s*[=+@-]", cell);
        Assert.Contains("'@SUM(A1)", run.Output, StringComparison.Ordinal);
        string page = File.ReadAllText(folder.In("page.html"));
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("<(td|th|li|p|dd)[^>]*>\\s*[=+@-]", page);
    }

    [Fact]
    public void Standard_input_is_read_and_the_exit_code_says_what_was_found()
    {
        Assert.Equal((0, "allowed"), Piped("manufacturer,model,supplier,supplier country,act,item type,category,country of origin\nEricsson,MINI-LINK 6352,Ericsson Inc.,US,buy,equipment,microwave,US\n"));
        Assert.Equal((0, "review"), Piped("manufacturer,model,act\nHuawei,BBU3900,buy\n"));
        Assert.Equal((2, "review"), Piped("manufacturer,model,act\nHuawei,BBU3900,buy\n", "--fail-on", "review"));
        Assert.Equal((3, "not-assessed"), Piped("manufacturer,model,act\nHuawei,BBU3900,buy,more\nHuawei,BBU3900,buy\n"));

        static (int, string?) Piped(string table, params string[] more)
        {
            var run = new Run.Call { Arguments = ["scan", "-", "--actor", "us-person", "--as-of", "2026-11-20", "-q", "-o", "json", .. more], Input = Encoding.UTF8.GetBytes(table) }.Start();
            return (run.ExitCode, run.Json.GetProperty("decisions")[0].GetProperty("outcome").GetString());
        }
    }

    [Fact]
    public void Without_any_record_and_without_an_error_the_exit_code_is_4()
    {
        using var folder = new TemporaryFolder();
        folder.Write("rubicon.yaml", "actor: { capacities: [us-person] }\n");
        var run = new Run.Call { Arguments = ["scan", ".", "--as-of", "2026-11-20", "-q", "-o", "json"], Folder = folder.Path }.Start();
        Assert.True(run.ExitCode is 4 or 65, $"ended with {run.ExitCode}");
        Assert.Equal(0, run.Json.GetProperty("coverage").GetProperty("read").GetInt32());
    }

    [Fact]
    public void The_version_names_license_commit_and_data_dates()
    {
        var run = Run.Rubicon("--version");
        Assert.Equal(0, run.ExitCode);
        Assert.Matches("^rubicon \\d+\\.\\d+\\.\\d+", run.Output);
        Assert.Contains("SPDX-License-Identifier: Apache-2.0\n", run.Output, StringComparison.Ordinal);
        Assert.Matches("law kept up to \\d{4}-\\d{2}-\\d{2}: .*us-bis.*us-dod-1260h.*us-fcc.*us-icts.*us-ndaa-889", run.Output);
        Assert.Matches("lists in their state of \\d{4}-\\d{2}-\\d{2}: .*us-fcc/covered-list", run.Output);
    }

    /// <summary>Shells ask for completions by the directive of System.CommandLine.</summary>
    [Fact]
    public void A_shell_can_ask_for_completions()
    {
        var run = Run.Rubicon("[suggest:7]", "scan --");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("--as-of\n", run.Output, StringComparison.Ordinal);
    }

    private static string Source(JsonElement decision) => decision.GetProperty("subject").GetProperty("source").GetString()!;
}
