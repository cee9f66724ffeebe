using Rubicon.Reports.Html;
using Rubicon.Review;

namespace Rubicon.Reports;

/// <summary>
/// A document of a case as one HTML file to print: no script, nothing from outside, all text escaped. The same document gives the same bytes.
/// </summary>
public static class CaseDocumentHtml
{
    private static readonly Dictionary<string, string> Titles = new(StringComparer.Ordinal)
    {
        ["information-demand"] = "Demand for information",
        ["review-notice"] = "Notice of a review",
        ["consultation-notice"] = "Notice to agency heads",
        ["initial-determination"] = "Initial determination",
        ["agency-notice"] = "Notice to agency heads of an initial determination",
        ["service-notice"] = "Notice of service",
        ["response-package"] = "Response of a party",
        ["second-consultation-notice"] = "Notice to agency heads of a proposed final determination",
        ["final-determination"] = "Final determination",
        ["initial-designation"] = "Public notice of an initial designation",
        ["opposition"] = "Opposition",
        ["final-designation"] = "Public notice of a final designation",
        ["waiver-request"] = "Request for a waiver",
        ["waiver"] = "Decision on a waiver",
        ["congress-report"] = "Report to the committees of Congress",
    };

    /// <summary>The title of a kind of document; the kind itself where it has none.</summary>
    public static string Title(string kind) => Titles.GetValueOrDefault(kind, kind.Replace('-', ' '));

    /// <summary>Writes the document. The stream is flushed and stays open.</summary>
    public static void Write(Stream stream, CaseDocument document)
    {
        var page = new HtmlPage(new TextOutput(stream));
        string title = Title(document.Step.Document!);
        Head(page, $"{document.Number} {title}");
        page.Element("h1", title);
        Facts(page, document);
        if (document.Version is { } version) Rule(page, version);
        foreach (var need in document.Step.Needs) Statement(page, need, document.Event);
        Clocks(page, document);
        Files(page, document);
        page.Element("p", "Author: " + document.Event.Author);
        if (document.Event.Approver is { } approver) page.Element("p", "Approved by: " + approver);
        page.Element("p", $"Signature: ______________________________   Date: {PlainText.Day(document.Event.Day)}");
        page.Close("main");
        page.Close("body");
        page.Constant("</html>");
        page.Finish();
    }

    private static void Head(HtmlPage page, string title)
    {
        page.Constant("<!doctype html>");
        page.Constant("<html lang=\"en\">");
        page.Open("head");
        page.Constant("<meta charset=\"utf-8\">");
        page.Constant("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        page.Constant("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">");
        page.Element("title", title);
        page.Constant("<style>" + HtmlStyle.Sheet + "</style>");
        page.Close("head");
        page.Open("body");
        page.Open("main");
    }

    private static void Facts(HtmlPage page, CaseDocument document)
    {
        var procedure = document.Review.Procedure;
        page.Open("dl", "head");
        HeadSection.Row(page, "Document", document.Number);
        HeadSection.Row(page, "Case", document.CaseTitle);
        HeadSection.Row(page, "Date", PlainText.Day(document.Event.Day));
        HeadSection.Row(page, "By", procedure.Roles.GetValueOrDefault(document.Event.By, ReviewWords.Word(document.Event.By)));
        HeadSection.Row(page, "Under", procedure.Citation);
        page.Close("dl");
    }

    private static void Rule(HtmlPage page, StepVersion version)
    {
        page.Element("p", version.Citation, "citation");
        if (version.Words is { } words) page.Element("blockquote", words);
        if (version.Note is { } note) page.Element("p", "Note: " + note);
    }

    /// <summary>Lines of a statement stay lines; each is escaped by itself.</summary>
    private static void Statement(HtmlPage page, StepStatement need, CaseEvent done)
    {
        if (!done.Statements.TryGetValue(need.Id, out string? text) || string.IsNullOrWhiteSpace(text)) return;
        page.Element("h2", need.Title);
        foreach (string line in text.ReplaceLineEndings("\n").Split('\n'))
            if (line.Trim().Length > 0) page.Element("p", line);
    }

    private static void Clocks(HtmlPage page, CaseDocument document)
    {
        if (document.Clocks.IsEmpty) return;
        page.Element("h2", "Days that this starts");
        page.Table("Days that this starts", ["What", "For", "Day", "How it is counted", "Rule"], document.Clocks.Select(c => new[]
        {
            c.Clock.Title, document.Review.Procedure.Roles.GetValueOrDefault(c.Clock.For, ReviewWords.Word(c.Clock.For)), c.Due is { } due ? Day(c.Clock.Kind, due) : "not counted", c.Arithmetic,
            c.Version is { } version ? $"{version.Citation}: {version.Count.Words}{(version.Confirmed ? "" : " (to be confirmed: " + version.Note + ")")}" : "",
        }));
    }

    private static string Day(ClockKind kind, DateOnly day) => kind switch
    {
        ClockKind.Deadline => "by " + PlainText.Day(day),
        ClockKind.Earliest => "not before " + PlainText.Day(day),
        _ => "until " + PlainText.Day(day),
    };

    private static void Files(HtmlPage page, CaseDocument document)
    {
        if (document.Files.IsEmpty) return;
        page.Element("h2", "Files that go with it");
        page.Table("Files that go with it", ["Number", "Title", "SHA-256"], document.Files.Select(f => new[] { f.Number, f.Title ?? "restricted", f.Sha256 ?? "restricted" }));
    }
}
