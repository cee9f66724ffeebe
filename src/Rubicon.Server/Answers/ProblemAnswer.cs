using System.Text;
using System.Text.Json;
using Rubicon.Diagnostics;

namespace Rubicon.Server.Answers;

/// <summary>Problems as RFC 9457 writes them, with the product's own code, what was found and expected, and the fix.</summary>
internal static class ProblemAnswer
{
    public const string ContentType = "application/problem+json";

    private static readonly JsonWriterOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, NewLine = "\n" };

    public static IResult Of(int status, ProblemKind kind, string found, string? expected = null) => Of(status, [new Problem(kind, new SourceLocation("request"), found, expected)]);

    /// <summary>The first problem is the answer's own; all of them stand under `problems`.</summary>
    public static IResult Of(int status, IReadOnlyList<Problem> problems) => new Statused(Results.Bytes(Bytes(status, problems), ContentType + "; charset=utf-8"), status);

    public static async Task Write(HttpContext context, int status, ProblemKind kind, string found)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = ContentType + "; charset=utf-8";
        await context.Response.Body.WriteAsync(Bytes(status, [new Problem(kind, new SourceLocation("request"), found)]), context.RequestAborted);
    }

    private static byte[] Bytes(int status, IReadOnlyList<Problem> problems)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            json.WriteString("type", $"urn:rubicon:problem:{problems[0].Kind.Code}");
            json.WriteString("title", problems[0].Kind.Title);
            json.WriteNumber("status", status);
            json.WriteString("detail", $"found {problems[0].Found}; expected {problems[0].Expected ?? problems[0].Kind.Expected}");
            json.WriteString("code", problems[0].Kind.Code);
            json.WriteStartArray("problems");
            foreach (var problem in problems)
            {
                json.WriteStartObject();
                json.WriteString("code", problem.Kind.Code);
                json.WriteString("where", problem.Where.ToString());
                json.WriteString("title", problem.Kind.Title);
                json.WriteString("found", problem.Found);
                json.WriteString("expected", problem.Expected ?? problem.Kind.Expected);
                json.WriteString("cause", problem.Kind.Cause);
                json.WriteString("fix", problem.Kind.Fix);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return [.. buffer.ToArray(), .. Encoding.UTF8.GetBytes("\n")];
    }

    private sealed class Statused(IResult inner, int status) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = status;
            return inner.ExecuteAsync(httpContext);
        }
    }
}
