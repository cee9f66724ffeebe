using System.Xml;
using Rubicon.Diagnostics;

namespace Rubicon.Reading.Lists.Xml;

/// <summary>What reads the entries of one XML format.</summary>
/// <param name="Publication">Id of the publication.</param>
/// <param name="Title">What the format is called.</param>
/// <param name="Entry">Names of the elements that are an entry each.</param>
/// <param name="Head">Names of the elements that say something of the list.</param>
/// <param name="Read">Reads an entry.</param>
/// <param name="Heading">Reads an element of the head, or the attributes of the root.</param>
/// <param name="End">After the last entry.</param>
internal sealed record XmlFormat(
    string Publication, string Title, string[] Entry, string[] Head, Action<ListElement, ListDraft> Read, Action<ListElement, ListDraft> Heading, Action<ListDraft>? End = null);

/// <summary>
/// A list as XML, one entry at a time. A document type is refused, so that no entity is ever expanded and no file or address fetched; depth and length are bounded.
/// </summary>
internal static class XmlList
{
    /// <summary>Deepest nesting inside an entry.</summary>
    public const int DeepestNesting = 32;

    private static readonly XmlReaderSettings Strict = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = ListInput.LargestFile,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };

    /// <summary>Reads the list; what is no XML, or is cut off, leaves the draft not whole.</summary>
    public static void Read(byte[] bytes, ListDraft draft)
    {
        using var reader = XmlReader.Create(new MemoryStream(bytes, writable: false), Strict);
        try
        {
            reader.MoveToContent();
            if (reader.NodeType != XmlNodeType.Element || Format(reader.LocalName) is not { } format)
            {
                draft.Cut(ListElement.Place(reader).Line, $"XML of a kind that is not read: its root is {Quote.Text(reader.LocalName)}");
                return;
            }
            draft.Publication = ListPublication.Of(format.Publication);
            draft.Format = format.Title;
            format.Heading(ListElement.OfAttributes(reader), draft);
            if (!reader.IsEmptyElement) Entries(reader, format, draft);
            format.End?.Invoke(draft);
        }
        catch (XmlException error)
        {
            draft.Cut(error.LineNumber, "XML that is not whole, or holds a document type: " + Quote.Text(error.Message));
        }
    }

    private static void Entries(XmlReader reader, XmlFormat format, ListDraft draft)
    {
        reader.Read();
        while (!reader.EOF)
        {
            if (reader.NodeType == XmlNodeType.Element && format.Entry.Contains(reader.LocalName, StringComparer.Ordinal)) format.Read(ListElement.Read(reader), draft);
            else if (reader.NodeType == XmlNodeType.Element && format.Head.Contains(reader.LocalName, StringComparer.Ordinal)) format.Heading(ListElement.Read(reader), draft);
            else if (reader.Depth > DeepestNesting) throw new XmlException($"elements nested deeper than {DeepestNesting}", null, ListElement.Place(reader).Line, 0);
            else reader.Read();
        }
    }

    private static XmlFormat? Format(string root) => root switch
    {
        "sdnList" => new OfacXml().Sdn,
        "sanctionsData" => OfacXml.Enhanced,
        "CONSOLIDATED_LIST" => UnitedNationsXml.Format,
        "export" => EuropeanXml.Format,
        "Designations" => BritishXml.SanctionsList,
        "ArrayOfFinancialSanctionsTarget" => BritishXml.ConList(),
        _ => null,
    };
}
