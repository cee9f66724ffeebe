namespace Rubicon.Reports.Html;

/// <summary>The beginning of the page: title, who asked, for which day.</summary>
internal static class HeadSection
{
    internal static void Write(HtmlPage page, ReportHead head)
    {
        Open(page, $"Supply-chain decisions as of {PlainText.Day(head.AsOf)}", "", "Supply-chain decisions");
        page.Open("dl", "head");
        Row(page, "As of", PlainText.Day(head.AsOf));
        Row(page, "Known by", PlainText.Day(head.KnownAt));
        Row(page, "Actor", PlainText.Actor(head.Actor));
        Row(page, "Program", $"rubicon {head.ToolVersion}");
        page.Close("dl");
    }

    /// <summary>The beginning of a page up to its first heading; main stays open.</summary>
    internal static void Open(HtmlPage page, string title, string sheet, string? heading = null)
    {
        page.Constant("<!doctype html>");
        page.Constant("<html lang=\"en\">");
        page.Open("head");
        page.Constant("<meta charset=\"utf-8\">");
        page.Constant("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        page.Constant("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">");
        page.Element("title", title);
        page.Constant("<style>" + HtmlStyle.Sheet + sheet + "</style>");
        page.Close("head");
        page.Open("body");
        page.Open("main");
        page.Element("h1", heading ?? title);
    }

    internal static void Row(HtmlPage page, string term, string text)
    {
        page.Open("div");
        page.Element("dt", term);
        page.Element("dd", text);
        page.Close("div");
    }
}
