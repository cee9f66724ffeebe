using System.Collections.Immutable;
using Rubicon.Reports.Html;
using Rubicon.Reports.Html.Law;
using Rubicon.Rules.Checks;
using Rubicon.Rules.Conditions;
using Rubicon.Rules.Law;

namespace Rubicon.Reports;

/// <summary>
/// Provisions as one HTML page for a lawyer: dates as a picture and as text, the words of the law beside the tests that stand for them, exceptions, duties, the lists that
/// they look into, and the cases under each. No script, nothing from outside, all text escaped; made to be printed.
/// </summary>
public static class LawPage
{
    /// <summary>Entries of a list shown; the page says how many more there are.</summary>
    public const int MostEntries = 400;

    /// <summary>Writes the page. The stream is flushed at the end and stays open.</summary>
    /// <param name="stream">Where to write, UTF-8.</param>
    /// <param name="law">The law.</param>
    /// <param name="provisions">Ids of the provisions to show; those that they name as exceptions, waivers and duties are shown too, after them.</param>
    /// <param name="lists">Ids of lists to show besides those that the provisions look into.</param>
    /// <param name="cases">Cases of the packs.</param>
    /// <param name="asOf">The day marked in the pictures.</param>
    /// <exception cref="KeyNotFoundException">An id is not in the law.</exception>
    public static void Write(Stream stream, LawBook law, IReadOnlyCollection<string> provisions, IReadOnlyCollection<string> lists, IReadOnlyCollection<LawCase> cases, DateOnly asOf)
    {
        var page = new HtmlPage(new TextOutput(stream));
        var shown = WithNamed(law, provisions);
        var looked = shown.SelectMany(p => p.Versions).SelectMany(v => v.Parts).SelectMany(p => p.Walk()).SelectMany(c => ListsOf(c)).Concat(lists)
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(law.List).ToList();
        string title = provisions.Count == 1 && lists.Count == 0 ? law.Provision(provisions.First()).Title : $"The law as of {PlainText.Day(asOf)}";
        HeadSection.Open(page, title, LawStyle.Sheet);
        page.Open("dl", "head");
        HeadSection.Row(page, "As of", PlainText.Day(asOf));
        foreach (var pack in shown.Select(p => p.PackId).Concat(looked.Select(l => l.PackId)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(law.PackOf))
            HeadSection.Row(page, pack.Id, $"{pack.Title}, kept up to {PlainText.Day(pack.MaintainedAsOf)}");
        page.Close("dl");
        if (shown.Length + looked.Count > 1) Contents(page, shown, looked);
        var links = new LawLinks(shown.Select(p => p.Id).Concat(looked.Select(l => LawLinks.ToList(l.Id))));
        foreach (var provision in shown) ProvisionPart.Write(page, law, provision, links, cases, asOf);
        foreach (var list in looked) ListPart.Write(page, list, asOf);
        page.Close("main");
        page.Open("footer");
        page.Element("p", "The words are those of the law as its sources give them; the tests are what this program asks in their place. A wrong test is an error of the program, not of the law. This is not legal advice.");
        page.Close("footer");
        page.Close("body");
        page.Close("html");
        page.Finish();
    }

    /// <summary>The provisions asked for, then what they name, level by level, each once.</summary>
    private static ImmutableArray<Provision> WithNamed(LawBook law, IEnumerable<string> ids)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var shown = ImmutableArray.CreateBuilder<Provision>();
        var level = ids.Where(seen.Add).Select(law.Provision).ToList();
        while (level.Count > 0)
        {
            shown.AddRange(level);
            level = [.. level.SelectMany(p => p.Versions).SelectMany(v => v.Unless.Concat(v.WaivableBy).Concat(v.Obligations)).Where(seen.Add).Order(StringComparer.Ordinal).Select(law.Provision)];
        }
        return shown.ToImmutable();
    }

    private static ImmutableArray<string> ListsOf(Condition condition) => condition switch
    {
        CoveredCondition covered => covered.Lists,
        ListedCondition listed => listed.Lists,
        OwnedCondition owned => owned.Lists,
        _ => [],
    };

    private static void Contents(HtmlPage page, ImmutableArray<Provision> provisions, List<DesignationList> lists)
    {
        page.Constant("<nav aria-label=\"Contents\">");
        page.Element("h2", "Contents");
        page.Open("ul");
        foreach (var provision in provisions) Entry(provision.Id, $"{provision.Title} ({provision.Citation})");
        foreach (var list in lists) Entry(LawLinks.ToList(list.Id), $"List: {list.Title} ({list.Citation})");
        page.Close("ul");
        page.Close("nav");

        void Entry(string id, string text)
        {
            page.Start("li");
            page.Link(id, text);
            page.Constant("</li>");
        }
    }
}
