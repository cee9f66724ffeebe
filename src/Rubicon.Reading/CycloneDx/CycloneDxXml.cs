using Rubicon.Reading.Documents;
using Rubicon.Reading.Xml;
using Rubicon.Subjects;

namespace Rubicon.Reading.CycloneDx;

/// <summary>
/// Reads CycloneDX XML, versions 1.0 to 1.7, as it comes: memory does not grow with the file beyond what
/// <see cref="BillAssembly"/> holds. The version is the one of the namespace; elements of other namespaces are extensions
/// and are left out.
/// </summary>
internal static class CycloneDxXml
{
    public static bool Is(XmlStream xml) => xml.Name == "bom" && xml.Namespace.Contains("cyclonedx.org/schema/", StringComparison.Ordinal);

    public static IEnumerable<ReadRecord> Read(XmlStream xml, InputLedger ledger)
    {
        string space = xml.Namespace;
        var versions = new BillVersions(ledger);
        versions.Claim(BillVersions.InAddress(space), null, oldName: true, xml.Line, "/bom");
        var bill = new BillAssembly(new ComponentReader(ledger, versions, new BillParties()), ledger);
        bool more = xml.Next();
        while (more && xml.Depth == 1)
        {
            string name = xml.Namespace == space ? xml.Name : "";
            versions.SeeBill([name], xml.Line);
            switch (name)
            {
                case "metadata":
                    int line = xml.Line;
                    if (xml.Whole(sameNamespace: true) is { } metadata) bill.Take(BillPiece.Metadata, new XmlDocumentNode(metadata, "/bom/metadata"));
                    else if (!xml.Failed)
                        foreach (var record in bill.Refuse(XmlStream.TooLarge(new(ledger.File, line, 0, "/bom/metadata")))) yield return record;
                    more = xml.Next();
                    break;
                case "components" or "services":
                    int index = 0;
                    while ((more = xml.Next()) && xml.Depth == 2)
                        foreach (var record in Take(bill, xml, ledger, space, name, ++index)) yield return record;
                    break;
                default:
                    xml.Skip();
                    more = xml.Next();
                    break;
            }
        }
        foreach (var record in bill.Close("a bill without components and services")) yield return record;
        versions.Close();
    }

    private static IEnumerable<ReadRecord> Take(BillAssembly bill, XmlStream xml, InputLedger ledger, string space, string list, int index)
    {
        string path = $"/bom/{list}/{xml.Name}[{index}]";
        int line = xml.Line;
        if (xml.Namespace != space)
        {
            xml.Skip();
            return [];
        }
        var kind = list == "components" ? BillPiece.Component : BillPiece.Service;
        if (xml.Whole(sameNamespace: true) is { } part) return bill.Take(kind, new XmlDocumentNode(part, path));
        // An element that the document broke off in is not counted: what it would have been is not known.
        if (xml.Failed) return [];
        return bill.Refuse(XmlStream.TooLarge(new(ledger.File, line, 0, path)));
    }
}
