using Rubicon.Diagnostics;
using Rubicon.Reading.Xml;

namespace Rubicon.Reading.Documents;

/// <summary>A place of an XML document. Attributes and elements inside are both members; an attribute wins.</summary>
internal sealed class XmlDocumentNode(XmlPart part, string path) : DocumentNode(path)
{
    public override int Line => part.Line;

    public override bool IsObject => part.Children.Count > 0 || part.Attributes.Count > 0;

    public override string? Value => part.Children.Count == 0 && part.Text.Length > 0 ? part.Text : null;

    public override string? Text(string member)
    {
        if (part.Attribute(member) is { } attribute) return attribute;
        if (part.Child(member) is { } child) return child.Children.Count == 0 ? child.Text : null;
        // <property name="serial">7</property> is { "name": "serial", "value": "7" } in JSON.
        return member == "value" ? Value : null;
    }

    public override DocumentNode? Child(string member) =>
        part.Child(member) is { } child ? new XmlDocumentNode(child, $"{Path}/{member}") : null;

    public override DocumentList Entries(string member) =>
        new(part.Child(member) is { } list ? list.Children.Select((c, i) => new XmlDocumentNode(c, $"{Path}/{member}/{c.Name}[{i + 1}]")) : []);

    public override IEnumerable<DocumentNode> Inside(string name) => part.All(name).Select((c, i) => new XmlDocumentNode(c, $"{Path}/{name}[{i + 1}]"));

    public override IEnumerable<string> Members => part.Attributes.Select(a => a.Name).Concat(part.Children.Select(c => c.Name));

    public override string Describe()
    {
        string inside = string.Join(", ", Members.Distinct(StringComparer.Ordinal).Take(6).Select(Quote.Text));
        return inside.Length == 0 ? $"an empty element {Quote.Text(part.Name)}" : $"an element {Quote.Text(part.Name)} with {inside}";
    }
}
