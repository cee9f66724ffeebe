using System.Globalization;
using System.Text.Json;

namespace Rubicon.Server.Entities;

/// <summary>GET /search/{dataset}: entities by words, with facets, sort and pages.</summary>
internal static class SearchEndpoint
{
    private const int UsualLimit = 10, MostResults = 500, LastOffset = 9499;

    private static readonly (string Name, string Label)[] Facets = [("countries", "Countries"), ("topics", "Topics"), ("datasets", "Data sources"), ("schema", "Schemas"), ("identifiers", "Identifiers"), ("genders", "Genders")];

    public static IResult Get(string dataset, HttpContext context, ServedEntities entities)
    {
        var query = context.Request.Query;
        if (EntityFilter.Of(entities, dataset, query) is var (filter, wrong) && wrong is not null) return wrong;
        if (ServedDay.Of(query, entities.Law) is not { } day) return ScreeningAnswer.Error(StatusCodes.Status400BadRequest, "as_of and known_at are days: YYYY-MM-DD");
        int limit = UsualLimit, offset = 0;
        if (query["limit"].FirstOrDefault() is { } l && (!int.TryParse(l, NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit > MostResults)) return ScreeningAnswer.Invalid("int_parsing", $"Input should be a whole number from 0 to {MostResults}", "query", "limit");
        if (query["offset"].FirstOrDefault() is { } o && (!int.TryParse(o, NumberStyles.None, CultureInfo.InvariantCulture, out offset) || offset > LastOffset)) return ScreeningAnswer.Invalid("int_parsing", $"Input should be a whole number from 0 to {LastOffset}", "query", "offset");
        string schema = query["schema"].FirstOrDefault() ?? "Thing";
        if (Schemata.Find(schema) is null) return ScreeningAnswer.Error(StatusCodes.Status400BadRequest, $"No such schema: {schema}");
        if (SearchWords.Of(query["q"].FirstOrDefault() ?? "", query["simple"].FirstOrDefault() is "true" or "1", query["fuzzy"].FirstOrDefault() is "true" or "1") is not { } words) return ScreeningAnswer.Error(StatusCodes.Status400BadRequest, "Query is not well formed: a quote or parenthesis is not closed");
        var book = entities.On(day.AsOf, day.KnownAt);
        string[] countries = [.. query["countries"].OfType<string>()], datasets = [.. query["datasets"].OfType<string>()], filters = [.. query["filter"].OfType<string>()];
        var found = book.Ordered.Where(e => Schemata.IsA(e.Schema, schema) && filter!.Lets(e)
                && (countries.Length == 0 || e.Of("country").Any(countries.Contains)) && (datasets.Length == 0 || datasets.Any(d => entities.IsIn(e, d)))
                && filters.All(f => Holds(e, f)))
            .Select(e => (Entity: e, Score: words.Score(e))).Where(f => f.Score > 0).ToList();
        found = [.. Sorted(found, [.. query["sort"].OfType<string>()])];
        string[] facets = query.ContainsKey("facets") ? [.. query["facets"].OfType<string>()] : ["countries", "topics", "datasets"];
        return ScreeningAnswer.Object(json =>
        {
            json.WriteStartArray("results");
            foreach (var (entity, _) in found.Skip(offset).Take(limit))
            {
                json.WriteStartObject();
                entity.Write(json);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteStartObject("facets");
            foreach (var (name, label) in Facets.Where(f => facets.Contains(f.Name))) Facet(json, entities, name, label, found.Select(f => f.Entity));
            json.WriteEndObject();
            ScreeningAnswer.Total(json, found.Count);
            json.WriteNumber("limit", limit);
            json.WriteNumber("offset", offset);
        });
    }

    private static bool Holds(Entity entity, string filter)
    {
        int at = filter.IndexOf(':', StringComparison.Ordinal);
        if (at <= 0) return false;
        string field = filter[..at], value = filter[(at + 1)..];
        return Values(entity, field.StartsWith("properties.", StringComparison.Ordinal) ? field["properties.".Length..] : field).Any(v => string.Equals(v, value, StringComparison.OrdinalIgnoreCase));
    }

    private static IEnumerable<(Entity Entity, double Score)> Sorted(List<(Entity Entity, double Score)> found, string[] sort)
    {
        var ordered = found.OrderBy(_ => 0);
        foreach (string by in sort)
        {
            bool descending = by.EndsWith(":desc", StringComparison.Ordinal);
            string field = by.Split(':')[0] is var f && f.StartsWith("properties.", StringComparison.Ordinal) ? f["properties.".Length..] : by.Split(':')[0];
            string Key((Entity Entity, double Score) e) => field switch { "first_seen" => Entity.Instant(e.Entity.FirstSeen), "last_change" => Entity.Instant(e.Entity.LastChange), "last_seen" => Entity.Instant(e.Entity.LastSeen), _ => Values(e.Entity, field).FirstOrDefault() ?? "" };
            ordered = descending ? ordered.ThenByDescending(Key, StringComparer.Ordinal) : ordered.ThenBy(Key, StringComparer.Ordinal);
        }
        return ordered.ThenByDescending(f => f.Score).ThenBy(f => f.Entity.Id, StringComparer.Ordinal);
    }

    private static IEnumerable<string> Values(Entity entity, string field) => field switch
    {
        "countries" or "country" => entity.Of("country"),
        "datasets" => entity.Datasets,
        "schema" => [entity.Schema],
        "caption" => [entity.Caption],
        "identifiers" => entity.Properties.Where(p => Schemata.TypeOf(entity.Schema, p.Key) == "identifier" && p.Key != "programId").SelectMany(p => p.Value),
        "genders" => [],
        _ => entity.Of(field),
    };

    private static void Facet(Utf8JsonWriter json, ServedEntities entities, string name, string label, IEnumerable<Entity> found)
    {
        json.WriteStartObject(name);
        json.WriteString("label", label);
        json.WriteStartArray("values");
        foreach (var group in found.SelectMany(e => Values(e, name).Distinct()).GroupBy(v => v, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Take(300))
        {
            json.WriteStartObject();
            json.WriteString("name", group.Key);
            json.WriteString("label", name == "datasets" ? entities.Datasets.FirstOrDefault(d => d.Name == group.Key)?.Title ?? group.Key : name == "countries" ? group.Key.ToUpperInvariant() : group.Key);
            json.WriteNumber("count", group.Count());
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
