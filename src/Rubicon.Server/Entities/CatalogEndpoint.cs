using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Rubicon.Server.Entities;

/// <summary>GET /catalog (and /manifest): the lists as datasets, with version, day and number of entities.</summary>
internal static class CatalogEndpoint
{
    public static IResult Get(HttpContext context, ServedEntities entities)
    {
        var book = entities.On(entities.Law.Today, entities.Law.Today);
        string tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', entities.Datasets.Select(d => d.Name + d.Version)) + entities.Law.Today.ToString("O", CultureInfo.InvariantCulture)))[..16])}\"";
        context.Response.Headers.ETag = tag;
        context.Response.Headers.CacheControl = "max-age=300";
        if (context.Request.Headers.IfNoneMatch.Any(t => t == tag)) return Results.StatusCode(StatusCodes.Status304NotModified);
        return ScreeningAnswer.Object(json =>
        {
            json.WriteStartArray("datasets");
            foreach (var dataset in entities.Datasets)
            {
                json.WriteStartObject();
                json.WriteString("name", dataset.Name);
                json.WriteString("title", dataset.Title);
                json.WriteString("version", dataset.Version);
                json.WriteString("index_version", dataset.Version);
                json.WriteBoolean("index_current", true);
                json.WriteBoolean("load", true);
                json.WriteNull("entities_url");
                json.WriteNull("delta_url");
                json.WriteString("last_change", Entity.Instant(dataset.LastChange));
                json.WriteNumber("entity_count", book.Ordered.Count(e => entities.IsIn(e, dataset.Name)));
                Entity.Texts(json, "children", dataset.Children);
                json.WriteStartArray("resources");
                json.WriteEndArray();
                json.WriteEndObject();
            }
            json.WriteEndArray();
            Entity.Texts(json, "current", entities.Datasets.Select(d => d.Name));
            Entity.Texts(json, "outdated", []);
            json.WriteBoolean("index_stale", false);
        });
    }
}
