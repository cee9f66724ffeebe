using System.Text.Json;
using Rubicon.Diagnostics;
using Rubicon.Server.Answers;
using Rubicon.Server.Security;
using Rubicon.Storage;

namespace Rubicon.Server.Cases;

/// <summary>/api/v1/cases/{id}/files. What a reader may not see of a restricted file is its title and content; that there is one, and its number, all see.</summary>
internal static class CaseFileEndpoints
{
    public const int LongestTitle = 300;

    public static IResult List(string id, HttpContext context, ServedLaw law, Store store) => CaseEndpoints.Find(id, context, law, store) is not { } open
        ? RecordEndpoints.Missing()
        : CaseJson.Object(json => CaseJson.Array(json, "files", store.Cases.Files.Of(id), f => Members(json, open, f)));

    /// <summary>The body is the file; `title` and `restricted` (yes or no) are in the query.</summary>
    public static async Task<IResult> Add(string id, HttpContext context, ServedLaw law, Store store)
    {
        if (CaseEndpoints.Find(id, context, law, store) is not { } open) return RecordEndpoints.Missing();
        string title = context.Request.Query["title"].ToString(), restricted = context.Request.Query["restricted"].ToString();
        if (string.IsNullOrWhiteSpace(title) || title.Length > LongestTitle || restricted is not ("" or "yes" or "no"))
            return ProblemAnswer.Of(StatusCodes.Status400BadRequest, ProblemCatalog.BadQuery, Quote.Text($"{title}, {restricted}"), $"a title of 1 to {LongestTitle} characters, restricted yes or no");
        if (open.IsAgency && Access.Parse(Access.TokenOf(context).Role) < Role.CaseOfficer) return ProblemAnswer.Of(StatusCodes.Status403Forbidden, ProblemCatalog.RoleMayNot, Access.TokenOf(context).Role, Access.Word(Role.CaseOfficer));
        if (await Body.Read(context, CaseFiles.Largest) is not { } content) return Body.TooLarge(CaseFiles.Largest);
        var file = await store.Cases.Files.Add(Access.AuthorOf(context), id, title, restricted == "yes", content);
        context.Response.Headers.Location = $"/api/v1/cases/{id}/files/{file.Id}";
        return CaseJson.Object(json => Members(json, open, file), StatusCodes.Status201Created);
    }

    /// <summary>The bytes, for keeping and never for showing in a page: what others brought is not run.</summary>
    public static IResult Content(string id, string file, HttpContext context, ServedLaw law, Store store)
    {
        if (CaseEndpoints.Find(id, context, law, store) is not { } open) return RecordEndpoints.Missing();
        if (store.Cases.Files.Of(id).FirstOrDefault(f => f.Id == file) is not { } found || !open.Sees(found) || store.Cases.Files.Content(id, file) is not { } content) return RecordEndpoints.Missing();
        return Results.File(content, "application/octet-stream", found.Number);
    }

    private static void Members(Utf8JsonWriter json, OpenCase open, CaseFile file)
    {
        json.WriteString("number", file.Number);
        json.WriteBoolean("restricted", file.Restricted);
        if (!open.Sees(file)) return;
        json.WriteString("id", file.Id);
        json.WriteString("title", file.Title);
        json.WriteString("added", file.Created);
        json.WriteString("organization", file.Organization);
        json.WriteString("sha256", file.Sha256);
    }
}
