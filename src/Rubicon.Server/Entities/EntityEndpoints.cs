using System.Globalization;
using System.Text.Json;

namespace Rubicon.Server.Entities;

/// <summary>GET /entities/{id} and what stands beside it.</summary>
internal static class EntityEndpoints
{
    private const int UsualLimit = 10, MostResults = 500;

    public static IResult Get(string id, HttpContext context, ServedEntities entities) => With(id, context, entities, "", (book, entity) =>
        ScreeningAnswer.Object(json => entity.Write(json, context.Request.Query["nested"].FirstOrDefault() is null or "true" or "True" or "1" ? nested => Nested(nested, book, id) : null)));

    public static IResult Adjacent(string id, HttpContext context, ServedEntities entities) => With(id, context, entities, "/adjacent", (book, entity) => Paged(context, (limit, offset) =>
        ScreeningAnswer.Object(json =>
        {
            json.WriteStartObject("entity");
            entity.Write(json);
            json.WriteEndObject();
            json.WriteStartObject("adjacent");
            foreach (var group in book.Links(id).GroupBy(l => l.Property, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
            {
                json.WriteStartObject(group.Key);
                Page(json, book, [.. group], limit, offset);
                json.WriteEndObject();
            }
            json.WriteEndObject();
        })));

    public static IResult AdjacentOf(string id, string property, HttpContext context, ServedEntities entities) => With(id, context, entities, $"/adjacent/{property}", (book, entity) => Paged(context, (limit, offset) =>
        property is "sanctions" or "ownershipAsset" or "ownershipOwner" or "predecessors" or "successors" or "unknownLinkTo" or "unknownLinkFrom"
            ? ScreeningAnswer.Object(json => Page(json, book, [.. book.Links(id).Where(l => l.Property == property)], limit, offset))
            : ScreeningAnswer.Error(StatusCodes.Status404NotFound, "Property is not an entity")));

    private static IResult With(string id, HttpContext context, ServedEntities entities, string rest, Func<EntityBook, Entity, IResult> answer)
    {
        if (ServedDay.Of(context.Request.Query, entities.Law) is not { } day) return ScreeningAnswer.Error(StatusCodes.Status400BadRequest, "as_of and known_at are days: YYYY-MM-DD");
        var book = entities.On(day.AsOf, day.KnownAt);
        if (book.Find(id) is { } entity) return answer(book, entity);
        if (book.Canonical(id) is not { } canonical) return ScreeningAnswer.Error(StatusCodes.Status404NotFound, "No such entity!");
        context.Response.Headers.Location = $"/entities/{Uri.EscapeDataString(canonical)}{rest}{context.Request.QueryString}";
        return Results.StatusCode(StatusCodes.Status308PermanentRedirect);
    }

    private static IResult Paged(HttpContext context, Func<int, int, IResult> answer)
    {
        int limit = UsualLimit, offset = 0;
        foreach (string name in new[] { "limit", "offset" })
        {
            if (context.Request.Query[name].FirstOrDefault() is not { } text) continue;
            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) || (name == "limit" && value > MostResults)) return ScreeningAnswer.Invalid("int_parsing", "Input should be a whole number", "query", name);
            (limit, offset) = name == "limit" ? (value, offset) : (limit, value);
        }
        return answer(limit, offset);
    }

    private static void Nested(Utf8JsonWriter json, EntityBook book, string id)
    {
        foreach (var group in book.Links(id).GroupBy(l => l.Property, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            json.WriteStartArray(group.Key);
            foreach (var link in group) Write(json, book, link);
            json.WriteEndArray();
        }
    }

    private static void Page(Utf8JsonWriter json, EntityBook book, IReadOnlyList<Link> links, int limit, int offset)
    {
        json.WriteStartArray("results");
        foreach (var link in links.Skip(offset).Take(limit)) Write(json, book, link);
        json.WriteEndArray();
        ScreeningAnswer.Total(json, links.Count);
        json.WriteNumber("limit", limit);
        json.WriteNumber("offset", offset);
    }

    private static void Write(Utf8JsonWriter json, EntityBook book, Link link)
    {
        json.WriteStartObject();
        json.WriteString("id", link.Id);
        json.WriteString("schema", link.Schema);
        json.WriteStartObject("properties");
        foreach (var (name, values) in link.Properties)
        {
            if (link.Other is { } other && other.Property == name && book.Find(other.Id) is { } entity)
            {
                json.WriteStartArray(name);
                json.WriteStartObject();
                entity.Write(json);
                json.WriteEndObject();
                json.WriteEndArray();
            }
            else Entity.Texts(json, name, values);
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
