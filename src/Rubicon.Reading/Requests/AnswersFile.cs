using System.Collections.Immutable;
using System.Text;
using Rubicon.Diagnostics;
using Rubicon.Reading.Packs;
using Rubicon.Reading.Yaml;
using Rubicon.Rules.Facts;
using Rubicon.Screening;
using Rubicon.Subjects;

namespace Rubicon.Reading.Requests;

/// <summary>
/// Reads <c>answers.yaml</c>: people's answers to open questions, each with who, when and why. An answer that lacks one of them
/// is not used (RUB3007).
/// </summary>
public static class AnswersFile
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="catalog">Facts that can be answered.</param>
    /// <param name="parties">Makes a party of a mention.</param>
    /// <param name="problems">Problems are added here.</param>
    public static ImmutableArray<Answer> Read(string path, FactCatalog catalog, Func<PartyMention, PartyValue> parties, ICollection<Problem> problems)
    {
        using var reader = new StreamReader(path, Encoding.UTF8);
        return YamlReader.Read(path, reader, problems) is { } root ? Read(root, catalog, parties, problems) : [];
    }

    /// <summary>Reads answers as JSON, of the same form: an object with the member <c>answers</c>.</summary>
    /// <param name="name">Its name in problems.</param>
    /// <param name="json">The JSON, UTF-8.</param>
    /// <param name="catalog">Facts that can be answered.</param>
    /// <param name="parties">Makes a party of a mention.</param>
    /// <param name="problems">Problems are added here.</param>
    public static ImmutableArray<Answer> ReadJson(string name, ReadOnlySpan<byte> json, FactCatalog catalog, Func<PartyMention, PartyValue> parties, ICollection<Problem> problems) =>
        JsonNodes.Read(name, json, problems) is { } root ? Read(root, catalog, parties, problems) : [];

    private static ImmutableArray<Answer> Read(YamlNode root, FactCatalog catalog, Func<PartyMention, PartyValue> parties, ICollection<Problem> problems)
    {
        var read = new NodeReader(problems);
        if (root.Kind == YamlKind.Mapping) read.OnlyKeys(root, "answers", "about");
        var items = root.Kind == YamlKind.Sequence ? root.Items : NodeReader.Items(root, "answers");
        return [.. items.Where(read.IsMapping).Select(i => One(i, read, catalog, parties, problems)).OfType<Answer>()];
    }

    private static Answer? One(YamlNode node, NodeReader read, FactCatalog catalog, Func<PartyMention, PartyValue> parties, ICollection<Problem> problems)
    {
        read.OnlyKeys(node, "fact", "value", "for", "who", "when", "why", "until");
        foreach (string key in new[] { "who", "when", "why" })
            if (node.Find(key) is not { IsNull: false })
            {
                problems.Add(new Problem(ProblemCatalog.AnswerIncomplete, node.Where, $"no `{key}`"));
                return null;
            }
        if (catalog.Find(read.Text(node, "fact")) is not { } fact)
        {
            problems.Add(new Problem(ProblemCatalog.UnknownFact, node.Where, node.Find("fact")?.Shown ?? "nothing"));
            return null;
        }
        if (node.Find("value") is not { } valueNode)
        {
            read.Missing(node, "value");
            return null;
        }
        var value = new FactValues(catalog, parties, problems).Value(fact, valueNode);
        return value is null ? null : new Answer(fact.Name, value, For(node, read), read.Text(node, "who"), read.Date(node, "when"), read.Text(node, "why"), read.OptionalDate(node, "until"), node.Where);
    }

    private static ImmutableArray<(Field, string)> For(YamlNode node, NodeReader read)
    {
        if (node.Find("for") is not { IsNull: false } selector) return [];
        var fields = ImmutableArray.CreateBuilder<(Field, string)>();
        foreach (var (key, value) in selector.Entries)
            if (FieldNames.Find(key.Text) is { } field) fields.Add((field, read.ScalarText(value)));
            else read.Problems.Add(new Problem(ProblemCatalog.PackUnknownKey, key.Where, key.Shown, "one of " + string.Join(", ", FieldNames.All)));
        return fields.ToImmutable();

    }
}
