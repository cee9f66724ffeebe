using System.Text;
using Rubicon.Subjects;

namespace Rubicon.Reading.Tests;

/// <summary>Reads one input to its end.</summary>
internal sealed record Inputs(List<ReadRecord> Records, InputAccount Account)
{
    public static Inputs Read(string text, TableKind? asKind = null, string name = "in.csv") =>
        Read(Encoding.UTF8.GetBytes(text), asKind, name);

    public static Inputs Read(byte[] bytes, TableKind? asKind = null, string name = "in.csv")
    {
        using var reader = RecordReader.Read(name, new MemoryStream(bytes), asKind);
        var records = reader.Records().ToList();
        return new(records, reader.Account);
    }

    public static Inputs OfFile(string path)
    {
        using var reader = RecordReader.Read(path);
        var records = reader.Records().ToList();
        return new(records, reader.Account);
    }

    public List<Subject> Subjects => [.. Records.Where(r => r.Subject is not null).Select(r => r.Subject!)];

    public List<UnreadRecord> Unread => [.. Records.Where(r => r.Unread is not null).Select(r => r.Unread!)];

    /// <summary>Codes of the file's problems, in order.</summary>
    public string Codes => string.Join(' ', Account.Problems.Select(p => p.Kind.Code));

    /// <summary>Statements of a subject as <c>Field=text</c>, one a line part.</summary>
    public static string Text(Subject subject) => string.Join("; ", subject.Statements.Select(s => $"{s.Field}={s.Text}"));
}
