using Rubicon.Reports;
using Rubicon.Server.Security;
using Rubicon.Server.Stated;
using Rubicon.Storage;
using Rubicon.Storage.Log;

namespace Rubicon.Server.Pages;

/// <summary>The inquiry record of a decision, made for print: what was asked, of which data, what was found, by which words, and where it stands in the log.</summary>
internal static class InquiryPage
{
    public static IResult Get(string id, HttpContext context, Store store, ServedLaw law, TimeProvider time) => Show(context, store, law, time, new DecisionPlace(null, id));

    public static IResult Line(string id, string decision, HttpContext context, Store store, ServedLaw law, TimeProvider time) => Show(context, store, law, time, new DecisionPlace(id, decision));

    private static IResult Show(HttpContext context, Store store, ServedLaw law, TimeProvider time, DecisionPlace place)
    {
        if (place.Find(context, store) is not { } found) return Page.Missing(context);
        var (head, decision) = found;
        var token = Access.TokenOf(context);
        var page = new Html();
        page.Add($"<p class=\"screen\"><a href=\"{place.Path}\">Back to the decision</a>. Print this page with your browser.</p>\n");
        page.Add($"<dl class=\"inquiry\"><dt>Subject</dt><dd>{decision.Title}</dd>\n<dt>Record</dt><dd>{decision.Source.ToString()}</dd>\n<dt>Id</dt><dd>{(place.Scan is null ? $"decision {place.Decision}" : $"scan {place.Scan}, decision {place.Decision}")}</dd>\n<dt>Made by</dt><dd>{head.ToolVersion}</dd>\n<dt>Drawn up</dt><dd>{time.GetUtcNow().ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture)} UTC by {token.Name} ({token.Id})</dd></dl>\n");
        page.Add($"<h2>Outcome</h2>\n");
        DecisionPage.Head(page, head, decision);
        Stated(page, decision);
        if (!decision.Questions.IsEmpty)
        {
            page.Add($"<h2>Open questions</h2>\n<ul>\n");
            foreach (var question in decision.Questions) page.Add($"<li>{question.Text} (ask {question.Who})</li>\n");
            page.Add($"</ul>\n");
        }
        DecisionPage.Body(page, decision, open: true);
        DecisionPage.Facts(page, decision, open: true);
        Statements(page, store, law, token.Organization, head);
        Data(page, head);
        page.Add($"<h2>Log</h2>\n<p>The decision and its event were written together; the newest signed checkpoint when this was drawn up:</p>\n<pre tabindex=\"0\">{new CheckpointFile(store.Place.Folder).Read()}</pre>\n<p><code>rubicon log prove {place.Scan ?? place.Decision} --data DIR</code> proves that its record is in the log.</p>\n");
        return Page.Of(context, "Inquiry record", page);
    }

    private static void Stated(Html page, Screening.Decision decision)
    {
        if (decision.Subject is not { Statements.IsEmpty: false } subject) return;
        Table.Begin(page, "What the record states", "Field", "Text");
        foreach (var statement in subject.Statements) page.Add($"<tr><th scope=\"row\">{ReportWords.Word(statement.Field)}</th><td>{statement.Text}</td></tr>\n");
        Table.End(page);
    }

    private static void Statements(Html page, Store store, ServedLaw law, string organization, ReportHead head)
    {
        var standing = store.Statements.Approved(organization).Where(a => StandingAnswers.Lapse(law, a, head.AsOf) is null).ToList();
        if (standing.Count == 0) return;
        Table.Begin(page, "Answers and cleared matches of the organization that hold for that day", "Statement", "By", "Approved by");
        foreach (var answer in standing) page.Add($"<tr><th scope=\"row\">{StatedPages.Words(answer)}</th><td>{answer.Who}, {Table.Time(answer.Created)} UTC</td><td>{answer.Approver}</td></tr>\n");
        Table.End(page);
    }

    private static void Data(Html page, ReportHead head)
    {
        page.Add($"<h2>Data</h2>\n");
        Table.Begin(page, "Law and lists it was decided with", "What", "Kept up to", "SHA-256");
        foreach (var source in head.Data) page.Add($"<tr><th scope=\"row\">{source.Kind} {source.Id}</th><td>{(source.Date is { } day ? PlainText.Day(day) : "")}</td><td><code>{source.Digest ?? ""}</code></td></tr>\n");
        Table.End(page);
    }
}
