using Rubicon.Diagnostics;
using Rubicon.Reading.Yaml;
using Xunit;

namespace Rubicon.Reading.Tests.Yaml;

public class YamlReaderTests
{
    [Fact]
    public void Nodes_know_their_place()
    {
        var root = Read("a: 1\nb:\n  - x\n  - { c: 'null' }\n", out var problems)!;
        Assert.Empty(problems);
        var inner = root.Find("b")!.Items[1].Find("c")!;
        Assert.Equal("f.yaml:4:10", inner.Where.ToString());
        Assert.True(inner.Quoted);
        Assert.False(inner.IsNull);
        Assert.Null(root.Find("z"));
    }

    [Theory]
    [InlineData("a:", true)]
    [InlineData("a: ~", true)]
    [InlineData("a: null", true)]
    [InlineData("a: ''", false)]
    [InlineData("a: []", false)]
    public void Nothing_is_told_from_an_empty_text(string text, bool isNull) =>
        Assert.Equal(isNull, Read(text, out _)!.Find("a")!.IsNull);

    [Fact]
    public void A_doubled_key_is_reported_and_the_first_one_kept()
    {
        var root = Read("a: 1\nb: 2\na: 3\n", out var problems)!;
        Assert.Equal("f.yaml:3:1: RUB2002 key stands twice: found \"a\" again; expected each key once in a mapping", Assert.Single(problems).ToString());
        Assert.Equal("1", root.Find("a")!.Text);
    }

    [Fact]
    public void A_doubled_key_is_found_in_a_long_mapping_too()
    {
        string text = string.Concat(Enumerable.Range(0, 40).Select(i => $"k{i}: {i}\n")) + "k3: again\nk39: again\n";
        Read(text, out var problems);
        Assert.Equal(2, problems.Count);
    }

    [Theory]
    [InlineData("a: [1, 2", "RUB2001")]
    [InlineData("a: b: c", "RUB2001")]
    [InlineData("a: &x 1", "RUB2001")]
    [InlineData("a: *x", "RUB2001")]
    [InlineData("a: !!str 1", "RUB2001")]
    [InlineData("? [a]\n: b", "RUB2001")]
    [InlineData("a: 1\n---\nb: 2\n", "RUB2001")]
    [InlineData("", "RUB1006")]
    [InlineData("# only a remark\n", "RUB1006")]
    [InlineData("a: \"\\uD83D\"", null)]
    public void What_is_refused_has_a_code(string text, string? code)
    {
        var root = Read(text, out var problems);
        if (code is null) return;
        Assert.Null(root);
        Assert.Equal(code, Assert.Single(problems).Kind.Code);
    }

    [Fact]
    public void Deep_nesting_ends_with_a_problem()
    {
        Assert.Null(Read(new string('[', 100_000), out var problems));
        Assert.Equal("RUB2001", Assert.Single(problems).Kind.Code);
    }

    [Fact]
    public void A_file_over_the_limit_is_not_read()
    {
        Assert.Null(Read(new string('a', YamlReader.LongestText + 1), out var problems));
        Assert.Equal("RUB1004", Assert.Single(problems).Kind.Code);
    }

    [Fact]
    public void No_text_breaks_the_reader()
    {
        var random = new Random(20261121);
        const string Alphabet = "ab:-,[]{}'\"|>&*!#%@`?~ \n\n  \t\\0xU\u0085\u2028\uFEFF\uD800\0";
        for (int i = 0; i < 20_000; i++)
            Read(string.Concat(Enumerable.Range(0, random.Next(0, 40)).Select(_ => Alphabet[random.Next(Alphabet.Length)])), out _);
    }

    private static YamlNode? Read(string text, out List<Problem> problems)
    {
        problems = [];
        return YamlReader.Read("f.yaml", new StringReader(text), problems);
    }
}
