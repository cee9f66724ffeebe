using System.Collections.Immutable;
using Rubicon.Diagnostics;

namespace Rubicon.Subjects;

/// <summary>What a record is about. Numbers are written to reports and never change.</summary>
public enum SubjectKind
{
    /// <summary>A line of a purchase list, order or quote.</summary>
    Purchase = 0,

    /// <summary>A line of a list of suppliers: the party itself is screened.</summary>
    Supplier = 1,

    /// <summary>A device in the network.</summary>
    Device = 2,

    /// <summary>A part of a bill of materials.</summary>
    Component = 3,

    /// <summary>A service named in a bill of materials or list.</summary>
    Service = 4,

    /// <summary>One transaction described by a request.</summary>
    Transaction = 5,
}

/// <summary>One statement of a record: which field, the text as it stood, and where.</summary>
/// <param name="Field">What is stated.</param>
/// <param name="Text">The text as read, trimmed; never empty.</param>
/// <param name="Column">Column of the table from 1, or 0.</param>
/// <param name="Pointer">A path inside the file where lines say little, or null.</param>
/// <param name="Line">Line of its own where the record spans several, or 0 for that of the record.</param>
/// <param name="File">File of its own where the record was joined from several, or null for that of the record.</param>
public readonly record struct Statement(Field Field, string Text, int Column = 0, string? Pointer = null, int Line = 0, string? File = null);

/// <summary>
/// A record as read: statements with their place, nothing made of them yet. One field may be stated several times (a
/// device has many MAC addresses). Compared by reference; two equal records are two records.
/// </summary>
public sealed class Subject
{
    /// <summary>Makes a subject.</summary>
    public Subject(SubjectKind kind, SourceLocation source, ImmutableArray<Statement> statements, ImmutableArray<Subject> components = default, ImmutableArray<SourceLocation> joined = default)
    {
        Kind = kind;
        Source = source;
        Statements = statements;
        Components = components.IsDefault ? [] : components;
        Joined = joined.IsDefault ? [] : joined;
    }

    /// <summary>What the record is about.</summary>
    public SubjectKind Kind { get; }

    /// <summary>File and line.</summary>
    public SourceLocation Source { get; }

    /// <summary>What it states, in the order read.</summary>
    public ImmutableArray<Statement> Statements { get; }

    /// <summary>Parts inside it, each a subject that is decided by itself too; empty for most.</summary>
    public ImmutableArray<Subject> Components { get; }

    /// <summary>Where other records stood that were joined to this one, in the order read; empty for most.</summary>
    public ImmutableArray<SourceLocation> Joined { get; }

    /// <summary>The first statement of a field, or null.</summary>
    public string? First(Field field)
    {
        foreach (var statement in Statements)
            if (statement.Field == field) return statement.Text;
        return null;
    }

    /// <summary>Where a statement of this record stands.</summary>
    public SourceLocation LocationOf(in Statement statement) => new(
        statement.File ?? Source.File, statement.Line > 0 ? statement.Line : Source.Line, statement.Column,
        statement.Pointer ?? (statement.File is null ? Source.Pointer : null));
}

/// <summary>A record that could not be read: it is reported as not assessed, with the reason (design 4.1).</summary>
/// <param name="Source">File and line.</param>
/// <param name="Problems">Why; at least one.</param>
/// <param name="Excerpt">The beginning of what stood there, or null.</param>
public sealed record UnreadRecord(SourceLocation Source, ImmutableArray<Problem> Problems, string? Excerpt = null);
