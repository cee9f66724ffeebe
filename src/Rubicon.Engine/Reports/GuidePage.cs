using Rubicon.Reports.Html;
using Rubicon.Reports.Html.Law;
using Rubicon.Rules.Law;
using Rubicon.Screening;

namespace Rubicon.Reports;

/// <summary>A guide as one HTML page to read and to print: no script, nothing from outside, all text escaped.</summary>
public static class GuidePage
{
    /// <summary>Writes the page. The stream is flushed at the end and stays open.</summary>
    public static void Write(Stream stream, Guide guide, ActorProfile actor, LawBook law)
    {
        var page = new HtmlPage(new TextOutput(stream));
        string who = actor.Name is { } name ? $"{name} ({string.Join(", ", actor.Capacities)})" : string.Join(", ", actor.Capacities);
        HeadSection.Open(page, $"What binds {who} on {PlainText.Day(guide.AsOf)}", LawStyle.Sheet);
        page.Open("dl", "head");
        HeadSection.Row(page, "As of", PlainText.Day(guide.AsOf));
        HeadSection.Row(page, "Known by", PlainText.Day(guide.KnownAt));
        HeadSection.Row(page, "Capacities, taken to be all", string.Join(", ", actor.Capacities));
        page.Close("dl");
        foreach (var pack in guide.Stale) page.Element("p", $"Warning: {pack.Id} was kept up to {PlainText.Day(pack.MaintainedAsOf)}; what changed since is not in here.", "left");
        page.Open("section");
        page.Element("h2", "What to do next");
        page.Open("ul");
        foreach (string step in GuideWords.Next(guide)) page.Element("li", step, "do");
        page.Close("ul");
        page.Close("section");
        foreach (var (title, rules) in GuideWords.Sections(guide))
        {
            page.Open("section");
            page.Element("h2", $"{title} ({PlainText.Number(rules.Count)})");
            foreach (var rule in rules) Rule(page, rule, guide, law);
            page.Close("section");
        }
        page.Open("section");
        page.Element("h2", "Law that this guide knows");
        page.Table("Packs", ["Id", "What", "Kept up to"], law.Packs.Select(p => new[] { p.Id, p.Title, PlainText.Day(p.MaintainedAsOf) }));
        page.Close("section");
        page.Close("main");
        page.Open("footer");
        page.Element("p", "What is not in these packs is not in this guide. It is not legal advice.");
        page.Close("footer");
        page.Close("body");
        page.Close("html");
        page.Finish();
    }

    private static void Rule(HtmlPage page, GuideRule rule, Guide guide, LawBook law)
    {
        page.Tag("article", ("class", TimelinePart.Class(rule.Version)), ("id", $"{rule.Provision.Id}@{PlainText.Day(rule.Version.Effective.From)}"));
        page.Element("h3", rule.Provision.Title);
        page.Start("p", "rule");
        page.Inline("b", rule.Citation);
        page.Text($" ({rule.Provision.Id}), {GuideWords.Days(rule, guide)}");
        page.Constant("</p>");
        if (GuideWords.BindsOnlyIf(rule) is { } condition) page.Element("p", condition);
        if (rule.Version.Do is { } duty) page.Element("p", $"To do: {duty}", "do");
        if (rule.Due is { } due) page.Element("p", $"Due: {due.Arithmetic}", "do");
        if (rule.Words.Any())
        {
            page.Open("ul", "proof");
            foreach (string words in rule.Words)
            {
                page.Start("li");
                page.Inline("q", words);
                page.Constant("</li>");
            }
            page.Close("ul");
        }
        foreach (string id in rule.Version.Unless.Concat(rule.Version.WaivableBy)) page.Element("p", $"Unless: {law.Provision(id).Title} ({id}, {law.Provision(id).Citation})");
        if (rule.Version.Note is { } note) page.Element("p", $"Note: {note}");
        page.Close("article");
    }
}
