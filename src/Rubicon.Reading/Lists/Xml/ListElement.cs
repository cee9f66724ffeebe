using System.Text;
using System.Xml;

namespace Rubicon.Reading.Lists.Xml;

/// <summary>An element of a list with what is in it; names are without their namespace.</summary>
internal sealed class ListElement(string name, int line)
{
    private readonly List<ListElement> _children = [];
    private readonly List<(string Name, string Value)> _attributes = [];

    public string Name { get; } = name;

    public int Line { get; } = line;

    /// <summary>Text directly in it, without white space around it.</summary>
    public string Text { get; private set; } = "";

    public IReadOnlyList<ListElement> Children => _children;

    /// <summary>The attribute's value; empty without one.</summary>
    public string this[string attribute] => _attributes.Find(a => a.Name == attribute).Value ?? "";

    /// <summary>Text of the element at a path of names below it; empty without one.</summary>
    public string Of(params string[] path) => At(path)?.Text ?? "";

    /// <summary>The first element at a path of names below it.</summary>
    public ListElement? At(params string[] path)
    {
        var at = this;
        foreach (string step in path)
        {
            at = at._children.Find(c => c.Name == step);
            if (at is null) return null;
        }
        return at;
    }

    /// <summary>Elements of that name in the element at the path.</summary>
    public IEnumerable<ListElement> All(string name, params string[] path) => At(path)?._children.Where(c => c.Name == name) ?? [];

    /// <summary>The element at which the reader stands with its attributes alone; the reader stays.</summary>
    public static ListElement OfAttributes(XmlReader reader)
    {
        var element = new ListElement(reader.LocalName, Place(reader).Line);
        for (bool more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute()) element._attributes.Add((reader.LocalName, reader.Value));
        reader.MoveToElement();
        return element;
    }

    /// <summary>Reads the element at which the reader stands, with all in it; the reader then stands behind it.</summary>
    /// <exception cref="XmlException">The text is no XML, is cut off, or goes beyond the bounds.</exception>
    public static ListElement Read(XmlReader reader, int depth = 0)
    {
        var (line, _) = Place(reader);
        if (depth > XmlList.DeepestNesting) throw new XmlException($"elements nested deeper than {XmlList.DeepestNesting}", null, line, 0);
        var element = OfAttributes(reader);
        bool empty = reader.IsEmptyElement;
        reader.Read();
        if (empty) return element;
        StringBuilder? text = null;
        while (reader.NodeType != XmlNodeType.EndElement)
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                element._children.Add(Read(reader, depth + 1));
                continue;
            }
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA) (text ??= new StringBuilder()).Append(reader.Value);
            if (!reader.Read()) throw new XmlException("the file ends inside an element", null, line, 0);
        }
        element.Text = text?.ToString().Trim() ?? "";
        reader.Read();
        return element;
    }

    /// <summary>Where the reader stands.</summary>
    public static (int Line, int Column) Place(XmlReader reader) => reader is IXmlLineInfo place && place.HasLineInfo() ? (place.LineNumber, place.LinePosition) : (0, 0);
}
