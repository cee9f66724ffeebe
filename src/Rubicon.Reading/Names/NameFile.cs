using System.Text;
using Rubicon.Diagnostics;

namespace Rubicon.Reading.Names;

/// <summary>
/// Names to screen, one a line, in file order: JSON Lines <c>{"id","name","kind"?,"country"?,"identifiers"?}</c>, or a table with a header. Every line
/// that is not blank gives one <see cref="NameLine"/>. UTF-8; a line of more than a mebibyte is cut and refused.
/// </summary>
public static class NameFile
{
    /// <summary>Longest line read, in UTF-16 units.</summary>
    public const int LongestLine = 1024 * 1024;

    /// <summary>Reads the names. The first character that is no white space tells the format: a brace is JSON Lines.</summary>
    /// <param name="file">What to call it in problems.</param>
    /// <param name="stream">Its bytes; not closed.</param>
    public static IEnumerable<NameLine> Read(string file, Stream stream)
    {
        using var reader = new StreamReader(stream, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: true, 64 * 1024, leaveOpen: true);
        int first = reader.Peek();
        int line = 0;
        while (first is ' ' or '\t' or '\r' or '\n')
        {
            if (first == '\n') line++;
            reader.Read();
            first = reader.Peek();
        }
        var lines = first is '{' or '[' ? JsonNames.Read(file, Lines(reader), line) : TableNames.Read(file, reader, line);
        foreach (var name in lines) yield return name;
    }

    /// <summary>Lines without their ends; of one that is too long null stands for it, and its rest is passed over.</summary>
    private static IEnumerable<string?> Lines(TextReader reader)
    {
        var text = new StringBuilder();
        bool tooLong = false;
        for (int c; (c = reader.Read()) >= 0;)
        {
            if (c != '\n')
            {
                if (text.Length < LongestLine) text.Append((char)c);
                else tooLong = true;
                continue;
            }
            yield return tooLong ? null : text.ToString();
            text.Clear();
            tooLong = false;
        }
        if (text.Length > 0) yield return tooLong ? null : text.ToString();
    }

    internal static NameLine Refused(string file, int line, string id, ProblemKind kind, string found) =>
        new(id, line, null, new Problem(kind, new SourceLocation(file, line), found));
}
