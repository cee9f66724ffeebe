using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Rubicon.EndToEnd.Tests.Program;
using Xunit.Abstractions;

namespace Rubicon.EndToEnd.Tests;

/// <summary>`rubicon lists`, and `screen` and `scan` with imported lists.</summary>
public sealed class ListsTests(ITestOutputHelper output)
{
    private const string Csl = "_id,source,entity_number,type,programs,name,addresses,federal_register_notice,start_date,end_date,standard_order,alt_names\n"
        + "77,Specially Designated Nationals (SDN) - Treasury Department,77,Entity,RUSSIA-EO14024,Zubrovka Telekom Holding OOO,\"5 Lesnaya, Moscow, RU\",,2024-05-01,,,Zubrovka Group\n"
        + "78,Entity List (EL) - Bureau of Industry and Security,,,,Quillfeather Semiconductor Works Co. Ltd.,\"9 Road, Shenzhen, CN\",89 FR 1,2024-06-03,,,\n";

    [Fact]
    public void An_imported_list_is_screened_beside_those_of_the_packs()
    {
        using var folder = new TemporaryFolder();
        string data = folder.In("data");
        Assert.Equal(0, Import(folder, "csl-2026-10-01.csv", Csl).ExitCode);
        var match = Screen(data, "ZUBROVKA TELEKOM HLDG").GetProperty("matches")[0];
        Assert.Equal(("us-ofac/sdn/77", "us-ofac/sdn", "2024-05-01", "2026-10-01"),
            (match.GetProperty("entry").GetString(), match.GetProperty("list").GetString(), match.GetProperty("from").GetString(), match.GetProperty("listState").GetString()));
        Assert.Contains(Screen(data, "Huawei").GetProperty("matches").EnumerateArray(), m => m.GetProperty("entry").GetString() == "us-bis/entity-list/huawei");
        Assert.Empty(Screen(folder.In("other"), "ZUBROVKA TELEKOM HLDG").GetProperty("matches").EnumerateArray());
    }

    [Fact]
    public void A_supplier_on_an_imported_list_is_decided_by_the_rules_of_that_list()
    {
        using var folder = new TemporaryFolder();
        Import(folder, "csl-2026-10-01.csv", Csl);
        string suppliers = folder.Write("suppliers.csv", "supplier,country\nZubrovka Telekom Holding OOO,RU\nCiena Corporation,US\n");
        var run = Scan(folder, suppliers, "us-person");
        Assert.Equal(1, run.ExitCode);
        var decisions = run.Json.GetProperty("decisions").EnumerateArray().ToList();
        Assert.Equal("prohibited", decisions[0].GetProperty("outcome").GetString());
        var finding = decisions[0].GetProperty("findings").EnumerateArray().First(f => f.GetProperty("provision").GetString()!.StartsWith("us-ofac/", StringComparison.Ordinal));
        Assert.Contains("us-ofac/sdn/77", finding.ToString(), StringComparison.Ordinal);
        Assert.Contains("from 2024-05-01", finding.ToString(), StringComparison.Ordinal);
        Assert.Contains("state of 2026-10-01", finding.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("us-ofac/sdn/", decisions[1].ToString(), StringComparison.Ordinal);
        var source = run.Json.GetProperty("data").EnumerateArray().Single(d => d.GetProperty("kind").GetString() == "imported-list");
        Assert.Equal(("us-csl", "2026-10-01", 64), (source.GetProperty("id").GetString(), source.GetProperty("date").GetString(), source.GetProperty("sha256").GetString()!.Length));
    }

    [Fact]
    public void A_deal_before_the_entry_is_not_barred_by_it()
    {
        using var folder = new TemporaryFolder();
        Import(folder, "csl-2026-10-01.csv", Csl);
        string purchases = folder.Write("purchases.csv", "po,item,maker,supplier,supplier country,order date\n1,router,Ciena,Zubrovka Telekom Holding OOO,RU,2024-04-30\n2,router,Ciena,Zubrovka Telekom Holding OOO,RU,2024-05-01\n");
        var decisions = Scan(folder, purchases, "us-person").Json.GetProperty("decisions").EnumerateArray().ToList();
        Assert.NotEqual("prohibited", decisions[0].GetProperty("outcome").GetString());
        Assert.Equal("prohibited", decisions[1].GetProperty("outcome").GetString());
    }

    [Fact]
    public void A_party_on_a_list_of_which_no_rule_speaks_is_never_allowed()
    {
        using var folder = new TemporaryFolder();
        string suppliers = folder.Write("suppliers.csv", "supplier,country\nWindermere Optics Ltd,GB\n");
        Assert.Equal("allowed", Scan(folder, suppliers, "us-person").Json.GetProperty("decisions")[0].GetProperty("outcome").GetString());
        Import(folder, "blocked-2026-10-01.csv", "id,name,country\n1,Windermere Optics Limited,GB\n");
        var decision = Scan(folder, suppliers, "us-person").Json.GetProperty("decisions")[0];
        Assert.Equal("review", decision.GetProperty("outcome").GetString());
        Assert.Contains("of which no rule of the packs speaks", decision.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_kept_list_stops_the_run_and_never_gives_no_match()
    {
        using var folder = new TemporaryFolder();
        Import(folder, "csl-2026-10-01.csv", Csl);
        string entries = Directory.GetFiles(folder.In("data"), "entries.jsonl", SearchOption.AllDirectories)[0];
        File.WriteAllText(entries, File.ReadAllText(entries)[..100]);
        string suppliers = folder.Write("suppliers.csv", "supplier,country\nZubrovka Telekom Holding OOO,RU\n");
        foreach (var run in new[] { Scan(folder, suppliers, "us-person"), Run.Rubicon("screen", "Zubrovka", "--data", folder.In("data")), Run.Rubicon("lists", "verify", "--data", folder.In("data")) })
        {
            Assert.Equal(5, run.ExitCode);
            Assert.Contains("RUB6124", run.Errors, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_bad_file_leaves_the_state_before_in_use()
    {
        using var folder = new TemporaryFolder();
        Import(folder, "csl-2026-10-01.csv", Csl);
        Assert.Equal(65, Import(folder, "csl-2026-11-01.csv", Csl[..^40]).ExitCode);
        Assert.Equal(65, Import(folder, "csl-2026-11-02.csv", "").ExitCode);
        Assert.Equal(3, Import(folder, "csl-2026-11-03.csv", Csl + "79,x,,,,,,,,,,\n").ExitCode);
        Assert.Equal("us-ofac/sdn/77", Screen(folder.In("data"), "Zubrovka Telekom Holding").GetProperty("matches")[0].GetProperty("entry").GetString());
        string status = Run.Rubicon("lists", "status", "--data", folder.In("data")).Output;
        Assert.Contains("2026-10-01", status, StringComparison.Ordinal);
        Assert.DoesNotContain("2026-11-02", status, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_none_of_whose_states_is_in_use_leaves_names_not_assessed()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(3, Import(folder, "own-2026-10-01.csv", "id,name\n1,Windermere Optics\n2,\n3,\n").ExitCode);
        var run = Run.Rubicon("screen", "Ciena", "Huawei", "-o", "jsonl", "--as-of", "2026-11-21", "--data", folder.In("data"));
        Assert.Equal(3, run.ExitCode);
        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Equal("RUB6122", lines[0].GetProperty("notAssessed").GetProperty("code").GetString());
        Assert.NotEmpty(lines[1].GetProperty("matches").EnumerateArray());
        string suppliers = folder.Write("suppliers.csv", "supplier,country\nCiena Corporation,US\n");
        Assert.Equal(3, Scan(folder, suppliers, "us-person").ExitCode);
    }

    [Fact]
    public void A_difference_and_a_search_name_entries()
    {
        using var folder = new TemporaryFolder();
        Import(folder, "csl-2026-10-01.csv", Csl);
        Import(folder, "csl-2026-11-01.csv", Csl.Replace("Zubrovka Group", "Zubrovka Group; ZTH", StringComparison.Ordinal) + "80,Entity List (EL) - Bureau of Industry and Security,,,,Newcomer Photonics,,,2026-10-20,,,\n");
        var diff = Run.Rubicon("lists", "diff", "us-csl", "--data", folder.In("data"), "-o", "json").Json;
        Assert.Equal("Newcomer Photonics", Assert.Single(diff.GetProperty("added").EnumerateArray()).GetProperty("names")[0].GetProperty("text").GetString());
        Assert.Equal("name added: ZTH", Assert.Single(diff.GetProperty("changed").EnumerateArray()).GetProperty("changes")[0].GetString());
        Assert.Contains("us-bis/entity-list/80", Run.Rubicon("lists", "search", "photonics", "--data", folder.In("data")).Output, StringComparison.Ordinal);
        Assert.Equal(65, Run.Rubicon("lists", "diff", "nothing", "--data", folder.In("data")).ExitCode);
    }

    /// <summary>Imports are ended at random moments; whatever is left must verify, with the state before or the new one in use.</summary>
    [Fact]
    public void A_kill_at_any_moment_leaves_a_whole_list_in_use()
    {
        using var folder = new TemporaryFolder();
        string head = Csl.Split('\n')[0] + "\n";
        string Rows(int firms) => head + string.Concat(Enumerable.Range(1, firms).Select(i => $"{i},Entity List (EL) - X,,,,Firm {i} Works,,,2020-01-01,,,\n"));
        Import(folder, "csl-2026-01-01.csv", Rows(2_000));
        var random = new Random(20261125);
        for (int round = 0; round < 8; round++)
        {
            string file = folder.Write($"csl-2026-02-{round + 1:00}.csv", Rows(2_000 + round));
            var start = new ProcessStartInfo(Repository.Program, ["lists", "import", file, "--data", folder.In("data")]) { RedirectStandardOutput = true, RedirectStandardError = true };
            using (var process = Process.Start(start)!)
            {
                process.WaitForExit(random.Next(40, 600));
                if (!process.HasExited) process.Kill();
                process.WaitForExit();
            }
            var verified = Run.Rubicon("lists", "verify", "--data", folder.In("data"));
            Assert.True(verified.ExitCode == 0, verified.Errors);
        }
        Assert.Equal("us-bis/entity-list/7", Screen(folder.In("data"), "Firm 7 Works").GetProperty("matches")[0].GetProperty("entry").GetString());
    }

    [Fact]
    public void Every_row_of_every_shared_list_is_accounted_for()
    {
        if (Repository.SharedData is not { } shared || !Directory.Exists(Path.Combine(shared, "lists")))
        {
            output.WriteLine("skipped: the shared data is not on this machine");
            return;
        }
        using var folder = new TemporaryFolder();
        var run = Run.Rubicon("lists", "import", Path.Combine(shared, "lists"), "--data", folder.In("data"), "-o", "json");
        var imports = run.Json.EnumerateArray().ToList();
        // lists.json describes lists and is none.
        var failed = Assert.Single(imports, i => i.GetProperty("result").GetString() == "failed");
        Assert.Equal("lists.json", failed.GetProperty("files")[0].GetString());
        foreach (var import in imports.Except([failed]))
        {
            int Count(string name) => import.GetProperty(name).GetInt32();
            output.WriteLine($"{import.GetProperty("list")} {import.GetProperty("format")}: {Count("read")} read, {Count("imported")} imported, {Count("refused")} refused");
            Assert.Equal(Count("read"), Count("imported") + Count("refused"));
            Assert.Equal(Count("imported"), Count("entries") + Count("joined"));
            Assert.Equal(0, Count("refused"));
        }
        Assert.Equal(0, Run.Rubicon("lists", "verify", "--data", folder.In("data")).ExitCode);
        foreach (var (query, entry) in new[] { ("GUANGZHOU HAIGE COMM GRP", "HAIGE"), ("Hangzhou Hikvision Dig Tech", "Hikvision"), ("海康威视", "hikvision") })
            Assert.Contains(Screen(folder.In("data"), query).GetProperty("matches").EnumerateArray(), m => m.ToString().Contains(entry, StringComparison.OrdinalIgnoreCase));
        foreach (string other in new[] { "Huawei Hotel Ltd", "ZTE Zahntechnik Elsner", "Dahua Street Bakery", "Ciena Corporation", "Dell Technologies" })
            Assert.Empty(Screen(folder.In("data"), other).GetProperty("matches").EnumerateArray());
    }

    private static Run Import(TemporaryFolder folder, string name, string text) => Run.Rubicon("lists", "import", folder.Write(name, text), "--data", folder.In("data"), "--retrieved", "2026-11-20");

    private static Run Scan(TemporaryFolder folder, string file, string actor) =>
        Run.Rubicon("scan", file, "--actor", actor, "--as-of", "2026-11-21", "--data", folder.In("data"), "-o", "json");

    private static JsonElement Screen(string data, string name)
    {
        var run = Run.Rubicon("screen", name, "-o", "jsonl", "--as-of", "2026-11-21", "--data", data);
        Assert.Equal(0, run.ExitCode);
        return JsonDocument.Parse(Encoding.UTF8.GetString(run.Bytes)).RootElement;
    }
}
