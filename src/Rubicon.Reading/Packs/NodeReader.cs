using System.Collections.Immutable;
using System.Globalization;
using Rubicon.Diagnostics;
using Rubicon.Reading.Yaml;

namespace Rubicon.Reading.Packs;

/// <summary>
/// Reads typed values from nodes and reports what does not fit, each with its place. A missing or wrong value gives a problem
/// and a harmless default, so that the rest of the file is checked too; a file with problems is never used.
/// </summary>
internal sealed class NodeReader(ICollection<Problem> problems)
{
    public ICollection<Problem> Problems { get; } = problems;

    /// <summary>Reports keys that the grammar does not know.</summary>
    public void OnlyKeys(YamlNode node, params string[] known)
    {
        if (!IsMapping(node)) return;
        foreach (var entry in node.Entries)
            if (!known.Contains(entry.Key.Text, StringComparer.Ordinal))
                Problems.Add(new Problem(ProblemCatalog.PackUnknownKey, entry.Key.Where, entry.Key.Shown, "one of " + string.Join(", ", known)));
    }

    public bool IsMapping(YamlNode node)
    {
        if (node.Kind == YamlKind.Mapping) return true;
        Bad(node, "a mapping of keys and values");
        return false;
    }

    public void Bad(YamlNode node, string expected) => Problems.Add(new Problem(ProblemCatalog.PackBadValue, node.Where, node.Shown, expected));

    public void Missing(YamlNode node, string key) =>
        Problems.Add(new Problem(ProblemCatalog.PackMissingKey, node.Where, $"no `{key}`", $"the key `{key}`"));

    public string Text(YamlNode node, string key)
    {
        var value = node.Find(key);
        if (value is { Kind: YamlKind.Scalar, IsNull: false }) return value.Text.Trim();
        if (value is null) Missing(node, key);
        else Bad(value, "text");
        return "";
    }

    public string? OptionalText(YamlNode node, string key) => node.Find(key) is { IsNull: false } ? Text(node, key) : null;

    public DateOnly Date(YamlNode node, string key)
    {
        var value = node.Find(key);
        if (value is null)
        {
            Missing(node, key);
            return default;
        }
        return Date(value);
    }

    public DateOnly Date(YamlNode value)
    {
        if (value.Kind == YamlKind.Scalar && TryDate(value.Text, out var day)) return day;
        Problems.Add(new Problem(ProblemCatalog.BadDate, value.Where, value.Shown));
        return default;
    }

    public DateOnly? OptionalDate(YamlNode node, string key) => node.Find(key) is { IsNull: false } value ? Date(value) : null;

    public int Number(YamlNode node, string key, int fallback)
    {
        if (node.Find(key) is not { } value) return fallback;
        if (value.Kind == YamlKind.Scalar && int.TryParse(value.Text, NumberStyles.Integer, CultureInfo.InvariantCulture, out int number)) return number;
        Bad(value, "a whole number");
        return fallback;
    }

    /// <summary>A scalar or a list of scalars; missing gives none.</summary>
    public static ImmutableArray<YamlNode> Items(YamlNode node, string key) => node.Find(key) is { IsNull: false } value ? Items(value) : [];

    public static ImmutableArray<YamlNode> Items(YamlNode value) => value.Kind switch
    {
        YamlKind.Sequence => value.Items,
        _ => [value],
    };

    public ImmutableArray<string> Texts(YamlNode node, string key) => [.. Items(node, key).Select(ScalarText)];

    public string ScalarText(YamlNode node)
    {
        if (node.Kind == YamlKind.Scalar) return node.Text.Trim();
        Bad(node, "text");
        return "";
    }

    /// <summary>One of some words, by their spelling in packs.</summary>
    public T Word<T>(YamlNode value, IReadOnlyDictionary<string, T> words, T fallback)
    {
        if (value.Kind == YamlKind.Scalar && words.TryGetValue(value.Text, out var word)) return word;
        Bad(value, "one of " + string.Join(", ", words.Keys));
        return fallback;
    }

    public static bool TryDate(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
