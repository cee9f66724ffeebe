using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Rubicon.Diagnostics;

namespace Rubicon.Reading.Lists.Snapshots;

/// <summary>What became of an import.</summary>
/// <param name="Snapshot">The state, or null when nothing was kept.</param>
/// <param name="Use">used, unchanged, older, held-back, or failed.</param>
/// <param name="Problems">What is to be told beside the problems of reading.</param>
public sealed record ImportResult(ListSnapshot? Snapshot, string Use, ImmutableArray<Problem> Problems);

/// <summary>
/// Lists kept in the data folder. Each state of a list is an immutable folder, written whole before the index names it; the index is replaced by a rename. A run that is
/// killed at any moment leaves either the index as it was or the new one, and never a part of a list in use. One import at a time; any number of readers.
/// </summary>
public sealed class ListStore
{
    /// <summary>Shares of rows refused and of entries kept at which a state is held back.</summary>
    private const double MostRefused = 0.05, LeastKept = 0.6;

    private const string Index = "kept.json", New = ".new";

    /// <summary>The store below a data folder; nothing is read or written yet, and the folder need not exist.</summary>
    public ListStore(string dataFolder) => Folder = Path.Combine(dataFolder, "lists");

    /// <summary>The folder of the lists.</summary>
    public string Folder { get; }

    private string Snapshots => Path.Combine(Folder, "snapshots");

    /// <summary>What is kept, by id of the list; problems (RUB6124) say what cannot be read.</summary>
    public ImmutableArray<KeptList> Kept(ICollection<Problem> problems)
    {
        string file = Path.Combine(Folder, Index);
        if (!File.Exists(file)) return [];
        try
        {
            return Kept(File.ReadAllBytes(file), problems);
        }
        catch (Exception error) when (error is JsonException or FormatException or KeyNotFoundException or InvalidOperationException)
        {
            problems.Add(new Problem(ProblemCatalog.ListStoreDamaged, new SourceLocation(file), Quote.Text(error.Message)));
            return [];
        }
    }

    /// <summary>The entries of a snapshot; null, with a problem (RUB6124), when they are not the bytes that were kept.</summary>
    public ImmutableArray<ListEntry>? Entries(ListSnapshot snapshot, ICollection<Problem> problems)
    {
        try
        {
            if (Bytes(snapshot, SnapshotFiles.Entries, snapshot.EntriesDigest, problems) is { } bytes && EntryLines.Read(bytes) is var entries && entries.Length == snapshot.Entries) return entries;
        }
        catch (Exception error) when (error is JsonException or FormatException or KeyNotFoundException or InvalidOperationException)
        {
            problems.Add(new Problem(ProblemCatalog.ListStoreDamaged, Place(snapshot, SnapshotFiles.Entries), Quote.Text(error.Message)));
        }
        return null;
    }

    /// <summary>What was met when the snapshot was read, in words; null, with a problem, when it is damaged.</summary>
    public IEnumerable<string>? Problems(ListSnapshot snapshot, ICollection<Problem> problems) =>
        Bytes(snapshot, SnapshotFiles.Problems, snapshot.ProblemsDigest, problems) is { } bytes ? SnapshotFiles.ProblemTexts(bytes) : null;

    /// <summary>Checks the digests of everything kept, and that each account of rows adds up; the problems found.</summary>
    public ImmutableArray<Problem> Verify()
    {
        var problems = new List<Problem>();
        foreach (var snapshot in Kept(problems).SelectMany(k => k.Snapshots))
        {
            Problems(snapshot, problems);
            if (Entries(snapshot, problems) is { } entries && (entries.Length + snapshot.Joined + snapshot.Refused != snapshot.Rows || entries.Sum(e => e.Names.Length) != snapshot.Names))
                problems.Add(new Problem(ProblemCatalog.ListStoreDamaged, Place(snapshot, SnapshotFiles.Description), $"an account of rows that does not add up: {snapshot.Rows} read, {entries.Length} entries, {snapshot.Joined} joined, {snapshot.Refused} refused"));
        }
        return [.. problems];
    }

    /// <summary>Keeps a state of a list. A reading that is not whole is never kept, and the state before stays in use.</summary>
    public ImportResult Import(ListReading reading, ImportTerms terms)
    {
        if (!reading.IsWhole) return new ImportResult(null, "failed", []);
        var (snapshot, description, entries, problems) = SnapshotFiles.Of(reading, terms);
        Directory.CreateDirectory(Snapshots);
        using var held = Lock();
        if (held is null) return new ImportResult(null, "failed", [new Problem(ProblemCatalog.ListStoreLocked, new SourceLocation(Folder), "a lock that another process holds")]);
        foreach (string left in Directory.GetDirectories(Snapshots, New + "*")) Directory.Delete(left, recursive: true);
        var told = new List<Problem>();
        var kept = Kept(told);
        // A damaged state of this list gives way to the new one; the index must go on naming a damaged one of another list, or nobody would miss it.
        string own = FolderOf(snapshot.Publication.Id, "");
        if (told.Exists(p => !p.Where.File.StartsWith(own, StringComparison.Ordinal))) return new ImportResult(null, "failed", [.. told]);
        var list = kept.FirstOrDefault(k => k.Publication.Id == snapshot.Publication.Id) ?? new KeptList(snapshot.Publication, []);
        if (list.Snapshots.FirstOrDefault(s => Same(s, snapshot)) is { } same && (same.HeldBack is null || !terms.Accept) && IsIntact(same))
            return new ImportResult(same, same.HeldBack is null ? "unchanged" : "held-back", same.HeldBack is { } why ? [new Problem(ProblemCatalog.ListHeldBack, new SourceLocation(reading.Sources[0].Name), why)] : []);
        if (!terms.Accept) snapshot = snapshot with { HeldBack = Doubt(snapshot, list.Current) };
        if (snapshot.HeldBack is { } doubt) told.Add(new Problem(ProblemCatalog.ListHeldBack, new SourceLocation(reading.Sources[0].Name), doubt));
        if (snapshot.AsOf is null) told.Add(new Problem(ProblemCatalog.ListUndated, new SourceLocation(reading.Sources[0].Name), "no day"));
        Write(snapshot, description, entries, problems);
        list = new KeptList(snapshot.Publication, [.. list.Snapshots.Where(s => s.Id != snapshot.Id).Append(snapshot).OrderBy(s => s.AsOf ?? s.Retrieved)]);
        Replace([.. kept.Where(k => k.Publication.Id != list.Publication.Id).Append(list).OrderBy(k => k.Publication.Id, StringComparer.Ordinal)]);
        bool older = snapshot.HeldBack is null && list.Current != snapshot;
        if (older) told.Add(new Problem(ProblemCatalog.ListOlder, new SourceLocation(reading.Sources[0].Name), Day(snapshot.AsOf), $"a state of {Day(list.Current!.AsOf)} or later, which is in use"));
        return new ImportResult(snapshot, snapshot.HeldBack is not null ? "held-back" : older ? "older" : "used", [.. told]);
    }

    private static bool Same(ListSnapshot one, ListSnapshot other) =>
        one.EntriesDigest == other.EntriesDigest && one.ProblemsDigest == other.ProblemsDigest && one.AsOf == other.AsOf && one.Sources.SequenceEqual(other.Sources);

    /// <summary>What makes a state look like a part of the list, or null.</summary>
    private static string? Doubt(ListSnapshot snapshot, ListSnapshot? current)
    {
        if (snapshot.Refused > snapshot.Rows * MostRefused) return string.Create(CultureInfo.InvariantCulture, $"{snapshot.Refused:N0} of {snapshot.Rows:N0} rows refused");
        return current is not null && !((snapshot.AsOf ?? snapshot.Retrieved) < (current.AsOf ?? current.Retrieved)) && snapshot.Entries < current.Entries * LeastKept
            ? string.Create(CultureInfo.InvariantCulture, $"{snapshot.Entries:N0} entries, where the state in use has {current.Entries:N0}") : null;
    }

    private ImmutableArray<KeptList> Kept(byte[] index, ICollection<Problem> problems)
    {
        using var document = JsonDocument.Parse(index);
        var kept = ImmutableArray.CreateBuilder<KeptList>();
        foreach (var list in document.RootElement.GetProperty("lists").EnumerateArray())
        {
            var snapshots = ImmutableArray.CreateBuilder<ListSnapshot>();
            foreach (var item in list.GetProperty("snapshots").EnumerateArray())
            {
                string id = item.GetProperty("id").GetString()!;
                string file = Path.Combine(FolderOf(list.GetProperty("id").GetString()!, id), SnapshotFiles.Description);
                if (File.Exists(file) && SnapshotFiles.Read(File.ReadAllBytes(file), id, item.GetProperty("sha256").GetString()!) is { } snapshot)
                    snapshots.Add(snapshot with { HeldBack = item.TryGetProperty("heldBack", out var why) ? why.GetString() : null });
                else problems.Add(new Problem(ProblemCatalog.ListStoreDamaged, new SourceLocation(file), File.Exists(file) ? "other bytes" : "no file"));
            }
            if (snapshots.Count > 0) kept.Add(new KeptList(snapshots[^1].Publication, snapshots.ToImmutable()));
        }
        return kept.ToImmutable();
    }

    private byte[]? Bytes(ListSnapshot snapshot, string name, string digest, ICollection<Problem> problems)
    {
        string file = Path.Combine(FolderOf(snapshot.Publication.Id, snapshot.Id), name);
        byte[]? bytes = File.Exists(file) ? File.ReadAllBytes(file) : null;
        if (bytes is not null && SnapshotFiles.Digest(bytes) == digest) return bytes;
        problems.Add(new Problem(ProblemCatalog.ListStoreDamaged, Place(snapshot, name), bytes is null ? "no file" : "other bytes"));
        return null;
    }

    private SourceLocation Place(ListSnapshot snapshot, string name) => new(Path.Combine(FolderOf(snapshot.Publication.Id, snapshot.Id), name));

    private string FolderOf(string list, string snapshot) => Path.Combine(Snapshots, list.Replace('/', '~'), snapshot);

    private bool IsIntact(ListSnapshot snapshot)
    {
        var problems = new List<Problem>();
        _ = Bytes(snapshot, SnapshotFiles.Entries, snapshot.EntriesDigest, problems);
        _ = Bytes(snapshot, SnapshotFiles.Problems, snapshot.ProblemsDigest, problems);
        return problems.Count == 0 && File.Exists(Path.Combine(FolderOf(snapshot.Publication.Id, snapshot.Id), SnapshotFiles.Description));
    }

    private FileStream? Lock()
    {
        try
        {
            return new FileStream(Path.Combine(Folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            // Held by another process: the only reason for which an existing folder refuses the file.
            return null;
        }
    }

    /// <summary>Writes the folder of a snapshot under another name first: one that has its name is whole.</summary>
    private void Write(ListSnapshot snapshot, byte[] description, byte[] entries, byte[] problems)
    {
        string folder = FolderOf(snapshot.Publication.Id, snapshot.Id), fresh = Path.Combine(Snapshots, New + "-" + snapshot.Digest[..12]);
        // Left by a run that ended before the index named it, or held back and now accepted: the same bytes, by its id.
        if (IsIntact(snapshot)) return;
        Directory.CreateDirectory(fresh);
        Flushed(Path.Combine(fresh, SnapshotFiles.Entries), entries);
        Flushed(Path.Combine(fresh, SnapshotFiles.Problems), problems);
        Flushed(Path.Combine(fresh, SnapshotFiles.Description), description);
        Directory.CreateDirectory(Path.GetDirectoryName(folder)!);
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        Directory.Move(fresh, folder);
    }

    private void Replace(ImmutableArray<KeptList> kept)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteNumber("version", 1);
            json.WriteStartArray("lists");
            foreach (var list in kept)
            {
                json.WriteStartObject();
                json.WriteString("id", list.Publication.Id);
                json.WriteStartArray("snapshots");
                foreach (var snapshot in list.Snapshots)
                {
                    json.WriteStartObject();
                    json.WriteString("id", snapshot.Id);
                    json.WriteString("sha256", snapshot.Digest);
                    if (snapshot.HeldBack is { } why) json.WriteString("heldBack", why);
                    json.WriteEndObject();
                }
                json.WriteEndArray();
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        text.WriteByte((byte)'\n');
        string file = Path.Combine(Folder, Index), fresh = file + New;
        Flushed(fresh, text.ToArray());
        File.Move(fresh, file, overwrite: true);
    }

    private static void Flushed(string file, byte[] bytes)
    {
        using var stream = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None);
        stream.Write(bytes);
        stream.Flush(flushToDisk: true);
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "no stated day";
}
