using System.Globalization;
using System.Text;
using System.Text.Json;
using Rubicon.Reading.Lists.Snapshots;
using Rubicon.Reports;

namespace Rubicon.Cli.Lists;

/// <summary>`rubicon lists diff A B`.</summary>
internal static class ListDiffOutput
{
    public static int Run(ListStore store, string before, string? after, bool asJson)
    {
        if (ListStates.Find(store, before, before: after is null) is not { } old || ListStates.Find(store, after ?? before, before: false) is not { } now) return ExitCodes.InputUnreadable;
        var diff = ListDiff.Of(old.Entries, now.Entries);
        if (asJson) Json(old, now, diff);
        else Console.Write(Table(old, now, diff));
        return ExitCodes.Clean;
    }

    private static string Table(NamedState old, NamedState now, ListDiff diff)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"from {PlainText.OneLine(old.Title)}: {old.Entries.Length:N0} entries\nto   {PlainText.OneLine(now.Title)}: {now.Entries.Length:N0} entries\n");
        text.Append(CultureInfo.InvariantCulture, $"{diff.Added.Length:N0} added, {diff.Removed.Length:N0} removed, {diff.Changed.Length:N0} changed, {diff.Unchanged:N0} unchanged\n");
        if (!diff.Added.IsEmpty) text.Append("\nadded\n");
        foreach (var entry in diff.Added) text.Append(ListText.Entry(entry, "  "));
        if (!diff.Removed.IsEmpty) text.Append("\nremoved\n");
        foreach (var entry in diff.Removed) text.Append(ListText.Entry(entry, "  "));
        if (!diff.Changed.IsEmpty) text.Append("\nchanged\n");
        foreach (var (_, entry, changes) in diff.Changed)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {PlainText.OneLine(entry.Names[0].Text)}\n    {PlainText.OneLine(entry.List)}/{PlainText.OneLine(entry.Id)}\n");
            foreach (string change in changes) text.Append(CultureInfo.InvariantCulture, $"    - {PlainText.OneLine(change)}\n");
        }
        return text.ToString();
    }

    private static void Json(NamedState old, NamedState now, ListDiff diff)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, ListText.JsonOptions))
        {
            json.WriteStartObject();
            json.WriteString("from", old.Title);
            json.WriteString("to", now.Title);
            json.WriteNumber("unchanged", diff.Unchanged);
            foreach (var (name, entries) in new[] { ("added", diff.Added), ("removed", diff.Removed) })
            {
                json.WriteStartArray(name);
                foreach (var entry in entries) ListText.WriteEntry(json, entry);
                json.WriteEndArray();
            }
            json.WriteStartArray("changed");
            foreach (var (_, entry, changes) in diff.Changed)
            {
                json.WriteStartObject();
                json.WriteString("entry", $"{entry.List}/{entry.Id}");
                json.WriteString("name", entry.Names[0].Text);
                json.WriteStartArray("changes");
                foreach (string change in changes) json.WriteStringValue(change);
                json.WriteEndArray();
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        Console.WriteLine(Encoding.UTF8.GetString(buffer.ToArray()));
    }
}
