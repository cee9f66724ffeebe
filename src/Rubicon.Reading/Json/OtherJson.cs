using System.Text.Json;
using Rubicon.Diagnostics;

namespace Rubicon.Reading.Json;

/// <summary>JSON that is not read: its name where it is known, its members where not. And small reading aids.</summary>
internal static class OtherJson
{
    /// <summary>The name of a known format that is not read, or null.</summary>
    public static string? Name(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object) return null;
        if (root.TryGetProperty("@context", out var context)) return $"JSON-LD of the context {Quote.Text(context.ToString())}";
        if (root.TryGetProperty("runs", out _) && root.TryGetProperty("version", out _)) return "SARIF";
        if (root.TryGetProperty("document", out var document) && document.ValueKind == JsonValueKind.Object && document.TryGetProperty("csaf_version", out _)) return "CSAF";
        if (root.TryGetProperty("statements", out _) && Text(root, "@id") is not null) return "OpenVEX";
        return Text(root, "$schema") is not null && root.TryGetProperty("properties", out _) ? "a JSON Schema" : null;
    }

    /// <summary>The first members of an object, for a message.</summary>
    public static string Describe(JsonElement root) => root.ValueKind switch
    {
        JsonValueKind.Object => "a JSON object with the members " + string.Join(", ", root.EnumerateObject().Take(6).Select(m => Quote.Text(m.Name))),
        JsonValueKind.Array => $"a JSON list of {root.GetArrayLength()} entries that are no devices",
        _ => "a single JSON value",
    };

    /// <summary>A member that is text or a number, as text; otherwise null.</summary>
    public static string? Text(JsonElement owner, string member) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(member, out var value) ? Scalar(value) : null;

    /// <summary>Text, number or truth as text; null for the rest and for text with broken escapes.</summary>
    public static string? Scalar(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                try
                {
                    return value.GetString();
                }
                catch (InvalidOperationException)
                {
                    // Half of a surrogate pair, written as an escape: the text as it stands in the file is shown instead.
                    return value.GetRawText().Trim('"');
                }
            case JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False:
                return value.GetRawText();
            default:
                return null;
        }
    }
}
