using Rubicon.Subjects;
using Xunit;

namespace Rubicon.Reading.Tests;

public class CycloneDxXmlTests
{
    private const string Bill = """
        <?xml version="1.0" encoding="UTF-8"?>
        <bom xmlns="http://cyclonedx.org/schema/bom/1.6" xmlns:x="urn:x" version="1">
          <metadata>
            <supplier><name>Distributor</name></supplier>
            <component type="device"><name>Radio</name><manufacturer><name>Maker</name></manufacturer></component>
          </metadata>
          <components>
            <component type="device" bom-ref="b">
              <supplier><name>Broker</name></supplier>
              <name>Board</name>
              <version>2</version>
              <manufacturer><name>ZTE</name></manufacturer>
              <properties><property name="cdx:device:quantity">8</property><property name="cdx:device:location">mainboard</property></properties>
              <pedigree><ancestors><component type="device"><name>Old board</name></component></ancestors></pedigree>
              <components>
                <component type="firmware"><name>boot</name><cpe>cpe:2.3:o:huawei:x</cpe><swid tagId="t" name="n"/></component>
              </components>
              <x:component><x:name>an extension</x:name></x:component>
            </component>
            <component type="library"><publisher>P</publisher><group>org</group><name>lib</name><purl>pkg:npm/lib@1</purl></component>
            <component type="library"/>
          </components>
          <vulnerabilities><component><name>not a part</name></component></vulnerabilities>
          <services><service><provider><name>Host</name></provider><name>cloud</name></service></services>
        </bom>
        """;

    [Fact]
    public void A_bill_in_XML_reads_like_the_same_bill_in_JSON()
    {
        var read = Inputs.Read(Bill);
        Assert.Equal(("cyclonedx-1.6", ""), (read.Account.Format, read.Codes));
        Assert.Equal(
            ["5 /bom/metadata/component Component: Name=Radio; Model=Radio; ItemKind=equipment; Maker=Maker; Supplier=Distributor",
             "8 /bom/components/component[1] Component: Name=Board; Model=Board; ItemKind=component; Maker=ZTE; Supplier=Broker; Version=2; Quantity=8",
             "16 /bom/components/component[1]/components/component[1] Component: Name=boot; ItemKind=software; Category=firmware; PackageUrl=cpe:2.3:o:huawei:x; PackageUrl=swid:t",
             "14 /bom/components/component[1]/pedigree/ancestors/component[1] Component: Name=Old board; Model=Old board; ItemKind=component",
             "20 /bom/components/component[2] Component: Name=lib; ItemKind=software; Category=application-software; Note=publisher: P; Note=group: org; PackageUrl=pkg:npm/lib@1",
             "24 /bom/services/service[1] Service: Name=cloud; ItemKind=service; Supplier=Host"],
            read.Subjects.Select(s => $"{s.Source.Line} {s.Source.Pointer} {s.Kind}: {Inputs.Text(s)}"));
        Assert.Equal("in.csv:21: RUB1206 component cannot be read: found an element \"component\" with \"type\"; expected an object with a name", Assert.Single(read.Unread).Problems[0].ToString());
        Assert.Equal(["Board", "lib"], read.Subjects[0].Components.Select(c => c.First(Field.Name)));
        Assert.Equal(["boot", "Old board"], read.Subjects[1].Components.Select(c => c.First(Field.Name)));
    }

    [Theory]
    [InlineData("http://cyclonedx.org/schema/bom/1.0", "cyclonedx-1.0", "RUB1203")]
    [InlineData("http://cyclonedx.org/schema/bom/1.7", "cyclonedx-1.7", "")]
    [InlineData("http://cyclonedx.org/schema/bom/1.10", "cyclonedx-1.10", "RUB1204")]
    public void The_version_is_the_one_of_the_namespace(string space, string format, string codes)
    {
        var read = Inputs.Read($"<bom xmlns=\"{space}\"><components><component type=\"device\"><name>a</name></component></components></bom>");
        Assert.Equal((format, codes), (read.Account.Format, read.Codes));
        Assert.Equal("a", Assert.Single(read.Subjects).First(Field.Name));
    }

    [Fact]
    public void A_bill_of_1_2_that_uses_what_came_with_1_6_is_read_and_said()
    {
        var read = Inputs.Read("<bom xmlns=\"http://cyclonedx.org/schema/bom/1.2\"><components><component type=\"device\"><manufacturer><name>ZTE</name></manufacturer><name>a</name></component></components></bom>");
        Assert.Equal("RUB1203 RUB1207", read.Codes);
        Assert.Equal("ZTE", Assert.Single(read.Subjects).First(Field.Maker));
    }

    [Theory]
    [InlineData("<bom xmlns=\"http://cyclonedx.org/schema/bom/1.4\"><components><component><name>a</name></component><component><name>b", "RUB1501", 1)]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE bom [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><bom xmlns=\"http://cyclonedx.org/schema/bom/1.4\"><components><component><name>a</name></component><component><name>&e;</name></component></components></bom>", "RUB1503", 1)]
    [InlineData("<?xml version=\"1.0\"?>", "RUB1501", 0)]
    [InlineData("<?xml version=\"1.0\"?><html><body>Login</body></html>", "RUB1007", 0)]
    public void A_document_that_breaks_keeps_what_stood_before(string text, string code, int records)
    {
        var read = Inputs.Read(text);
        Assert.Equal((code, records), (read.Codes, read.Subjects.Count));
    }

    [Fact]
    public void Entities_within_entities_cost_nothing_and_are_named()
    {
        string declared = string.Concat(Enumerable.Range(1, 20).Select(i => $"<!ENTITY e{i} \"&e{i - 1};&e{i - 1};\">"));
        var read = Inputs.Read($"<!DOCTYPE bom [<!ENTITY e0 \"lol\">{declared}]><bom xmlns=\"http://cyclonedx.org/schema/bom/1.4\"><components><component><name>&e20;</name></component></components></bom>");
        Assert.Equal("RUB1503", read.Codes);
        Assert.Empty(read.Subjects);
    }

    [Fact]
    public void Two_hundred_levels_are_a_problem_with_its_place()
    {
        string deep = "<bom xmlns=\"http://cyclonedx.org/schema/bom/1.4\"><components>" + string.Concat(Enumerable.Repeat("<component><components>", 100));
        Assert.Equal("RUB1502", Assert.Single(Inputs.Read(deep).Account.Problems).Kind.Code);
    }

    [Fact]
    public void A_component_of_five_million_characters_is_refused_and_the_next_is_read()
    {
        string text = $"<bom xmlns=\"http://cyclonedx.org/schema/bom/1.4\"><components><component><name>a</name><description>{new string('x', 5_000_000)}</description></component><component><name>b</name></component></components></bom>";
        var read = Inputs.Read(text);
        Assert.Equal("RUB1504", Assert.Single(read.Unread).Problems[0].Kind.Code);
        Assert.Equal("b", Assert.Single(read.Subjects).First(Field.Name));
    }
}
