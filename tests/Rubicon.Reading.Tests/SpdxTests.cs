using Rubicon.Subjects;
using Xunit;

namespace Rubicon.Reading.Tests;

public class SpdxTests
{
    private const string TagValue = """
        ## made by hand
        SPDXVersion: SPDX-2.3
        SPDXID: SPDXRef-DOCUMENT
        DocumentName: radio
        Creator: Organization: Author of the document
        Relationship: SPDXRef-DOCUMENT DESCRIBES SPDXRef-radio

        PackageName: radio
        SPDXID: SPDXRef-radio
        PrimaryPackagePurpose: DEVICE
        PackageSupplier: Organization: Distributor Inc. (sales@dist.test)
        PackageOriginator: Organization: ZTE Corporation
        PackageVersion: 2
        PackageDownloadLocation: NOASSERTION
        Relationship: SPDXRef-radio CONTAINS SPDXRef-boot
        Relationship: SPDXRef-radio CONTAINS SPDXRef-gone
        Relationship: SPDXRef-make BUILD_TOOL_OF SPDXRef-boot
        Relationship: SPDXRef-radio CONTAINS DocumentRef-other:SPDXRef-x

        PackageName: boot
        SPDXID: SPDXRef-boot
        PrimaryPackagePurpose: FIRMWARE
        PackageOriginator: Person: Somebody (a@b.test)
        PackageDescription: <text>two
        lines</text>
        ExternalRef: SECURITY cpe23Type cpe:2.3:o:huawei:x:1:*:*:*:*:*:*:*

        PackageName: make
        SPDXID: SPDXRef-make

        FileName: ./a.c
        SPDXID: SPDXRef-a
        Relationship: SPDXRef-boot CONTAINS SPDXRef-a
        """;

    private static readonly string[] Expected =
    [
        "Name=radio; ItemKind=equipment; Model=radio; Supplier=Distributor Inc.; Maker=ZTE Corporation; Version=2",
        "Name=boot; ItemKind=software; Category=firmware; Note=originator: Somebody; Description=two\nlines; PackageUrl=cpe:2.3:o:huawei:x:1:*:*:*:*:*:*:*",
        "Name=make; ItemKind=software",
    ];

    [Fact]
    public void A_document_in_tag_value_form_is_read()
    {
        var read = Inputs.Read(TagValue);
        Assert.Equal("spdx-2.3", read.Account.Format);
        Assert.Equal(Expected.Order(StringComparer.Ordinal), read.Subjects.Select(s => Sorted(s)).Order(StringComparer.Ordinal));
        Assert.Equal([8, 20, 28], read.Subjects.Select(s => s.Source.Line));
        Assert.Equal("RUB1511 RUB1512 RUB1515", read.Codes);
        Assert.Equal("in.csv:16: RUB1511 SPDX reference leads nowhere: found \"SPDXRef-gone\" in a relation \"CONTAINS\"; expected an identifier of an element of the same document", read.Account.Problems[0].ToString());
    }

    [Fact]
    public void What_the_document_describes_holds_the_rest_without_the_tools()
    {
        Assert.Equal(["boot"], Inputs.Read(TagValue).Subjects[0].Components.Select(c => c.First(Field.Name)));
    }

    [Fact]
    public void The_same_document_as_JSON_reads_the_same()
    {
        var read = Inputs.Read("""
            { "spdxVersion": "SPDX-2.3", "SPDXID": "SPDXRef-DOCUMENT", "documentDescribes": ["SPDXRef-radio"],
              "packages": [
                { "SPDXID": "SPDXRef-make", "name": "make" },
                { "SPDXID": "SPDXRef-radio", "name": "radio", "primaryPackagePurpose": "DEVICE", "supplier": "Organization: Distributor Inc. (sales@dist.test)",
                  "originator": "Organization: ZTE Corporation", "versionInfo": "2", "downloadLocation": "NOASSERTION" },
                { "SPDXID": "SPDXRef-boot", "name": "boot", "primaryPackagePurpose": "FIRMWARE", "originator": "Person: Somebody (a@b.test)", "description": "two\nlines",
                  "externalRefs": [ { "referenceCategory": "SECURITY", "referenceType": "cpe23Type", "referenceLocator": "cpe:2.3:o:huawei:x:1:*:*:*:*:*:*:*" } ] },
                { "SPDXID": "SPDXRef-n" } ],
              "relationships": [
                { "spdxElementId": "SPDXRef-radio", "relationshipType": "CONTAINS", "relatedSpdxElement": "SPDXRef-boot" },
                { "spdxElementId": "SPDXRef-make", "relationshipType": "BUILD_TOOL_OF", "relatedSpdxElement": "SPDXRef-boot" } ] }
            """);
        Assert.Equal(("spdx-2.3", ""), (read.Account.Format, read.Codes));
        Assert.Equal([Expected[0], Expected[2], Expected[1]], read.Subjects.Select(s => Sorted(s)));
        Assert.Equal(["boot"], read.Subjects[0].Components.Select(c => c.First(Field.Name)));
        Assert.Equal("RUB1513", Assert.Single(read.Unread).Problems[0].Kind.Code);
    }

    [Fact]
    public void A_graph_of_3_0_is_read_with_agents_that_stand_elsewhere()
    {
        var read = Inputs.Read("""
            { "@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld", "@graph": [
              { "type": "CreationInfo", "@id": "_:c", "specVersion": "3.0.1" },
              { "type": "SpdxDocument", "spdxId": "d", "rootElement": ["p"] },
              { "type": "software_Package", "spdxId": "p", "name": "radio", "software_primaryPurpose": "device", "suppliedBy": "o", "originatedBy": ["z", "gone"],
                "software_packageVersion": "2", "externalIdentifier": [ { "externalIdentifierType": "cpe23", "identifier": "cpe:2.3:h:zte:x" } ] },
              { "type": "software_Package", "spdxId": "q", "name": "lib", "software_packageUrl": "pkg:npm/lib@1" },
              { "type": "Organization", "spdxId": "o", "name": "Distributor" },
              { "type": "Organization", "spdxId": "z", "name": "ZTE" },
              { "type": "Relationship", "spdxId": "r", "relationshipType": "contains", "from": "p", "to": ["q", "lost"] },
              { "type": "Relationship", "spdxId": "s", "relationshipType": "hasConcludedLicense", "from": "q", "to": ["https://spdx.org/licenses/MIT"] } ] }
            """);
        Assert.Equal("spdx-3.0.1", read.Account.Format);
        Assert.Equal(
            ["Name=radio; ItemKind=equipment; Model=radio; Maker=ZTE; Supplier=Distributor; Version=2; PackageUrl=cpe:2.3:h:zte:x", "Name=lib; PackageUrl=pkg:npm/lib@1; ItemKind=software"],
            read.Subjects.Select(Inputs.Text));
        Assert.Equal(["lib"], read.Subjects[0].Components.Select(c => c.First(Field.Name)));
        Assert.Equal(["\"gone\" in a relation \"originatedBy\"", "\"lost\" in a relation \"contains\""], read.Account.Problems.Select(p => p.Found));
    }

    [Theory]
    [InlineData("SPDXVersion: SPDX-2.3\n", "RUB1514")]
    [InlineData("SPDXVersion: SPDX-9\nPackageName: a\nSPDXID: SPDXRef-a\n", "RUB1510")]
    [InlineData("SPDXVersion: SPDX-2.3\nPackageName: a\nSPDXID: SPDXRef-a\nPackageDescription: <text>never\nclosed\n", "RUB1541")]
    [InlineData("SPDXVersion: SPDX-2.3\nPackageName: a\nSPDXID: SPDXRef-a\nsome words\n", "RUB1540")]
    [InlineData("{\"spdxVersion\": \"SPDX-2.3\", \"files\": [{\"SPDXID\": \"SPDXRef-f\"}]}", "RUB1514")]
    [InlineData("{\"@context\": \"https://spdx.org/rdf/3.0.1/spdx-context.jsonld\", \"@graph\": [{\"specVersion\": \"3.0.1\"}]}", "RUB1514")]
    public void A_document_that_is_not_whole_says_why(string text, string code) => Assert.Equal(code, Inputs.Read(text).Codes);

    private static string Sorted(Subject subject)
    {
        // The order of tags in a document is free; the texts are compared in the order of the expected ones.
        var order = new[] { Field.Name, Field.ItemKind, Field.Category, Field.Model, Field.Supplier, Field.Maker, Field.Version, Field.Note, Field.Description, Field.PackageUrl };
        return string.Join("; ", subject.Statements.OrderBy(s => Array.IndexOf(order, s.Field)).Select(s => $"{s.Field}={s.Text}"));
    }
}
