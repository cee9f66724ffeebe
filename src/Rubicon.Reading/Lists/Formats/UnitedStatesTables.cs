using Rubicon.Parties;

namespace Rubicon.Reading.Lists.Formats;

/// <summary>
/// The Consolidated Screening List as CSV. Several values stand in a cell, divided by semicolons; the last part of an address is its country, and an identifier
/// is written "CN, 9111…, Unified Social Credit Code (USCC)".
/// </summary>
internal sealed class CslTable : ITableFormat
{
    public void Read(TableRow row, ListDraft draft)
    {
        var entry = new EntryDraft(row.Line)
        {
            Id = row["_id"],
            List = row["source"],
            From = row["start_date"],
            To = row["end_date"],
            Citation = row["federal_register_notice"],
            Kind = ListedKinds.Of(row["type"]),
            Note = string.Join(" ", new[] { row["license_requirement"], row["license_policy"], row["remarks"] }.Where(t => t.Length > 0)),
        };
        if (row["standard_order"] == "N") entry.List = "us-bis/denied-persons-non-standard";
        entry.Name(row["name"], NameKind.Legal);
        foreach (string alias in row["alt_names"].Split(';')) entry.Name(Alias.Plain(alias), NameKind.Alias);
        foreach (string address in row["addresses"].Split(';'))
        {
            entry.Address(address);
            entry.Countries.Add(address[(address.LastIndexOf(',') + 1)..].Trim());
        }
        entry.Countries.AddRange(row["nationalities"].Split(';'));
        entry.Countries.AddRange(row["citizenships"].Split(';'));
        entry.Programs.AddRange(row["programs"].Split(';'));
        foreach (string id in row["ids"].Split(';')) Identifier(entry, [.. id.Split(',').Select(p => p.Trim())]);
        draft.Add(entry);
    }

    public void End(ListDraft draft)
    {
    }

    private static void Identifier(EntryDraft entry, string[] parts)
    {
        if (parts.Length < 2) return;
        bool hasCountry = parts.Length > 2 && parts[0].Length == 2;
        ListedIdentifiers.Add(entry, parts[^1], string.Join(", ", parts[(hasCountry ? 1 : 0)..^1]), hasCountry ? parts[0] : null);
    }
}

/// <summary>
/// The Denied Persons List, tab separated as the Bureau of Industry and Security publishes it. It has no ids; the latest day of a change is that of its state.
/// </summary>
internal sealed class DeniedTable : ITableFormat
{
    public void Read(TableRow row, ListDraft draft)
    {
        var entry = new EntryDraft(row.Line)
        {
            From = row["Effective_Date"],
            To = row["Expiration_Date"],
            Citation = row["FR_Citation"],
            List = row["Standard_Order"] == "N" ? "us-bis/denied-persons-non-standard" : "us-bis/denied-persons",
            Note = row["Action"],
        };
        entry.Name(row["Name"], NameKind.Legal);
        entry.Address(row["Street_Address"], row["City"], row["State"], row["Postal_Code"], row["Country"]);
        entry.Countries.Add(row["Country"]);
        draft.Changed(ListDraft.Day(row["Last_Update"]));
        draft.Add(entry);
    }

    public void End(ListDraft draft)
    {
    }
}

/// <summary>The FCC's Covered List as a table of two columns: the covered equipment or services in words, and the day of inclusion.</summary>
internal sealed class FccTable : ITableFormat
{
    public void Read(TableRow row, ListDraft draft) => CoveredEquipment.Add(draft, row.Line, row["covered_equipment_or_services"], row["date_of_inclusion_on_covered_list"]);

    public void End(ListDraft draft)
    {
    }
}
