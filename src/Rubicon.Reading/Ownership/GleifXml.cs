using System.Xml;
using System.Xml.Linq;
using Rubicon.Diagnostics;

namespace Rubicon.Reading.Ownership;

/// <summary>
/// Level 1 (LEI-CDF), level 2 (RR-CDF) and the exceptions of the Global LEI Foundation as XML. One record is in memory at a time; documents with a type definition are
/// refused, so that no entity is ever expanded.
/// </summary>
internal static class GleifXml
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = 0,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    };

    /// <summary>Reads the file; what is no XML, or no such XML, is a problem, and the records before it are used.</summary>
    public static void Read(OwnershipAccount account, Stream stream, PartyBook book)
    {
        var records = new GleifRecords(account, book);
        account.Format = "xml";
        try
        {
            using var xml = XmlReader.Create(stream, Settings);
            for (xml.MoveToContent(); !xml.EOF;)
            {
                if (xml.NodeType == XmlNodeType.Element && xml.LocalName is "LEIRecord" or "RelationshipRecord" or "Exception" && xml.Depth >= 2) Record(account, records, xml);
                else xml.Read();
            }
        }
        catch (XmlException broken)
        {
            account.Report(ProblemCatalog.StatementRefused, new SourceLocation(account.File, broken.LineNumber, broken.LinePosition), Quote.Text(broken.Message), "XML without a document type, to its end");
        }
        if (account.Format == "xml") account.Report(ProblemCatalog.OwnershipFormat, new SourceLocation(account.File), "XML without records of the Global LEI Foundation");
    }

    private static void Record(OwnershipAccount account, GleifRecords records, XmlReader xml)
    {
        var where = new SourceLocation(account.File, (xml as IXmlLineInfo)?.LineNumber ?? 0);
        var record = (XElement)XNode.ReadFrom(xml);
        switch (record.Name.LocalName)
        {
            case "LEIRecord":
                account.Format = "gleif-level-1-xml";
                records.Entity(Text(record, "LEI"), Text(record, "Entity", "LegalName"), Text(record, "Entity", "LegalJurisdiction"), Text(record, "Entity", "HeadquartersAddress", "Country"),
                    Text(record, "Registration", "RegistrationStatus"), where);
                break;
            case "RelationshipRecord":
                account.Format = "gleif-level-2-xml";
                Relationship(account, records, record, where);
                break;
            default:
                account.Format = "gleif-exceptions-xml";
                records.Exception(Text(record, "LEI"), Text(record, "ExceptionCategory"), Text(record, "ExceptionReason"), where);
                break;
        }
    }

    private static void Relationship(OwnershipAccount account, GleifRecords records, XElement record, SourceLocation where)
    {
        var relationship = Child(record, "Relationship");
        if (relationship is null)
        {
            account.Read++;
            account.Refuse(ProblemCatalog.StatementRefused, where, "a record without a relationship");
            return;
        }
        var periods = (Child(relationship, "RelationshipPeriods")?.Elements() ?? []).Select(p => (Text(p, "StartDate"), Text(p, "EndDate"), Text(p, "PeriodType")));
        bool dated = GleifPeriods.Read(periods, account, where, out var days);
        var quantifier = Child(relationship, "RelationshipQuantifiers")?.Elements().FirstOrDefault(q => Text(q, "QuantifierUnits").Contains("PERCENT", StringComparison.OrdinalIgnoreCase));
        records.Relationship(Text(relationship, "StartNode", "NodeID"), Text(relationship, "EndNode", "NodeID"), Text(relationship, "RelationshipType"), Text(relationship, "RelationshipStatus"),
            Text(record, "Registration", "RegistrationStatus"), days, dated, quantifier is null ? null : Text(quantifier, "QuantifierAmount"), where);
    }

    private static string Text(XElement? element, params ReadOnlySpan<string> path)
    {
        foreach (string name in path) element = element is null ? null : Child(element, name);
        return element?.Value.Trim() ?? "";
    }

    private static XElement? Child(XElement element, string name) => element.Elements().FirstOrDefault(e => e.Name.LocalName == name);
}
