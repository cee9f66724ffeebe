using Rubicon.Rules.Evaluation;
using Rubicon.Rules.Facts;
using Rubicon.Screening;
using Rubicon.Server.Security;
using Rubicon.Subjects;

namespace Rubicon.Server.Pages;

/// <summary>The forms by which people answer a question or clear a match, where they meet it.</summary>
internal static class StatedPart
{
    /// <summary>Fields in which a record names the party of a fact.</summary>
    private static readonly Field[] Naming = [Field.Maker, Field.Brand, Field.Supplier, Field.Recipient, Field.Performer, Field.Name];

    public static void Questions(HttpContext context, Html page, ServedLaw law, DecisionPlace place, Decision decision)
    {
        if (decision.Questions.IsEmpty) return;
        // Those of which one answer alone changes the outcome come first; the others count only together.
        var alone = decision.Questions.Where(q => q.Answers.Any(a => a.Outcome != decision.Outcome)).ToList();
        var together = decision.Questions.Except(alone).ToList();
        page.Add($"<h2>Questions that would settle it</h2>\n");
        foreach (var question in alone) One(context, page, law, place, decision, question);
        if (together.Count == 0) return;
        if (alone.Count > 0) page.Add($"<details><summary>{together.Count} more, none of which settles it alone</summary>\n");
        foreach (var question in together) One(context, page, law, place, decision, question);
        if (alone.Count > 0) page.Add($"</details>\n");
    }

    private static void One(HttpContext context, Html page, ServedLaw law, DecisionPlace place, Decision decision, Question question)
    {
        page.Add($"<article class=\"question\">\n<p>Ask {question.Who}: <strong>{question.Text}</strong></p>\n<ul>\n");
        foreach (var answer in question.Answers) page.Add($"<li>{answer.Answer}: ").Add(Page.Badge(Outcomes.Word(answer.Outcome))).Add($"</li>\n");
        page.Add($"</ul>\n");
        if (Access.May(context, Role.Analyst) && decision.Subject is not null && law.Data.Law.Catalog.Find(question.Fact) is { Type: not FactType.Holdings } fact) Answer(context, page, place, question, fact);
        page.Add($"</article>\n");
    }

    /// <summary>The form that says that a name is not the party it was matched with.</summary>
    public static void Clear(HttpContext context, Html page, ServedLaw law, DecisionPlace place, Decision decision, string fact, PartyValue party)
    {
        var matched = party.Attributions.Where(a => a.Relation == Relation.Named).Select(a => law.Data.Directory.Find(a.PartyKey)).OfType<Parties.Party>().DistinctBy(p => p.Key).ToList();
        var names = Naming.Select(f => decision.Subject?.First(f)).OfType<string>().Where(n => n.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        if (matched.Count == 0 || names.Count == 0 || !Access.May(context, Role.Analyst)) return;
        page.Add($"<details class=\"screen\"><summary>It is another party</summary>\n<form method=\"post\" action=\"/answers/clear\">\n").Add(Page.FormKey(context)).Add(place.Fields);
        Select(page, $"{fact}-name", "name", "The name as the record states it", names.Select(n => (n, n)), names.Contains(party.Name, StringComparer.Ordinal) ? party.Name : null);
        Select(page, $"{fact}-party", "party", "is not", matched.Select(p => (p.Key, p.Name)), null);
        Reason(page, fact);
        page.Add($"<p><button>Propose to clear the match</button> A second person approves it. It lapses when the party, its entries or the pack changes.</p>\n</form></details>\n");
    }

    private static void Answer(HttpContext context, Html page, DecisionPlace place, Question question, Fact fact)
    {
        string id = "answer-" + question.Fact.Replace('/', '-');
        page.Add($"<details class=\"screen\"><summary>Answer it</summary>\n<form method=\"post\" action=\"/answers\">\n").Add(Page.FormKey(context)).Add(place.Fields);
        page.Add($"<input type=\"hidden\" name=\"fact\" value=\"{question.Fact}\">\n");
        foreach (string provision in question.Provisions) page.Add($"<input type=\"hidden\" name=\"provisions\" value=\"{provision}\">");
        if (fact.Type == FactType.YesNo) Select(page, id, "value", "Answer", [("yes", "yes"), ("no", "no")], null);
        else if (fact.Vocabulary is { } words) Select(page, id, "value", "Answer", words.Terms.Select(t => (t.Id, $"{t.Id.Replace('-', ' ')}: {t.Meaning}")), null);
        else page.Add($"<p><label for=\"{id}\">{Hint(fact.Type)}</label><br><input id=\"{id}\" name=\"value\" type=\"{(fact.Type == FactType.Date ? "date" : "text")}\" required maxlength=\"500\" size=\"40\"></p>\n");
        Select(page, id + "-for", "for", "It holds for", [("record", "this record alone"), ("model", "records of this maker and model"), ("all", "all records of the organization")], null);
        Reason(page, id);
        page.Add($"<p><button>Propose the answer</button> A second person approves it. It lapses when a pack of the rules that ask changes.</p>\n</form></details>\n");
    }

    private static string Hint(FactType type) => type switch
    {
        FactType.Date => "Answer: a day",
        FactType.Number => "Answer: a number",
        FactType.Country => "Answer: a country, two letters",
        FactType.Party => "Answer: the party's name",
        _ => "Answer",
    };

    private static void Reason(Html page, string id) => page.Add($"<p><label for=\"{id}-why\">Why</label><br><textarea id=\"{id}-why\" name=\"why\" rows=\"2\" cols=\"60\" required maxlength=\"2000\"></textarea></p>\n<p><label for=\"{id}-until\">Last day on which it may be used (may be left out)</label><br><input id=\"{id}-until\" name=\"until\" type=\"date\"></p>\n");

    private static void Select(Html page, string id, string name, string label, IEnumerable<(string Value, string Text)> options, string? selected)
    {
        page.Add($"<p><label for=\"{id}\">{label}</label><br><select id=\"{id}\" name=\"{name}\">");
        foreach (var (value, text) in options)
        {
            if (value == selected) page.Add($"<option value=\"{value}\" selected>{text}</option>");
            else page.Add($"<option value=\"{value}\">{text}</option>");
        }
        page.Add($"</select></p>\n");
    }
}
