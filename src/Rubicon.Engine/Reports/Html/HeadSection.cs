namespace Rubicon.Reports.Html;

/// <summary>The beginning of the page: title, who asked, for which day.</summary>
internal static class HeadSection
{
    internal static void Write(HtmlPage page, ReportHead head)
    {
        page.Constant("<!doctype html>");
        page.Constant("<html lang=\"en\">");
        page.Open("head");
        page.Constant("<meta charset=\"utf-8\">");
        page.Constant("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        page.Constant("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">");
        page.Element("title", $"Supply-chain decisions as of {PlainText.Day(head.AsOf)}");
        page.Constant("<style>" + HtmlStyle.Sheet + "</style>");
        page.Close("head");
        page.Open("body");
        page.Open("main");
        page.Element("h1", "Supply-chain decisions");
        page.Open("dl", "head");
        Row(page, "As of", PlainText.Day(head.AsOf));
        Row(page, "Known by", PlainText.Day(head.KnownAt));
        Row(page, "Actor", PlainText.Actor(head.Actor));
        Row(page, "Program", $"rubicon {head.ToolVersion}");
        page.Close("dl");
    }

    internal static void Row(HtmlPage page, string term, string text)
    {
        page.Open("div");
        page.Element("dt", term);
        page.Element("dd", text);
        page.Close("div");
    }
}
