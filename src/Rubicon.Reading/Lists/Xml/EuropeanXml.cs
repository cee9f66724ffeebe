using System.Globalization;
using Rubicon.Parties;
using Rubicon.Reading.Lists.Formats;

namespace Rubicon.Reading.Lists.Xml;

/// <summary>The consolidated financial sanctions file of the European Union (FSF). Each name has the day of the regulation that brought it; one that is not "strong" is weak.</summary>
internal static class EuropeanXml
{
    public static XmlFormat Format { get; } = new("eu/fsf", "EU FSF XML", ["sanctionEntity"], [], Entry, (root, draft) => draft.AsOf = ListDraft.Day(root["generationDate"]));

    private static void Entry(ListElement element, ListDraft draft)
    {
        var entry = new EntryDraft(element.Line)
        {
            Id = element["euReferenceNumber"] is { Length: > 0 } reference ? reference : element["logicalId"],
            Kind = ListedKinds.Of(element.At("subjectType")?["code"]),
            Note = element.Of("remark"),
        };
        var days = new List<DateOnly>();
        if (ListDraft.Day(element["designationDate"]) is { } designated) days.Add(designated);
        foreach (var regulation in element.All("regulation"))
        {
            entry.Programs.Add(regulation["programme"]);
            entry.Citation ??= regulation["numberTitle"] is { Length: > 0 } title ? title : null;
        }
        bool first = true;
        foreach (var name in element.All("nameAlias"))
        {
            string whole = name["wholeName"];
            if (whole.Length == 0) whole = string.Join(" ", new[] { name["firstName"], name["middleName"], name["lastName"] }.Where(n => n.Length > 0));
            var day = ListDraft.Day(name.At("regulationSummary")?["publicationDate"]);
            bool strong = name["strong"] != "false";
            entry.Name(whole, !strong ? NameKind.WeakAlias : first ? NameKind.Legal : NameKind.Alias, day);
            first &= !strong || whole.Length == 0;
            if (day is { } named) days.Add(named);
        }
        // Where no day of designation is stated, the first regulation that brought one of its names is the earliest known.
        if (days.Count > 0) entry.From = (ListDraft.Day(element["designationDate"]) ?? days.Min()).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        foreach (var address in element.All("address"))
        {
            entry.Address(address["street"], address["poBox"], address["zipCode"], address["city"], address["region"], address["countryDescription"]);
            entry.Countries.Add(address["countryIso2Code"]);
        }
        foreach (var citizenship in element.All("citizenship")) entry.Countries.Add(citizenship["countryIso2Code"]);
        foreach (var id in element.All("identification")) ListedIdentifiers.Add(entry, id["identificationTypeCode"], id["number"], id["countryIso2Code"]);
        draft.Add(entry);
    }
}
