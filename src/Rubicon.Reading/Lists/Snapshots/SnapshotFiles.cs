using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Rubicon.Diagnostics;

namespace Rubicon.Reading.Lists.Snapshots;

/// <summary>The files of one snapshot: snapshot.json (its description), entries.jsonl and problems.jsonl, each named by its digest in the description.</summary>
internal static class SnapshotFiles
{
    public const string Description = "snapshot.json", Entries = "entries.jsonl", Problems = "problems.jsonl";

    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The snapshot of a reading, with the bytes of its files.</summary>
    public static (ListSnapshot Snapshot, byte[] Description, byte[] Entries, byte[] Problems) Of(ListReading reading, ImportTerms terms)
    {
        var publication = terms.List is { } id && id != reading.Publication.Id ? ListPublication.Of(id) : reading.Publication;
        publication = publication with { Publisher = terms.Publisher ?? publication.Publisher, License = terms.License ?? publication.License };
        // Entries that no row places on a list of its own stand on the list that the user named.
        var entries = publication.Id == reading.Publication.Id ? reading.Entries : [.. reading.Entries.Select(e => e.List == reading.Publication.Id ? e with { List = publication.Id } : e)];
        // The latest change in it is the earliest day that the content allows; one after the file was fetched is mistyped.
        DateOnly? change = reading.Changes.Where(d => d <= terms.Retrieved).Select(d => (DateOnly?)d).LastOrDefault();
        var asOf = terms.AsOf ?? reading.AsOf ?? change;
        string? asOfFrom = terms.AsOf is not null ? "given" : reading.AsOf is not null ? reading.AsOfFrom : change is not null ? "latest change in it" : null;
        byte[] lines = EntryLines.Write(entries), problems = ProblemLines(reading.Problems);
        var snapshot = new ListSnapshot("", publication, reading.Format, asOf, asOfFrom, terms.Retrieved, terms.RetrievedFrom, reading.Sources,
            reading.Rows, reading.Refused, reading.Joined, entries.Length, entries.Sum(e => e.Names.Length),
            [.. entries.CountBy(e => e.List).OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => (p.Key, p.Value))], "")
        {
            EntriesDigest = Digest(lines),
            ProblemsDigest = Digest(problems),
        };
        byte[] description = Describe(snapshot);
        string digest = Digest(description);
        string day = snapshot.AsOf?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "undated";
        return (snapshot with { Id = $"{day}-{digest[..12]}", Digest = digest }, description, lines, problems);
    }

    /// <summary>Reads a description; null when it is not the one whose digest is given.</summary>
    /// <exception cref="JsonException">It is no description.</exception>
    public static ListSnapshot? Read(byte[] description, string id, string digest)
    {
        if (Digest(description) != digest) return null;
        using var document = JsonDocument.Parse(description);
        var json = document.RootElement;
        string Text(string name) => json.GetProperty(name).GetString()!;
        string? Optional(string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;
        var rows = json.GetProperty("rows");
        int Count(string name) => rows.GetProperty(name).GetInt32();
        return new ListSnapshot(id, new ListPublication(Text("list"), Text("title"), Text("publisher"), Text("license")), Text("format"), Day(Optional("asOf")), Optional("asOfFrom"),
            Day(Text("retrieved"))!.Value, Text("retrievedFrom"),
            [.. json.GetProperty("files").EnumerateArray().Select(f => new ListSource(f.GetProperty("name").GetString()!, f.GetProperty("sha256").GetString()!, f.GetProperty("bytes").GetInt64()))],
            Count("read"), Count("refused"), Count("joined"), Count("entries"), Count("names"),
            [.. json.GetProperty("lists").EnumerateArray().Select(l => (l.GetProperty("id").GetString()!, l.GetProperty("entries").GetInt32()))], digest)
        {
            EntriesDigest = Text("entriesSha256"),
            ProblemsDigest = Text("problemsSha256"),
        };
    }

    public static string Digest(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static byte[] Describe(ListSnapshot snapshot)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text, Indented))
        {
            json.WriteStartObject();
            json.WriteString("list", snapshot.Publication.Id);
            json.WriteString("title", snapshot.Publication.Title);
            json.WriteString("publisher", snapshot.Publication.Publisher);
            json.WriteString("license", snapshot.Publication.License);
            json.WriteString("format", snapshot.Format);
            if (snapshot.AsOf is { } asOf) json.WriteString("asOf", asOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            if (snapshot.AsOfFrom is { } from) json.WriteString("asOfFrom", from);
            json.WriteString("retrieved", snapshot.Retrieved.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteString("retrievedFrom", snapshot.RetrievedFrom);
            json.WriteStartArray("files");
            foreach (var file in snapshot.Sources)
            {
                json.WriteStartObject();
                json.WriteString("name", file.Name);
                json.WriteString("sha256", file.Sha256);
                json.WriteNumber("bytes", file.Bytes);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteStartObject("rows");
            foreach (var (name, count) in new[] { ("read", snapshot.Rows), ("imported", snapshot.Imported), ("refused", snapshot.Refused), ("entries", snapshot.Entries), ("joined", snapshot.Joined), ("names", snapshot.Names) })
                json.WriteNumber(name, count);
            json.WriteEndObject();
            json.WriteStartArray("lists");
            foreach (var (list, entries) in snapshot.Lists)
            {
                json.WriteStartObject();
                json.WriteString("id", list);
                json.WriteNumber("entries", entries);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteString("entriesSha256", snapshot.EntriesDigest);
            json.WriteString("problemsSha256", snapshot.ProblemsDigest);
            json.WriteEndObject();
        }
        text.WriteByte((byte)'\n');
        return text.ToArray();
    }

    /// <summary>What was met while reading, one problem a line: the reason of each refused row stands here.</summary>
    private static byte[] ProblemLines(IEnumerable<Problem> problems)
    {
        using var text = new MemoryStream();
        foreach (var problem in problems)
        {
            using (var json = new Utf8JsonWriter(text, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            {
                json.WriteStartObject();
                json.WriteString("code", problem.Kind.Code);
                json.WriteString("file", Path.GetFileName(problem.Where.File));
                json.WriteNumber("line", problem.Where.Line);
                json.WriteString("found", problem.Found);
                json.WriteEndObject();
            }
            text.WriteByte((byte)'\n');
        }
        return text.ToArray();
    }

    /// <summary>The problems of a snapshot in words, one a line.</summary>
    public static IEnumerable<string> ProblemTexts(byte[] lines)
    {
        foreach (string line in Encoding.UTF8.GetString(lines).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            yield return string.Create(CultureInfo.InvariantCulture, $"{root.GetProperty("file").GetString()}:{root.GetProperty("line").GetInt32()}: {root.GetProperty("code").GetString()} {root.GetProperty("found").GetString()}");
        }
    }

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
