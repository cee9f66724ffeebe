using System.Text.Json;
using System.Text.RegularExpressions;
using Rubicon.Parties;

namespace Rubicon.Reading.Lists.Formats;

/// <summary>
/// Entities as JSON objects, in the words of the Consolidated Screening List, of FollowTheMoney, and of plain exports. In FollowTheMoney the days of a listing
/// stand in an object of their own (schema Sanction), and addresses, papers and relations are objects too: they are joined to their entity, or counted as parts.
/// </summary>
internal sealed partial class JsonEntities(ListDraft draft)
{
    private static readonly string[] Aliases = ["aliases", "altNames", "alt_names", "alias"];
    private static readonly string[] FormerNames = ["formerNames", "previousName"];
    private static readonly string[] Countries = ["country", "jurisdiction", "mainCountry", "nationalities", "nationality", "citizenships", "citizenship", "addresses"];

    /// <summary>Schemas of FollowTheMoney that are a party of their own; what is under another is part of a party or links two.</summary>
    private static readonly HashSet<string> PartySchemas = new(StringComparer.Ordinal)
    {
        "Person", "Organization", "Company", "LegalEntity", "PublicBody", "Vessel", "Airplane", "Thing",
    };

    private readonly List<EntryDraft> _entries = [];
    private readonly List<(string Entity, string? From, string? To, string? Program)> _sanctions = [];

    /// <summary>Reads one object.</summary>
    public void Read(JsonElement entity, int line)
    {
        bool ftm = entity.TryGetProperty("schema", out var schema) && schema.ValueKind == JsonValueKind.String && entity.TryGetProperty("properties", out _);
        var from = entity.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object ? properties : entity;
        if (ftm)
        {
            draft.Format = "FollowTheMoney, JSON Lines";
            if (!PartySchemas.Contains(schema.GetString()!))
            {
                if (schema.GetString() == "Sanction" && First(from, "entity") is { } of)
                    _sanctions.Add((of, First(from, "listingDate") ?? First(from, "startDate"), First(from, "endDate"), First(from, "program")));
                draft.Join();
                return;
            }
        }
        var entry = new EntryDraft(line)
        {
            Id = First(entity, "id") ?? First(entity, "_id"),
            List = First(entity, "source") ?? Texts(entity, "datasets").Find(d => ListPublication.Named(d) is not null),
            Kind = ListedKinds.Of(ftm ? schema.GetString() : First(from, "type")),
            From = First(from, "effective_date") ?? First(from, "start_date") ?? First(from, "listingDate"),
            To = First(from, "end_date"),
            Citation = First(from, "federal_register") ?? First(from, "federal_register_notice"),
            Note = First(from, "notes") ?? First(from, "remarks"),
        };
        if (First(from, "standard_order") == "N") entry.List = "us-bis/denied-persons-non-standard";
        foreach (string name in Texts(from, "name")) entry.Name(name, NameKind.Legal);
        foreach (string name in Texts(from, "caption")) entry.Name(name, NameKind.Legal);
        foreach (string key in Aliases)
            foreach (string name in Texts(from, key)) entry.Name(Alias.Plain(name), NameKind.Alias);
        foreach (string key in FormerNames)
            foreach (string name in Texts(from, key)) entry.Name(name, NameKind.Former);
        foreach (string name in Texts(from, "weakAlias")) entry.Name(name, NameKind.WeakAlias);
        foreach (string key in Countries) entry.Countries.AddRange(key == "addresses" ? Objects(from, key).Select(a => First(a, "country")) : Texts(from, key).Select(c => c.Length == 2 ? c.ToUpperInvariant() : c));
        foreach (string address in Texts(from, "address")) entry.Address(address);
        foreach (var address in Objects(from, "addresses"))
            entry.Address(First(address, "address") ?? First(address, "line1"), First(address, "line2"), First(address, "city"), First(address, "state"), First(address, "postal_code") ?? First(address, "postalCode"), First(address, "country"));
        entry.Programs.AddRange(Texts(from, "programs"));
        Identifiers(entry, from);
        Notes(entry);
        _entries.Add(entry);
    }

    /// <summary>Adds the entries, each with what other objects say of it.</summary>
    public void End()
    {
        var sanctions = _sanctions.ToLookup(s => s.Entity, StringComparer.Ordinal);
        foreach (var entry in _entries)
        {
            if (entry.Id is { } id && sanctions[id].ToList() is { Count: > 0 } own)
            {
                entry.From ??= own.Select(s => ListDraft.Day(s.From)).OfType<DateOnly>().Order().Cast<DateOnly?>().FirstOrDefault()?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
                // Listed as long as one of its listings has not ended.
                if (entry.To is null && own.TrueForAll(s => ListDraft.Day(s.To) is not null))
                    entry.To = own.Max(s => ListDraft.Day(s.To))!.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
                entry.Programs.AddRange(own.Select(s => s.Program).OfType<string>());
            }
            draft.Add(entry);
        }
    }

    private static void Identifiers(EntryDraft entry, JsonElement from)
    {
        foreach (var id in Objects(from, "ids")) ListedIdentifiers.Add(entry, First(id, "type"), First(id, "number"), First(id, "country"));
        foreach (string lei in Texts(from, "leiCode")) ListedIdentifiers.Add(entry, "LEI", lei, null);
        foreach (string uscc in Texts(from, "uscCode")) ListedIdentifiers.Add(entry, "Unified Social Credit Code", uscc, null);
        foreach (string tax in Texts(from, "taxNumber").Concat(Texts(from, "innCode"))) ListedIdentifiers.Add(entry, "Tax ID No.", tax, null);
        foreach (string number in Texts(from, "registrationNumber")) ListedIdentifiers.Add(entry, "Registration Number", number, entry.Countries.Find(c => c is { Length: > 0 }));
    }

    /// <summary>Exports that have no member for them put the last day, the kind of a denial order and the social credit code into their notes.</summary>
    private void Notes(EntryDraft entry)
    {
        if (entry.Note is not { } note) return;
        if (entry.To is null && Expires().Match(note) is { Success: true } expires) entry.To = expires.Groups[1].Value;
        if (entry.List is null && draft.Publication.Id == "us-bis/denied-persons" && note.Contains("denial: Non-Standard", StringComparison.OrdinalIgnoreCase)) entry.List = "us-bis/denied-persons-non-standard";
        foreach (Match code in SocialCredit().Matches(note)) ListedIdentifiers.Add(entry, "Unified Social Credit Code", code.Groups[1].Value, null);
    }

    private static IEnumerable<JsonElement> Objects(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.Object) : [];

    /// <summary>The first text or number of that member, or null.</summary>
    public static string? First(JsonElement element, string name) => Texts(element, name).FirstOrDefault();

    private static List<string> Texts(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out var value)) return [];
        return value.ValueKind switch
        {
            JsonValueKind.String => [value.GetString()!],
            JsonValueKind.Number => [value.GetRawText()],
            JsonValueKind.Array => [.. value.EnumerateArray().Where(v => v.ValueKind is JsonValueKind.String or JsonValueKind.Number).Select(v => v.ValueKind == JsonValueKind.String ? v.GetString()! : v.GetRawText())],
            _ => [],
        };
    }

    [GeneratedRegex(@"\bExpires: (\d{4}-\d{2}-\d{2})", RegexOptions.CultureInvariant)]
    private static partial Regex Expires();

    [GeneratedRegex(@"\bUSCC: ([0-9A-Z]{18})\b", RegexOptions.CultureInvariant)]
    private static partial Regex SocialCredit();
}
