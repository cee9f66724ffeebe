using Rubicon.Parties;

namespace Rubicon.Reading.Lists.Formats;

/// <summary>Any table with a column for the name; other columns are known by common heads.</summary>
internal sealed class PlainTable : ITableFormat
{
    private static readonly string[] NameHeads = ["name", "entity name", "entity", "party", "company", "full name", "organization", "organisation"];
    private static readonly string[] AliasHeads = ["alt_names", "aliases", "alias", "also known as", "aka", "a.k.a."];
    private static readonly string[] IdHeads = ["_id", "id", "entity_number", "reference"];
    private static readonly string[] ListHeads = ["source", "list"];
    private static readonly string[] CountryHeads = ["country"];
    private static readonly string[] FromHeads = ["start_date", "effective_date", "effective date", "from", "listed on", "date listed"];
    private static readonly string[] ToHeads = ["end_date", "expiration_date", "to"];
    private static readonly string[] CitationHeads = ["federal_register_notice", "federal register citation", "fr_citation", "citation"];
    private static readonly string[] AddressHeads = ["address", "addresses"];

    /// <summary>Null when the table has no column for the name.</summary>
    public static PlainTable? Of(Dictionary<string, int> columns) => NameHeads.Any(columns.ContainsKey) ? new PlainTable() : null;

    public void Read(TableRow row, ListDraft draft)
    {
        var entry = new EntryDraft(row.Line) { Id = row.First(IdHeads), List = row.First(ListHeads), From = row.First(FromHeads), To = row.First(ToHeads), Citation = row.First(CitationHeads) };
        entry.Name(row.First(NameHeads), NameKind.Legal);
        foreach (string alias in row.First(AliasHeads).Split(';')) entry.Name(Alias.Plain(alias), NameKind.Alias);
        entry.Countries.Add(row.First(CountryHeads));
        entry.Address(row.First(AddressHeads));
        draft.Add(entry);
    }

    public void End(ListDraft draft)
    {
    }
}

/// <summary>A table whose columns a mapping names.</summary>
internal sealed class MappedTable(ListMapping mapping) : ITableFormat
{
    public void Read(TableRow row, ListDraft draft)
    {
        string? Of(string what) => mapping.Columns.TryGetValue(what, out string? head) ? row[head] : null;
        var entry = new EntryDraft(row.Line) { Id = Of("id"), From = Of("from"), To = Of("to"), Citation = Of("citation"), Note = Of("note") };
        entry.Name(row[mapping.Name], NameKind.Legal);
        foreach (var (columns, kind) in new[] { (mapping.Aliases, NameKind.Alias), (mapping.Weak, NameKind.WeakAlias), (mapping.Former, NameKind.Former) })
            foreach (var column in columns)
                foreach (string name in row[column.Column].Split(column.Separator)) entry.Name(name, kind);
        entry.Countries.Add(Of("country"));
        entry.Address(Of("address"));
        if (Of("program") is { } program) entry.Programs.AddRange(program.Split(';'));
        draft.Add(entry);
    }

    public void End(ListDraft draft)
    {
    }
}

/// <summary>Aliases in one cell.</summary>
internal static class Alias
{
    /// <summary>Without the "and" that joins the last of an enumeration: "A; and B".</summary>
    public static string Plain(string text)
    {
        string trimmed = text.Trim();
        return trimmed.StartsWith("and ", StringComparison.Ordinal) ? trimmed[4..].TrimStart() : trimmed;
    }
}
