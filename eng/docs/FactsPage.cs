using System.Text;
using Rubicon.Rules.Facts;
using Rubicon.Rules.Law;
using Rubicon.Subjects;

namespace Rubicon.Docs;

/// <summary>Facts that rules ask for, and the words that they take.</summary>
internal static class FactsPage
{
    public static string Text(LawBook law)
    {
        var text = new StringBuilder(Reference.Mark);
        text.Append("# Facts\n\nRules ask for facts. The core facts are filled from records, or stated in a request, an answer or an actor file by these names; packs add\ntheir own. A fact that nobody states is unknown, never \"no\"; papers are the exception: one that nobody states is taken as not held.\n\n");
        text.Append("| type | written as |\n|---|---|\n| yes-no | `yes` or `no` |\n| words | one or more words of the vocabulary named |\n| date | a day, `2026-11-21` |\n| number | `1000000` |\n| party | a name, or `{ name: \"...\", country: CN }` |\n| country | one or more ISO 3166-1 alpha-2 codes |\n| label | one or more identifiers, such as `5A002` |\n");
        var declared = law.Packs.SelectMany(p => p.Facts).Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        Table(text, "Core facts", law.Catalog.Facts.Where(f => !declared.Contains(f.Name)), law);
        foreach (var pack in law.Packs) Table(text, $"Facts of {pack.Id}", pack.Facts.OrderBy(f => f.Name, StringComparer.Ordinal), law);
        text.Append("\n# Vocabularies\n\nA word is true of everything that a narrower word is true of.\n");
        foreach (var vocabulary in Vocabularies.All)
        {
            text.Append($"\n## {char.ToUpperInvariant(vocabulary.Name[0])}{vocabulary.Name[1..]}\n\n| word | meaning | wider |\n|---|---|---|\n");
            foreach (var term in vocabulary.Terms) text.Append($"| `{term.Id}` | {Reference.Cell(term.Meaning)} | {string.Join(", ", term.Parents.Select(p => $"`{p}`"))} |\n");
        }
        return text.ToString();
    }

    private static void Table(StringBuilder text, string title, IEnumerable<Fact> facts, LawBook law)
    {
        var rows = facts.ToList();
        if (rows.Count == 0) return;
        text.Append($"\n## {title}\n\n| fact | type | question | who |\n|---|---|---|---|\n");
        foreach (var fact in rows) text.Append($"| `{fact.Name}` | {Type(fact)} | {Reference.Cell(fact.Question)}{Presumed(fact, law)} | {Reference.Cell(fact.Who)} |\n");
    }

    private static string Type(Fact fact)
    {
        string type = Reference.Word(fact.Type.ToString());
        if (fact.Vocabulary is not { } vocabulary) return type;
        return Vocabularies.All.Contains(vocabulary)
            ? $"{type} ([{vocabulary.Name}](#{vocabulary.Name.Replace(' ', '-')}))"
            : $"{type}: {string.Join(", ", vocabulary.Terms.Select(t => $"`{t.Id}`"))}";
    }

    private static string Presumed(Fact fact, LawBook law) => law.PresumptionOf(fact) is { } presumption
        ? $" Presumed {(presumption.Value ? "yes" : "no")}{(presumption.When is null ? "" : " under conditions")}: \"{Reference.Cell(presumption.Quotation.Words ?? "")}\"{(presumption.Quotation.Citation is { } cite ? $" ({Reference.Cell(cite)})" : "")}."
        : "";
}
