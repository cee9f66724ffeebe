using System.Collections.Immutable;
using System.Text.Json;
using Rubicon.Matching.Identifiers;
using Rubicon.Parties;
using Rubicon.Screening;

namespace Rubicon.Server.Entities;

/// <summary>One example to match: what it is and what it states, cleaned.</summary>
/// <param name="Id">Its id as sent, or null.</param>
/// <param name="Schema">What it is.</param>
/// <param name="Properties">Its statements, cleaned: countries as codes, days as days.</param>
internal sealed record MatchQuery(string? Id, string Schema, SortedDictionary<string, ImmutableArray<string>> Properties)
{
    private const int MostNames = 20;

    private static readonly string[] NameProperties = ["name", "alias", "previousName", "weakAlias"], CountryProperties = ["country", "jurisdiction", "mainCountry", "nationality", "citizenship"];

    private static readonly (string Property, string Scheme)[] Identifiers = [("leiCode", "lei"), ("uscCode", "uscc"), ("uniqueEntityId", "uei"), ("cageCode", "cage"), ("dunsCode", "duns"), ("taxNumber", "tax")];

    /// <summary>Reads one; else the answer that says what is wrong.</summary>
    public static (MatchQuery? Query, IResult? Wrong) Of(string key, JsonElement example)
    {
        if (example.ValueKind != JsonValueKind.Object) return (null, ScreeningAnswer.Invalid("model_type", "Input should be an object", "body", "queries", key));
        if (!example.TryGetProperty("schema", out var stated) || stated.ValueKind != JsonValueKind.String) return (null, ScreeningAnswer.Invalid("missing", "Field required", "body", "queries", key, "schema"));
        string schema = stated.GetString()!;
        if (Schemata.Find(schema) is not { } found) return (null, ScreeningAnswer.Error(StatusCodes.Status400BadRequest, $"No such schema: {schema}"));
        if (!found.Matchable) return (null, ScreeningAnswer.Error(StatusCodes.Status400BadRequest, $"Schema cannot be matched: {schema}"));
        var properties = new SortedDictionary<string, ImmutableArray<string>>(StringComparer.Ordinal);
        if (example.TryGetProperty("properties", out var members) && members.ValueKind == JsonValueKind.Object)
            foreach (var member in members.EnumerateObject())
            {
                if (Schemata.TypeOf(schema, member.Name) is not { } type) continue;
                var values = Texts(member.Value).Select(v => Cleaned(type, v)).OfType<string>().Distinct(StringComparer.Ordinal).ToImmutableArray();
                if (!values.IsEmpty) properties[member.Name] = values;
            }
        return (new MatchQuery(example.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String ? id.GetString() : null, schema, properties), null);
    }

    /// <summary>Names to look for; built of their parts when none is stated.</summary>
    public IReadOnlyList<string> Names()
    {
        var names = NameProperties.SelectMany(p => Of(p)).ToList();
        if (names.Count == 0 && (Of("firstName").Concat(Of("middleName")).Concat(Of("lastName")).ToList() is { Count: > 0 } parts)) names.Add(string.Join(' ', parts));
        return [.. names.Distinct(StringComparer.Ordinal).Take(MostNames)];
    }

    public string? Country => CountryProperties.SelectMany(p => Of(p)).FirstOrDefault()?.ToUpperInvariant();

    public ImmutableArray<PartyIdentifier> Stated()
    {
        var source = new StatementSource("query", null, Confidence.Known);
        var stated = Identifiers.SelectMany(i => Of(i.Property).Select(v => new PartyIdentifier(i.Scheme, Identifier.Canonical(v), source))).ToList();
        if (Country is { } country) stated.AddRange(Of("registrationNumber").Select(v => new PartyIdentifier($"registry:{country.ToLowerInvariant()}", Identifier.Canonical(v), source)));
        return [.. stated];
    }

    public ImmutableArray<string> Of(string property) => Properties.GetValueOrDefault(property, []);

    public void Write(Utf8JsonWriter json)
    {
        json.WriteString("id", Id);
        json.WriteString("schema", Schema);
        json.WriteStartObject("properties");
        foreach (var (name, values) in Properties) Entity.Texts(json, name, values);
        json.WriteEndObject();
    }

    private static IEnumerable<string> Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Number => [value.GetRawText()],
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Texts),
        _ => [],
    };

    /// <summary>A value in the form in which it is compared; null when it says nothing of its type.</summary>
    private static string? Cleaned(string type, string value)
    {
        value = string.Join(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (value.Length == 0) return null;
        return type switch
        {
            "country" => CountryWords.Find(value)?.ToLowerInvariant() ?? (value.Length == 2 && value.All(char.IsAsciiLetter) ? value.ToLowerInvariant() : null),
            "date" => Date(value),
            "gender" => value.ToLowerInvariant() is "male" or "m" ? "male" : value.ToLowerInvariant() is "female" or "f" ? "female" : null,
            "entity" => null,
            _ => value,
        };
    }

    /// <summary>A year, a month or a day.</summary>
    private static string? Date(string value) =>
        value.Length is 4 or 7 or >= 10 && value[..4].All(char.IsAsciiDigit) && (value.Length < 7 || value[4] == '-') ? value[..Math.Min(10, value.Length)] : null;
}
