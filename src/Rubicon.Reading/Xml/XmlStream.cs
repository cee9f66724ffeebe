using System.Text;
using System.Xml;
using Rubicon.Diagnostics;

namespace Rubicon.Reading.Xml;

/// <summary>
/// Reads an XML document forward, element by element. A document type declaration is passed over and nothing that it
/// declares is used: an entity of its own is an error, no file and no address is ever opened. Depth and size are bounded.
/// </summary>
internal sealed class XmlStream : IDisposable
{
    public const int Deepest = 64;

    /// <summary>Most characters and elements of one record.</summary>
    public const int LargestPart = 4 * 1024 * 1024;

    /// <summary>Most characters of a document.</summary>
    public const int LargestDocument = 512 * 1024 * 1024;

    /// <summary>Longest text kept; one character over the limit of a statement, so that a longer one is refused and not cut.</summary>
    private const int LongestText = Tables.CellTexts.LongestCell + 1;

    private readonly XmlReader _reader;
    private readonly InputLedger _ledger;
    private readonly char[] _block = new char[4096];

    public XmlStream(Stream stream, InputLedger ledger)
    {
        _ledger = ledger;
        _reader = XmlReader.Create(stream, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Ignore,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            MaxCharactersInDocument = LargestDocument,
            CloseInput = false,
        });
    }

    /// <summary>True when the document ended with an error, which the ledger has.</summary>
    public bool Failed { get; private set; }

    public string Name => _reader.LocalName;

    public string Namespace => _reader.NamespaceURI;

    public int Depth => _reader.Depth;

    public int Line => ((IXmlLineInfo)_reader).LineNumber;

    public string? Attribute(string name) => _reader.GetAttribute(name);

    /// <summary>Goes to the next element, into the one it stands at; false at the end and on an error.</summary>
    public bool Next() => Guarded(() =>
    {
        while (_reader.Read())
            if (_reader.NodeType == XmlNodeType.Element) return !TooDeep();
        return false;
    });

    /// <summary>Passes over the element it stands at.</summary>
    public void Skip() => Guarded(() =>
    {
        if (_reader.IsEmptyElement) return true;
        int depth = _reader.Depth;
        while (_reader.Read() && _reader.Depth > depth)
            if (TooDeep()) return false;
        return true;
    });

    /// <summary>
    /// The element it stands at with what is in it; elements of other namespaces are left out when <paramref name="sameNamespace"/>.
    /// Null when it cannot be read (<see cref="Failed"/>) or is larger than <see cref="LargestPart"/>; it has been passed over then.
    /// </summary>
    public XmlPart? Whole(bool sameNamespace = false)
    {
        XmlPart? whole = null;
        bool fits = true;
        Guarded(() => fits = Read(sameNamespace, out whole));
        return Failed || !fits ? null : whole;
    }

    /// <summary>The problem of an element that <see cref="Whole"/> found too large.</summary>
    public static Problem TooLarge(SourceLocation where) =>
        new(ProblemCatalog.XmlElementTooLarge, where, $"an element of more than {LargestPart >> 20} million characters");

    private bool Read(bool sameNamespace, out XmlPart? whole)
    {
        string space = _reader.NamespaceURI;
        int left = LargestPart;
        whole = Start(ref left);
        if (_reader.IsEmptyElement) return left >= 0;
        var open = new Stack<(XmlPart Part, StringBuilder? Text)>();
        open.Push((whole, null));
        int depth = _reader.Depth;
        while (open.Count > 0 && _reader.Read())
        {
            if (TooDeep()) return false;
            if (left < 0)
            {
                while (_reader.Depth > depth && _reader.Read()) { }
                return false;
            }
            switch (_reader.NodeType)
            {
                case XmlNodeType.Element when sameNamespace && _reader.NamespaceURI != space:
                    SkipInside(_reader.Depth);
                    break;
                case XmlNodeType.Element:
                    var child = Start(ref left);
                    open.Peek().Part.Children.Add(child);
                    if (!_reader.IsEmptyElement) open.Push((child, null));
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA:
                    var (part, text) = open.Pop();
                    text ??= new StringBuilder();
                    TakeText(text, ref left);
                    open.Push((part, text));
                    break;
                case XmlNodeType.EndElement:
                    var (closed, content) = open.Pop();
                    closed.Text = content?.ToString().Trim() ?? "";
                    break;
            }
        }
        return true;
    }

    private XmlPart Start(ref int left)
    {
        var part = new XmlPart(_reader.LocalName, Line);
        left -= 16;
        for (bool more = _reader.MoveToFirstAttribute(); more; more = _reader.MoveToNextAttribute())
        {
            if (_reader.Prefix == "xmlns" || _reader.LocalName == "xmlns") continue;
            part.Attributes.Add((_reader.LocalName, _reader.Value));
            left -= _reader.Value.Length + 16;
        }
        _reader.MoveToElement();
        return part;
    }

    private void TakeText(StringBuilder text, ref int left)
    {
        if (!_reader.CanReadValueChunk)
        {
            text.Append(_reader.Value);
            left -= _reader.Value.Length;
            return;
        }
        for (int got; (got = _reader.ReadValueChunk(_block, 0, _block.Length)) > 0;)
        {
            text.Append(_block, 0, Math.Max(0, Math.Min(got, LongestText - text.Length)));
            left -= got;
        }
    }

    private void SkipInside(int depth)
    {
        if (_reader.IsEmptyElement) return;
        while (_reader.Read() && _reader.Depth > depth && !TooDeep()) { }
    }

    private bool TooDeep()
    {
        if (Failed || _reader.Depth <= Deepest) return Failed;
        _ledger.Report(ProblemCatalog.XmlTooDeep, $"more than {Deepest} levels", Line, ((IXmlLineInfo)_reader).LinePosition);
        return Failed = true;
    }

    private bool Guarded(Func<bool> read)
    {
        if (Failed) return false;
        try
        {
            return read();
        }
        catch (XmlException e)
        {
            Failed = true;
            // An entity that only the document itself declares is told from other errors by the message alone.
            bool entity = e.Message.Contains("entity", StringComparison.OrdinalIgnoreCase);
            int place = e.Message.LastIndexOf(" Line ", StringComparison.Ordinal);
            _ledger.Report(entity ? ProblemCatalog.XmlEntity : ProblemCatalog.XmlSyntax, Quote.Text(place > 0 ? e.Message[..place] : e.Message), e.LineNumber, e.LinePosition);
            return false;
        }
    }

    public void Dispose() => _reader.Dispose();
}
