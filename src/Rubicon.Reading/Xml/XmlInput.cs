using Rubicon.Diagnostics;
using Rubicon.Reading.CycloneDx;
using Rubicon.Reading.Hardware;
using Rubicon.Reading.Nmap;
using Rubicon.Subjects;

namespace Rubicon.Reading.Xml;

/// <summary>Reads an XML document and tells from its root element what it is.</summary>
internal static class XmlInput
{
    public static IEnumerable<ReadRecord> Read(HashedStream stream, InputLedger ledger)
    {
        using var xml = new XmlStream(stream, ledger);
        if (xml.Next())
        {
            foreach (var record in Known(xml, ledger)) yield return record;
        }
        else if (!xml.Failed)
        {
            ledger.Report(ProblemCatalog.XmlSyntax, "no element", 1);
        }
        // What follows the records is still part of the file: its digest and its errors count.
        while (!xml.Failed && xml.Next()) { }
        stream.Drain();
    }

    private static IEnumerable<ReadRecord> Known(XmlStream xml, InputLedger ledger)
    {
        if (CycloneDxXml.Is(xml)) return CycloneDxXml.Read(xml, ledger);
        if (NmapReader.Is(xml)) return NmapReader.Read(xml, ledger);
        if (LshwReader.Is(xml)) return LshwReader.Read(xml, ledger);
        ledger.Report(ProblemCatalog.FormatNotRead, What(xml), xml.Line);
        return [];
    }

    private static string What(XmlStream xml) =>
        xml.Name == "RDF" ? "SPDX or another document as RDF" : $"XML with the root element {Quote.Text(xml.Name)}";
}
