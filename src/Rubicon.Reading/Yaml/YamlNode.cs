using System.Collections.Immutable;
using Rubicon.Diagnostics;

namespace Rubicon.Reading.Yaml;

/// <summary>The three shapes of YAML.</summary>
public enum YamlKind
{
    /// <summary>A piece of text.</summary>
    Scalar,

    /// <summary>A list.</summary>
    Sequence,

    /// <summary>Keys with values, in file order.</summary>
    Mapping,
}

/// <summary>One key with its value.</summary>
/// <param name="Key">The key, a scalar.</param>
/// <param name="Value">The value.</param>
public readonly record struct YamlEntry(YamlNode Key, YamlNode Value);

/// <summary>
/// A piece of a YAML file with the place where it starts, so that every error of a grammar can name line and column.
/// Immutable; made by <see cref="YamlReader"/>.
/// </summary>
public sealed class YamlNode
{
    private readonly string _file;

    private YamlNode(YamlKind kind, string file, int line, int column, string text, bool quoted,
        ImmutableArray<YamlNode> items, ImmutableArray<YamlEntry> entries)
    {
        Kind = kind;
        _file = file;
        Line = line;
        Column = column;
        Text = text;
        Quoted = quoted;
        Items = items;
        Entries = entries;
    }

    /// <summary>Which shape.</summary>
    public YamlKind Kind { get; }

    /// <summary>Line from 1.</summary>
    public int Line { get; }

    /// <summary>Column from 1.</summary>
    public int Column { get; }

    /// <summary>Text of a scalar, as a string whatever it looks like; empty for the other shapes.</summary>
    public string Text { get; }

    /// <summary>True for a scalar in quotes or a block: <c>"null"</c> is a word, <c>null</c> is nothing.</summary>
    public bool Quoted { get; }

    /// <summary>Items of a sequence; empty for the other shapes.</summary>
    public ImmutableArray<YamlNode> Items { get; }

    /// <summary>Entries of a mapping, each key once, in file order; empty for the other shapes.</summary>
    public ImmutableArray<YamlEntry> Entries { get; }

    /// <summary>File, line and column, for a problem.</summary>
    public SourceLocation Where => new(_file, Line, Column);

    /// <summary>True for an unquoted nothing: no value, <c>~</c> or <c>null</c>.</summary>
    public bool IsNull => Kind == YamlKind.Scalar && !Quoted && Text is "" or "~" or "null";

    /// <summary>The value of a key, or null when this is no mapping or the key is missing. Keys compare ordinally.</summary>
    public YamlNode? Find(string key)
    {
        foreach (var entry in Entries)
            if (string.Equals(entry.Key.Text, key, StringComparison.Ordinal)) return entry.Value;
        return null;
    }

    /// <summary>What stands here, for the "found" of a problem: quoted text, "a list" or "a mapping".</summary>
    public string Shown => Kind switch
    {
        YamlKind.Scalar => IsNull ? "nothing" : Quote.Text(Text),
        YamlKind.Sequence => "a list",
        _ => "a mapping",
    };

    internal static YamlNode Scalar(string file, int line, int column, string text, bool quoted) =>
        new(YamlKind.Scalar, file, line, column, text, quoted, [], []);

    internal static YamlNode Sequence(string file, int line, int column, ImmutableArray<YamlNode> items) =>
        new(YamlKind.Sequence, file, line, column, "", false, items, []);

    internal static YamlNode Mapping(string file, int line, int column, ImmutableArray<YamlEntry> entries) =>
        new(YamlKind.Mapping, file, line, column, "", false, [], entries);
}
