using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Rubicon.Diagnostics;
using Rubicon.Parties;
using Rubicon.Reading.Tables;

namespace Rubicon.Reading.Lists.Formats;

/// <summary>One file of OFAC's legacy format.</summary>
/// <param name="Input">The file.</param>
/// <param name="Role">names, alternates, addresses or comments.</param>
internal sealed record OfacPart(ListInput Input, string Role)
{
    /// <summary>Parts of one list lie in one folder and share the beginning of their name: "cons_", or none for the SDN list.</summary>
    public string Group => Path.GetDirectoryName(Input.File) + "|" + (Input.Name.StartsWith("cons", StringComparison.OrdinalIgnoreCase) ? "consolidated" : "sdn");
}

/// <summary>
/// OFAC's legacy format: files of comma separated text without a header, joined by the number of the entry. "-0-" stands for nothing; a SUB character ends a
/// file. Weak aliases stand in quotes in the remarks ("a.k.a. 'TATA JI'"); remarks too long for their column go on in a file of their own.
/// </summary>
internal static partial class OfacCsv
{
    private const int Width = 12;

    /// <summary>The part that the file is, or null when it is of another format.</summary>
    public static OfacPart? Part(ListInput input)
    {
        if (input.IsWorkbook) return null;
        using var rows = Rows(input, Math.Min(input.Bytes.Length, 1 << 20));
        if (!rows.Next() || rows.Fault != RowFault.None || !Number(rows.Cell(0))) return null;
        bool numbered = rows.Count > 2 && Number(rows.Cell(1));
        return rows.Count switch
        {
            Width when !numbered => new OfacPart(input, "names"),
            5 when numbered && AliasType().IsMatch(rows.Cell(2)) => new OfacPart(input, "alternates"),
            6 when numbered => new OfacPart(input, "addresses"),
            2 when input.Name.Contains("comment", StringComparison.OrdinalIgnoreCase) => new OfacPart(input, "comments"),
            _ => null,
        };
    }

    /// <summary>The parts by list.</summary>
    public static IEnumerable<ImmutableArray<OfacPart>> Together(IEnumerable<OfacPart> parts) =>
        parts.GroupBy(p => p.Group, StringComparer.Ordinal).Select(g => g.OrderBy(p => p.Role == "names" ? 0 : p.Role == "comments" ? 1 : 2).ToImmutableArray());

    /// <summary>Reads the parts of one list, the names first.</summary>
    public static ListReading Read(ImmutableArray<OfacPart> parts)
    {
        bool consolidated = parts[0].Group.EndsWith("consolidated", StringComparison.Ordinal);
        var draft = new ListDraft(parts[0].Input.File, ListPublication.Of(consolidated ? "us-ofac/consolidated" : "us-ofac/sdn")) { Format = "OFAC legacy CSV" };
        ImmutableArray<ListSource> sources = [.. parts.Select(p => p.Input.Source).Distinct()];
        if (parts[0].Role != "names" || parts.Count(p => p.Role == "names") > 1)
        {
            draft.Cut(0, parts[0].Role != "names" ? $"{parts[0].Role} of OFAC's without the file of names that they belong to" : "two files of names of one list");
            return draft.Close(sources);
        }
        if (!parts.Any(p => p.Role == "alternates")) draft.Warn(ProblemCatalog.ListPartMissing, 0, "names without the file of alternate names");
        var entries = new Dictionary<string, EntryDraft>(StringComparer.Ordinal);
        var order = new List<(EntryDraft Entry, int Rows)>();
        foreach (var part in parts)
        {
            draft.File = part.Input.File;
            Each(part, draft, (cells, line) =>
            {
                if (part.Role == "names") return First(cells, line, draft, entries, order);
                if (!entries.TryGetValue(cells[0], out var entry)) return $"number {Quote.Text(cells[0])}, of which the file of names has no entry";
                Join(part.Role, cells, entry);
                draft.Join();
                return null;
            });
        }
        draft.File = parts[0].Input.File;
        foreach (var (entry, _) in order)
        {
            Remarks(entry);
            draft.Add(entry);
        }
        return draft.Close(sources);
    }

    /// <summary>Reads all rows; the row's reader says why it is refused, or null.</summary>
    private static void Each(OfacPart part, ListDraft draft, Func<string[], int, string?> read)
    {
        int width = part.Role switch { "names" => Width, "alternates" => 5, "addresses" => 6, _ => 2 };
        using var rows = Rows(part.Input, part.Input.Bytes.Length);
        bool whole = part.Input.Bytes[^1] is (byte)'\n' or (byte)'\r' or 0x1A;
        (int Line, string Found)? faulty = null;
        while (rows.Next())
        {
            if (faulty is { } before) draft.Refuse(before.Line, before.Found);
            faulty = null;
            if (rows.Fault == RowFault.None && rows.Count == 1 && rows.Cell(0).Trim() is "" or "\u001A") continue;
            if (rows.Fault != RowFault.None || rows.Count != width) faulty = (rows.Line, rows.Fault == RowFault.None ? $"{rows.Count} cells where a row of {part.Role} has {width}" : "a double quote that is not closed");
            else if (read([.. Enumerable.Range(0, width).Select(i => Cell(rows.Cell(i)))], rows.Line) is { } refused) draft.Refuse(rows.Line, refused);
        }
        if (faulty is not { } last) return;
        if (whole) draft.Refuse(last.Line, last.Found);
        else draft.Cut(last.Line, "a last row that is cut off: " + last.Found);
    }

    private static string? First(string[] cells, int line, ListDraft draft, Dictionary<string, EntryDraft> entries, List<(EntryDraft, int)> order)
    {
        var entry = new EntryDraft(line) { Id = cells[0], Kind = cells[2].Length == 0 ? ListedKind.Organization : ListedKinds.Of(cells[2]), Note = cells[11] };
        entry.Name(cells[1], NameKind.Legal);
        foreach (string program in cells[3].Split("] [")) entry.Programs.Add(program.Trim('[', ']', ' '));
        entry.List = ListOf(entry.Programs, draft.Publication.Id);
        entries.TryAdd(cells[0], entry);
        order.Add((entry, 1));
        return null;
    }

    /// <summary>The list of a non-SDN entry, by its program; the programs of sectoral and menu-based sanctions are shared with others and told by their remarks.</summary>
    private static string? ListOf(List<string> programs, string publication) => publication != "us-ofac/consolidated" ? null
        : programs.Exists(p => p.StartsWith("CMIC", StringComparison.Ordinal)) ? "us-ofac/ns-cmic"
        : programs.Contains("NS-PLC", StringComparer.Ordinal) ? "us-ofac/ns-plc"
        : programs.Contains("UKRAINE-EO13662", StringComparer.Ordinal) ? "us-ofac/ssi"
        : programs.Exists(p => p.StartsWith("FSE", StringComparison.Ordinal)) ? "us-ofac/fse"
        : null;

    private static void Join(string role, string[] cells, EntryDraft entry)
    {
        switch (role)
        {
            case "alternates":
                entry.Name(cells[3], cells[2].StartsWith("fka", StringComparison.OrdinalIgnoreCase) ? NameKind.Former : NameKind.Alias);
                break;
            case "addresses":
                entry.Address(cells[2], cells[3], cells[4]);
                entry.Countries.Add(cells[4]);
                break;
            default:
                entry.Note += cells[1];
                break;
        }
    }

    private static void Remarks(EntryDraft entry)
    {
        if (entry.Note is not { Length: > 0 } remarks) return;
        foreach (Match alias in WeakAlias().Matches(remarks)) entry.Name(alias.Groups[1].Value, NameKind.WeakAlias);
        foreach (string remark in remarks.TrimEnd('.').Split("; "))
        {
            if (remark.StartsWith("nationality ", StringComparison.Ordinal) || remark.StartsWith("citizen ", StringComparison.Ordinal)) entry.Countries.Add(remark[(remark.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
            else if (IdentifierRemark().Match(remark) is { Success: true } id) ListedIdentifiers.Add(entry, id.Groups[1].Value, id.Groups[2].Value, id.Groups[3].Value);
        }
    }

    private static CsvRows Rows(ListInput input, int length) =>
        new(new StreamReader(new MemoryStream(input.Bytes, 0, length, writable: false), new UTF8Encoding(false), true), ',');

    private static bool Number(string text) => int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static string Cell(string text) => text.Trim() is "-0-" ? "" : text.Trim();

    [GeneratedRegex("^(aka|fka|nka)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex AliasType();

    [GeneratedRegex(@"a\.k\.a\. '([^']{1,300}(?:'[^;.,]{1,100})?)'", RegexOptions.CultureInvariant)]
    private static partial Regex WeakAlias();

    [GeneratedRegex(@"^(?:alt\. )?(Legal Entity Number|Tax ID No\.|Registration Number|Registration ID|Unified Social Credit Code \(USCC\)|D-U-N-S Number|Vessel Registration Identification|Company Number|Business Registration Number) ([^\s(]{3,64})(?: \(([^)]{1,60})\))?", RegexOptions.CultureInvariant)]
    private static partial Regex IdentifierRemark();
}
