using System.Globalization;
using System.Text;
using System.Text.Json;
using Rubicon.Answering.Names;
using Rubicon.Diagnostics;
using Rubicon.Matching;
using Rubicon.Reading.Names;
using Rubicon.Screening;

namespace Rubicon.Server.Answers;

/// <summary>
/// POST /api/v1/screen: names in, JSON Lines out, the bytes of `rubicon screen --names - -o jsonl`. The body is JSON Lines or CSV as `--names` reads them, or one JSON
/// object: {"names": [...]} of texts or of objects, or one name.
/// </summary>
internal static class ScreenEndpoint
{
    private const int Largest = 16 * 1024 * 1024;
    private const int DeepestNames = 8;

    public static async Task<IResult> Post(HttpContext context, ServedLaw law)
    {
        var problems = new List<Problem>();
        var asked = Asked.Of(context.Request, problems);
        double threshold = Threshold(context.Request, problems);
        if (problems.Count > 0) return ProblemAnswer.Of(StatusCodes.Status400BadRequest, problems);
        if (await Body.Read(context, Largest) is not { } body) return Body.TooLarge(Largest);
        bool json = context.Request.ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) == true;
        if (json && Lines(body) is not { } lines) return ProblemAnswer.Of(StatusCodes.Status422UnprocessableEntity, ProblemCatalog.BadRequest, "a body that is no JSON of names", "{\"names\": [\"...\"]} or one {\"name\": \"...\"}");
        else lines = json ? Lines(body)! : body;
        var asOf = asked.AsOf ?? law.Today;
        var screener = law.Names(asOf, asked.KnownAt ?? asOf);
        var hole = law.Lists(asOf, asked.KnownAt ?? asOf).Problems.FirstOrDefault(p => p.Kind == ProblemCatalog.ListHeldBack);
        return Results.Stream(output => Write(screener, lines, threshold, hole, output, context.RequestAborted), "application/x-ndjson; charset=utf-8");
    }

    private static async Task Write(NameScreener screener, byte[] lines, double threshold, Problem? hole, Stream output, CancellationToken stop)
    {
        foreach (var name in NameFile.Read("-", new MemoryStream(lines)))
        {
            await output.WriteAsync(Encoding.UTF8.GetBytes(NameOutput.Of("jsonl", ScreenedName.Of(screener, name, "-", new ScreeningThresholds(threshold), hole))), stop);
        }
    }

    /// <summary>The names of one JSON value as JSON Lines; null when it is not one.</summary>
    private static byte[]? Lines(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = DeepestNames });
            var root = json.RootElement;
            var names = root.ValueKind == JsonValueKind.Array ? root
                : root.ValueKind == JsonValueKind.Object && root.TryGetProperty("names", out var list) ? list : default;
            if (names.ValueKind == JsonValueKind.Undefined) return root.ValueKind == JsonValueKind.Object ? OneLine([root]) : null;
            return names.ValueKind == JsonValueKind.Array && names.EnumerateArray().All(n => n.ValueKind is JsonValueKind.String or JsonValueKind.Object) ? OneLine(names.EnumerateArray()) : null;
        }
        catch (JsonException)
        {
            return IsLines(body) ? body : null;
        }
    }

    /// <summary>JSON Lines sent under the name of JSON: several values, one a line.</summary>
    private static bool IsLines(byte[] body) => body.AsSpan().TrimStart(" \t\r\n"u8) is [(byte)'{', ..] && body.AsSpan().Contains((byte)'\n');

    private static byte[] OneLine(IEnumerable<JsonElement> names)
    {
        using var lines = new MemoryStream();
        int number = 0;
        foreach (var name in names)
        {
            number++;
            using (var json = new Utf8JsonWriter(lines))
            {
                if (name.ValueKind == JsonValueKind.Object && name.TryGetProperty("id", out _))
                {
                    name.WriteTo(json);
                }
                else
                {
                    json.WriteStartObject();
                    json.WriteString("id", number.ToString(CultureInfo.InvariantCulture));
                    if (name.ValueKind == JsonValueKind.String) json.WriteString("name", name.GetString());
                    else
                        foreach (var member in name.EnumerateObject()) member.WriteTo(json);
                    json.WriteEndObject();
                }
            }
            lines.WriteByte((byte)'\n');
        }
        return lines.ToArray();
    }

    private static double Threshold(HttpRequest request, List<Problem> problems)
    {
        if (request.Query["threshold"].FirstOrDefault() is not { Length: > 0 } text) return MatchThreshold.Strong;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value is >= MatchThreshold.Possible and <= 1) return value;
        problems.Add(new Problem(ProblemCatalog.BadQuery, new SourceLocation("threshold"), Quote.Text(text), "a number from 0.5 to 1"));
        return MatchThreshold.Strong;
    }
}
