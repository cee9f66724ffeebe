using System.Globalization;
using System.Text;
using Rubicon.Subjects;
using Xunit;

namespace Rubicon.Reading.Tests;

public class LargeJsonTests
{
    [Fact]
    public void A_page_that_breaks_off_gives_the_devices_before_the_break()
    {
        var read = Inputs.Read("{\"count\": 3, \"next\": null, \"results\": [\n{\"name\": \"a\", \"serial\": \"1\"},\n{\"name\": \"b\", \"serial\": \"2\"},\n{\"name\": \"c\", \"ser");
        Assert.Equal(["2 $.results[0] a", "3 $.results[1] b"], read.Subjects.Select(s => $"{s.Source.Line} {s.Source.Pointer} {s.First(Field.Name)}"));
        Assert.Equal(("RUB1201", 4), (read.Codes, read.Account.Problems[0].Where.Line));
    }

    [Fact]
    public void A_bill_that_breaks_off_gives_the_components_before_the_break()
    {
        var read = Inputs.Read("{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.6\",\n\"metadata\": {\"component\": {\"type\": \"device\", \"name\": \"p\"}},\n\"components\": [\n{\"type\": \"device\", \"name\": \"a\"},\n{\"type\": \"device\", \"na");
        Assert.Equal(["2 p", "4 a"], read.Subjects.Select(s => $"{s.Source.Line} {s.First(Field.Name)}"));
        Assert.Equal(["RUB1201"], read.Account.Problems.Select(p => p.Kind.Code));
        Assert.Equal("component", read.Subjects[1].First(Field.ItemKind));
    }

    [Fact]
    public void One_broken_record_does_not_stop_the_others()
    {
        var read = Inputs.Read("{\"results\": [{\"name\": \"a\", \"name\": \"x\", \"serial\": \"1\"},\n{\"name\": \"b\", \"serial\": \"2\"}]}");
        Assert.Equal("b", Assert.Single(read.Subjects).First(Field.Name));
        Assert.Equal("RUB1201", Assert.Single(read.Unread).Problems[0].Kind.Code);
    }

    [Fact]
    public void Text_after_the_end_is_an_error()
    {
        var read = Inputs.Read("{\"results\": [{\"name\": \"a\", \"serial\": \"1\"}]} }");
        Assert.Equal(("RUB1201", 1), (read.Codes, read.Subjects.Count));
    }

    [Fact]
    public void Forty_megabytes_of_devices_and_of_components_are_read_in_pieces()
    {
        string filler = new('x', 20_000);
        string devices = "{\"count\": 2000, \"next\": \"https://nb/2\", \"results\": [" + string.Join(",\n", Numbers(2000).Select(i => $"{{\"name\": \"d{i}\", \"serial\": \"{i}\", \"comments\": \"{filler}\"}}")) + "]}";
        var read = Inputs.Read(devices);
        Assert.Equal((2000, "netbox-json", "RUB1302"), (read.Subjects.Count, read.Account.Format, read.Codes));
        Assert.Equal((2000, "$.results[1999]"), (read.Subjects[^1].Source.Line, read.Subjects[^1].Source.Pointer));
        Assert.NotNull(read.Account.Sha256);

        string bill = "{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\",\"components\":[" + string.Join(",\n", Numbers(2000).Select(i => $"{{\"type\":\"device\",\"name\":\"d{i}\",\"description\":\"{filler}\"}}")) + "],\"metadata\":{\"component\":{\"type\":\"device\",\"name\":\"p\"}}}";
        read = Inputs.Read(bill);
        Assert.Equal((2001, "cyclonedx-1.6", ""), (read.Subjects.Count, read.Account.Format, read.Codes));
        Assert.Equal(2000, read.Subjects[0].Components.Length);
    }

    [Fact]
    public void A_bill_of_thirty_thousand_parts_is_handed_on_as_it_is_read()
    {
        var text = new StringBuilder("<bom xmlns=\"http://cyclonedx.org/schema/bom/1.6\"><metadata><component type=\"device\"><name>p</name></component></metadata><components>");
        foreach (string i in Numbers(30_000)) text.Append("<component type=\"device\"><name>").Append(i).Append("</name></component>");
        var read = Inputs.Read(text.Append("</components></bom>").ToString());
        Assert.Equal(("1", "p", 30_000), (read.Subjects[1].First(Field.Name), read.Subjects[^1].First(Field.Name), read.Subjects[^1].Components.Length));
    }

    private static IEnumerable<string> Numbers(int count) => Enumerable.Range(0, count).Select(i => i.ToString(CultureInfo.InvariantCulture));
}
