using System.Globalization;
using System.Text;
using System.Text.Json;
using Rubicon.Diagnostics;
using Rubicon.Reading.Lists.Snapshots;
using Rubicon.Reports;

namespace Rubicon.Cli.Lists;

/// <summary>`rubicon lists status`: what is kept.</summary>
internal static class ListStatus
{
    public static int Run(ListStore store, string? rows, bool asJson)
    {
        var problems = new List<Problem>();
        var kept = store.Kept(problems);
        ProblemPrinter.Print(problems);
        if (problems.Count > 0) return ExitCodes.DataMissing;
        if (rows is not null) return Rows(store, [.. kept], rows);
        if (asJson) Json([.. kept]);
        else Table(store, [.. kept]);
        return kept.IsEmpty ? ExitCodes.NothingToAssess : ExitCodes.Clean;
    }

    private static void Table(ListStore store, KeptList[] kept)
    {
        var text = new StringBuilder();
        if (kept.Length == 0) text.Append(CultureInfo.InvariantCulture, $"no list is kept in {PlainText.OneLine(store.Folder)}\n");
        foreach (var list in kept)
        {
            text.Append(CultureInfo.InvariantCulture, $"{list.Publication.Id}  {PlainText.OneLine(list.Publication.Title)}\n  {PlainText.OneLine(list.Publication.Publisher)}\n  license: {PlainText.OneLine(list.Publication.License)}\n");
            foreach (var snapshot in list.Snapshots.Reverse())
            {
                string use = snapshot == list.Current ? "in use" : snapshot.HeldBack is { } why ? $"not in use: {why}" : snapshot == list.Previous ? "before it" : "earlier";
                text.Append(CultureInfo.InvariantCulture, $"  {snapshot.Id}  {use}\n");
                text.Append(CultureInfo.InvariantCulture, $"    as of {ListText.Day(snapshot.AsOf)}, retrieved {ListText.Day(snapshot.Retrieved)} ({snapshot.RetrievedFrom})\n");
                text.Append(CultureInfo.InvariantCulture, $"    {snapshot.Rows:N0} rows read = {snapshot.Imported:N0} imported + {snapshot.Refused:N0} refused\n    {snapshot.Entries:N0} entries, {snapshot.Names:N0} names\n");
                text.Append(CultureInfo.InvariantCulture, $"    SHA-256 {snapshot.Digest}\n");
            }
        }
        Console.Write(text);
    }

    private static void Json(KeptList[] kept)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, ListText.JsonOptions))
        {
            json.WriteStartArray();
            foreach (var list in kept)
            {
                json.WriteStartObject();
                json.WriteString("list", list.Publication.Id);
                json.WriteString("title", list.Publication.Title);
                if (list.Current is { } current) json.WriteString("current", current.Id);
                if (list.Previous is { } previous) json.WriteString("previous", previous.Id);
                json.WriteStartArray("snapshots");
                foreach (var snapshot in list.Snapshots)
                {
                    json.WriteStartObject();
                    ListText.WriteSnapshot(json, snapshot);
                    json.WriteEndObject();
                }
                json.WriteEndArray();
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        Console.WriteLine(Encoding.UTF8.GetString(buffer.ToArray()));
    }

    private static int Rows(ListStore store, KeptList[] kept, string id)
    {
        var snapshot = Array.Find(kept, k => k.Publication.Id == id)?.Current ?? kept.SelectMany(k => k.Snapshots).FirstOrDefault(s => s.Id == id);
        if (snapshot is null)
        {
            ProblemPrinter.Print(new Problem(ProblemCatalog.ListNotKept, new SourceLocation("--rows"), Quote.Text(id)));
            return ExitCodes.Usage;
        }
        var problems = new List<Problem>();
        foreach (string problem in store.Problems(snapshot, problems) ?? []) Console.WriteLine(problem);
        ProblemPrinter.Print(problems);
        return problems.Count > 0 ? ExitCodes.DataMissing : ExitCodes.Clean;
    }
}
