using System.Text.RegularExpressions;
using Rubicon.EndToEnd.Tests.Program;

namespace Rubicon.EndToEnd.Tests;

/// <summary>`rubicon law show` and `law diff`, and the pages that they and `guide` write.</summary>
public sealed class LawToolsTests
{
    [Fact]
    public void A_provision_is_shown_with_words_tests_dates_and_cases_in_eighty_columns()
    {
        var run = Run.Rubicon("law", "show", "us-fcc/54-9-a", "--as-of", "2026-11-21");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("* from 2020-01-03, known 2019-11-22: in force, prohibited", run.Output, StringComparison.Ordinal);
        Assert.Contains("binds: actor is usf-recipient\n      \"No universal service support may be used\"", run.Output, StringComparison.Ordinal);
        Assert.Contains("\n  case 2020-01-03: no: ", run.Output, StringComparison.Ordinal);
        Assert.All(run.Output.Split('\n'), l => Assert.True(l.Length <= 80, l));
    }

    public static TheoryData<string> Packs => [.. Directory.GetDirectories(Path.Combine(Repository.Root, "packs")).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Packs))]
    public void A_pack_is_a_page_whose_links_lead_somewhere(string pack)
    {
        string page = Run.Rubicon("law", "show", pack + "/", "--as-of", "2026-11-21", "-o", "html").Output;
        var ids = Regex.Matches(page, " id=\"([^\"]+)\"").Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(Regex.Matches(page, "href=\"#([^\"]+)\"").Select(m => Uri.UnescapeDataString(m.Groups[1].Value)), l => Assert.Contains(l, ids));
        Assert.Contains("<svg class=\"timeline\"", page, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"col\">Words of the law</th><th scope=\"col\">Test</th>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        foreach (string tag in (string[])["section", "article", "table", "tr", "td", "svg", "rect", "ul", "li", "p", "a", "text"])
            Assert.Equal(Regex.Count(page, $"<{tag}[ >]"), Regex.Count(page, $"</{tag}>"));
    }

    [Fact]
    public void A_guide_is_a_page_with_citations_and_next_steps()
    {
        string file = Path.GetTempFileName();
        var run = Run.Rubicon("guide", "--actor", "usf-recipient,broadband-provider", "--as-of", "2026-11-21", "-o", $"html={file}");
        string page = File.ReadAllText(file);
        File.Delete(file);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.Contains("<h2>What to do next</h2>", page, StringComparison.Ordinal);
        Assert.Contains("by 2027-03-31", page, StringComparison.Ordinal);
        Assert.Contains("<b>47 CFR 54.9(a)</b>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_folder_of_packs_does_not_differ_from_itself()
    {
        var run = Run.Rubicon("law", "diff", "packs", ".");
        Assert.Equal("law of packs and of .\nthe two say the same\n", run.Output);
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public void A_change_of_packs_is_shown_with_the_records_that_it_changes()
    {
        string packs = Copy();
        string rule = Path.Combine(packs, "us-fcc", "rules", "54-9-a.yaml");
        string text = File.ReadAllText(rule);
        int last = text.LastIndexOf("outcome: prohibited", StringComparison.Ordinal);
        File.WriteAllText(rule, text[..last] + "outcome: license-required" + text[(last + "outcome: prohibited".Length)..]);
        var run = Run.Rubicon("law", "diff", "packs", packs, "--inventory", "examples/rural-carrier/purchases.csv", "--actor", "usf-recipient,us-person", "--as-of", "2026-11-21", "-o", "json");
        Directory.Delete(packs, recursive: true);
        var change = Assert.Single(run.Json.GetProperty("law").EnumerateArray());
        Assert.Equal("us-fcc/54-9-a from 2020-01-03, known 2019-11-22", change.GetProperty("id").GetString());
        Assert.True(change.GetProperty("decides").GetBoolean());
        var records = run.Json.GetProperty("records");
        var moves = records.GetProperty("changes").EnumerateArray().Where(c => c.GetProperty("before").GetString() == "prohibited").ToList();
        Assert.NotEmpty(moves);
        Assert.All(moves, move =>
        {
            Assert.Equal("license-required", move.GetProperty("after").GetString());
            Assert.Equal("us-fcc/54-9-a (prohibited)", Assert.Single(move.GetProperty("gone").EnumerateArray()).GetString());
            Assert.Equal("us-fcc/54-9-a (license-required)", Assert.Single(move.GetProperty("new").EnumerateArray()).GetString());
        });
        Assert.Equal(records.GetProperty("read").GetInt32(), records.GetProperty("same").GetInt32() + records.GetProperty("changed").GetInt32());
        // One row has a day that does not exist: it is counted, and the run is incomplete.
        Assert.Equal(1, records.GetProperty("notAssessedAfter").GetInt32());
        Assert.Equal(3, run.ExitCode);
    }

    [Fact]
    public void A_folder_that_holds_no_packs_ends_with_its_problem()
    {
        var run = Run.Rubicon("law", "diff", "packs", "schema");
        Assert.Equal(5, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.Contains("schema", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("law", "show", "us-xyz")]
    [InlineData("law", "show", "us-fcc/54-9-a", "-o", "pdf")]
    [InlineData("law", "diff", "packs")]
    [InlineData("guide", "--actor", "us-person", "-o", "pdf")]
    public void Wrong_use_is_said(params string[] arguments) => Assert.Equal(64, Run.Rubicon(arguments).ExitCode);

    private static string Copy()
    {
        string from = Path.Combine(Repository.Root, "packs"), to = Directory.CreateTempSubdirectory("rubicon-packs").FullName;
        foreach (string file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
        return to;
    }
}
