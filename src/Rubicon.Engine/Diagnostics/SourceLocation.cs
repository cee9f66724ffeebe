namespace Rubicon.Diagnostics;

/// <summary>
/// Where something was read: a file, and a line and column in it, both counted from 1; 0 means "the whole file" or
/// "not known". <paramref name="Pointer"/> names the place where lines say little: a JSON path, a sheet and cell.
/// The file name is the one the user gave, never an absolute path that the user did not give.
/// </summary>
/// <param name="File">The file as the user named it; "-" for standard input.</param>
/// <param name="Line">Line from 1; 0 when the whole file is meant.</param>
/// <param name="Column">Column from 1; 0 when the whole line is meant.</param>
/// <param name="Pointer">A path inside the file (<c>$.components[3]</c>, <c>Sheet1!B7</c>), or null.</param>
public readonly record struct SourceLocation(string File, int Line = 0, int Column = 0, string? Pointer = null)
{
    /// <summary>The usual <c>file:line:column</c>, leaving out what is 0.</summary>
    public override string ToString() => (Line, Column) switch
    {
        (0, _) when Pointer is not null => $"{File} ({Pointer})",
        (0, _) => File,
        (_, 0) => $"{File}:{Line}",
        _ => $"{File}:{Line}:{Column}",
    };
}
