using System.Globalization;
using Rubicon.Diagnostics;
using Rubicon.Parties;
using Rubicon.Reading.Lists.Formats;

namespace Rubicon.Reading.Lists.Xml;

/// <summary>OFAC's lists as XML: the SDN format, and the enhanced format of the Sanctions List Service.</summary>
internal sealed class OfacXml
{
    private int _stated = -1;
    private int _met;

    /// <summary>The SDN format; the file states how many records it holds.</summary>
    public XmlFormat Sdn => new("us-ofac/sdn", "OFAC SDN XML", ["sdnEntry"], ["publshInformation"], SdnEntry, (head, draft) =>
    {
        if (ListDraft.Day(head.Of("Publish_Date")) is { } day) draft.AsOf = day;
        if (int.TryParse(head.Of("Record_Count"), NumberStyles.None, CultureInfo.InvariantCulture, out int records)) _stated = records;
    }, draft =>
    {
        if (_stated >= 0 && _stated != _met) draft.Warn(ProblemCatalog.ListShorterThanStated, 0, string.Create(CultureInfo.InvariantCulture, $"{_met:N0} records in a file that states {_stated:N0}"));
    });

    /// <summary>The enhanced format. An entry may stand on several lists: it is that of the narrowest, for the consolidated list is all that are not SDN.</summary>
    public static XmlFormat Enhanced { get; } = new("us-ofac/sdn", "OFAC enhanced XML", ["entity"], ["publicationInfo", "referenceValues", "featureTypes"], EnhancedEntry, (head, draft) =>
    {
        if (head.Name != "publicationInfo") return;
        draft.AsOf = ListDraft.Day(head.Of("dataAsOf"));
        // Without a filter the file holds all lists together.
        if (ListPublication.Named(head.All("sanctionsList", "filters", "sanctionsLists").FirstOrDefault()?.Text) is { } list) draft.Publication = list;
    });

    private void SdnEntry(ListElement element, ListDraft draft)
    {
        _met++;
        var entry = new EntryDraft(element.Line) { Id = element.Of("uid"), Kind = ListedKinds.Of(element.Of("sdnType")), Note = element.Of("remarks") };
        entry.Name(Whole(element), NameKind.Legal);
        foreach (var aka in element.All("aka", "akaList")) entry.Name(Whole(aka), aka.Of("category") == "weak" ? NameKind.WeakAlias : aka.Of("type").StartsWith("f.k.a", StringComparison.Ordinal) ? NameKind.Former : NameKind.Alias);
        foreach (var program in element.All("program", "programList")) entry.Programs.Add(program.Text);
        foreach (var address in element.All("address", "addressList"))
        {
            entry.Address(address.Of("address1"), address.Of("address2"), address.Of("address3"), address.Of("city"), address.Of("stateOrProvince"), address.Of("postalCode"), address.Of("country"));
            entry.Countries.Add(address.Of("country"));
        }
        foreach (string list in new[] { "nationalityList", "citizenshipList" })
            foreach (var stated in element.At(list)?.Children ?? []) entry.Countries.Add(stated.Of("country"));
        foreach (var id in element.All("id", "idList")) ListedIdentifiers.Add(entry, id.Of("idType"), id.Of("idNumber"), id.Of("idCountry"));
        draft.Add(entry);
    }

    private static string Whole(ListElement element) => element.Of("firstName") is { Length: > 0 } first ? $"{element.Of("lastName")}, {first}" : element.Of("lastName");

    private static void EnhancedEntry(ListElement element, ListDraft draft)
    {
        var entry = new EntryDraft(element.Line) { Id = element["id"], Kind = ListedKinds.Of(element.Of("generalInfo", "entityType")), Note = element.Of("generalInfo", "remarks") };
        var lists = element.All("sanctionsList", "sanctionsLists").ToList();
        var list = lists.Find(l => ListPublication.Named(l.Text) is { Id: not "us-ofac/consolidated" }) ?? lists.FirstOrDefault();
        entry.List = list?.Text;
        entry.From = list?["datePublished"];
        foreach (var name in element.All("name", "names"))
        {
            var kind = name.Of("isPrimary") == "true" ? NameKind.Legal : name.Of("isLowQuality") == "true" ? NameKind.WeakAlias : name.Of("aliasType").StartsWith("F.K.A", StringComparison.Ordinal) ? NameKind.Former : NameKind.Alias;
            foreach (var translation in name.All("translation", "translations"))
                // The primary name in another script is another name of the entry.
                entry.Name(translation.Of("formattedFullName"), kind == NameKind.Legal && translation.Of("isPrimary") != "true" ? NameKind.Alias : kind);
        }
        foreach (var program in element.All("sanctionsProgram", "sanctionsPrograms")) entry.Programs.Add(program.Text);
        foreach (var address in element.All("address", "addresses"))
        {
            entry.Countries.Add(address.Of("country"));
            var parts = address.All("translation", "translations").SelectMany(t => t.All("addressPart", "addressParts")).Select(p => p.Of("value")).ToList();
            if (parts.Count > 0) entry.Address([.. parts, address.Of("country")]);
        }
        foreach (var feature in element.All("feature", "features"))
        {
            string type = feature.Of("type");
            if (type.StartsWith("Nationality", StringComparison.Ordinal) || type.StartsWith("Citizenship", StringComparison.Ordinal)) entry.Countries.Add(feature.Of("value"));
        }
        foreach (var document in element.All("identityDocument", "identityDocuments"))
            if (document.Of("isValid") != "false") ListedIdentifiers.Add(entry, document.Of("type"), document.Of("documentNumber"), document.Of("issuingCountry"));
        draft.Add(entry);
    }
}
