using System.Text.Json;
using Rubicon.Diagnostics;
using Rubicon.Reports;
using Rubicon.Rules.Evaluation;
using Rubicon.Server.Answers;
using Rubicon.Server.Security;
using Rubicon.Storage;

namespace Rubicon.Server.Pages;

/// <summary>One purchase line by form: the buyer's page. It decides and records as the API does.</summary>
internal static class AskPage
{
    private const int LongestField = 500;

    private static readonly (string Field, string Label)[] Fields = [("maker", "Maker"), ("model", "Model"), ("supplier", "Supplier"), ("description", "Description or quote line"), ("part-number", "Part number")];

    private static readonly string[] Acts = ["buy", "install", "use", "maintain", "renew", "sell"];

    public static IResult Get(HttpContext context, ServedLaw law) => Show(context, law, []);

    public static async Task<IResult> Post(HttpContext context, ServedLaw law, Store store)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var problems = new List<Problem>();
        var asked = Asked.Of(form, problems);
        foreach (var (field, label) in Fields)
            if (form[field].ToString().Length > LongestField) problems.Add(new Problem(ProblemCatalog.BadQuery, new SourceLocation(field), $"{label} of {form[field].ToString().Length} characters", $"at most {LongestField} characters"));
        if (problems.Count > 0) return Show(context, law, problems);
        byte[] json = Request(form);
        var (decided, report) = DecideEndpoint.Decide(law, asked, json, problems);
        if (decided is null) return Show(context, law, problems);
        var entry = new DecisionEntry(decided.Decision.Title, Outcomes.Word(decided.Decision.Outcome), PlainText.Day(decided.Head.AsOf), PlainText.Day(decided.Head.KnownAt), json, report);
        var recorded = await store.Decisions.Record(Access.AuthorOf(context), entry, null);
        return LoginPage.SeeOther($"/decisions/{recorded!.Id}");
    }

    private static byte[] Request(IFormCollection form)
    {
        string Text(string field) => form[field].ToString().Trim();
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            string title = string.Join(' ', new[] { Text("maker"), Text("model"), Text("description") }.Where(t => t.Length > 0));
            if (title.Length > 0) json.WriteString("title", title);
            json.WriteString("kind", "purchase");
            json.WriteStartObject("record");
            foreach (var (field, _) in Fields)
                if (Text(field).Length > 0) json.WriteString(field, Text(field));
            if (Acts.Contains(Text("act"))) json.WriteString("act", Text("act"));
            json.WriteEndObject();
            json.WriteEndObject();
        }
        return buffer.ToArray();
    }

    private static IResult Show(HttpContext context, ServedLaw law, List<Problem> problems)
    {
        var page = new Html();
        UploadPage.Problems(page, problems);
        page.Add($"<form method=\"post\" action=\"/ask\">\n").Add(Page.FormKey(context));
        foreach (var (field, label) in Fields) page.Add($"<p><label for=\"{field}\">{label}</label><br><input id=\"{field}\" name=\"{field}\" maxlength=\"500\" size=\"50\"></p>\n");
        page.Add($"<p><label for=\"act\">Act</label><br><select id=\"act\" name=\"act\">\n");
        foreach (string act in Acts) page.Add($"<option>{act}</option>\n");
        page.Add($"</select></p>\n");
        UploadPage.AskedFields(page, law);
        page.Add($"<p><button>Decide and record</button></p>\n</form>\n");
        return Page.Of(context, "Ask", page, problems.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }
}
