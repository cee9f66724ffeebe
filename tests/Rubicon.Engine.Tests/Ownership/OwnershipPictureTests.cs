using System.Xml.Linq;
using Rubicon.Dates;
using Rubicon.Ownership;
using Rubicon.Reports.Pictures;
using Xunit;

namespace Rubicon.Engine.Tests.Ownership;

public class OwnershipPictureTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void Shares_and_days_stand_on_the_edges_and_marks_are_words()
    {
        var graph = Graph(OwnershipTests.Some("X & <Co>", "A", 1, StakeKind.Equity, 60m) with { Holds = new Period(new DateOnly(2020, 1, 2), null) }, OwnershipTests.Some("A", "B", 2, StakeKind.Votes, 25.5m));
        var svg = Draw(graph, "B", k => k == "B" ? PictureMark.Asked : k == "A" ? PictureMark.MayBeReached : PictureMark.Listed);
        string[] texts = [.. svg.Descendants(Svg + "text").Select(t => t.Value)];
        Assert.Contains("60 %, from 2020-01-02", texts);
        Assert.Contains("25.5 % votes", texts);
        Assert.Contains("X & <Co>", texts);
        Assert.Contains("asked about", texts);
        Assert.Contains("may be reached", texts);
        Assert.Contains("listed", texts);
    }

    [Fact]
    public void Owners_stand_above_what_they_hold_and_a_cycle_ends()
    {
        var graph = Graph(OwnershipTests.Some("X", "A", 1, StakeKind.Equity, 60m), OwnershipTests.Some("A", "B", 2, StakeKind.Equity, 30m), OwnershipTests.Some("B", "A", 3, StakeKind.Equity, 30m));
        var svg = Draw(graph, "B", _ => PictureMark.None);
        double Top(string name) => svg.Descendants(Svg + "g").Where(g => g.Element(Svg + "title")!.Value == name).Select(g => double.Parse(g.Element(Svg + "rect")!.Attribute("y")!.Value, System.Globalization.CultureInfo.InvariantCulture)).Single();
        Assert.True(Top("X") < Top("A") && Top("A") < Top("B"));
        Assert.Equal(3, svg.Elements(Svg + "path").Count());
    }

    [Fact]
    public void What_is_not_drawn_is_said()
    {
        var graph = Graph([.. Enumerable.Range(0, 300).Select(i => OwnershipTests.Some($"H{i}", "A", i, StakeKind.Equity, 0.1m))]);
        var svg = Draw(graph, "A", _ => PictureMark.None);
        Assert.Contains(svg.Descendants(Svg + "text"), t => t.Value.EndsWith("101 more parties are not drawn", StringComparison.Ordinal));
        Assert.DoesNotContain("script", OwnershipPage.Html("<script>", svg.ToString(), "<b>").Replace("&lt;script&gt;", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private static XElement Draw(OwnershipGraph graph, string party, Func<string, PictureMark> mark) =>
        XElement.Parse(OwnershipPicture.Svg(Surroundings.Above(graph, party, OwnershipPicture.MostParties), graph, mark, "Who holds it"));

    private static OwnershipGraph Graph(params Stake[] stakes) => new(stakes, new DateOnly(2026, 11, 21));
}
