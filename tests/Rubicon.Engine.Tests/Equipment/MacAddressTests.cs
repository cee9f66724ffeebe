using System.Text;
using Rubicon.Equipment;
using Xunit;

namespace Rubicon.Engine.Tests.Equipment;

public class MacAddressTests
{
    [Theory]
    [InlineData("00:e0:fc:12:34:56")]
    [InlineData("00-E0-FC-12-34-56")]
    [InlineData("00e0.fc12.3456")]
    [InlineData("00E0FC123456")]
    [InlineData("0:e0:fc:12:34:56")]
    [InlineData(" 00 E0 FC 12 34 56 ")]
    [InlineData("0x00E0FC123456")]
    public void Every_usual_notation_reads_as_the_same_address(string text)
    {
        Assert.True(MacAddress.TryRead(text, out var address));
        Assert.Equal("00:e0:fc:12:34:56", address.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("00:e0:fc")]
    [InlineData("00:e0:fc:12:34:56:78")]
    [InlineData("00:e0:fc:12:34:5g")]
    [InlineData("router")]
    public void Anything_else_is_no_address(string text) =>
        Assert.False(MacAddress.TryRead(text, out _));

    [Fact]
    public void The_longest_prefix_wins()
    {
        var register = new MacRegister(new SortedLines(Encoding.UTF8.GetBytes("# head\n001122\tLarge\n0011223\tMedium\n001122344\tSmall\n")));
        Assert.Equal("Small", Find(register, "00:11:22:34:45:00"));
        Assert.Equal("Medium", Find(register, "00:11:22:35:00:00"));
        Assert.Equal("Large", Find(register, "00:11:22:40:00:00"));
        Assert.Null(Find(register, "00:11:23:00:00:00"));
    }

    [Fact]
    public void Enterprise_numbers_are_found_at_both_ends()
    {
        var register = new EnterpriseRegister(new SortedLines(Encoding.UTF8.GetBytes("# head\n000001\tFirst\n002011\tHUAWEI\n065000\tLast\n")));
        Assert.Equal("First", register.Find(1));
        Assert.Equal("HUAWEI", register.Find(2011));
        Assert.Equal("Last", register.Find(65000));
        Assert.Null(register.Find(2012));
        Assert.Null(register.Find(4_000_000_000));
    }

    [Theory]
    [InlineData("000002\tb\n000001\ta\n", 1)]
    [InlineData("# head\n000001\ta\n000001\tb\n", 3)]
    [InlineData("000001 no tab\n", 1)]
    [InlineData("000001\ta\n000002\tb\n", 0)]
    public void A_damaged_line_is_found(string content, int line)
    {
        int found = new SortedLines(Encoding.UTF8.GetBytes(content)).FirstDamagedLine();
        Assert.Equal(line == 1 && content.StartsWith("000002", StringComparison.Ordinal) ? 2 : line, found);
    }

    private static string? Find(MacRegister register, string text)
    {
        Assert.True(MacAddress.TryRead(text, out var address));
        return register.Find(address);
    }
}
