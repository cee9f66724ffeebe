using Rubicon.Parties;
using Rubicon.Reading.Makers;
using Xunit;

namespace Rubicon.Reading.Tests.Makers;

public class MakerFilesTests
{
    private const string Sources = "S: { title: A source, published: '2026', kind: registry }\n";
    private const string Maker = "maker: acme\nname: Acme\n";

    [Theory]
    [InlineData("maker: acme\nmaker: acme\nname: A\n", "RUB2002 acme.yaml:2:1")]
    [InlineData(Maker + "colour: red\n", "RUB2101 acme.yaml:3:1")]
    [InlineData("maker: acme\n", "RUB2102 acme.yaml:1:1")]
    [InlineData(Maker + "names:\n  - { name: X, kind: nickname, source: S V }\n", "RUB2103 acme.yaml:4:22")]
    [InlineData(Maker + "names: Acme\n", "RUB2103 acme.yaml:3:8")]
    [InlineData(Maker + "names:\n  - { name: X, kind: legal, source: Q V }\n", "RUB2108 acme.yaml:4:37")]
    [InlineData(Maker + "names:\n  - { name: X, kind: legal, source: S }\n", "RUB2108 acme.yaml:4:37")]
    [InlineData(Maker + "names:\n  - { name: X, kind: legal }\n", "RUB2102 acme.yaml:4:5")]
    [InlineData(Maker + "names:\n  - { name: X, kind: legal, to: 2020-02-31, source: S V }\n", "RUB2103 acme.yaml:4:33")]
    [InlineData(Maker + "relations:\n  - { kind: subsidiary-of, of: nobody, source: S V }\n", "RUB2106 acme.yaml:4:32")]
    [InlineData(Maker + "relations:\n  - { kind: formerly-part-of, of: acme, source: S V }\n", "RUB2103 acme.yaml:4:5")]
    [InlineData(Maker + "relations:\n  - { kind: subsidiary-of, of: acme, from: 2021, to: 2020, source: S V }\n", "RUB2103 acme.yaml:4:5")]
    [InlineData(Maker + "units:\n  - { unit: acme, name: A }\n", "RUB2107 acme.yaml:4:13")]
    [InlineData(Maker + "families:\n  - { name: f, category: toaster, pattern: x, source: S V }\n", "RUB2105 acme.yaml:4:26")]
    [InlineData(Maker + "enterprise-numbers:\n  - { number: -9, registrant: A, source: S V }\n", "RUB2103 acme.yaml:4:15")]
    [InlineData(Maker + "country: { code: Finland, source: S V }\n", "RUB2103 acme.yaml:3:18")]
    [InlineData("maker: [acme\n", "RUB2001")]
    [InlineData("maker: &a acme\nname: *a\n", "RUB2001 acme.yaml:1:8")]
    [InlineData("", "RUB1006 acme.yaml")]
    public void A_bad_file_gives_a_code_and_a_place(string content, string expected)
    {
        var problem = Load(content).Problems[0];
        Assert.StartsWith(expected, $"{problem.Kind.Code} {problem.Where}", StringComparison.Ordinal);
    }

    [Fact]
    public void A_bad_pattern_is_found_by_the_check()
    {
        var reading = Load(Maker + "families:\n  - { name: f, category: camera, pattern: '(', examples: [x], source: S V }\n");
        Assert.Empty(reading.Problems);
        Assert.Equal("RUB2104", Assert.Single(MakerFiles.Check(reading.Knowledge)).Kind.Code);
    }

    [Fact]
    public void An_example_outside_its_starts_is_found_by_the_check()
    {
        var reading = Load(Maker + "families:\n  - { name: f, category: camera, pattern: '^AB\\d$', starts: [AC], examples: [AB1], source: S V }\n");
        Assert.Equal("RUB2109", Assert.Single(MakerFiles.Check(reading.Knowledge)).Kind.Code);
    }

    [Fact]
    public void A_date_stated_to_the_year_is_read_as_its_widest_days_and_says_so()
    {
        var reading = Load(Maker + "relations:\n  - { kind: formerly-part-of, of: acme, from: 2017-05, to: 2022, note: sold, source: S K }\n");
        var relation = Assert.Single(Assert.Single(reading.Knowledge.Parties).Relations);
        Assert.Equal("2017-05-01 to 2022-12-31", relation.Holds.ToString());
        Assert.Equal("sold; stated as 2017-05 to 2022", relation.Note);
        Assert.Equal(Confidence.Known, relation.Source.Confidence);
    }

    [Fact]
    public void A_missing_folder_is_a_problem_and_not_an_empty_knowledge() =>
        Assert.Equal("RUB2110", Assert.Single(MakerFiles.Load("no/such/folder").Problems).Kind.Code);

    [Fact]
    public void Changed_files_never_break_the_reader()
    {
        string original = File.ReadAllText(Path.Combine(RepositoryFolders.Of("makers"), "dahua.yaml"))[..3000];
        var random = new Random(20261121);
        const string Marks = "{}[]:,-'\"#&*!|>%@`\n\t \\?~ax0\u0085\u2028\uFEFF\uD800";
        for (int i = 0; i < 600; i++)
        {
            char[] text = original.ToCharArray();
            for (int change = random.Next(1, 6); change > 0; change--)
                text[random.Next(text.Length)] = Marks[random.Next(Marks.Length)];
            Load(new string(text, 0, random.Next(1, text.Length)));
        }
    }

    private static MakerReading Load(string content) => MakerFiles.Load(
        [("sources.yaml", () => new StringReader(Sources)), ("acme.yaml", () => new StringReader(content))]);
}
