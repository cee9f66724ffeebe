using Rubicon.Rules.Law;

namespace Rubicon.Reports.Html.Law;

/// <summary>One list with its entries and their days.</summary>
internal static class ListPart
{
    internal static void Write(HtmlPage page, DesignationList list, DateOnly asOf)
    {
        page.Tag("section", ("id", LawLinks.ToList(list.Id)));
        page.Element("h2", $"List: {list.Title}");
        page.Element("p", $"{list.Citation} ({list.Id}); state of {PlainText.Day(list.Read)}; {PlainText.Count(list.Entries.Length, "entry", "entries")}, {PlainText.Number(list.Entries.Count(e => e.Effective.Holds(asOf, asOf)))} of them hold on {PlainText.Day(asOf)}", "rule");
        page.Table(list.Title, ["Entry", "Days", "Reaches", "Limits", "Citation"], list.Entries.Take(LawPage.MostEntries).Select(Row));
        if (list.Entries.Length > LawPage.MostEntries) page.Element("p", $"{PlainText.Count(list.Entries.Length - LawPage.MostEntries, "more entry", "more entries")} not shown here.", "left");
        page.Close("section");
    }

    private static string[] Row(DesignationEntry entry) =>
    [
        entry.IsCategory ? $"category: {entry.Words ?? entry.Id}" : entry.Name + (entry.Footnotes.IsEmpty ? "" : $" (footnote {string.Join(", ", entry.Footnotes)})"),
        ProvisionPart.Period(entry.Effective), string.Join(", ", entry.Reach.Select(ReportWords.Word)),
        entry.When is null ? "none" : string.Join("; ", entry.When.Walk().Where(c => c.Children.IsEmpty).Select(c => c.Quotation.Words ?? c.Test).Distinct(StringComparer.Ordinal)),
        entry.Citation,
    ];
}
