using Rubicon.Diagnostics;
using Rubicon.Parties;
using Rubicon.Reading.Tables;

namespace Rubicon.Reading.Lists;

/// <summary>A list as CSV with a header: the Consolidated Screening List, or any table with a column for the name.</summary>
internal static class CsvList
{
    private static readonly string[] NameHeads = ["name", "entity name", "party", "company"];
    private static readonly string[] AliasHeads = ["alt_names", "aliases", "alias", "also known as", "aka"];
    private static readonly string[] IdHeads = ["_id", "id", "entity_number", "reference"];
    private static readonly string[] ListHeads = ["source", "list"];
    private static readonly string[] CountryHeads = ["country"];
    private static readonly string[] FromHeads = ["start_date", "effective_date", "from"];
    private static readonly string[] ToHeads = ["end_date", "to"];
    private static readonly string[] CitationHeads = ["federal_register_notice", "citation"];

    public static void Read(byte[] bytes, ListDraft draft)
    {
        using var text = new StreamReader(new MemoryStream(bytes), new System.Text.UTF8Encoding(false), true);
        using var rows = new CsvRows(text, ',');
        if (!rows.Next()) return;
        string[] heads = [.. Enumerable.Range(0, rows.Count).Select(i => rows.Cell(i).Trim().TrimStart('\uFEFF'))];
        int Column(string[] words) => Array.FindIndex(heads, h => words.Contains(h, StringComparer.OrdinalIgnoreCase));
        int name = Column(NameHeads);
        if (name < 0)
        {
            draft.Cut(1, $"a table whose header has no column for the name: {Quote.Text(string.Join(",", heads))}");
            return;
        }
        var (alias, id, list, country) = (Column(AliasHeads), Column(IdHeads), Column(ListHeads), Column(CountryHeads));
        var (from, to, citation) = (Column(FromHeads), Column(ToHeads), Column(CitationHeads));
        while (rows.Next())
        {
            string? Cell(int column) => column < 0 || column >= rows.Count ? null : rows.Cell(column);
            if (rows.Count == 1 && string.IsNullOrWhiteSpace(rows.Cell(0))) continue;
            if (rows.Fault != RowFault.None) draft.Refuse(rows.Line, rows.Fault == RowFault.TooLong ? "a row over the limit" : "a double quote that is not closed");
            else if (rows.Count != heads.Length) draft.Refuse(rows.Line, $"{rows.Count} cells where the header has {heads.Length}");
            else
                draft.Add(rows.Line, Cell(id), Cell(list), (Cell(alias) ?? "").Split(';').Select(a => (a, NameKind.Alias)).Prepend((Cell(name) ?? "", NameKind.Legal)),
                    Cell(country), Cell(from), Cell(to), Cell(citation));
        }
    }
}
