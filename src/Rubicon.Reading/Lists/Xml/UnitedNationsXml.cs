using Rubicon.Parties;

namespace Rubicon.Reading.Lists.Xml;

/// <summary>The consolidated list of the United Nations Security Council. Aliases of quality "Low" are weak.</summary>
internal static class UnitedNationsXml
{
    private static readonly string[] NameParts = ["FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME"];

    public static XmlFormat Format { get; } = new("un-sc/consolidated", "United Nations XML", ["INDIVIDUAL", "ENTITY"], [], Entry, (root, draft) => draft.AsOf = ListDraft.Day(root["dateGenerated"]));

    private static void Entry(ListElement element, ListDraft draft)
    {
        bool person = element.Name == "INDIVIDUAL";
        string prefix = element.Name;
        var entry = new EntryDraft(element.Line)
        {
            Id = element.Of("REFERENCE_NUMBER") is { Length: > 0 } reference ? reference : element.Of("DATAID"),
            Kind = person ? ListedKind.Person : ListedKind.Organization,
            From = element.Of("LISTED_ON"),
            Citation = element.Of("REFERENCE_NUMBER"),
            Note = element.Of("COMMENTS1"),
        };
        entry.Name(string.Join(" ", NameParts.Select(n => element.Of(n)).Where(n => n.Length > 0)), NameKind.Legal);
        entry.Name(element.Of("NAME_ORIGINAL_SCRIPT"), NameKind.Alias);
        foreach (var alias in element.All(prefix + "_ALIAS")) entry.Name(alias.Of("ALIAS_NAME"), Kind(alias.Of("QUALITY")));
        if (element.Of("UN_LIST_TYPE") is { Length: > 0 } list) entry.Programs.Add(list);
        foreach (var address in element.All(prefix + "_ADDRESS"))
        {
            entry.Address(address.Of("STREET"), address.Of("CITY"), address.Of("STATE_PROVINCE"), address.Of("ZIP_CODE"), address.Of("COUNTRY"));
            if (!person) entry.Countries.Add(address.Of("COUNTRY"));
        }
        foreach (var nationality in element.All("VALUE", "NATIONALITY")) entry.Countries.Add(nationality.Text);
        if (person) entry.Countries.AddRange(element.All(prefix + "_ADDRESS").Select(a => a.Of("COUNTRY")));
        draft.Add(entry);
    }

    private static NameKind Kind(string quality) => quality switch
    {
        "Low" => NameKind.WeakAlias,
        "f.k.a." => NameKind.Former,
        _ => NameKind.Alias,
    };
}
