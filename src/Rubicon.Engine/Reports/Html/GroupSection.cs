using Rubicon.Reports.Summaries;
using Rubicon.Rules.Evaluation;
using Rubicon.Rules.Facts;
using Rubicon.Screening;

namespace Rubicon.Reports.Html;

/// <summary>The groups, one section an outcome, strictest first.</summary>
internal static class GroupSection
{
    internal static void Write(HtmlPage page, DecisionGroups groups)
    {
        foreach (var outcome in groups.Groups.GroupBy(g => g.Outcome))
        {
            string word = Outcomes.Word(outcome.Key);
            page.Open("section");
            page.Element("h2", $"{char.ToUpperInvariant(word[0])}{word[1..].Replace('-', ' ')} ({PlainText.Count(outcome.Sum(g => g.Count), "record")})");
            if (outcome.Key == Outcome.Allowed)
                page.Table("Nothing in the law applied bars these", ["Record", "Records", "Places", "Notes"], outcome.Select(Row));
            foreach (var group in outcome)
                if (outcome.Key != Outcome.Allowed || HasMore(group.First)) Group(page, group);
            page.Close("section");
        }
        if (!groups.LeftOut.Any()) return;
        page.Open("section");
        page.Element("h2", "Left out of this page");
        page.Element("p", $"This page shows the {PlainText.Number(DecisionGroups.MostGroups)} strictest groups of equal records. Counted above but not shown here: {PlainText.Counts(groups.LeftOut)}. The JSON, CSV and SARIF reports name each record.", "left");
        page.Close("section");
    }

    private static bool HasMore(Decision decision) => !decision.Findings.IsEmpty || !decision.Pending.IsEmpty;

    private static string[] Row(DecisionGroup group) =>
        [group.First.Title, PlainText.Number(group.Count), Places(group), string.Join("; ", group.First.Notes.Concat(group.First.Assumptions.Select(a => $"taken for granted: {a}")))];

    private static string Places(DecisionGroup group)
    {
        string places = string.Join(", ", group.Places.Select(p => p.Where.ToString()));
        return group.Count > group.Places.Count ? $"{places} and {PlainText.Number(group.Count - group.Places.Count)} more" : places;
    }

    private static void Group(HtmlPage page, DecisionGroup group)
    {
        var decision = group.First;
        page.Open("article", Outcomes.Word(group.Outcome));
        page.Start("h3");
        page.Inline("span", Outcomes.Word(group.Outcome), "badge " + Outcomes.Word(group.Outcome));
        page.Text(" " + decision.Title + (group.Count > 1 ? $" and {PlainText.Number(group.Count - 1)} more" : ""));
        page.Constant("</h3>");
        page.Element("p", Places(group), "places");
        if (decision.Reason is not null) page.Element("p", decision.Reason);
        foreach (var capacities in decision.ByCapacity.GroupBy(c => c.Outcome).OrderByDescending(g => g.Key))
            page.Element("p", $"{Outcomes.Word(capacities.Key)} for {string.Join(", ", capacities.Select(c => c.Capacity))}");
        var countries = decision.ByCountry;
        bool sideBySide = countries.Length > 1;
        foreach (var country in countries.Where(_ => sideBySide)) page.Element("p", $"In {country.Country}: {ExplainText.CountryText(country)}");
        foreach (var regimes in decision.ByRegime.Where(r => !sideBySide || r.Outcome == Outcome.NotAssessed).GroupBy(r => r.Outcome).OrderByDescending(g => g.Key))
            page.Element("p", $"{(regimes.Key == Outcome.NotAssessed ? "Does not bind this actor" : Outcomes.Word(regimes.Key))}: {string.Join(", ", regimes.Select(r => r.Regime))}");
        foreach (string note in decision.Notes) page.Element("p", $"Note: {note}");
        foreach (string assumption in decision.Assumptions) page.Element("p", $"Taken for granted: {assumption}");
        foreach (var problem in decision.Unread?.Problems ?? []) page.Element("p", $"{problem}; fix: {problem.Kind.Fix}");
        foreach (var finding in decision.Findings) FindingPart.Write(page, finding);
        var asked = decision.Findings.SelectMany(f => f.Questions).Select(q => (q.Fact, q.Text)).ToHashSet();
        FindingPart.Questions(page, decision.Questions.Where(q => !asked.Contains((q.Fact, q.Text))));
        FindingPart.Duties(page, decision.Obligations);
        FindingPart.Flips(page, decision.Flips);
        foreach (var effect in decision.Drafts.Where(d => !d.Findings.IsEmpty))
            page.Element("p", $"Draft {effect.Draft}: {Outcomes.Word(effect.With)} if it were law ({string.Join(", ", effect.Findings.Select(f => f.Provision))}).");
        foreach (var rule in decision.Pending)
            page.Element("p", $"Not in force ({PlainText.Status(rule.Status)}): {rule.Citation}, {rule.Title}; it {(rule.Truth == Truth.True ? "would" : "might")} make this {Outcomes.Word(rule.Effect)}.");
        page.Close("article");
    }
}
