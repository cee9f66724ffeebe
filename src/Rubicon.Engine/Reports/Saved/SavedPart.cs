using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Rubicon.Diagnostics;

namespace Rubicon.Reports.Saved;

/// <summary>
/// One JSON value of a saved report with its place. Every way of reading gives a value: what is missing or of another type is
/// reported and replaced by a neutral one, so that one reading reports many problems; the report is then not used.
/// </summary>
internal readonly struct SavedPart(JsonElement element, string pointer, SavedReading reading)
{
    internal delegate T? Parse<T>(string word)
        where T : struct;

    internal JsonElement Element => element;

    internal string Pointer => pointer;

    internal SavedReading Reading => reading;

    internal string Text(string name) => Find(name, JsonValueKind.String, "a text") is { } value ? Decoded(value, name) : "";

    internal string? OptionalText(string name) => Has(name) ? Text(name) : null;

    internal bool Has(string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null;

    internal long Count(string name) => Find(name, JsonValueKind.Number, "a whole number") is { } value && (value.TryGetInt64(out long count) && count >= 0 || Bad(name, "a whole number from 0")) ? value.GetInt64() : 0;

    internal int Position(string name) => Count(name) is var count && (count <= int.MaxValue || Bad(name, "a line or column")) ? (int)count : 0;

    internal decimal Decimal(string name) => Find(name, JsonValueKind.Number, "a number") is { } value && (value.TryGetDecimal(out _) || Bad(name, "a number of at most 28 digits")) ? value.GetDecimal() : 0;

    internal bool YesNo(string name)
    {
        if (Has(name) && element.GetProperty(name).ValueKind is JsonValueKind.True or JsonValueKind.False) return element.GetProperty(name).GetBoolean();
        Bad(name, "true or false");
        return false;
    }

    internal DateOnly Day(string name) =>
        DateOnly.TryParseExact(Text(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || Bad(name, "a day as YYYY-MM-DD") ? day : default;

    internal T Word<T>(string name, Parse<T> parse)
        where T : struct
    {
        if (Has(name) && parse(Text(name)) is { } value) return value;
        Bad(name, "a word of schema/report.schema.json");
        return default;
    }

    internal SavedPart Part(string name) =>
        Find(name, JsonValueKind.Object, "an object") is { } value ? new SavedPart(value, $"{pointer}.{name}", reading) : new SavedPart(default, $"{pointer}.{name}", reading);

    internal IEnumerable<SavedPart> List(string name)
    {
        if (Find(name, JsonValueKind.Array, "a list") is not { } list) yield break;
        int index = 0;
        foreach (var item in list.EnumerateArray())
            yield return new SavedPart(item, string.Create(CultureInfo.InvariantCulture, $"{pointer}.{name}[{index++}]"), reading);
    }

    internal IEnumerable<(string Name, SavedPart Part)> Members(string name)
    {
        if (Find(name, JsonValueKind.Object, "an object") is not { } value) yield break;
        foreach (var member in value.EnumerateObject())
        {
            string key = NameOf(member, name);
            yield return (key, new SavedPart(member.Value, $"{pointer}.{name}.{key}", reading));
        }
    }

    internal ImmutableArray<string> Texts(string name) => [.. List(name).Select(i => i.Itself())];

    /// <summary>The value itself as text.</summary>
    internal string Itself()
    {
        if (element.ValueKind == JsonValueKind.String) return Decoded(element, null);
        reading.Add(ProblemCatalog.SavedReportBadMember, pointer, KindWord(), "a text");
        return "";
    }

    internal SourceLocation Place(string fileName = "source") =>
        new(Text(fileName), Position("line"), Has("column") ? Position("column") : 0, OptionalText("pointer"));

    internal bool Bad(string name, string expected)
    {
        reading.Add(ProblemCatalog.SavedReportBadMember, $"{pointer}.{name}", Has(name) ? Quote.Text(element.GetProperty(name).GetRawText()) : "nothing", expected);
        return false;
    }

    private JsonElement? Find(string name, JsonValueKind kind, string expected)
    {
        if (Has(name) && element.GetProperty(name) is var value && value.ValueKind == kind) return value;
        Bad(name, expected);
        return null;
    }

    /// <summary>A text may hold half of a surrogate pair, which JSON can spell and no text can hold.</summary>
    private string Decoded(JsonElement value, string? name)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            reading.Add(ProblemCatalog.SavedReportBadMember, name is null ? pointer : $"{pointer}.{name}", "half of a surrogate pair", "a text of Unicode characters");
            return "";
        }
    }

    private string NameOf(JsonProperty member, string name)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            reading.Add(ProblemCatalog.SavedReportBadMember, $"{pointer}.{name}", "half of a surrogate pair in a name", "a text of Unicode characters");
            return "";
        }
    }

    private string KindWord() => element.ValueKind == JsonValueKind.Undefined ? "nothing" : Quote.Text(element.GetRawText());
}
