using System.Text.Json;
using Rubicon.Diagnostics;

namespace Rubicon.Reports.Sarif;

/// <summary>A place in the user's records as a SARIF location.</summary>
internal static class SarifPlace
{
    /// <summary>Columns are left out: ours count columns of a table, those of SARIF characters.</summary>
    internal static void Write(Utf8JsonWriter json, in SourceLocation place)
    {
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", UriOf(place.File));
        json.WriteEndObject();
        if (place.Line > 0)
        {
            json.WriteStartObject("region");
            json.WriteNumber("startLine", place.Line);
            json.WriteEndObject();
        }
        json.WriteEndObject();
        if (place.Pointer is not null)
        {
            json.WriteStartArray("logicalLocations");
            json.WriteStartObject();
            json.WriteString("fullyQualifiedName", place.Pointer);
            json.WriteEndObject();
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    /// <summary>The file name as a relative URI reference, or a file URI when it is absolute.</summary>
    internal static string UriOf(string file)
    {
        string path = string.Join('/', file.Split('/', '\\').Select(Uri.EscapeDataString));
        return path.StartsWith('/') ? "file://" + path : path;
    }
}
