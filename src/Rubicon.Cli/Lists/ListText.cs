using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Rubicon.Reading.Lists;
using Rubicon.Reading.Lists.Snapshots;
using Rubicon.Reports;

namespace Rubicon.Cli.Lists;

/// <summary>Kept lists and their entries in words and as JSON.</summary>
internal static class ListText
{
    public static readonly JsonWriterOptions JsonOptions = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The account of one import.</summary>
    public static string Import(ListReading reading, ImportResult result)
    {
        var text = new StringBuilder();
        string files = PlainText.OneLine(Sources(reading.Sources));
        if (result.Snapshot is not { } snapshot)
        {
            return text.Append(string.Create(CultureInfo.InvariantCulture, $"{files}\n  NOT IMPORTED ({reading.Format}): {reading.Rows:N0} rows read, nothing kept; what was in use stays in use\n")).ToString();
        }
        text.Append(CultureInfo.InvariantCulture, $"{snapshot.Publication.Id}  {PlainText.OneLine(snapshot.Publication.Title)}\n  {files}: {snapshot.Format}\n");
        text.Append(CultureInfo.InvariantCulture, $"  {snapshot.Rows:N0} rows read = {snapshot.Imported:N0} imported + {snapshot.Refused:N0} refused\n");
        text.Append(CultureInfo.InvariantCulture, $"  {snapshot.Entries:N0} entries{(snapshot.Joined > 0 ? string.Create(CultureInfo.InvariantCulture, $" ({snapshot.Joined:N0} rows joined to one)") : "")}, {snapshot.Names:N0} names\n");
        text.Append(CultureInfo.InvariantCulture, $"  as of {Day(snapshot.AsOf)}{(snapshot.AsOfFrom is { } from ? $" ({from})" : "")}, retrieved {Day(snapshot.Retrieved)} ({snapshot.RetrievedFrom})\n");
        return text.Append(CultureInfo.InvariantCulture, $"  snapshot {snapshot.Id}: {Use(result.Use)}\n").ToString();
    }

    private static string Use(string use) => use switch
    {
        "used" => "in use",
        "unchanged" => "kept before, nothing changed",
        "older" => "kept; a later state stays in use",
        _ => "kept and NOT in use",
    };

    /// <summary>The account of one import as an object.</summary>
    public static void WriteImport(Utf8JsonWriter json, ListReading reading, ImportResult result)
    {
        json.WriteStartObject();
        json.WriteString("result", result.Use);
        if (result.Snapshot is { } snapshot)
        {
            WriteSnapshot(json, snapshot);
        }
        else
        {
            json.WriteStartArray("files");
            foreach (var source in reading.Sources) json.WriteStringValue(source.Name);
            json.WriteEndArray();
            json.WriteNumber("read", reading.Rows);
            json.WriteNumber("imported", 0);
            json.WriteNumber("refused", reading.Rows);
        }
        json.WriteStartArray("problems");
        foreach (var problem in reading.Problems.Concat(result.Problems))
        {
            json.WriteStartObject();
            json.WriteString("code", problem.Kind.Code);
            json.WriteString("where", Path.GetFileName(problem.Where.File) + (problem.Where.Line > 0 ? string.Create(CultureInfo.InvariantCulture, $":{problem.Where.Line}") : ""));
            json.WriteString("found", problem.Found);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Members of a snapshot.</summary>
    public static void WriteSnapshot(Utf8JsonWriter json, ListSnapshot snapshot)
    {
        json.WriteString("list", snapshot.Publication.Id);
        json.WriteString("title", snapshot.Publication.Title);
        json.WriteString("publisher", snapshot.Publication.Publisher);
        json.WriteString("license", snapshot.Publication.License);
        json.WriteString("snapshot", snapshot.Id);
        if (snapshot.HeldBack is { } why) json.WriteString("heldBack", why);
        json.WriteString("format", snapshot.Format);
        if (snapshot.AsOf is { } asOf) json.WriteString("asOf", Day(asOf));
        if (snapshot.AsOfFrom is { } from) json.WriteString("asOfFrom", from);
        json.WriteString("retrieved", Day(snapshot.Retrieved));
        json.WriteString("retrievedFrom", snapshot.RetrievedFrom);
        json.WriteString("sha256", snapshot.Digest);
        json.WriteStartArray("files");
        foreach (var source in snapshot.Sources)
        {
            json.WriteStartObject();
            json.WriteString("name", source.Name);
            json.WriteString("sha256", source.Sha256);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        foreach (var (name, count) in new[] { ("read", snapshot.Rows), ("imported", snapshot.Imported), ("refused", snapshot.Refused), ("joined", snapshot.Joined), ("entries", snapshot.Entries), ("names", snapshot.Names) })
            json.WriteNumber(name, count);
        if (snapshot.Lists.Length < 2) return;
        json.WriteStartObject("lists");
        foreach (var (list, entries) in snapshot.Lists) json.WriteNumber(list, entries);
        json.WriteEndObject();
    }

    /// <summary>An entry in some lines.</summary>
    public static string Entry(ListEntry entry, string indent)
    {
        var text = new StringBuilder();
        text.Append(indent).Append(PlainText.OneLine(entry.Names[0].Text)).Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"{indent}  {PlainText.OneLine(entry.List)}/{PlainText.OneLine(entry.Id)}, {Period(entry)}{(entry.Country is { } country ? ", " + country : "")}\n");
        foreach (var name in entry.Names.Skip(1).Take(8)) text.Append(CultureInfo.InvariantCulture, $"{indent}  {(name.Kind switch { Parties.NameKind.WeakAlias => "weakly also", Parties.NameKind.Former => "formerly", _ => "also" })} {PlainText.OneLine(name.Text)}\n");
        if (entry.Names.Length > 9) text.Append(CultureInfo.InvariantCulture, $"{indent}  and {entry.Names.Length - 9} more names\n");
        return text.ToString();
    }

    /// <summary>An entry as an object.</summary>
    public static void WriteEntry(Utf8JsonWriter json, ListEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("entry", $"{entry.List}/{entry.Id}");
        json.WriteString("list", entry.List);
        json.WriteStartArray("names");
        foreach (var name in entry.Names)
        {
            json.WriteStartObject();
            json.WriteString("text", name.Text);
            json.WriteString("kind", name.Kind switch { Parties.NameKind.WeakAlias => "weak-alias", Parties.NameKind.Former => "former", Parties.NameKind.Alias => "alias", _ => "name" });
            if (name.From is { } day) json.WriteString("from", Day(day));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        if (entry.Country is { } country) json.WriteString("country", country);
        if (entry.From is { } from) json.WriteString("from", Day(from));
        if (entry.To is { } to) json.WriteString("to", Day(to));
        if (entry.Citation is { } citation) json.WriteString("citation", citation);
        json.WriteEndObject();
    }

    public static string Sources(ImmutableArray<ListSource> sources) => string.Join(", ", sources.Select(s => s.Name));

    public static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "no stated day";

    private static string Period(ListEntry entry) =>
        (entry.From is { } from ? $"from {Day(from)}" : "first day not stated") + (entry.To is { } to ? $" to {Day(to)}" : "");
}
