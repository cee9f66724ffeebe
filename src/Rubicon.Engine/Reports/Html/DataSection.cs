namespace Rubicon.Reports.Html;

/// <summary>What the decisions rest on, and the end of the page.</summary>
internal static class DataSection
{
    internal static void Write(HtmlPage page, ReportHead head)
    {
        page.Open("section");
        page.Element("h2", "Data that the decisions rest on");
        if (head.Data.IsEmpty) page.Element("p", "None.");
        else
            page.Table("Data sources", ["Id", "Kind", "Date", "SHA-256"], head.Data.Select(d =>
                new[] { d.Id, d.Kind, d.Date is { } date ? PlainText.Day(date) : "none", d.Digest ?? "none" }));
        page.Close("section");
        page.Close("main");
        page.Open("footer");
        page.Element("p", "This report says which rules match which records, as of the day named. It is not legal advice.");
        page.Close("footer");
        page.Close("body");
        page.Close("html");
    }
}
