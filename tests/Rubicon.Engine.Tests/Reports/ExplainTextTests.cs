using Rubicon.Reports;
using Xunit;

namespace Rubicon.Engine.Tests.Reports;

public class ExplainTextTests
{
    [Theory]
    [InlineData("f54-9")]
    [InlineData("us-fcc/54-9-a")]
    public void One_finding_is_opened_by_its_id_or_its_provision(string finding)
    {
        using var text = new StringWriter();
        Assert.True(ExplainText.Write(text, SampleReport.Head, SampleReport.Decisions[0], finding));
        Assert.StartsWith("REVIEW  inventory.csv:214  Huawei BBU3900 at Cedar Ridge\n", text.ToString(), StringComparison.Ordinal);
        Assert.Contains("    unknown  support", text.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("not in force", text.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_finding_writes_nothing()
    {
        using var text = new StringWriter();
        Assert.False(ExplainText.Write(text, SampleReport.Head, SampleReport.Decisions[0], "f0"));
        Assert.Equal("", text.ToString());
    }
}
