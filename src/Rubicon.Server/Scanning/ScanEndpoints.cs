using System.Text;
using System.Text.Json;
using Rubicon.Diagnostics;
using Rubicon.Reports;
using Rubicon.Screening;
using Rubicon.Server.Answers;
using Rubicon.Server.Security;
using Rubicon.Server.StoredReports;
using Rubicon.Storage;

namespace Rubicon.Server.Scanning;

/// <summary>POST /api/v1/scans takes a file and answers 202; GET shows how far it is; .../report and .../results give what it found.</summary>
internal static class ScanEndpoints
{
    /// <summary>Largest file taken.</summary>
    public const int Largest = 64 * 1024 * 1024;

    private const int LongestName = 255;

    public static async Task<IResult> Post(HttpContext context, ServedLaw law, Store store, ScanQueue queue)
    {
        var problems = new List<Problem>();
        var asked = Asked.Of(context.Request, problems);
        string name = NameOf(context.Request.Query["name"].FirstOrDefault());
        if (problems.Count > 0) return ProblemAnswer.Of(StatusCodes.Status400BadRequest, problems);
        if (!queue.HasRoom) return ProblemAnswer.Of(StatusCodes.Status429TooManyRequests, ProblemCatalog.TooManyRequests, "a full queue of scans");
        byte[] input;
        // A file sent as the body may come under the type that clients give when they are told none, that of a form without files.
        if (context.Request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) == true)
        {
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            if (form.Files is not [var file]) return ProblemAnswer.Of(StatusCodes.Status400BadRequest, ProblemCatalog.BadQuery, $"{form.Files.Count} files", "one file in a form");
            if (file.Length > Largest) return Body.TooLarge(Largest);
            name = NameOf(file.FileName);
            input = new byte[file.Length];
            await using var stream = file.OpenReadStream();
            await stream.ReadExactlyAsync(input, context.RequestAborted);
        }
        else if (await Body.Read(context, Largest) is { } body)
        {
            input = body;
        }
        else
        {
            return Body.TooLarge(Largest);
        }
        var scan = await Begin(law, store, queue, Access.AuthorOf(context), asked, name, input, context.RequestAborted);
        context.Response.Headers.Location = $"/api/v1/scans/{scan.Id}";
        context.Response.StatusCode = StatusCodes.Status202Accepted;
        return Results.Bytes(Json(scan, 0), "application/json; charset=utf-8");
    }

    public static async Task<Scan> Begin(ServedLaw law, Store store, ScanQueue queue, Author author, Asked asked, string name, byte[] input, CancellationToken stop)
    {
        var asOf = asked.AsOf ?? law.Today;
        var scan = await store.Scans.Begin(author, name, PlainText.Day(asOf), PlainText.Day(asked.KnownAt ?? asOf), input);
        await queue.Add(new QueuedScan(scan, author, asked.Actor ?? ActorProfile.Nobody, [new ScanInput(name, input)]), stop);
        return scan;
    }

    public static IResult Get(string id, HttpContext context, Store store, ScanQueue queue) =>
        store.Scans.Find(Access.TokenOf(context).Organization, id) is { } scan
            ? Results.Bytes(Json(scan, queue.Progress(id)), "application/json; charset=utf-8")
            : Missing();

    /// <summary>The report, the bytes of `rubicon scan NAME -o json`.</summary>
    public static IResult Report(string id, HttpContext context, Store store) =>
        StoredReport.Find(store, Access.TokenOf(context).Organization, id) is { } report ? Results.Stream(output => report.CopyTo(output, context.RequestAborted), "application/json; charset=utf-8") : Missing();

    /// <summary>The results, the bytes of `rubicon scan NAME -o jsonl`.</summary>
    public static IResult Lines(string id, HttpContext context, Store store) =>
        StoredReport.Find(store, Access.TokenOf(context).Organization, id) is { } report ? ReportExport.Of(report, "jsonl", null) : Missing();

    private static IResult Missing() => ProblemAnswer.Of(StatusCodes.Status404NotFound, ProblemCatalog.NotThere, "nothing under this address");

    /// <summary>The last part of a file's name, without what terminals or paths would act on.</summary>
    public static string NameOf(string? stated)
    {
        string last = (stated ?? "").Split('/', '\\')[^1];
        var kept = new StringBuilder();
        foreach (char c in last)
            if (kept.Length < LongestName && !char.IsControl(c)) kept.Append(c);
        return kept.Length == 0 || kept.ToString() == "-" ? "upload" : kept.ToString();
    }

    private static byte[] Json(Scan scan, long decided)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("id", scan.Id);
            json.WriteString("name", scan.Name);
            json.WriteString("state", scan.State);
            json.WriteString("asOf", scan.AsOf);
            json.WriteString("knownAt", scan.KnownAt);
            json.WriteString("created", scan.Created);
            if (scan.Finished is not null) json.WriteString("finished", scan.Finished);
            if (scan.State == "running") json.WriteNumber("decided", decided);
            if (scan.Problem is not null) json.WriteString("problem", scan.Problem);
            if (scan.Outcomes is not null)
            {
                json.WritePropertyName("outcomes");
                json.WriteRawValue(scan.Outcomes);
            }
            if (scan.State == "done")
            {
                json.WriteString("report", $"/api/v1/scans/{scan.Id}/report");
                json.WriteString("results", $"/api/v1/scans/{scan.Id}/results");
            }
            json.WriteEndObject();
        }
        return buffer.ToArray();
    }
}
