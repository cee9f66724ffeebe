using System.Text.Json;
using Rubicon.Diagnostics;
using Rubicon.Reading.Json;
using Rubicon.Screening;

namespace Rubicon.Reading.Ownership;

/// <summary>A member of a JSON statement, read with its place for problems. A member of another type than asked for is reported and counts as absent.</summary>
internal readonly record struct StatementNode(JsonElement Element, string Path, OwnershipAccount Account, int Line)
{
    public SourceLocation Where => new(Account.File, Line, 0, Path);

    public bool IsObject => Element.ValueKind == JsonValueKind.Object;

    /// <summary>The member, or null when it is absent or null.</summary>
    public StatementNode? Find(string name) =>
        IsObject && Element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? this with { Element = value, Path = $"{Path}.{name}" } : null;

    /// <summary>The first of several names, as versions of a format spell a member.</summary>
    public StatementNode? Find(string name, string other) => Find(name) ?? Find(other);

    public string? Text(string name)
    {
        if (Find(name) is not { } node) return null;
        if (node.Element.ValueKind == JsonValueKind.String) return OtherJson.Scalar(node.Element)?.Trim();
        Odd(node, "text");
        return null;
    }

    /// <summary>The day of a member; a time of day is left out. Reported and null when it is none.</summary>
    public DateOnly? Day(string name)
    {
        if (Text(name) is not { Length: > 0 } text) return null;
        if (DateWords.Read(text.Length > 10 && text[10] == 'T' ? text[..10] : text, out var day) == DateReading.Day) return day;
        Account.Report(ProblemCatalog.StakeDate, Find(name)!.Value.Where, Quote.Text(text));
        return null;
    }

    public bool IsTrue(string name)
    {
        if (Find(name) is not { } node) return false;
        if (node.Element.ValueKind is not (JsonValueKind.True or JsonValueKind.False)) Odd(node, "true or false");
        return node.Element.ValueKind == JsonValueKind.True;
    }

    /// <summary>The object of a member, or null.</summary>
    public StatementNode? Object(string name)
    {
        if (Find(name) is not { } node) return null;
        if (node.IsObject) return node;
        Odd(node, "an object");
        return null;
    }

    /// <summary>The entries of a list; none when it is absent.</summary>
    public IEnumerable<StatementNode> Items(string name)
    {
        if (Find(name) is not { } node) yield break;
        if (node.Element.ValueKind != JsonValueKind.Array)
        {
            Odd(node, "a list");
            yield break;
        }
        int index = 0;
        foreach (var item in node.Element.EnumerateArray()) yield return node with { Element = item, Path = $"{node.Path}[{index++}]" };
    }

    public IEnumerable<StatementNode> Objects(string name)
    {
        foreach (var item in Items(name))
            if (item.IsObject) yield return item;
            else Odd(item, "an object");
    }

    public IEnumerable<string> Texts(string name)
    {
        foreach (var item in Items(name))
            if (item.Element.ValueKind == JsonValueKind.String) yield return OtherJson.Scalar(item.Element)!.Trim();
            else Odd(item, "text");
    }

    private static void Odd(StatementNode node, string expected)
    {
        string raw = node.Element.GetRawText();
        node.Account.Report(ProblemCatalog.StatementMember, node.Where, Quote.Text(raw), expected);
    }
}
