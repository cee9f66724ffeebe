using System.Collections.Immutable;
using Rubicon.Diagnostics;
using Rubicon.Reading.Yaml;

namespace Rubicon.Reading.Makers;

/// <summary>A mapping of a maker file whose keys are checked against those that the grammar allows there.</summary>
internal sealed class MakerKeys
{
    private readonly ICollection<Problem> _problems;

    /// <summary>Reports keys outside <paramref name="allowed"/> (RUB2101) and anything that is no mapping (RUB2103).</summary>
    public MakerKeys(YamlNode node, ICollection<Problem> problems, params ReadOnlySpan<string> allowed)
    {
        Node = node;
        _problems = problems;
        if (node.Kind != YamlKind.Mapping)
            Bad(node, "keys with values");
        foreach (var entry in node.Entries)
            if (!allowed.Contains(entry.Key.Text))
                problems.Add(new Problem(ProblemCatalog.MakerUnknownKey, entry.Key.Where, entry.Key.Shown, "one of " + string.Join(", ", allowed.ToArray())));
    }

    /// <summary>The mapping itself.</summary>
    public YamlNode Node { get; }

    /// <summary>The scalar of a key that must be there; null after a problem was reported.</summary>
    public YamlNode? Required(string key)
    {
        if (Node.Find(key) is not { } found)
        {
            if (Node.Kind == YamlKind.Mapping)
                _problems.Add(new Problem(ProblemCatalog.MakerMissingKey, Node.Where, "no " + key, key));
            return null;
        }
        return Scalar(found);
    }

    /// <summary>The scalar of a key, or null when it is not there.</summary>
    public YamlNode? Optional(string key) => Node.Find(key) is { } found ? Scalar(found) : null;

    /// <summary>The text of a key, or null when it is not there.</summary>
    public string? Text(string key) => Optional(key)?.Text;

    /// <summary>True when the key says <c>true</c>.</summary>
    public bool Flag(string key)
    {
        if (Optional(key) is not { } found) return false;
        if (found.Text is not ("true" or "false")) Bad(found, "true or false");
        return found.Text == "true";
    }

    /// <summary>The items of a list; empty when the key is not there.</summary>
    public ImmutableArray<YamlNode> List(string key)
    {
        if (Node.Find(key) is not { } found) return [];
        if (found.Kind != YamlKind.Sequence) Bad(found, "a list");
        return found.Items;
    }

    /// <summary>The texts of a list of scalars.</summary>
    public ImmutableArray<string> Texts(string key)
    {
        var texts = ImmutableArray.CreateBuilder<string>();
        foreach (var item in List(key))
            if (Scalar(item) is { } scalar) texts.Add(scalar.Text);
        return texts.DrainToImmutable();
    }

    /// <summary>Reports a value that is not understood (RUB2103).</summary>
    public void Bad(YamlNode node, string expected) =>
        _problems.Add(new Problem(ProblemCatalog.MakerBadValue, node.Where, node.Shown, expected));

    private YamlNode? Scalar(YamlNode node)
    {
        if (node.Kind == YamlKind.Scalar && !node.IsNull) return node;
        Bad(node, "a text");
        return null;
    }
}
