namespace Rubicon.Reading.Xml;

/// <summary>One element with what is in it. Names are local; the namespace was looked at when it was read.</summary>
internal sealed class XmlPart(string name, int line)
{
    public string Name { get; } = name;

    public int Line { get; } = line;

    public List<(string Name, string Value)> Attributes { get; } = [];

    public List<XmlPart> Children { get; } = [];

    /// <summary>Text between the elements, trimmed; empty when there is none.</summary>
    public string Text { get; set; } = "";

    public string? Attribute(string name)
    {
        foreach (var attribute in Attributes)
            if (attribute.Name == name) return attribute.Value;
        return null;
    }

    /// <summary>The first element of the name, or null.</summary>
    public XmlPart? Child(string name)
    {
        foreach (var child in Children)
            if (child.Name == name) return child;
        return null;
    }

    /// <summary>All elements of the name.</summary>
    public IEnumerable<XmlPart> All(string name) => Children.Where(c => c.Name == name);
}
