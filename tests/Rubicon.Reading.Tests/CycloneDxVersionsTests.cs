using Rubicon.Subjects;
using Xunit;

namespace Rubicon.Reading.Tests;

public class CycloneDxVersionsTests
{
    [Theory]
    [InlineData("\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.4\",\"$schema\":\"http://cyclonedx.org/schema/bom-1.6.schema.json\"", "RUB1207")]
    [InlineData("\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\",\"$schema\":\"http://cyclonedx.org/schema/bom-1.6.schema.json\"", "")]
    [InlineData("\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.4\"", "RUB1207")]
    [InlineData("\"specFormat\":\"CycloneDX\",\"specVersion\":\"2.0\"", "RUB1210")]
    public void A_bill_that_lies_about_its_version_is_read_whole(string head, string code)
    {
        var read = Inputs.Read($$"""{ {{head}}, "components": [ { "type": "device", "name": "a", "manufacturer": { "name": "ZTE" } } ] }""");
        Assert.Equal(code, string.Join(' ', read.Account.Problems.Select(p => p.Kind.Code).Distinct()));
        Assert.Equal("ZTE", Assert.Single(read.Subjects).First(Field.Maker));
    }

    [Fact]
    public void Parties_origins_and_identifiers_of_2_0_are_read()
    {
        var read = Inputs.Read("""
            { "specFormat": "CycloneDX", "specVersion": "2.0",
              "components": [
                { "type": "device", "name": "MCU", "parties": [ "acme", "nobody" ],
                  "identifiers": [ { "party": "acme", "identities": [ { "scheme": "mpn", "value": "M-1" }, { "scheme": "fcc-id", "value": "QIS-1" } ] } ],
                  "origins": [
                    { "stage": "designed", "basis": "hours", "distribution": [ { "isoCode": "US", "percentage": 90 }, { "isoCode": "CN-44", "percentage": 10 } ] },
                    { "basis": "cost", "distribution": [ { "isoCode": "TW", "percentage": 100 } ] },
                    { "stage": "tested", "basis": "cost", "distribution": [ { "isoCode": "MY", "percentage": 100 } ] } ] },
                { "type": "component-choice", "operator": "XOR", "components": [
                    { "type": "device", "name": "alternate", "parties": [
                      { "roles": [ { "role": "supplier", "order": 2 } ], "organization": { "name": "Second" } },
                      { "roles": [ { "role": "supplier", "order": 1 } ], "organization": { "name": "First", "jurisdiction": "CN-GD", "identifiers": [ { "scheme": "lei", "value": "L1" } ] } },
                      { "bom-ref": "acme", "roles": [ { "role": "manufacturer" }, { "role": "auditor" } ], "organization": { "name": "Acme", "legalName": "Acme S.r.l." } } ] } ] }
              ] }
            """);
        Assert.Equal(
            ["Name=MCU; Model=MCU; ItemKind=equipment; PartNumber=M-1; FccId=QIS-1; OriginDesigned=US, CN; Origin=TW; Note=tested in MY; Maker=Acme S.r.l.; Note=auditor: Acme S.r.l.",
             "Name=alternate; Model=alternate; ItemKind=equipment; Supplier=First; SupplierCountry=CN; Lei=L1; Supplier=Second; Maker=Acme S.r.l.; Note=auditor: Acme S.r.l."],
            read.Subjects.Select(Inputs.Text));
        Assert.Equal("RUB1210 RUB1209", read.Codes);
    }

    [Fact]
    public void An_inventory_of_2_0_holds_components_by_reference()
    {
        var read = Inputs.Read("""
            { "specFormat": "CycloneDX", "specVersion": "2.0",
              "definitions": { "components": [ { "bom-ref": "r", "type": "library", "name": "runtime", "components": [ { "ref": "r" } ] } ] },
              "inventories": [ { "subject": { "type": "application", "name": "app" }, "components": [ { "ref": "r" }, { "ref": "gone" } ] } ] }
            """);
        Assert.Equal(["app", "runtime"], read.Subjects.Select(s => s.First(Field.Name)));
        Assert.Same(read.Subjects[1], Assert.Single(read.Subjects[0].Components));
        Assert.Equal(["RUB1208", "RUB1209"], read.Unread.Select(u => u.Problems[0].Kind.Code));
    }

    [Fact]
    public void A_component_inside_itself_is_named_and_the_others_go_on()
    {
        var read = Inputs.Read("""
            { "bomFormat": "CycloneDX", "specVersion": "1.6", "components": [
              { "type": "device", "name": "a", "bom-ref": "x", "components": [ { "type": "device", "name": "b", "bom-ref": "y", "components": [ { "type": "device", "name": "a", "bom-ref": "x" } ] } ] },
              { "type": "device", "name": "c", "bom-ref": "x" } ] }
            """);
        Assert.Equal(["a", "b", "c"], read.Subjects.Select(s => s.First(Field.Name)));
        Assert.Equal("RUB1208", Assert.Single(read.Unread).Problems[0].Kind.Code);
    }

    [Fact]
    public void Ancestors_count_as_parts_and_variants_do_not()
    {
        var read = Inputs.Read("""
            { "bomFormat": "CycloneDX", "specVersion": "1.6", "components": [ { "type": "firmware", "name": "fork",
              "pedigree": { "ancestors": [ { "type": "firmware", "name": "original", "supplier": { "name": "Huawei" } } ], "variants": [ { "type": "firmware", "name": "other" } ] } } ] }
            """);
        Assert.Equal(["fork", "original"], read.Subjects.Select(s => s.First(Field.Name)));
        Assert.Same(read.Subjects[1], Assert.Single(read.Subjects[0].Components));
    }
}
