using System.Text.Json;
using Rubicon.EndToEnd.Tests.Program;

namespace Rubicon.EndToEnd.Tests;

/// <summary>`rubicon owners`: four measures over a table of stakes.</summary>
public sealed class OwnersTests
{
    private const string Stakes = "owner,owned,share\nListed X,Firm A,50\nFirm A,Firm B,50\nListed X,Firm C,49.9\nListed X,Firm D,unknown\nOther,Firm D,30\n";

    [Theory]
    [InlineData("Firm B", "fifty-percent", "certain")]
    [InlineData("Firm B", "control", "no")]
    [InlineData("Firm B", "affiliate", "certain")]
    [InlineData("Firm C", "fifty-percent", "no")]
    [InlineData("Firm D", "fifty-percent", "possible")]
    [InlineData("Firm D", "control", "possible")]
    public void Each_measure_answers_with_its_path_and_what_is_missing(string party, string measure, string answer)
    {
        var json = Ask(party, measure);
        Assert.Equal(answer, json.GetProperty("answer").GetString());
        Assert.Equal(answer == "no", json.GetProperty("path").GetArrayLength() == 0);
        Assert.Equal(answer == "possible", json.GetProperty("missing").GetArrayLength() > 0);
    }

    [Fact]
    public void The_integrated_share_is_given_as_bounds()
    {
        var exact = Ask("Firm B", "integrated").GetProperty("answer");
        Assert.Equal((25m, 25m), (exact.GetProperty("minimum").GetDecimal(), exact.GetProperty("maximum").GetDecimal()));
        var open = Ask("Firm D", "integrated").GetProperty("answer");
        Assert.Equal(70m, open.GetProperty("maximum").GetDecimal());
    }

    [Fact]
    public void Everybody_whom_the_listed_reach_is_listed()
    {
        using var folder = new TemporaryFolder();
        var run = Run.Rubicon("owners", "--graph", folder.Write("s.csv", Stakes), "--listed", "Listed X", "--measure", "fifty-percent", "--as-of", "2026-11-21");
        Assert.Equal(["fifty-percent  certain   Firm A", "fifty-percent  certain   Firm B", "fifty-percent  possible  Firm D"], run.Output.TrimEnd().Split('\n'));
    }

    [Fact]
    public void Everybody_is_one_object_as_JSON_and_a_line_each_as_JSON_Lines()
    {
        using var folder = new TemporaryFolder();
        Run Asked(string format) => Run.Rubicon("owners", "--graph", folder.Write("s.csv", Stakes), "--listed", "Listed X", "--measure", "fifty-percent", "--as-of", "2026-11-21", "-o", format);
        var json = Asked("json").Json;
        Assert.Equal("Listed X", json.GetProperty("listed")[0].GetString());
        Assert.Equal(["Firm A certain", "Firm B certain", "Firm D possible"], json.GetProperty("reached").EnumerateArray().Select(r => $"{r.GetProperty("party").GetString()} {r.GetProperty("answer").GetString()}"));
        Assert.Equal(3, Asked("jsonl").Output.TrimEnd().Split('\n').Length);
    }

    [Fact]
    public void A_folder_is_every_file_in_it_and_what_is_no_file_of_stakes_is_accounted_for()
    {
        using var folder = new TemporaryFolder();
        string one = folder.Write("graph/one.csv", Stakes), note = folder.Write("graph/sub/note.json", """{"title":"a schema"}""");
        var run = Run.Rubicon("owners", "Firm B", "--graph", Path.GetDirectoryName(one)!, "--listed", "Listed X", "--measure", "fifty-percent", "--as-of", "2026-11-21", "-o", "json");
        Assert.Equal((3, "certain"), (run.ExitCode, run.Json.GetProperty("answer").GetString()));
        Assert.Contains($"{one}: stakes-csv: read 5, used 5", run.Errors, StringComparison.Ordinal);
        Assert.Contains(note, run.Errors, StringComparison.Ordinal);
        Assert.Contains("RUB6315", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_party_that_no_stake_names_is_an_error_and_never_a_no()
    {
        using var folder = new TemporaryFolder();
        var run = Run.Rubicon("owners", "Firm Z", "--graph", folder.Write("s.csv", Stakes), "--listed", "Listed X", "--as-of", "2026-11-21");
        Assert.Equal(65, run.ExitCode);
        Assert.Contains("RUB6309", run.Errors, StringComparison.Ordinal);
        Assert.Equal("", run.Output);
    }

    [Fact]
    public void A_share_that_is_none_leaves_the_answer_open_and_incomplete()
    {
        using var folder = new TemporaryFolder();
        var run = Run.Rubicon("owners", "Firm E", "--graph", folder.Write("s.csv", Stakes + "Listed X,Firm E,lots\n"), "--listed", "Listed X", "--measure", "fifty-percent", "--as-of", "2026-11-21", "-o", "json");
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("RUB6303", run.Errors, StringComparison.Ordinal);
        Assert.Equal("possible", run.Json.GetProperty("answer").GetString());
    }

    [Fact]
    public void A_party_whose_stakes_ended_is_answered_and_the_day_is_named()
    {
        using var folder = new TemporaryFolder();
        string stakes = folder.Write("s.csv", "owner,owned,share,from,to\nListed X,Firm A,60,2020-01-01,2023-12-31\n");
        Run Asked(string day) => Run.Rubicon("owners", "Firm A", "--graph", stakes, "--listed", "Listed X", "--measure", "fifty-percent", "--as-of", day, "-o", "json");
        Assert.Equal("certain", Asked("2023-12-31").Json.GetProperty("answer").GetString());
        var after = Asked("2024-01-01");
        Assert.Equal((0, "no"), (after.ExitCode, after.Json.GetProperty("answer").GetString()));
        Assert.Contains("RUB6331", after.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_files_after_one_flag_are_one_graph_and_a_stake_stated_twice_is_said()
    {
        using var folder = new TemporaryFolder();
        string one = folder.Write("one.csv", "owner,owned,share\nListed X,Firm A,60\nListed X,Firm A,60\n"), two = folder.Write("two.csv", "owner;owned;min;max\nFirm A;Firm B;50;75\n");
        var run = Run.Rubicon("owners", "Firm B", "--graph", one, two, "--listed", "Listed X", "--measure", "fifty-percent", "--as-of", "2026-11-21", "-o", "json");
        Assert.Equal("certain", run.Json.GetProperty("answer").GetString());
        Assert.Contains("RUB6330", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Parties_of_like_names_are_joined_by_a_persons_word_only()
    {
        using var folder = new TemporaryFolder();
        string stakes = folder.Write("s.csv", "owner,owned,share\nListed X,Firm A,60\nFIRM A,Firm B,60\n");
        JsonElement Asked(params string[] more)
        {
            var run = Run.Rubicon(["owners", "Firm B", "--graph", stakes, "--listed", "Listed X", "--measure", "fifty-percent", "--as-of", "2026-11-21", "-o", "json", .. more]);
            Assert.Equal(0, run.ExitCode);
            Assert.Equal(more.Length == 0, run.Errors.Contains("RUB6317", StringComparison.Ordinal));
            return run.Json;
        }
        var open = Asked();
        Assert.Equal("possible", open.GetProperty("answer").GetString());
        Assert.Contains("are one party", open.GetProperty("missing")[0].GetProperty("settles").GetString(), StringComparison.Ordinal);
        Assert.Equal("certain", Asked("--same", folder.Write("yes.csv", "Firm A,FIRM A\n")).GetProperty("answer").GetString());
        Assert.Equal("no", Asked("--same", folder.Write("no.csv", "Firm A,FIRM A,no\n")).GetProperty("answer").GetString());
    }

    [Fact]
    public void A_name_that_two_persons_have_is_asked_back()
    {
        using var folder = new TemporaryFolder();
        const string Person = """{"statementId":"s-@","recordId":"@","recordType":"person","recordDetails":{"personType":"knownPerson","names":[{"fullName":"Li Wei"}]}}""";
        const string Holds = """{"statementId":"r-@","recordId":"r-@","recordType":"relationship","recordDetails":{"subject":"a","interestedParty":"@","interests":[{"type":"shareholding","share":{"exact":50}}]}}""";
        const string Firm = """{"statementId":"s-a","recordId":"a","recordType":"entity","recordDetails":{"name":"Firm A"}}""";
        string file = folder.Write("b.json", $"[{Firm},{Person.Replace('@', 'p')},{Person.Replace('@', 'q')},{Holds.Replace('@', 'p')},{Holds.Replace('@', 'q')}]");
        var run = Run.Rubicon("owners", "Li Wei", "--graph", file, "--as-of", "2026-11-21");
        Assert.Equal(65, run.ExitCode);
        Assert.Contains("RUB6310", run.Errors, StringComparison.Ordinal);
        Assert.Contains("#q", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void The_stated_relations_of_makers_and_lists_are_a_graph()
    {
        var run = Run.Rubicon("owners", "hisilicon", "--graph", "makers", "--listed", "huawei", "--measure", "control", "--as-of", "2026-11-21", "-o", "json");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal("certain", run.Json.GetProperty("answer").GetString());
        var listed = Run.Rubicon("owners", "--graph", "makers", "--listed", "us-fcc/covered-list", "--measure", "control", "--as-of", "2026-11-21");
        Assert.Contains("HiSilicon Technologies Co., Ltd", listed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_is_drawn_as_svg_and_as_a_page()
    {
        using var folder = new TemporaryFolder();
        string stakes = folder.Write("s.csv", Stakes);
        string svg = Run.Rubicon("owners", "Firm B", "--graph", stakes, "--listed", "Listed X", "--as-of", "2026-11-21", "-o", "svg").Output;
        Assert.Equal("svg", System.Xml.Linq.XElement.Parse(svg).Name.LocalName);
        Assert.Contains("asked about", svg, StringComparison.Ordinal);
        string page = Run.Rubicon("owners", "Firm B", "--graph", stakes, "--listed", "Listed X", "--as-of", "2026-11-21", "-o", "html").Output;
        Assert.Contains(svg, page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stake_added_or_ended_is_reported_as_the_answers_that_it_changes()
    {
        using var folder = new TemporaryFolder();
        string stakes = folder.Write("s.csv", Stakes), end = folder.Write("end.csv", "owner,owned,share\nListed X,Firm A,50\n"), add = folder.Write("add.csv", "owner,owned,share\nListed X,Firm C,0.1\nFirm D,Firm E,50\n");
        Run Asked(params string[] more) => Run.Rubicon(["owners", "--graph", stakes, "--listed", "Listed X", "--measure", "fifty-percent", "--as-of", "2026-11-21", .. more]);
        Assert.Equal(["Firm A: certain to no", "Firm B: certain to no"], Difference(Asked("--end", end, "-o", "json")));
        // A second statement about a stake is kept beside the first: 0.1 and 49.9 are two sources, never a sum.
        Assert.Equal(["Firm E: no to possible"], Difference(Asked("--add", add, "-o", "json")));
        Assert.Contains("fifty-percent  certain  -> no        Firm A", Asked("--end", end).Output, StringComparison.Ordinal);
        Assert.Contains("RUB6332", Asked("--end", add).Errors, StringComparison.Ordinal);
        Assert.Equal(64, Asked("--since", "2020-01-01", "--end", end).ExitCode);

        static IEnumerable<string> Difference(Run run) =>
            run.Json.GetProperty("difference").EnumerateArray().Select(d => $"{d.GetProperty("party").GetString()}: {d.GetProperty("before").GetString()} to {d.GetProperty("after").GetString()}");
    }

    [Fact]
    public void What_changed_since_a_day_is_what_began_and_ended_between()
    {
        using var folder = new TemporaryFolder();
        string stakes = folder.Write("s.csv", "owner,owned,share,from,to\nListed X,Firm A,60,2020-01-01,2023-12-31\nListed X,Firm B,60,2024-01-01,\nListed X,Firm C,60,,\n");
        string output = Run.Rubicon("owners", "--graph", stakes, "--listed", "Listed X", "--measure", "control", "--since", "2023-06-01", "--as-of", "2026-11-21").Output;
        Assert.Equal(["from 2023-06-01 to 2026-11-21", "control        certain  -> no        Firm A", "control        no       -> certain   Firm B"], output.TrimEnd().Split('\n'));
    }

    [Fact]
    public void Countries_of_owners_are_asked_for_as_the_rule_on_foreign_adversaries_has_it()
    {
        using var folder = new TemporaryFolder();
        string stakes = folder.Write("s.csv", "owner,owner country,owned,owned country,share\nFirm of the East,CN,Firm A,GB,51\n");
        var run = Run.Rubicon("owners", "Firm A", "--graph", stakes, "--countries", "CN,RU", "--as-of", "2026-11-21", "-o", "json");
        Assert.Equal(("jurisdiction", "certain"), (run.Json.GetProperty("measure").GetString(), run.Json.GetProperty("answer").GetString()));
        Assert.Equal("no", Run.Rubicon("owners", "Firm A", "--graph", stakes, "--countries", "RU", "--as-of", "2026-11-21", "-o", "json").Json.GetProperty("answer").GetString());
        Assert.Equal(64, Run.Rubicon("owners", "Firm A", "--graph", stakes, "--countries", "Atlantis", "--as-of", "2026-11-21").ExitCode);
    }

    [Fact]
    public void Names_of_more_than_a_million_parties_are_not_compared_and_it_is_said()
    {
        using var folder = new TemporaryFolder();
        string rows = string.Concat(Enumerable.Range(0, 500_001).Select(i => $"a{i},b{i},50\n"));
        var run = Run.Rubicon("owners", "b7", "--graph", folder.Write("s.csv", "owner,owned,share\n" + rows), "--listed", "a7", "--measure", "fifty-percent", "--as-of", "2026-11-21", "-o", "json");
        Assert.Equal("certain", run.Json.GetProperty("answer").GetString());
        Assert.Contains("RUB6333", run.Errors, StringComparison.Ordinal);
    }

    private static JsonElement Ask(string party, string measure)
    {
        using var folder = new TemporaryFolder();
        var run = Run.Rubicon("owners", party, "--graph", folder.Write("s.csv", Stakes), "--listed", "Listed X", "--measure", measure, "--as-of", "2026-11-21", "-o", "json");
        Assert.Equal(0, run.ExitCode);
        return run.Json;
    }
}
