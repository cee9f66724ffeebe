using System.Text;
using Rubicon.Reading.Names;
using Xunit;

namespace Rubicon.Reading.Tests.Names;

public class NameFileTests
{
    [Theory]
    [InlineData("{\"id\":\"7\",\"name\":\"Huawei\"}", "7", "Huawei", null, "")]
    [InlineData("{\"id\":7,\"name\":\"Huawei\",\"country\":\"China\"}", "7", "Huawei", "CN", "")]
    [InlineData("{\"name\":\"Huawei\",\"identifiers\":{\"lei\":\"3003005F2ZHN0Q1B2A11\"}}", "1", "Huawei", null, "lei=3003005F2ZHN0Q1B2A11")]
    [InlineData("{\"name\":\"Huawei\",\"identifiers\":[{\"scheme\":\"tax\",\"value\":\"12\"}]}", "1", "Huawei", null, "tax=12")]
    [InlineData("\n\n{\"name\":\"Huawei\"}", "3", "Huawei", null, "")]
    [InlineData("name\nHuawei\n", "2", "Huawei", null, "")]
    [InlineData("\uFEFFid;supplier;country;LEI\nA;\"Huawei; Ltd\";CN;X1\n", "A", "Huawei; Ltd", "CN", "lei=X1")]
    public void A_line_gives_its_name_with_what_stands_beside_it(string text, string id, string name, string? country, string identifiers)
    {
        var line = Assert.Single(Read(text));
        Assert.Equal(id, line.Id);
        Assert.Equal(name, line.Query!.Text);
        Assert.Equal(country, line.Query.Country);
        Assert.Equal(identifiers, string.Join(' ', line.Query.Identifiers.Select(i => $"{i.Scheme}={i.Value}")));
    }

    [Theory]
    [InlineData("{\"id\":\"1\",\"name\":", "RUB6001")]
    [InlineData("{\"id\":\"1\",\"name\":\"\"}", "RUB6002")]
    [InlineData("{\"id\":\"1\"}", "RUB6002")]
    [InlineData("[1]", "RUB6001")]
    [InlineData("{\"name\":\"Hua\\ud800wei\"}", "RUB6001")]
    [InlineData("id,name\n1,\n", "RUB6002")]
    [InlineData("a,b\n1,2\n", "RUB6004")]
    [InlineData("id,name\n1,\"Hua", "RUB6001")]
    public void A_line_that_states_no_name_is_answered_with_the_reason(string text, string code)
    {
        var line = Assert.Single(Read(text));
        Assert.Null(line.Query);
        Assert.Equal(code, line.Problem!.Kind.Code);
        Assert.True(line.Problem.Where.Line > 0);
    }

    [Fact]
    public void A_line_over_the_limit_is_refused_and_the_next_is_read()
    {
        var lines = Read("{\"name\":\"" + new string('x', NameFile.LongestLine) + "\"}\n{\"name\":\"Huawei\"}");
        Assert.Equal("RUB6003", lines[0].Problem!.Kind.Code);
        Assert.Equal("Huawei", lines[1].Query!.Text);
    }

    [Fact]
    public void Nothing_gives_no_line() => Assert.Empty(Read("  \n\n"));

    [Fact]
    public void Any_bytes_give_lines_or_reasons()
    {
        var random = new Random(20261125);
        byte[][] seeds = [.. new[] { "{\"id\":\"1\",\"name\":\"Huawei\",\"identifiers\":{\"lei\":[\"A\",2]}}\n", "id,name,country\n1,\"Hua \"\"wei\",CN\n" }.Select(Encoding.UTF8.GetBytes)];
        for (int round = 0; round < 2_000; round++)
        {
            byte[] bytes = [.. seeds[round % seeds.Length], .. seeds[random.Next(seeds.Length)]];
            for (int change = random.Next(1, 9); change > 0; change--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            Assert.All(NameFile.Read("fuzz", new MemoryStream(bytes)), l => Assert.True(l.Query is null != l.Problem is null));
        }
    }

    private static List<NameLine> Read(string text) => [.. NameFile.Read("names", new MemoryStream(Encoding.UTF8.GetBytes(text)))];
}
