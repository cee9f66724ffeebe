namespace Rubicon.Reading.Documents;

/// <summary>
/// One place of a JSON or XML document. Formats that exist in both (CycloneDX, lshw) are read by one piece of code through
/// it, so that the two forms of a file cannot come to mean different things.
/// </summary>
internal abstract class DocumentNode(string path)
{
    /// <summary>Where it stands: <c>$.components[2]</c>, or <c>/bom/components/component[3]</c>.</summary>
    public string Path { get; } = path;

    /// <summary>The line on which it begins, from 1.</summary>
    public abstract int Line { get; }

    /// <summary>True for an object; false for a text, a number, a list.</summary>
    public abstract bool IsObject { get; }

    /// <summary>The text of a node that is text or a number, or null.</summary>
    public abstract string? Value { get; }

    /// <summary>A member that is text or a number; in XML an attribute, or an element without elements in it.</summary>
    public abstract string? Text(string member);

    /// <summary>A member that is an object, or null.</summary>
    public abstract DocumentNode? Child(string member);

    /// <summary>The entries of a member that is a list; in XML the elements inside it.</summary>
    public abstract DocumentList Entries(string member);

    /// <summary>Objects of one kind inside: entries of the list of this name in JSON, elements of this name themselves in XML.</summary>
    public abstract IEnumerable<DocumentNode> Inside(string name);

    /// <summary>Names of the members, for telling what a document uses.</summary>
    public abstract IEnumerable<string> Members { get; }

    /// <summary>What stands here, for a message.</summary>
    public abstract string Describe();
}

/// <summary>Entries of a list.</summary>
/// <param name="Entries">In order; empty when the member is missing.</param>
/// <param name="NotAList">What stands in place of a list, or null.</param>
internal readonly record struct DocumentList(IEnumerable<DocumentNode> Entries, DocumentNode? NotAList = null);
