using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Rubicon.Diagnostics;

namespace Rubicon.Reports.Json;

/// <summary>Members that several parts of the report share.</summary>
internal static class JsonMembers
{
    internal static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Leaves the member out when there is no text: absent and null mean the same in schema 1.x.</summary>
    internal static void Optional(this Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null) json.WriteString(name, text);
    }

    internal static void Texts(this Utf8JsonWriter json, string name, ImmutableArray<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    /// <summary>File, line, column and pointer of a place, as members of the current object.</summary>
    internal static void Place(this Utf8JsonWriter json, in SourceLocation place, string fileName = "source")
    {
        json.WriteString(fileName, place.File);
        json.WriteNumber("line", place.Line);
        if (place.Column != 0) json.WriteNumber("column", place.Column);
        json.Optional("pointer", place.Pointer);
    }

    internal static void Problems(this Utf8JsonWriter json, ImmutableArray<Problem> problems)
    {
        json.WriteStartArray("problems");
        foreach (var problem in problems)
        {
            json.WriteStartObject();
            json.WriteString("code", problem.Kind.Code);
            json.WriteString("title", problem.Kind.Title);
            json.WriteString("severity", ReportWords.Word(problem.Kind.Severity));
            json.Place(problem.Where, "file");
            json.WriteString("found", problem.Found);
            json.WriteString("expected", problem.Expected ?? problem.Kind.Expected);
            json.WriteString("cause", problem.Kind.Cause);
            json.WriteString("fix", problem.Kind.Fix);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
