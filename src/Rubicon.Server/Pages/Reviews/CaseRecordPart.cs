using Rubicon.Reports;
using Rubicon.Review;
using Rubicon.Server.Cases;
using Rubicon.Server.Security;
using Rubicon.Storage;

namespace Rubicon.Server.Pages.Reviews;

/// <summary>What a side sees of the record of a case: events with their documents, files, and who takes part.</summary>
internal static class CaseRecordPart
{
    public static void Events(Html page, OpenCase open, Store store, DateOnly asOf)
    {
        var files = store.Cases.Files.Of(open.Head.Id);
        page.Add($"<h2>Record</h2>\n<ol class=\"record\">\n");
        foreach (var (index, done) in open.Seen().Where(e => e.Event.Day <= asOf))
        {
            var step = open.Review.Procedure.FindStep(done.Step ?? "");
            page.Add($"<li value=\"{(index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)}\"><p><strong>{PlainText.Day(done.Day)} {step?.Title ?? done.Step ?? "Clock extended"}</strong>, by {open.Review.Procedure.Roles.GetValueOrDefault(done.By, ReviewWords.Word(done.By))}: {done.Author}{(done.Approver is { } approver ? $", approved by {approver}" : "")}</p>\n");
            if (done.Extension is { } extension) page.Add($"<p>{open.Review.Procedure.FindClock(extension.Clock)?.Title ?? extension.Clock} until {PlainText.Day(extension.Until)}: {extension.Finding}</p>\n");
            CaseStepPart.Statements(page, step, done);
            if (open.Document(index, files) is { } document) page.Add($"<p><a href=\"/cases/{open.Head.Id}/documents/{document.Number}\">Document {document.Number} for print</a></p>\n");
            page.Add($"</li>\n");
        }
        page.Add($"</ol>\n");
    }

    public static void Files(HttpContext context, Html page, OpenCase open, Store store)
    {
        page.Add($"<h2>Files</h2>\n");
        var files = store.Cases.Files.Of(open.Head.Id);
        if (files.Count == 0) page.Add($"<p>None.</p>\n");
        else
        {
            Table.Begin(page, "Files of the case", "Number", "Title", "Added (UTC)", "Access", "SHA-256");
            foreach (var file in files)
            {
                if (open.Sees(file)) page.Add($"<tr><td>{file.Number}</td><th scope=\"row\"><a href=\"/cases/{open.Head.Id}/files/{file.Id}\">{file.Title}</a></th><td>{Table.Time(file.Created)}</td><td>{(file.Restricted ? "restricted" : "all who take part")}</td><td><code>{file.Sha256[..16]}…</code></td></tr>\n");
                else page.Add($"<tr><td>{file.Number}</td><th scope=\"row\">restricted; not for you to see</th><td></td><td>restricted</td><td></td></tr>\n");
            }
            Table.End(page);
        }
        if (CaseSteps.Right(open, Access.TokenOf(context)) is not null) return;
        page.Add($"<details class=\"screen\"><summary>Add a file</summary>\n<form method=\"post\" action=\"/cases/{open.Head.Id}/files\" enctype=\"multipart/form-data\">\n").Add(Page.FormKey(context));
        page.Add($"<p><label for=\"file-title\">Title</label><br><input id=\"file-title\" name=\"title\" required maxlength=\"300\" size=\"50\"></p>\n<p><label for=\"file\">File, at most 50 MB</label><br><input id=\"file\" name=\"file\" type=\"file\" required></p>\n<p><label><input type=\"checkbox\" name=\"restricted\" value=\"yes\"> Restricted: only your organization and the one that runs the case see it, its title too</label></p>\n<p><button>Add</button></p>\n</form></details>\n");
    }

    public static void Members(HttpContext context, Html page, OpenCase open, Store store)
    {
        page.Add($"<h2>Who takes part</h2>\n");
        Table.Begin(page, "Organizations of the case", "Organization", "Side");
        foreach (var member in store.Cases.Members(open.Head.Id)) page.Add($"<tr><th scope=\"row\">{member.Name}</th><td>{ReviewWords.Word(member.Side)}</td></tr>\n");
        Table.End(page);
        if (!open.IsAgency || !Access.May(context, Role.CaseOfficer)) return;
        page.Add($"<details class=\"screen\"><summary>Let another organization take part</summary>\n<form method=\"post\" action=\"/cases/{open.Head.Id}/members\">\n").Add(Page.FormKey(context));
        page.Add($"<p><label for=\"organization\">Id of the organization</label><br><input id=\"organization\" name=\"organization\" required maxlength=\"100\" size=\"40\"></p>\n<p><label for=\"side\">Side</label><br><select id=\"side\" name=\"side\"><option>party</option><option>consulted</option><option>agency</option></select></p>\n<p><button>Add</button></p>\n</form></details>\n");
    }
}
