using Rubicon.Diagnostics;
using Rubicon.Server.Answers;
using Rubicon.Server.Scanning;
using Rubicon.Server.Security;
using Rubicon.Storage;
using Rubicon.Subjects;

namespace Rubicon.Server.Pages;

/// <summary>A file sent in by a form, and the page of its scan.</summary>
internal static class UploadPage
{
    public static IResult Get(HttpContext context, ServedLaw law) => Show(context, law, []);

    public static async Task<IResult> Post(HttpContext context, ServedLaw law, Store store, ScanQueue queue)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var problems = new List<Problem>();
        var asked = Asked.Of(form, problems);
        if (form.Files is not [{ Length: > 0 } file]) problems.Add(new Problem(ProblemCatalog.BadQuery, new SourceLocation("file"), "no file", "a file with at least one byte"));
        else if (file.Length > ScanEndpoints.Largest) problems.Add(new Problem(ProblemCatalog.BodyTooLarge, new SourceLocation("file"), $"{file.Length:N0} bytes", $"at most {ScanEndpoints.Largest:N0} bytes"));
        else if (!queue.HasRoom) problems.Add(new Problem(ProblemCatalog.TooManyRequests, new SourceLocation("file"), "a full queue of scans"));
        else if (problems.Count == 0)
        {
            var input = new byte[file.Length];
            await using var stream = file.OpenReadStream();
            await stream.ReadExactlyAsync(input, context.RequestAborted);
            var scan = await ScanEndpoints.Begin(law, store, queue, Access.AuthorOf(context), asked, ScanEndpoints.NameOf(file.FileName), input, context.RequestAborted);
            return LoginPage.SeeOther($"/scans/{scan.Id}");
        }
        return Show(context, law, problems);
    }

    /// <summary>Fields for day and actor, which several forms have.</summary>
    public static void AskedFields(Html page, ServedLaw law) => AskedFields(page, "As of", Reports.PlainText.Day(law.Today));

    /// <summary>The same with another label and day; an empty day states none.</summary>
    public static void AskedFields(Html page, string label, string day)
    {
        page.Add($"<p><label for=\"as_of\">{label}</label><br><input id=\"as_of\" name=\"as_of\" type=\"date\" value=\"{day}\"></p>\n<fieldset><legend>Who acts, in which capacities (none: outcomes are shown by capacity)</legend>\n");
        foreach (var term in Vocabularies.Capacity.Terms) page.Add($"<label class=\"choice\"><input type=\"checkbox\" name=\"actor\" value=\"{term.Id}\"> {term.Id.Replace('-', ' ')}</label>\n");
        page.Add($"</fieldset>\n");
    }

    public static void Problems(Html page, IReadOnlyList<Problem> problems)
    {
        foreach (var problem in problems) page.Add($"<p role=\"alert\" class=\"wrong\">{problem.Where.ToString()}: {problem.Kind.Code} {problem.Kind.Title}: found {problem.Found}; expected {problem.Expected ?? problem.Kind.Expected}</p>\n");
    }

    private static IResult Show(HttpContext context, ServedLaw law, List<Problem> problems)
    {
        var page = new Html();
        Problems(page, problems);
        page.Add($"<form method=\"post\" action=\"/upload\" enctype=\"multipart/form-data\">\n").Add(Page.FormKey(context));
        page.Add($"<p><label for=\"file\">Inventory, supplier list, bill of materials or walk</label><br><input id=\"file\" name=\"file\" type=\"file\" required aria-describedby=\"file-help\"></p>\n<p id=\"file-help\">CSV, XLSX, CycloneDX JSON, NetBox JSON or an SNMP walk, at most 64 MB.</p>\n");
        AskedFields(page, law);
        page.Add($"<p><button>Scan</button></p>\n</form>\n");
        return Page.Of(context, "Upload", page, problems.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }
}
