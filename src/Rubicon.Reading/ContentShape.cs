using Rubicon.Reading.Snmp;

namespace Rubicon.Reading;

internal enum Content
{
    Empty,
    Table,
    Workbook,
    Json,
    Xml,
    Walk,
    Command,
    SpdxTagValue,
    Listing,
    KnownNotRead,
    Binary,
}

/// <summary>What the first bytes of an input look like. Names of files lie; bytes do so less often.</summary>
internal readonly record struct ContentShape(Content Content, string? What = null)
{
    private static readonly (byte[] Magic, string Name)[] NotRead =
    [
        ([0x1F, 0x8B], "a gzip file"),
        ("%PDF"u8.ToArray(), "a PDF document"),
        ("BZh"u8.ToArray(), "a bzip2 file"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "an xz file"),
        ([0x28, 0xB5, 0x2F, 0xFD], "a zstandard file"),
        ([0x37, 0x7A, 0xBC, 0xAF], "a 7z archive"),
        ("SQLite format 3"u8.ToArray(), "an SQLite database"),
        ("PAR1"u8.ToArray(), "a Parquet file"),
        ([0x89, 0x50, 0x4E, 0x47], "a PNG image"),
        ([0xFF, 0xD8, 0xFF], "a JPEG image"),
        ([0x7F, 0x45, 0x4C, 0x46], "a program (ELF)"),
        ([0xD4, 0xC3, 0xB2, 0xA1], "a packet capture"),
    ];

    /// <summary>Old XLS workbooks, and XLSX under a password.</summary>
    private static readonly byte[] CompoundFile = [0xD0, 0xCF, 0x11, 0xE0];

    /// <summary>Root elements of formats that are read, for documents without a declaration.</summary>
    private static readonly string[] Roots = ["<bom ", "<nmaprun", "<list>", "<node "];

    public static ContentShape Of(ReadOnlySpan<byte> head)
    {
        if (head.IsEmpty) return new(Content.Empty);
        if (head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith(CompoundFile)) return new(Content.Workbook);
        foreach (var (magic, name) in NotRead)
            if (head.StartsWith(magic)) return new(Content.KnownNotRead, name);

        bool wide = head.Length > 1 && (head[0], head[1]) is (0xFF, 0xFE) or (0xFE, 0xFF);
        int nul = head.IndexOf((byte)0);
        if (!wide && nul >= 0) return new(Content.Binary, $"a NUL byte at offset {nul}");

        string text = Tables.TextEncoding.Decode(head);
        var start = text.AsSpan().TrimStart().TrimStart('\uFEFF').TrimStart();
        if (start.IsEmpty) return new(head.Length < RecordReader.HeadBytes ? Content.Empty : Content.Table);
        // "[MA5600V800R018: 5205]" begins the configuration of an optical line terminal.
        if (start[0] == '{' || (start[0] == '[' && !(start.Length > 1 && char.IsAsciiLetterUpper(start[1])))) return new(Content.Json);
        if (start[0] == '<') return Xml(start);
        if (WalkLine.LooksLikeWalk(text)) return new(Content.Walk);
        if (IsSpdx(start)) return new(Content.SpdxTagValue);
        bool hasHeader = HasHeader(text);
        if (!hasHeader && TextFormats.Of(text) is { } format) return new(Content.Listing, format);
        if (!hasHeader && Commands.CommandOutput.Is(text)) return new(Content.Command);
        return OtherText(start) is { } what ? new(Content.KnownNotRead, what) : new(Content.Table);
    }

    // A row of two known headers or more makes a table, whatever its cells look like ("Dahua|IPC|00:11:22:33:44:55"). So does a first line of words with commas or tabs of
    // which one is a known header ("supplier,country"): a list of suppliers that names a maker of routers is no output of one.
    private static bool HasHeader(string text)
    {
        int looked = 0;
        bool first = true;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (++looked > Tables.HeaderSearch.RowsLookedAt) return false;
            foreach (char separator in ",;\t|")
            {
                if (line.Length > 8192 || !line.Contains(separator)) continue;
                string[] cells = line.ToString().Split(separator);
                for (int i = 0; i < cells.Length; i++) cells[i] = cells[i].Trim().Trim('"');
                int known = Tables.TablePlan.Recognized(cells);
                if (known >= 2 || (known == 1 && first && separator is ',' or '\t' && Array.TrueForAll(cells, IsWords))) return true;
            }
            first &= line.IsWhiteSpace();
        }
        return false;
    }

    private static bool IsWords(string cell) => cell.Length <= 40 && cell.All(c => char.IsLetter(c) || c is ' ' or '_' or '-' or '/' or '(' or ')');

    private static ContentShape Xml(ReadOnlySpan<char> text)
    {
        var near = text[..Math.Min(text.Length, 4096)];
        if (near.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase) || near.Contains("<html", StringComparison.OrdinalIgnoreCase))
            return new(Content.KnownNotRead, "an HTML page");
        // A table may begin with a cell such as "<none>"; only what is surely markup is taken for it here.
        bool markup = near.StartsWith("<?xml", StringComparison.Ordinal) || near.StartsWith("<!--", StringComparison.Ordinal) || near.StartsWith("<!DOCTYPE", StringComparison.Ordinal)
            || near.Contains("xmlns", StringComparison.Ordinal);
        foreach (string root in Roots) markup |= near.StartsWith(root, StringComparison.Ordinal);
        return new(markup ? Content.Xml : Content.Table);
    }

    /// <summary>Comments may stand above the version.</summary>
    private static bool IsSpdx(ReadOnlySpan<char> text)
    {
        foreach (var line in text[..Math.Min(text.Length, 4096)].EnumerateLines())
        {
            if (line.StartsWith("SPDXVersion:", StringComparison.Ordinal)) return true;
            if (!line.IsWhiteSpace() && !line.StartsWith("#", StringComparison.Ordinal)) return false;
        }
        return false;
    }

    private static string? OtherText(ReadOnlySpan<char> text)
    {
        int end = text.IndexOfAny('\r', '\n');
        var first = end < 0 ? text : text[..end];
        if (first.StartsWith("# Nmap", StringComparison.Ordinal)) return "an nmap text report";
        if (first is "---" || first.StartsWith("%YAML", StringComparison.Ordinal)) return "YAML";
        if (text[..Math.Min(text.Length, 2048)].Contains("spec_version: \"", StringComparison.Ordinal)) return "CycloneDX as protocol buffer text";
        return IsYamlKey(first) && !first.ContainsAny(",;\t|") ? "YAML or another text of keys and values" : null;
    }

    private static bool IsYamlKey(ReadOnlySpan<char> line)
    {
        int colon = line.IndexOf(':');
        if (colon <= 0 || (colon + 1 < line.Length && line[colon + 1] != ' ')) return false;
        foreach (char c in line[..colon])
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('_' or '-' or '.')) return false;
        return true;
    }
}
