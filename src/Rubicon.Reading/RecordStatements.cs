using System.Collections.Immutable;
using Rubicon.Diagnostics;
using Rubicon.Reading.Tables;
using Rubicon.Subjects;

namespace Rubicon.Reading;

/// <summary>Collects the statements of one record of a format that is not a table: trimmed, empty ones left out, each once.</summary>
internal sealed class RecordStatements
{
    private readonly List<Statement> _statements = [];
    private readonly HashSet<(Field, string)> _seen = [];

    public int Count => _statements.Count;

    /// <summary>True when the field was stated.</summary>
    public bool Has(Field field) => _statements.Exists(s => s.Field == field);

    /// <summary>Set when a text was over the limit of a cell; the record is to be refused.</summary>
    public string? TooLong { get; private set; }

    public void Add(Field field, string? text, string? pointer = null, int line = 0)
    {
        if (text is null) return;
        if (text.Length > CellTexts.LongestCell) TooLong ??= $"{text.Length} characters of {field}";
        else if (CellTexts.Clean(text.Replace("\0", "", StringComparison.Ordinal)) is { } clean && _seen.Add((field, clean)))
            _statements.Add(new(field, clean, 0, pointer, line));
    }

    /// <summary>The record: a subject, or unread with the given reason when it states nothing.</summary>
    public ReadRecord Close(SubjectKind kind, SourceLocation where, ProblemKind whenEmpty, string found, ImmutableArray<Subject> components = default)
    {
        if (TooLong is not null) return new(new UnreadRecord(where, [new(ProblemCatalog.CellTooLong, where, TooLong)]));
        return _statements.Count == 0
            ? new(new UnreadRecord(where, [new(whenEmpty, where, found)], found))
            : new(new Subject(kind, where, [.. _statements], components));
    }
}
