using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Rubicon.Server.Entities;

/// <summary>Answers and errors in the form that clients of the screening API read: {"detail": ...}.</summary>
internal static class ScreeningAnswer
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IResult Object(Action<Utf8JsonWriter> write, int status = StatusCodes.Status200OK)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Compact))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        return Results.Text(Encoding.UTF8.GetString(buffer.ToArray()), "application/json", statusCode: status);
    }

    public static IResult Error(int status, string detail) => Object(json => json.WriteString("detail", detail), status);

    /// <summary>A part of the request that is missing or not of its type.</summary>
    public static IResult Invalid(string type, string message, params string[] place) => Object(json =>
    {
        json.WriteStartArray("detail");
        json.WriteStartObject();
        json.WriteString("type", type);
        json.WriteStartArray("loc");
        foreach (string step in place) json.WriteStringValue(step);
        json.WriteEndArray();
        json.WriteString("msg", message);
        json.WriteEndObject();
        json.WriteEndArray();
    }, StatusCodes.Status422UnprocessableEntity);

    public static void Total(Utf8JsonWriter json, long count)
    {
        json.WriteStartObject("total");
        json.WriteNumber("value", count);
        json.WriteString("relation", "eq");
        json.WriteEndObject();
    }
}
