using System.Collections.Immutable;
using Rubicon.Diagnostics;
using Rubicon.Matching;
using Rubicon.Parties;
using Rubicon.Reading.Tables;
using Rubicon.Screening;

namespace Rubicon.Reading.Names;

/// <summary>Names of a table: columns <c>id</c>, <c>name</c>, <c>country</c> and one for each scheme of identifiers.</summary>
internal static class TableNames
{
    private static readonly string[] NameWords = ["name", "party", "company", "supplier", "vendor", "supplier name", "vendor name", "company name", "entity"];
    private static readonly string[] IdWords = ["id", "ref", "reference", "number", "no", "supplier id", "vendor id"];
    private static readonly string[] KindHeads = ["kind", "type", "party type", "entity type"];
    private static readonly string[] CountryHeads = ["country", "country code", "nation"];
    private static readonly string[] Schemes = ["lei", "uei", "cage", "uscc", "frn", "fcc-grantee", "duns", "tax"];
    private static readonly char[] Separators = [',', ';', '\t', '|'];
    private static readonly StatementSource Stated = new("the file of names", null, Confidence.Known);

    public static IEnumerable<NameLine> Read(string file, TextReader text, int before)
    {
        string? header = text.ReadLine();
        if (header is null) yield break;
        char separator = Separators.MaxBy(c => header.Count(h => h == c));
        var heads = Cells(header, separator);
        int name = Column(heads, NameWords), id = Column(heads, IdWords), country = Column(heads, CountryHeads), kind = Column(heads, KindHeads);
        if (name < 0)
        {
            yield return NameFile.Refused(file, before + 1, JsonNames.Number(before + 1), ProblemCatalog.NamesWithoutColumn, Quote.Text(header));
            yield break;
        }
        using var rows = new CsvRows(text, separator, before + 1);
        while (rows.Next())
        {
            string? Cell(int column) => column >= 0 && column < rows.Count && rows.Cell(column) is { Length: > 0 } cell && !string.IsNullOrWhiteSpace(cell) ? cell.Trim() : null;
            if (rows.Count == 0 || (rows.Count == 1 && Cell(0) is null)) continue;
            string key = Cell(id) ?? JsonNames.Number(rows.Line);
            if (rows.Fault == RowFault.TooLong) yield return NameFile.Refused(file, rows.Line, key, ProblemCatalog.NameLineTooLong, $"more than {CsvRows.LongestRow:N0} characters");
            else if (rows.Fault == RowFault.OpenQuote) yield return NameFile.Refused(file, rows.Line, key, ProblemCatalog.NameLineSyntax, "a double quote that is not closed");
            else if (Cell(name) is not { } stated) yield return NameFile.Refused(file, rows.Line, key, ProblemCatalog.NameLineWithoutName, "an empty cell");
            else yield return new NameLine(key, rows.Line, new NameQuery(stated, Cell(country) is { } c ? CountryWords.Find(c) ?? c : null, Identifiers(heads, Cell)) { Kind = PartyKinds.Read(Cell(kind)) }, null);
        }
    }

    private static ImmutableArray<PartyIdentifier> Identifiers(string[] heads, Func<int, string?> cell) =>
        [.. Schemes.SelectMany(s => heads.Index().Where(h => string.Equals(h.Item, s, StringComparison.OrdinalIgnoreCase))
            .Select(h => cell(h.Index)).OfType<string>().Select(v => new PartyIdentifier(s, v, Stated)))];

    private static string[] Cells(string header, char separator) => [.. header.Split(separator).Select(h => h.Trim().Trim('"').Trim().Replace('_', ' '))];

    private static int Column(string[] heads, string[] words)
    {
        foreach (string word in words)
        {
            int at = Array.FindIndex(heads, h => string.Equals(h, word, StringComparison.OrdinalIgnoreCase));
            if (at >= 0) return at;
        }
        return -1;
    }
}
