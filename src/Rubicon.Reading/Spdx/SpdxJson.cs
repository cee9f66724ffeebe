using System.Text.Json;
using Rubicon.Diagnostics;
using Rubicon.Reading.Documents;
using Rubicon.Reading.Json;
using Rubicon.Subjects;

namespace Rubicon.Reading.Spdx;

/// <summary>Reads SPDX 2 as JSON (2.2, 2.3).</summary>
internal static class SpdxJson
{
    public static bool Is(JsonElement root) => OtherJson.Text(root, "spdxVersion") is not null;

    public static IEnumerable<ReadRecord> Read(JsonElement document, LineCounter places, InputLedger ledger)
    {
        var root = new JsonDocumentNode(document, places, "$");
        SpdxVersions.Claim(root.Text("spdxVersion"), root.Line, ledger);
        var bill = new SpdxBill(ledger);
        bill.AddOther(root.Text("SPDXID") ?? "SPDXRef-DOCUMENT");
        foreach (var described in root.Entries("documentDescribes").Entries) bill.Describe(described.Value, described.Line);
        foreach (var package in root.Entries("packages").Entries) Package(bill, package, ledger);
        foreach (string list in new[] { "files", "snippets" })
        {
            foreach (var element in root.Entries(list).Entries)
            {
                if (list == "files") bill.Files++;
                bill.AddOther(element.Text("SPDXID"));
            }
        }
        foreach (var relation in root.Entries("relationships").Entries)
            bill.Relate(new(relation.Text("spdxElementId") ?? "", relation.Text("relationshipType") ?? "", relation.Text("relatedSpdxElement") ?? "", relation.Line));
        return bill.Close();
    }

    private static void Package(SpdxBill bill, DocumentNode node, InputLedger ledger)
    {
        if (!node.IsObject)
        {
            ledger.Report(ProblemCatalog.SpdxPackageUnreadable, node.Describe(), node.Line, pointer: node.Path);
            return;
        }
        var package = new SpdxPackage(node.Text("SPDXID") ?? node.Path, node.Line, node.Path);
        package.Name(node.Text("name"));
        if (node.Text("primaryPackagePurpose") is { } purpose) package.Purpose(purpose, node.Text("name"));
        package.Originator(node.Text("originator"));
        package.Supplier(node.Text("supplier"));
        package.State(Field.Version, node.Text("versionInfo"));
        package.State(Field.Description, node.Text("description") ?? node.Text("summary"));
        foreach (var reference in node.Entries("externalRefs").Entries.Take(1000))
            package.Reference(reference.Text("referenceType"), reference.Text("referenceLocator"));
        package.Note("downloaded from", node.Text("downloadLocation"));
        package.Note("copyright", node.Text("copyrightText"));
        bill.Add(package);
        foreach (var file in node.Entries("hasFiles").Entries)
            bill.Relate(new(package.Id, "CONTAINS", file.Value ?? "", file.Line));
    }
}
