using System.Text;
using Rubicon.Subjects;
using Xunit;

namespace Rubicon.Reading.Tests;

public class CycloneDxTests
{
    private const string Bill = """
        {
          "bomFormat": "CycloneDX",
          "specVersion": "1.6",
          "metadata": {
            "manufacturer": { "name": "Author of the bill" },
            "supplier": { "name": "Distributor" },
            "component": { "type": "device", "name": "Radio", "manufacturer": { "name": "Maker" } }
          },
          "components": [
            { "type": "device", "name": "Board", "version": "2", "manufacturer": { "name": "ZTE" },
              "components": [
                { "type": "firmware", "name": "boot", "supplier": { "name": "Huawei" }, "cpe": "cpe:2.3:o:huawei:x:1:*:*:*:*:*:*:*" }
              ],
              "properties": [ { "name": "cdx:device:quantity", "value": "8" }, { "name": "cdx:device:location", "value": "mainboard" } ] },
            { "type": "library", "name": "lib", "group": "org", "publisher": "P", "purl": "pkg:npm/lib@1" },
            17
          ],
          "services": [
            { "name": "cloud", "provider": { "name": "Host" }, "services": [ { "name": "inner" } ] }
          ]
        }
        """;

    [Fact]
    public void Product_components_and_services_are_read_with_line_and_path()
    {
        var read = Inputs.Read(Bill);
        Assert.Equal("cyclonedx-1.6", read.Account.Format);
        Assert.Equal(
            ["7 $.metadata.component Component: Name=Radio; Model=Radio; ItemKind=equipment; Maker=Maker; Supplier=Distributor",
             "10 $.components[0] Component: Name=Board; Model=Board; ItemKind=component; Maker=ZTE; Version=2; Quantity=8",
             "12 $.components[0].components[0] Component: Name=boot; ItemKind=software; Category=firmware; Supplier=Huawei; PackageUrl=cpe:2.3:o:huawei:x:1:*:*:*:*:*:*:*",
             "15 $.components[1] Component: Name=lib; ItemKind=software; Category=application-software; Note=publisher: P; Note=group: org; PackageUrl=pkg:npm/lib@1",
             "19 $.services[0] Service: Name=cloud; ItemKind=service; Supplier=Host",
             "19 $.services[0].services[0] Service: Name=inner; ItemKind=service"],
            read.Subjects.Select(s => $"{s.Source.Line} {s.Source.Pointer} {s.Kind}: {Inputs.Text(s)}"));
        var unread = Assert.Single(read.Unread);
        Assert.Equal("in.csv:16: RUB1206 component cannot be read: found a single JSON value; expected an object with a name", unread.Problems[0].ToString());
    }

    [Fact]
    public void The_product_holds_its_parts_and_a_part_holds_its_own()
    {
        var read = Inputs.Read(Bill);
        Assert.Equal(["Board", "lib"], read.Subjects[0].Components.Select(c => c.First(Field.Name)));
        Assert.Same(read.Subjects[2], Assert.Single(read.Subjects[1].Components));
        Assert.Equal("inner", Assert.Single(read.Subjects[4].Components).First(Field.Name));
    }

    [Theory]
    [InlineData("1.4", "")]
    [InlineData("1.7", "")]
    [InlineData("1.2", "RUB1203")]
    [InlineData("1.0", "RUB1203")]
    [InlineData("2.0", "RUB1207")]
    [InlineData("2.5", "RUB1204")]
    [InlineData("", "RUB1204")]
    public void Versions_outside_1_4_to_1_7_are_read_and_said(string version, string codes)
    {
        var read = Inputs.Read($$"""{"bomFormat":"CycloneDX","specVersion":"{{version}}","components":[{"type":"device","name":"a"}]}""");
        Assert.Equal(codes, read.Codes);
        Assert.Single(read.Subjects);
    }

    [Fact]
    public void Nesting_of_two_hundred_levels_is_a_problem_with_its_place()
    {
        string deep = "{\"bomFormat\":\"CycloneDX\",\n\"components\":" + string.Concat(Enumerable.Repeat("[", 200)) + string.Concat(Enumerable.Repeat("]", 200)) + "}";
        var read = Inputs.Read(deep);
        Assert.Equal("in.csv:2:77: RUB1202 JSON nested too deep: found more than 64 levels; expected at most 64 levels", Assert.Single(read.Account.Problems).ToString());
        Assert.Empty(read.Records);
    }

    [Theory]
    [InlineData("{\"bomFormat\": \"CycloneDX\",\n  \"components\": [", "RUB1201", 2)]
    [InlineData("{\"bomFormat\": \"CycloneDX\", \"components\": [],\n \"components\": [{\"name\":\"a\"}]}", "RUB1201", 2)]
    [InlineData("{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.5\"}", "RUB1205", 0)]
    [InlineData("{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.5\", \"components\": []}", "RUB1205", 0)]
    [InlineData("{\"@context\": \"https://schema.org\"}", "RUB1007", 1)]
    [InlineData("{\"a\": 1}", "RUB1003", 1)]
    [InlineData("[1, 2]", "RUB1003", 1)]
    public void A_document_that_cannot_be_read_says_why(string text, string code, int line)
    {
        var problem = Assert.Single(Inputs.Read(text).Account.Problems);
        Assert.Equal((code, line), (problem.Kind.Code, problem.Where.Line));
    }

    [Fact]
    public void A_list_that_is_no_list_and_a_component_without_a_name_are_accounted_for()
    {
        var read = Inputs.Read("""{"bomFormat":"CycloneDX","specVersion":"1.5","components":[{"type":"device"}],"services":{}}""");
        Assert.Equal(["RUB1206", "RUB1206"], read.Unread.Select(u => u.Problems[0].Kind.Code));
        Assert.Equal((2, 2), (read.Account.Records, read.Account.Unread));
    }

    [Fact]
    public void A_text_of_100_KB_refuses_its_component_only()
    {
        string text = $$"""{"bomFormat":"CycloneDX","specVersion":"1.5","components":[{"name":"a","description":"{{new string('x', 100_000)}}"},{"name":"b"}]}""";
        var read = Inputs.Read(text);
        Assert.Equal("b", Assert.Single(read.Subjects).First(Field.Name));
        Assert.Equal("RUB1105", Assert.Single(read.Unread).Problems[0].Kind.Code);
    }

    [Fact]
    public void A_byte_order_mark_and_UTF16_are_understood()
    {
        foreach (var encoding in new Encoding[] { new UTF8Encoding(true), new UnicodeEncoding(false, true) })
            Assert.Equal(6, Inputs.Read([.. encoding.GetPreamble(), .. encoding.GetBytes(Bill)]).Subjects.Count);
    }
}
