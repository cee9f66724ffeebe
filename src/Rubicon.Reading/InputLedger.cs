using Rubicon.Diagnostics;
using Rubicon.Subjects;

namespace Rubicon.Reading;

/// <summary>What is written down about one input while it is read; becomes its <see cref="InputAccount"/>.</summary>
internal sealed class InputLedger(string file)
{
    /// <summary>At most so many problems of the file itself are kept; records carry their own.</summary>
    private const int MostProblems = 1000;

    private readonly List<Problem> _problems = [];

    public string File { get; } = file;

    public string? Format { get; set; }

    public long Records { get; private set; }

    public long Unread { get; private set; }

    /// <summary>True when an error of the file was reported.</summary>
    public bool HasError { get; private set; }

    public void Count(in ReadRecord record)
    {
        Records++;
        if (record.Unread is not null) Unread++;
    }

    public void Report(ProblemKind kind, string found, int line = 0, int column = 0, string? expected = null, string? pointer = null)
    {
        HasError |= kind.Severity == Severity.Error;
        if (_problems.Count < MostProblems)
            _problems.Add(new(kind, new(File, line, column, pointer), found, expected));
    }

    public InputAccount Close(string? sha256) => new(File, Format, Records, Unread, sha256, [.. _problems]);
}
