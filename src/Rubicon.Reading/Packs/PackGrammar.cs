using System.Collections.Immutable;
using Rubicon.Diagnostics;
using Rubicon.Reading.Yaml;
using Rubicon.Rules.Conditions;
using Rubicon.Rules.Facts;
using Rubicon.Rules.Law;
using Rubicon.Subjects;

namespace Rubicon.Reading.Packs;

/// <summary>Reads <c>pack.yaml</c>.</summary>
internal static class PackGrammar
{
    public static Pack Read(PackFolder folder, ProvisionGrammar grammar, FactCatalog catalog, ICollection<Problem> problems)
    {
        var read = new NodeReader(problems);
        var root = folder.Root!;
        read.OnlyKeys(root, "id", "title", "country", "about", "maintained-as-of", "instruments", "facts", "terms", "papers", "sources");
        string id = read.Text(root, "id");
        if (id.Length > 0 && id != folder.Id) read.Bad(root.Find("id")!, $"\"{folder.Id}\", as the folder is named");
        var facts = Facts(folder, new NodeReader([])).Select(f => f.Fact.Name).ToHashSet(StringComparer.Ordinal);
        return new Pack(id, read.Text(root, "title"), read.Text(root, "country"), read.Date(root, "maintained-as-of"),
            [.. NodeReader.Items(root, "instruments").Where(read.IsMapping).Select(i => Instrument(i, grammar, read))],
            [.. catalog.Facts.Where(f => facts.Contains(f.Name))],
            Terms(root, read), Presumptions(root, catalog, read),
            grammar.Sources(root), folder.Digest, root.Where);
    }

    /// <summary>Terms of open texture.</summary>
    public static ImmutableArray<OpenTerm> Terms(YamlNode root, NodeReader read) => [.. NodeReader.Items(root, "terms").Where(read.IsMapping).Select(t => Term(t, read))];

    /// <summary>What holds of facts and terms that nobody states.</summary>
    public static ImmutableArray<Presumption> Presumptions(YamlNode root, FactCatalog catalog, NodeReader read) =>
        [.. NodeReader.Items(root, "facts").Concat(NodeReader.Items(root, "terms")).Where(n => n.Find("presumed") is not null).Select(n => Presumed(n, catalog, read)).OfType<Presumption>()];

    /// <summary>Every fact that the pack brings: declared ones, terms, papers and switches of unconfirmed provisions.</summary>
    public static IEnumerable<(Fact Fact, SourceLocation Where)> Facts(PackFolder folder, NodeReader read)
    {
        if (folder.Root is not { } root) yield break;
        foreach (var node in NodeReader.Items(root, "facts").Where(read.IsMapping))
            yield return (DeclaredFact(node, read), node.Where);
        foreach (var node in NodeReader.Items(root, "terms").Where(read.IsMapping))
            yield return (new Fact(read.Text(node, "id"), FactType.YesNo, read.Text(node, "question"), node.Find("who")?.Text ?? "counsel"), node.Where);
        foreach (var node in NodeReader.Items(root, "papers").Where(read.IsMapping))
        {
            read.OnlyKeys(node, "id", "title", "question", "who", "citation", "words");
            yield return (new Fact(read.Text(node, "id"), FactType.YesNo, node.Find("question")?.Text ?? $"Is this held for it: {read.Text(node, "title")}?",
                node.Find("who")?.Text ?? "legal"), node.Where);
        }
        foreach (var (name, node) in folder.Rules)
            if (node.Find("versions") is { } versions && versions.Items.Any(v => v.Find("status")?.Text == "unconfirmed"))
                yield return (new Fact($"{folder.Id}/{name}", FactType.YesNo,
                    $"Is this confirmed to be in force on the day asked: {node.Find("title")?.Text} ({node.Find("citation")?.Text})?", "counsel"), node.Where);
    }

    private static Fact DeclaredFact(YamlNode node, NodeReader read)
    {
        read.OnlyKeys(node, "name", "type", "question", "who", "values", "note", "citation", "words", "presumed");
        string name = read.Text(node, "name");
        var type = node.Find("type") is { } t ? read.Word(t, GrammarWords.FactTypes, FactType.YesNo) : FactType.YesNo;
        if (node.Find("type") is null) read.Missing(node, "type");
        Vocabulary? vocabulary = null;
        if (type == FactType.Words)
        {
            var values = read.Texts(node, "values");
            if (values.IsEmpty) read.Missing(node, "values");
            vocabulary = Vocabularies.Flat(name, values.Distinct(StringComparer.Ordinal));
        }
        return new Fact(name, type, read.Text(node, "question"), node.Find("who")?.Text ?? "legal", vocabulary);
    }

    private static Presumption? Presumed(YamlNode node, FactCatalog catalog, NodeReader read)
    {
        var presumed = node.Find("presumed")!;
        read.OnlyKeys(presumed, "value", "when", "words", "cite");
        var quotation = new Quotation(read.Text(presumed, "words"), read.OptionalText(presumed, "cite"), presumed.Where);
        var when = presumed.Find("when") is { } condition ? new ConditionGrammar(read, catalog).Read(condition, quoted: true) : null;
        if (catalog.Find((node.Find("name") ?? node.Find("id"))?.Text ?? "") is { Type: FactType.YesNo } fact && presumed.Find("value") is { Text: "yes" or "no" } value)
            return new Presumption(fact, value.Text == "yes", when, quotation);
        read.Bad(presumed, "`value: yes` or `no` of a yes-no fact");
        return null;
    }

    private static OpenTerm Term(YamlNode node, NodeReader read)
    {
        read.OnlyKeys(node, "id", "words", "citation", "question", "who", "note", "presumed");
        return new OpenTerm(read.Text(node, "id"), read.Text(node, "words"), read.Text(node, "citation"), read.Text(node, "question"), node.Find("who")?.Text ?? "counsel");
    }

    private static Instrument Instrument(YamlNode node, ProvisionGrammar grammar, NodeReader read)
    {
        read.OnlyKeys(node, "id", "title", "citation", "status", "sources", "about", "note");
        var rows = ImmutableArray.CreateBuilder<InstrumentStatus>();
        foreach (var row in NodeReader.Items(node, "status").Where(read.IsMapping))
        {
            read.OnlyKeys(row, "is", "from", "known", "source", "note", "citation", "cite");
            var from = read.Date(row, "from");
            var status = row.Find("is") is { } s ? read.Word(s, GrammarWords.Statuses, LegalStatus.InForce) : LegalStatus.InForce;
            if (row.Find("is") is null) read.Missing(row, "is");
            rows.Add(new InstrumentStatus(status, from, read.OptionalDate(row, "known") ?? from, read.OptionalText(row, "source") ?? ""));
        }
        return new Instrument(read.Text(node, "id"), read.Text(node, "title"), read.Text(node, "citation"),
            [.. rows.OrderBy(r => r.From)], grammar.Sources(node));
    }
}
