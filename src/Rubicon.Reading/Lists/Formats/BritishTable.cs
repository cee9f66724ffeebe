using Rubicon.Parties;

namespace Rubicon.Reading.Lists.Formats;

/// <summary>Heads of the columns in which the two British lists differ.</summary>
internal sealed record BritishColumns(
    string Id, string NameType, string Strength, string NonLatin, string Regime, string Listed, string Kind, string Address, string PostCode, string Country, string Note, string Updated)
{
    /// <summary>The consolidated list of financial sanctions targets (until January 2026).</summary>
    public static readonly BritishColumns ConList = new("Group ID", "Alias Type", "Alias Quality", "Name Non-Latin Script", "Regime", "Listed On", "Group Type", "Address", "Post/Zip Code",
        "Country", "Other Information", "Last Updated");

    /// <summary>The UK Sanctions List.</summary>
    public static readonly BritishColumns SanctionsList = new("Unique ID", "Name type", "Alias strength", "Name non-latin script", "Regime Name", "Date Designated", "Designation Type", "Address Line",
        "Address Postal Code", "Address Country", "Other Information", "Last Updated");
}

/// <summary>
/// A British list as CSV: an entry stands in as many rows as it has names, days of birth and addresses together; its rows share an id. "Name 6" is the family
/// name, or the name of a body.
/// </summary>
internal sealed class BritishTable(BritishColumns columns) : ITableFormat
{
    private readonly Dictionary<string, (EntryDraft Entry, int Rows)> _entries = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];

    public void Read(TableRow row, ListDraft draft)
    {
        string id = row[columns.Id];
        string name = string.Join(" ", row.Run("Name", 1, 5).Append(row["Name 6"]).Where(n => n.Length > 0));
        if (id.Length == 0 || name.Length == 0)
        {
            draft.Refuse(row.Line, id.Length == 0 ? $"a row without {columns.Id}" : "an entry without a name");
            return;
        }
        if (!_entries.TryGetValue(id, out var known))
        {
            known = (new EntryDraft(row.Line) { Id = id, Kind = ListedKinds.Of(row[columns.Kind]), Note = row[columns.Note] }, 0);
            _order.Add(id);
        }
        var entry = known.Entry;
        var day = ListDraft.DayFirst(row[columns.Listed]);
        string? from = day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        // Names of one entry are listed together; the earliest day is that of the entry.
        if (from is not null && (entry.From is null || string.CompareOrdinal(from, entry.From) < 0)) entry.From = from;
        var kind = NameKindOf(row[columns.NameType], row[columns.Strength]);
        if (kind == NameKind.Legal && !entry.Names.Exists(n => n.Kind == NameKind.Legal)) entry.Names.Insert(0, new ListedName(name, kind, day));
        else entry.Name(name, kind, day);
        entry.Name(row[columns.NonLatin], NameKind.Alias, day);
        entry.Address([.. row.Run(columns.Address, 1, 6), row[columns.PostCode], row[columns.Country]]);
        entry.Countries.Add(Bare(row[columns.Country]));
        entry.Countries.Add(Bare(row["Nationality"]));
        if (row[columns.Regime] is { Length: > 0 } regime && !entry.Programs.Contains(regime, StringComparer.Ordinal)) entry.Programs.Add(regime);
        ListedIdentifiers.Add(entry, "Business registration", row["Business registration number (s)"], row[columns.Country]);
        ListedIdentifiers.Add(entry, "IMO number", row["IMO number"], null);
        draft.Changed(ListDraft.DayFirst(row[columns.Updated]));
        _entries[id] = (entry, known.Rows + 1);
    }

    public void End(ListDraft draft)
    {
        foreach (string id in _order)
        {
            var (entry, rows) = _entries[id];
            draft.Add(entry, rows);
        }
    }

    /// <summary>"Prime Alias" and "Primary name" are the name; an alias is weak where the list calls it low or weak.</summary>
    public static NameKind NameKindOf(string type, string strength) =>
        strength.Contains("low", StringComparison.OrdinalIgnoreCase) || strength.Contains("weak", StringComparison.OrdinalIgnoreCase) ? NameKind.WeakAlias
        : type.Contains("prim", StringComparison.OrdinalIgnoreCase) ? NameKind.Legal
        : type.Equals("FKA", StringComparison.OrdinalIgnoreCase) ? NameKind.Former : NameKind.Alias;

    /// <summary>Without what is added in brackets, or a number before it: "Pakistan (location as at May 2008)", "(1) Iran. (2) Iraq."</summary>
    private static string Bare(string country)
    {
        string text = country.StartsWith("(1)", StringComparison.Ordinal) ? country[3..] : country;
        int end = text.AsSpan().IndexOfAny('(', '.');
        return (end > 0 ? text[..end] : text).Trim();
    }
}
