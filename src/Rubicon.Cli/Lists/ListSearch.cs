using System.Globalization;
using System.Text;
using System.Text.Json;
using Rubicon.Diagnostics;
using Rubicon.Matching;
using Rubicon.Matching.Identifiers;
using Rubicon.Reading.Lists;
using Rubicon.Reading.Lists.Snapshots;

namespace Rubicon.Cli.Lists;

/// <summary>`rubicon lists search TEXT`: entries of the states in use by part of a name, id or identifier.</summary>
internal static class ListSearch
{
    public static int Run(ListStore store, string text, string? list, bool asJson)
    {
        var problems = new List<Problem>();
        var found = new List<ListEntry>();
        int searched = 0;
        foreach (var kept in store.Kept(problems))
        {
            if (kept.Current is not { } current || store.Entries(current, problems) is not { } entries) continue;
            searched += entries.Length;
            found.AddRange(entries.Where(e => (list is null || e.List == list || kept.Publication.Id == list) && Holds(e, text)));
        }
        ProblemPrinter.Print(problems);
        if (asJson) Json(found);
        else foreach (var entry in found) Console.Write(ListText.Entry(entry, ""));
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"rubicon: {found.Count:N0} of {searched:N0} entries"));
        return problems.Count > 0 ? ExitCodes.DataMissing : searched == 0 ? ExitCodes.NothingToAssess : ExitCodes.Clean;
    }

    private static bool Holds(ListEntry entry, string text)
    {
        string folded = Folding.Fold(text).Trim();
        string canonical = Identifier.Canonical(text);
        return entry.Id == text || $"{entry.List}/{entry.Id}" == text || (canonical.Length > 0 && entry.Identifiers.Any(i => i.Value == canonical))
            || (folded.Length > 0 && entry.Names.Any(n => Folding.Fold(n.Text).Contains(folded, StringComparison.Ordinal)));
    }

    private static void Json(List<ListEntry> found)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, ListText.JsonOptions))
        {
            json.WriteStartArray();
            foreach (var entry in found) ListText.WriteEntry(json, entry);
            json.WriteEndArray();
        }
        Console.WriteLine(Encoding.UTF8.GetString(buffer.ToArray()));
    }
}
