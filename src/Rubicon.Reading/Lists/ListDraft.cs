using System.Collections.Immutable;
using System.Globalization;
using Rubicon.Diagnostics;
using Rubicon.Parties;
using Rubicon.Screening;

namespace Rubicon.Reading.Lists;

/// <summary>A list while it is read: every row ends as an entry or as a problem.</summary>
internal sealed class ListDraft(string file, string list)
{
    /// <summary>Names of one entry that are kept; the longest entry of the public lists has some two hundred.</summary>
    public const int MostNames = 10_000;

    /// <summary>Longest name kept, in UTF-16 units; of a longer one only the beginning could be compared.</summary>
    public const int LongestName = 1_024;

    private readonly StatementSource _source = new(list, null, Confidence.Verified);
    private readonly ImmutableArray<ListEntry>.Builder _entries = ImmutableArray.CreateBuilder<ListEntry>();
    private readonly ImmutableArray<Problem>.Builder _problems = ImmutableArray.CreateBuilder<Problem>();
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private int _rows, _refused;

    public string? Fault { get; set; }

    public bool IsWhole { get; set; } = true;

    public void Refuse(int line, string found)
    {
        _rows++;
        _refused++;
        _problems.Add(new Problem(ProblemCatalog.ListRow, new SourceLocation(file, line), found));
    }

    /// <summary>An error that stands for no row: the rest of the file is missing.</summary>
    public void Cut(int line, string found)
    {
        IsWhole = false;
        _problems.Add(new Problem(ProblemCatalog.ListNotRead, new SourceLocation(file, line), found));
    }

    public void Add(int line, string? id, string? ownList, IEnumerable<(string Text, NameKind Kind)> names, string? country, string? from, string? to, string? citation)
    {
        List<(string Text, NameKind Kind)> stated = [.. names.Select(n => (Text: n.Text.Trim(), n.Kind)).Where(n => n.Text.Length > 0).DistinctBy(n => n.Text)];
        if (stated.Count == 0) { Refuse(line, "an entry without a name"); return; }
        if (stated.Count > MostNames) { Refuse(line, $"an entry with {stated.Count:N0} names"); return; }
        if (stated.Exists(n => n.Text.Length > LongestName)) { Refuse(line, "a name of more than 1,024 characters"); return; }
        string key = string.IsNullOrWhiteSpace(id) ? line.ToString(CultureInfo.InvariantCulture) : id.Trim();
        string standsOn = string.IsNullOrWhiteSpace(ownList) ? list : ownList.Trim();
        if (!_ids.Add(standsOn + "/" + key))
        {
            // Both rows are published: dropping one could hide a name.
            _problems.Add(new Problem(ProblemCatalog.ListDoubledId, new SourceLocation(file, line), Quote.Text(key)));
            key = string.Create(CultureInfo.InvariantCulture, $"{key}#{line}");
        }
        _rows++;
        _entries.Add(new ListEntry(key, standsOn, [.. stated.Select(n => new PartyName(n.Text, n.Kind, _source))],
            country is { Length: > 0 } ? CountryWords.Find(country) : null, Day(from), Day(to), string.IsNullOrWhiteSpace(citation) ? null : citation.Trim(), new SourceLocation(file, line)));
    }

    public ListReading Close(string digest)
    {
        if (_rows == 0 && IsWhole) Cut(0, "no entry: an empty list is no list on which nobody stands");
        return new ListReading(_entries.ToImmutable(), _rows, _refused, digest, _problems.ToImmutable()) { IsWhole = IsWhole };
    }

    private static DateOnly? Day(string? text) => text is { Length: > 0 } && DateWords.Read(text, out var day) == DateReading.Day ? day : null;
}
