using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Rubicon.Diagnostics;
using Rubicon.Equipment;
using Rubicon.Reports;
using Rubicon.Reports.Json;
using Rubicon.Screening;
using Rubicon.Subjects;

namespace Rubicon.Cli.Devices;

/// <summary>Identified devices as text for a person, JSON Lines, a JSON array or CSV, in the order read. Records that could not be read stand among them.</summary>
internal static class DeviceOutput
{
    public static readonly string[] Formats = ["table", "json", "jsonl", "csv", "html"];

    /// <summary>The header of a CSV file.</summary>
    public const string CsvHeader = "device,file,line,maker,model,category,strength,serial,site,conflicts,notes,not assessed";

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One device as one text; a line end closes it.</summary>
    public static string Of(string format, IdentifiedDevice device) => format switch
    {
        "json" or "jsonl" => Json(json => Write(json, device)),
        "csv" => Row(Label(device), device.Subject.Source.File, Number(device.Subject.Source.Line), device.Maker ?? "", device.Model ?? "", device.Category ?? "",
            StrengthWord(device.Seen.Strength) ?? "", device.Subject.First(Field.Serial) ?? "", device.Subject.First(Field.Site) ?? "",
            string.Join("; ", device.Seen.Conflicts), string.Join("; ", device.Seen.Notes), ""),
        _ => Table(device),
    };

    /// <summary>A record that could not be read: it is said so in every format.</summary>
    public static string Of(string format, UnreadRecord unread) => format switch
    {
        "json" or "jsonl" => Json(json =>
        {
            json.WriteStartObject();
            json.WriteNull("device");
            WriteSources(json, [unread.Source]);
            json.WriteStartArray("notAssessed");
            foreach (var problem in unread.Problems) json.WriteStringValue($"{problem.Kind.Code} {problem.Kind.Title}: found {problem.Found}");
            json.WriteEndArray();
            json.WriteEndObject();
        }),
        "csv" => Row("", unread.Source.File, Number(unread.Source.Line), "", "", "", "", "", "", "", "", string.Join("; ", unread.Problems.Select(p => $"{p.Kind.Code} {p.Kind.Title}"))),
        _ => $"NOT ASSESSED  {PlainText.OneLine(unread.Source.ToString())}\n{string.Concat(unread.Problems.Select(p => $"    {p.Kind.Code} {p.Kind.Title}: found {PlainText.OneLine(p.Found)}\n"))}",
    };

    private static string Json(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Readable)) write(json);
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length) + "\n";
    }

    private static void Write(Utf8JsonWriter json, IdentifiedDevice device)
    {
        json.WriteStartObject();
        json.WriteString("device", Label(device));
        WriteSources(json, [device.Subject.Source, .. device.Subject.Joined]);
        Text(json, "maker", device.Maker);
        Text(json, "makerKey", device.MakerKey);
        Text(json, "model", device.Model);
        Text(json, "category", device.Category);
        Text(json, "strength", StrengthWord(device.Seen.Strength));
        LedgerJson.Claims(json, device.Seen);
        Texts(json, "conflicts", device.Seen.Conflicts);
        Texts(json, "suspects", device.Seen.Suspects);
        Texts(json, "notes", device.Seen.Notes);
        Texts(json, "serials", Stated(device, Field.Serial));
        Text(json, "site", device.Subject.First(Field.Site));
        Text(json, "latitude", device.Subject.First(Field.Latitude));
        Text(json, "longitude", device.Subject.First(Field.Longitude));
        Text(json, "role", device.Subject.First(Field.Category));
        Texts(json, "links", Stated(device, Field.Link));
        json.WriteStartArray("neighbors");
        foreach (string text in Stated(device, Field.Neighbor)) Write(json, Neighbor.Read(text));
        json.WriteEndArray();
        json.WriteStartArray("functions");
        foreach (var function in DeviceFunctions.Of(device.Seen)) Write(json, function);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, DeviceFunction function)
    {
        json.WriteStartObject();
        json.WriteString("function", function.Function);
        json.WriteString("answer", function.Answer ? "yes" : "unknown");
        Text(json, "because", function.Because);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Neighbor neighbor)
    {
        json.WriteStartObject();
        Text(json, "name", neighbor.Name);
        Text(json, "address", neighbor.Address);
        Text(json, "port", neighbor.Port);
        Text(json, "localPort", neighbor.LocalPort);
        Text(json, "description", neighbor.Description);
        json.WriteEndObject();
    }

    private static IEnumerable<string> Stated(IdentifiedDevice device, Field field) =>
        device.Subject.Statements.Where(s => s.Field == field).Select(s => s.Text).Distinct(StringComparer.Ordinal);

    private static void WriteSources(Utf8JsonWriter json, IEnumerable<SourceLocation> sources)
    {
        json.WriteStartArray("sources");
        foreach (var source in sources)
        {
            json.WriteStartObject();
            json.WriteString("file", source.File);
            json.WriteNumber("line", source.Line);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (value is null) json.WriteNull(name);
        else json.WriteString(name, value);
    }

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static string Table(IdentifiedDevice device)
    {
        var text = new StringBuilder();
        text.Append(PlainText.OneLine(Label(device))).Append("  ").Append(PlainText.OneLine(device.Subject.Source.ToString())).Append('\n');
        text.Append("    ").Append(PlainText.OneLine(device.Maker ?? "maker unknown")).Append(device.Model is { } model ? " " + PlainText.OneLine(model) : "")
            .Append(device.Category is { } category ? $", {category}" : ", category unknown").Append(StrengthWord(device.Seen.Strength) is { } strength ? $" (by {strength})" : "").Append('\n');
        foreach (string conflict in device.Seen.Conflicts) text.Append("    conflict: ").Append(PlainText.OneLine(conflict)).Append('\n');
        foreach (string note in device.Seen.Notes) text.Append("    note: ").Append(PlainText.OneLine(note)).Append('\n');
        return text.ToString();
    }

    private static string Row(params string[] cells) => string.Join(',', cells.Select(CsvReport.Cell)) + "\n";

    private static string Label(IdentifiedDevice device) => device.Name ?? device.Model ?? device.Subject.First(Field.Imei) ?? Path.GetFileName(device.Subject.Source.File);

    private static string? StrengthWord(Strength? strength) => strength is { } known ? ReportWords.Word(known) : null;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
