using Rubicon.Rules.Conditions;

namespace Rubicon.Reports.Html.Law;

/// <summary>The words of the law on the left, the test that stands for them on the right.</summary>
internal static class WordsPart
{
    internal static void Write(HtmlPage page, string caption, IEnumerable<(string Part, Condition? Condition)> parts)
    {
        var asked = parts.Where(p => p.Condition is not null).ToList();
        if (asked.Count == 0)
        {
            page.Element("p", "Nothing is asked: it holds for everyone and everything in its days.");
            return;
        }
        page.Constant("<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Words and tests\"><table class=\"words\">");
        page.Element("caption", caption);
        page.Constant("<thead><tr><th scope=\"col\">Words of the law</th><th scope=\"col\">Test</th></tr></thead>");
        page.Open("tbody");
        foreach (var (part, condition) in asked) Row(page, condition!, part, 0);
        page.Constant("</tbody></table></div>");
    }

    private static void Row(HtmlPage page, Condition condition, string? part, int depth)
    {
        page.Start("tr");
        page.Start("td");
        if (condition.Quotation.Words is { } words) page.Inline("q", words);
        if (condition.Quotation.Citation is { } citation) page.Inline("span", $" {citation}", "citation");
        page.Constant("</td>");
        page.Start("td", $"depth{Math.Min(depth, 8)}");
        if (part is not null) page.Inline("span", $"{part}: ", "citation");
        page.Text(condition.Test);
        page.Constant("</td></tr>");
        foreach (var child in condition.Children) Row(page, child, null, depth + 1);
    }
}
