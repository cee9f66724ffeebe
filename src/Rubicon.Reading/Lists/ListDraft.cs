using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Rubicon.Diagnostics;
using Rubicon.Screening;

namespace Rubicon.Reading.Lists;

/// <summary>A list while it is read: every row ends as an entry, as a part of one, or as a problem.</summary>
internal sealed class ListDraft(string file, ListPublication own)
{
    /// <summary>Names of one entry that are kept; the longest entry of the public lists has some two hundred.</summary>
    public const int MostNames = 2_000;

    /// <summary>Longest name kept, in UTF-16 units; of a longer one only the beginning could be compared.</summary>
    public const int LongestName = 1_024;

    private const int LongestNote = 2_000;

    private readonly ImmutableArray<ListEntry>.Builder _entries = ImmutableArray.CreateBuilder<ListEntry>();
    private readonly ImmutableArray<Problem>.Builder _problems = ImmutableArray.CreateBuilder<Problem>();
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly SortedSet<DateOnly> _changes = [];
    private int _rows, _refused, _joined;

    /// <summary>What keeps the file from being a list of the format tried.</summary>
    public string? Fault { get; set; }

    public bool IsWhole { get; private set; } = true;

    public string Format { get; set; } = "not recognized";

    /// <summary>The publication that the content shows; until then one named after the file.</summary>
    public ListPublication Publication { get; set; } = own;

    /// <summary>The day of the state of the list, as the content says.</summary>
    public DateOnly? AsOf { get; set; }

    /// <summary>The file as problems name it; another one while a part of the list is read.</summary>
    public string File { get; set; } = file;

    public void Refuse(int line, string found)
    {
        _rows++;
        _refused++;
        _problems.Add(new Problem(ProblemCatalog.ListRow, new SourceLocation(File, line), found));
    }

    /// <summary>Counts a row that became part of an entry that another row began.</summary>
    public void Join(int rows = 1)
    {
        _rows += rows;
        _joined += rows;
    }

    /// <summary>An error that stands for no row: the rest of the file is missing.</summary>
    public void Cut(int line, string found)
    {
        IsWhole = false;
        _problems.Add(new Problem(ProblemCatalog.ListNotRead, new SourceLocation(File, line), found));
    }

    /// <summary>Notes that the list was changed on that day, or nothing for null.</summary>
    public void Changed(DateOnly? day)
    {
        if (day is { } stated) _changes.Add(stated);
    }

    public void Warn(ProblemKind kind, int line, string found) => _problems.Add(new Problem(kind, new SourceLocation(File, line), found));

    /// <summary>Adds an entry that took so many rows; it is refused whole, with the reason, when it cannot be compared.</summary>
    public void Add(EntryDraft entry, int rows = 1)
    {
        var names = Names(entry);
        if (Flaw(entry, names) is { } flaw)
        {
            Refuse(entry.Line, flaw);
            for (int more = 1; more < rows; more++) Refuse(entry.Line, flaw + " (a further row of it)");
            return;
        }
        _rows += rows;
        _joined += rows - 1;
        string list = ListPublication.Named(entry.List)?.Id ?? (string.IsNullOrWhiteSpace(entry.List) ? Publication.Id : entry.List.Trim());
        string key = string.IsNullOrWhiteSpace(entry.Id) ? entry.Line.ToString(CultureInfo.InvariantCulture) : entry.Id.Trim();
        if (!_ids.Add(list + "/" + key))
        {
            // Both rows are published: dropping one could hide a name.
            Warn(ProblemCatalog.ListDoubledId, entry.Line, Quote.Text(key));
            for (int copy = entry.Line; ; copy++)
                if (_ids.Add(list + "/" + (key + string.Create(CultureInfo.InvariantCulture, $"#{copy}")))) { key = string.Create(CultureInfo.InvariantCulture, $"{key}#{copy}"); break; }
        }
        _entries.Add(new ListEntry(key, list, names, Country(entry), Day(entry.From), Day(entry.To), Text(entry.Citation), new SourceLocation(File, entry.Line))
        {
            IsIdStated = !string.IsNullOrWhiteSpace(entry.Id) && !entry.IsRowNumber,
            Kind = entry.Kind,
            Addresses = [.. entry.Addresses],
            Programs = [.. entry.Programs.Where(p => !string.IsNullOrWhiteSpace(p)).Select(p => p.Trim()).Distinct(StringComparer.Ordinal)],
            Identifiers = [.. entry.Identifiers.Distinct()],
            Note = Text(entry.Note) is { Length: > LongestNote } note ? note[..LongestNote] + "…" : Text(entry.Note),
        });
    }

    public ListReading Close(ImmutableArray<ListSource> sources)
    {
        if (_entries.Count == 0 && IsWhole) Cut(0, _rows == 0 ? "no entry: an empty list is no list on which nobody stands" : "no entry that could be used");
        return new ListReading(_entries.ToImmutable(), _rows, _refused, sources[0].Sha256, _problems.ToImmutable())
        {
            IsWhole = IsWhole,
            Joined = _joined,
            Publication = Publication,
            Format = Format,
            AsOf = AsOf,
            AsOfFrom = AsOf is null ? null : "content",
            Changes = [.. _changes],
            Sources = sources,
        };
    }

    /// <summary>A day in the words of lists, or null.</summary>
    public static DateOnly? Day(string? text)
    {
        if (text is null) return null;
        // An XML day may state its offset from universal time: "2015-04-07-04:00".
        string trimmed = text.Trim();
        if (trimmed.Length > 10 && trimmed[10] is '+' or '-' or 'Z' && trimmed[4] == '-') trimmed = trimmed[..10];
        return trimmed.Length > 0 && DateWords.Read(trimmed, out var day) == DateReading.Day ? day : null;
    }

    /// <summary>A day that publishers in Europe write with the day first.</summary>
    public static DateOnly? DayFirst(string? text) =>
        DateOnly.TryParseExact(text?.Trim(), ["dd/MM/yyyy", "d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : Day(text);

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string? Country(EntryDraft entry)
    {
        foreach (string? country in entry.Countries)
            if (country is { Length: > 0 } && CountryWords.Find(country) is { } code) return code;
        return null;
    }

    /// <summary>The names that can be compared, each once.</summary>
    private static ImmutableArray<ListedName> Names(EntryDraft entry) =>
        [.. entry.Names.Select(n => n with { Text = Printable(n.Text) }).Where(n => n.Text.Length > 0 && FlawOf(n.Text) is null).DistinctBy(n => n.Text)];

    /// <summary>Why no entry can be made, or null; names left out are told.</summary>
    private string? Flaw(EntryDraft entry, ImmutableArray<ListedName> names)
    {
        if (names.Length > MostNames) return string.Create(CultureInfo.InvariantCulture, $"an entry with {names.Length:N0} names, more than {MostNames:N0}");
        (string Text, string Flaw)? first = null;
        foreach (var name in entry.Names)
            if (Printable(name.Text) is { Length: > 0 } text && FlawOf(text) is { } flaw) first ??= (text, flaw);
        if (names.IsEmpty) return first is { } only ? $"{only.Flaw}: {Quote.Text(only.Text)}" : "an entry without a name";
        if (first is { } left) Warn(ProblemCatalog.ListNameNotUsed, entry.Line, $"{left.Flaw}: {Quote.Text(left.Text)}");
        return null;
    }

    private static string? FlawOf(string name) =>
        name.Length > LongestName ? "a name of more than 1,024 characters"
        : name.Contains('\uFFFD', StringComparison.Ordinal) ? "a name with bytes that are not UTF-8"
        : name.EnumerateRunes().Any(Rune.IsLetterOrDigit) ? null : "a name of punctuation only";

    /// <summary>
    /// Without control characters and the marks and overrides of writing direction, which change how a name is shown and nothing of what it is; white space is
    /// one space.
    /// </summary>
    private static string Printable(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (char.IsWhiteSpace(c) || c == '\0')
            {
                if (kept.Length > 0 && kept[^1] != ' ') kept.Append(' ');
            }
            else if (!char.IsControl(c) && c is not ((>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F' or '\u061C' or '\uFEFF'))
            {
                kept.Append(c);
            }
        }
        return kept.ToString().Trim();
    }
}
