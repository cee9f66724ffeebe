using System.Collections.Immutable;
using Rubicon.Diagnostics;
using Rubicon.Reading.Packs;
using Rubicon.Reading.Yaml;

namespace Rubicon.Reading.Lists;

/// <summary>A column that holds several names, and what divides them.</summary>
/// <param name="Column">Head of the column.</param>
/// <param name="Separator">What stands between two names.</param>
public sealed record MappedNames(string Column, string Separator);

/// <summary>
/// Says which columns of a table hold what, for a list in a form of its own. A YAML file: <c>list</c> and <c>columns</c> are needed, <c>title</c>,
/// <c>publisher</c>, <c>license</c> and <c>separator</c> (of the cells) are not.
/// </summary>
/// <param name="Publication">The list.</param>
/// <param name="Separator">What divides cells; null when the header shall tell.</param>
/// <param name="Name">Head of the column of names.</param>
/// <param name="Aliases">Columns of other names.</param>
/// <param name="Weak">Columns of names that the list calls weak.</param>
/// <param name="Former">Columns of former names.</param>
/// <param name="Columns">Heads of the other columns by what they hold: id, country, from, to, citation, address, program, note.</param>
public sealed record ListMapping(
    ListPublication Publication, char? Separator, string Name, ImmutableArray<MappedNames> Aliases, ImmutableArray<MappedNames> Weak, ImmutableArray<MappedNames> Former,
    ImmutableDictionary<string, string> Columns)
{
    private static readonly string[] Others = ["id", "country", "from", "to", "citation", "address", "program", "note"];

    /// <summary>Reads a mapping file; null, with problems, when it cannot be read.</summary>
    public static ListMapping? Read(string file, TextReader text, ICollection<Problem> problems)
    {
        var found = new List<Problem>();
        var mapping = YamlReader.Read(file, text, found) is { } root ? Of(root, found) : null;
        foreach (var problem in found) problems.Add(problem);
        return found.Exists(p => p.Kind.Severity == Severity.Error) ? null : mapping;
    }

    private static ListMapping? Of(YamlNode root, List<Problem> problems)
    {
        var read = new NodeReader(problems);
        if (!read.IsMapping(root)) return null;
        read.OnlyKeys(root, "list", "title", "publisher", "license", "separator", "columns");
        string id = read.Text(root, "list");
        var known = ListPublication.Of(id);
        var publication = new ListPublication(id, read.OptionalText(root, "title") ?? known.Title, read.OptionalText(root, "publisher") ?? known.Publisher, read.OptionalText(root, "license") ?? known.License);
        if (root.Find("columns") is not { } columns || !read.IsMapping(columns))
        {
            if (root.Find("columns") is null) read.Missing(root, "columns");
            return null;
        }
        read.OnlyKeys(columns, ["name", "aliases", "weak", "former", .. Others]);
        string? separator = read.OptionalText(root, "separator");
        if (separator is not (null or "tab" or "comma" or "semicolon")) read.Bad(root.Find("separator")!, "tab, comma or semicolon");
        return new ListMapping(publication, separator switch { "tab" => '\t', "comma" => ',', "semicolon" => ';', _ => null }, read.Text(columns, "name"),
            Names(read, columns, "aliases"), Names(read, columns, "weak"), Names(read, columns, "former"),
            Others.Where(o => columns.Find(o) is not null).ToImmutableDictionary(o => o, o => read.Text(columns, o), StringComparer.Ordinal));
    }

    private static ImmutableArray<MappedNames> Names(NodeReader read, YamlNode columns, string key)
    {
        var names = ImmutableArray.CreateBuilder<MappedNames>();
        foreach (var node in NodeReader.Items(columns, key))
        {
            if (node.Kind != YamlKind.Mapping) { names.Add(new MappedNames(read.ScalarText(node), ";")); continue; }
            read.OnlyKeys(node, "column", "separator");
            names.Add(new MappedNames(read.Text(node, "column"), node.Find("separator") is { Kind: YamlKind.Scalar, Text.Length: > 0 } separator ? separator.Text : ";"));
        }
        return names.ToImmutable();
    }
}
