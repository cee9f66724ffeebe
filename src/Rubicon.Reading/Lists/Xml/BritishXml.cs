using System.Globalization;
using Rubicon.Parties;
using Rubicon.Reading.Lists.Formats;

namespace Rubicon.Reading.Lists.Xml;

/// <summary>The British lists as XML: the UK Sanctions List, one element an entry, and the consolidated list, one element a name.</summary>
internal static class BritishXml
{
    private static readonly string[] TargetNames = ["name1", "name2", "name3", "name4", "name5", "Name6"];
    private static readonly string[] DesignationNames = ["Name1", "Name2", "Name3", "Name4", "Name5", "Name6"];

    public static XmlFormat SanctionsList { get; } = new("uk/sanctions-list", "UK Sanctions List, XML", ["Designation"], ["DateGenerated"], Designation, (head, draft) =>
    {
        if (head.Name == "DateGenerated") draft.AsOf = ListDraft.DayFirst(head.Text);
    });

    /// <summary>The consolidated list; names of one group are joined.</summary>
    public static XmlFormat ConList()
    {
        var groups = new Dictionary<string, (EntryDraft Entry, int Rows)>(StringComparer.Ordinal);
        var order = new List<string>();
        return new("uk/conlist", "UK consolidated list, XML", ["FinancialSanctionsTarget"], [], (element, draft) =>
        {
            string id = element.Of("GroupID");
            string name = string.Join(" ", TargetNames.Select(n => element.Of(n)).Where(n => n.Length > 0));
            if (id.Length == 0 || name.Length == 0)
            {
                draft.Refuse(element.Line, id.Length == 0 ? "a target without GroupID" : "an entry without a name");
                return;
            }
            if (!groups.TryGetValue(id, out var known))
            {
                known = (new EntryDraft(element.Line) { Id = id, Kind = ListedKinds.Of(element.Of("GroupTypeDescription")), From = Iso(element.Of("DateListed")), Note = element.Of("OtherInformation") }, 0);
                order.Add(id);
            }
            var kind = BritishTable.NameKindOf(element.Of("AliasTypeName"), element.Of("AliasQuality"));
            if (kind == NameKind.Legal) known.Entry.Names.Insert(0, new ListedName(name, kind, ListDraft.DayFirst(element.Of("DateListed"))));
            else known.Entry.Name(name, kind, ListDraft.DayFirst(element.Of("DateListed")));
            known.Entry.Name(element.Of("NameNonLatinScript"), NameKind.Alias);
            known.Entry.Programs.Add(element.Of("RegimeName"));
            known.Entry.Countries.Add(element.Of("Country"));
            draft.Changed(ListDraft.DayFirst(element.Of("LastUpdated")));
            groups[id] = (known.Entry, known.Rows + 1);
        }, (_, _) => { }, draft =>
        {
            foreach (string id in order) draft.Add(groups[id].Entry, groups[id].Rows);
        });
    }

    private static void Designation(ListElement element, ListDraft draft)
    {
        var entry = new EntryDraft(element.Line)
        {
            Id = element.Of("UniqueID"),
            Kind = ListedKinds.Of(element.Of("IndividualEntityShip")),
            From = Iso(element.Of("DateDesignated")),
            Note = element.Of("OtherInformation"),
        };
        foreach (var name in element.All("Name", "Names"))
        {
            string whole = string.Join(" ", DesignationNames.Select(n => name.Of(n)).Where(n => n.Length > 0));
            var kind = BritishTable.NameKindOf(name.Of("NameType"), name.Of("AliasStrength"));
            if (kind == NameKind.Legal) entry.Names.Insert(0, new ListedName(whole, kind));
            else entry.Name(whole, kind);
        }
        foreach (var name in element.All("NonLatinName", "NonLatinNames")) entry.Name(name.Of("NameNonLatinScript"), NameKind.Alias);
        entry.Programs.Add(element.Of("RegimeName"));
        foreach (var address in element.All("Address", "Addresses"))
        {
            entry.Address([.. Enumerable.Range(1, 6).Select(i => address.Of(string.Create(CultureInfo.InvariantCulture, $"AddressLine{i}"))), address.Of("AddressPostalCode"), address.Of("AddressCountry")]);
            entry.Countries.Add(address.Of("AddressCountry"));
        }
        foreach (var number in element.All("BusinessRegistrationNumber", "EntityDetails", "BusinessRegistrationNumbers"))
            ListedIdentifiers.Add(entry, "Business registration", number.Text, entry.Countries.Find(c => c is { Length: > 0 }));
        draft.Changed(ListDraft.DayFirst(element.Of("LastUpdated")));
        draft.Add(entry);
    }

    private static string? Iso(string text) => ListDraft.DayFirst(text)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
