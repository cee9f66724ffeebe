using System.Text;
using Rubicon.Diagnostics;
using Rubicon.Ownership;
using Rubicon.Reading.Ownership;
using Xunit;

namespace Rubicon.Reading.Tests.Ownership;

public class StakeFileTests
{
    [Theory]
    [InlineData("50", "50 %")]
    [InlineData("50.1 %", "50.1 %")]
    [InlineData("\"49,9\"", "49.9 %")]
    [InlineData("25-50", "25 to 50 %")]
    [InlineData("25 to 50%", "25 to 50 %")]
    [InlineData(">50", "more than 50 %")]
    [InlineData("at least 25", "25 to 100 %")]
    [InlineData("<10", "less than 10 %")]
    [InlineData("75+", "75 to 100 %")]
    [InlineData(">25 <=50", "more than 25, at most 50 %")]
    [InlineData("\">=25, <50\"", "at least 25, less than 50 %")]
    [InlineData("more than 25 and at most 50", "more than 25, at most 50 %")]
    [InlineData("between 25 and 50", "25 to 50 %")]
    [InlineData(">25-50", "more than 25, at most 50 %")]
    [InlineData("[25;50)", "at least 25, less than 50 %")]
    [InlineData("\"(25,50]\"", "more than 25, at most 50 %")]
    [InlineData("25%-50%", "25 to 50 %")]
    [InlineData("not more than 25", "0 to 25 %")]
    [InlineData("unknown", "not stated")]
    [InlineData("", "not stated")]
    public void A_share_is_read_as_it_is_written(string text, string share) =>
        Assert.Equal(share, Assert.Single(Read($"owner,owned,share\nX,A,{text}\n").Stakes).Share.ToString());

    [Theory]
    [InlineData("owner,owned,share\nX,,50\n", "RUB6302")]
    [InlineData("a,b\nX,A\n", "RUB6301")]
    public void A_row_that_cannot_be_used_is_refused_with_the_reason(string text, string code)
    {
        var read = Read(text);
        Assert.Empty(read.Stakes);
        Assert.Equal(code, Assert.Single(read.Problems).Kind.Code);
        Assert.Equal(read.Rows, read.Refused);
    }

    [Theory]
    [InlineData("Owner,Owned,Share (%)")]
    [InlineData("SHAREHOLDER_NAME;ISSUER;% of shares")]
    [InlineData("\"Parent Company\",\"Subsidiary Name\",\"Ownership-Pct.\"")]
    [InlineData("holder name\towned company\tPercent Owned")]
    public void A_header_is_understood_by_its_words(string header)
    {
        char separator = header.Contains(';', StringComparison.Ordinal) ? ';' : header.Contains('\t', StringComparison.Ordinal) ? '\t' : ',';
        var stake = Assert.Single(Read($"{header}\nX{separator}A{separator}50\n").Stakes);
        Assert.Equal(("X", "A", "50 %"), (stake.Owner, stake.Owned, stake.Share.ToString()));
    }

    [Theory]
    [InlineData("owner,owned,share\nX,A,\n", "RUB6304")]
    [InlineData("owner,owned,share\nA,A,5\n", "RUB6307")]
    [InlineData("owner,owned,share\nX,A,60\nY,A,60\n", "RUB6308")]
    public void What_is_odd_is_said_and_used(string text, string code)
    {
        var read = Read(text);
        Assert.Equal(0, read.Refused);
        Assert.Equal(code, Assert.Single(read.Problems).Kind.Code);
    }

    [Theory]
    [InlineData("owner,owned,share\nX,A,101\n", "RUB6303", "not stated", StakeKind.Equity)]
    [InlineData("owner,owned,share\nX,A,-5\n", "RUB6303", "not stated", StakeKind.Equity)]
    [InlineData("owner,owned,share\nX,A,60-40\n", "RUB6303", "not stated", StakeKind.Equity)]
    [InlineData("owner,owned,share\nX,A,a lot\n", "RUB6303", "not stated", StakeKind.Equity)]
    [InlineData("owner,owned,min,max\nX,A,60,40\n", "RUB6303", "not stated", StakeKind.Equity)]
    [InlineData("owner,owned,share,kind\nX,A,50,magic\n", "RUB6305", "50 %", StakeKind.Other)]
    [InlineData("owner,owned,share,from\nX,A,50,2021-02-31\n", "RUB6306", "0 to 50 %", StakeKind.Equity)]
    [InlineData("owner,owned,share,from,to\nX,A,50,2021-02-02,2021-02-01\n", "RUB6306", "0 to 50 %", StakeKind.Equity)]
    [InlineData("owner,owned,share,kind,from,to\nX,A,,board,2021-02-02,2021-02-01\n", "RUB6306", "0 to 100 %", StakeKind.Influence)]
    public void A_stake_that_is_understood_in_part_is_never_taken_for_none(string text, string code, string share, StakeKind kind)
    {
        var read = Read(text);
        Assert.Equal((0L, code), (read.Refused, Assert.Single(read.Problems).Kind.Code));
        var stake = Assert.Single(read.Stakes);
        Assert.Equal((share, kind, null), (stake.Share.ToString(), stake.Kind, stake.Holds));
    }

    [Theory]
    [InlineData("min,max", "25,50", "25 to 50 %")]
    [InlineData("minimum,maximum", ">25,<50", "more than 25, less than 50 %")]
    [InlineData("share_min,share_max", "75,", "75 to 100 %")]
    [InlineData("share_min,share_max", ",25", "more than 0, at most 25 %")]
    [InlineData("share,min,max", "30,25,50", "30 %")]
    [InlineData("share,min,max", "60,25,50", "25 to 60 %")]
    [InlineData("share,min,max", ",25,50", "25 to 50 %")]
    [InlineData("share,min,max", ",,", "not stated")]
    public void Ends_of_a_share_may_have_columns_of_their_own(string columns, string cells, string share) =>
        Assert.Equal(share, Assert.Single(Read($"owner,owned,{columns}\nX,A,{cells}\n").Stakes).Share.ToString());

    [Fact]
    public void A_stated_means_of_control_needs_no_share() => Assert.Empty(Read("owner,owned,share,kind\nX,A,,board\nY,A,,golden share\n").Problems);

    [Fact]
    public void Two_unknown_holders_are_two_persons()
    {
        var read = Read("owner,owned,share\nunknown,A,30\nunknown,A,30\n");
        Assert.Equal(2, read.Stakes.Select(s => s.Owner).Distinct().Count());
    }

    [Fact]
    public void Columns_have_synonyms_and_any_order()
    {
        var stake = Assert.Single(Read("\uFEFFPercentage;Subsidiary;Shareholder;Type;Since\n30;A;X;voting rights;2020-01-02\n").Stakes);
        Assert.Equal(("X", "A", StakeKind.Votes), (stake.Owner, stake.Owned, stake.Kind));
        Assert.Equal(new DateOnly(2020, 1, 2), stake.Holds!.Value.From);
    }

    [Fact]
    public void Any_bytes_give_stakes_or_reasons()
    {
        var random = new Random(20261125);
        byte[] seed = "owner,owned,share,kind,from,to\nX,A,50,equity,2020-01-01,2021-01-01\n\"Y, Ltd\",A,>25,votes,,\n"u8.ToArray();
        for (int round = 0; round < 2_000; round++)
        {
            byte[] bytes = [.. seed];
            for (int change = random.Next(1, 9); change > 0; change--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            var read = Read("fuzz", bytes);
            Assert.True(read.Stakes.Length == read.Rows - read.Refused && (read.Refused == 0 || read.Problems.Length > 0));
        }
    }

    private static StakesRead Read(string text) => Read("stakes.csv", Encoding.UTF8.GetBytes(text));

    private static StakesRead Read(string file, byte[] bytes)
    {
        var register = new StakeRegister();
        var reading = StakeFile.Read(file, new MemoryStream(bytes), register);
        return new StakesRead([.. Enumerable.Range(0, register.Count).Select(register.StakeOf)], reading.Read, reading.Refused, [.. reading.Problems, .. StakeSums.Check(register)]);
    }

    private sealed record StakesRead(Stake[] Stakes, long Rows, long Refused, Problem[] Problems);
}
