using System.Globalization;
using System.Text.Json;
using Rubicon.Matching;
using Rubicon.Server.Answers;

namespace Rubicon.Server.Entities;

/// <summary>POST /match/{dataset}: parties by example, best first, each with its score and why.</summary>
internal static class MatchEndpoint
{
    public const int MostQueries = 100;

    private const int UsualLimit = 5, MostResults = 500, Largest = 8 * 1024 * 1024, Deepest = 16;
    private const double UsualThreshold = 0.7, UsualCutoff = 0.5;

    public static async Task<IResult> Post(string dataset, HttpContext context, ServedEntities entities)
    {
        var query = context.Request.Query;
        if (EntityFilter.Of(entities, dataset, query) is var (filter, wrong) && wrong is not null) return wrong;
        if (Options(query) is var (limit, threshold, cutoff, bad) && bad is not null) return bad;
        if (await Body.Read(context, Largest) is not { } body) return ScreeningAnswer.Error(StatusCodes.Status413PayloadTooLarge, $"Body over {Largest} bytes");
        if (ServedDay.Of(query, entities.Law) is not { } day) return ScreeningAnswer.Error(StatusCodes.Status400BadRequest, "as_of and known_at are days: YYYY-MM-DD");
        var queries = new List<(string Key, MatchQuery Query)>();
        try
        {
            using var json = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = Deepest });
            if (json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("queries", out var stated) || stated.ValueKind != JsonValueKind.Object) return ScreeningAnswer.Invalid("missing", "Field required", "body", "queries");
            if (Config(json.RootElement) is { } unknown) return unknown;
            foreach (var member in stated.EnumerateObject())
            {
                if (queries.Count == MostQueries) return ScreeningAnswer.Error(StatusCodes.Status400BadRequest, $"Too many queries in one batch (limit: {MostQueries})");
                var (one, refused) = MatchQuery.Of(member.Name, member.Value);
                if (one is null) return refused!;
                queries.Add((member.Name, one));
            }
        }
        catch (JsonException)
        {
            return ScreeningAnswer.Invalid("json_invalid", "JSON decode error", "body");
        }
        context.Response.Headers["x-batch-size"] = queries.Count.ToString(CultureInfo.InvariantCulture);
        var book = entities.On(day.AsOf, day.KnownAt);
        return ScreeningAnswer.Object(json =>
        {
            json.WriteStartObject("responses");
            foreach (var (key, one) in queries)
            {
                json.WriteStartObject(key);
                Write(json, entities, book, filter!, one, limit, threshold, cutoff);
                json.WriteEndObject();
            }
            json.WriteEndObject();
            json.WriteNumber("limit", limit);
        });
    }

    private static void Write(Utf8JsonWriter json, ServedEntities entities, EntityBook book, EntityFilter filter, MatchQuery query, int limit, double threshold, double cutoff)
    {
        var best = new Dictionary<string, (NameMatch Match, string Name)>(StringComparer.Ordinal);
        var identifiers = query.Stated();
        IReadOnlyList<string> names = query.Names() is { Count: > 0 } stated ? stated : identifiers.IsEmpty ? [] : [""];
        foreach (string name in names)
            foreach (var match in entities.Law.Data.Names.Find(new NameQuery(name, query.Country, identifiers), Math.Max(cutoff, MatchThreshold.Lowest)))
                if (!best.TryGetValue(match.Party.Key, out var known) || match.Score > known.Match.Score) best[match.Party.Key] = (match, name);
        var found = best.Values.Where(m => m.Match.Score > cutoff).Select(m => (m.Match, m.Name, Entity: book.Find(EntityBook.IdOf(m.Match.Party.Key))))
            .Where(m => m.Entity is not null && Schemata.Comparable(query.Schema, m.Entity.Schema) && filter.Lets(m.Entity))
            .OrderByDescending(m => m.Match.Score).ThenBy(m => m.Entity!.Id, StringComparer.Ordinal).ToList();
        json.WriteNumber("status", StatusCodes.Status200OK);
        ScreeningAnswer.Total(json, found.Count(m => Rounded(m.Match.Score) >= threshold));
        json.WriteStartObject("query");
        query.Write(json);
        json.WriteEndObject();
        json.WriteStartArray("results");
        foreach (var (match, name, entity) in found.Take(limit))
        {
            json.WriteStartObject();
            entity!.Write(json);
            json.WriteNumber("score", Rounded(match.Score));
            json.WriteBoolean("match", Rounded(match.Score) >= threshold);
            json.WriteStartObject("explanations");
            Explain(json, query, match, name);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Explain(Utf8JsonWriter json, MatchQuery query, NameMatch match, string name)
    {
        void One(string feature, string detail, double score, string? asked, string? candidate)
        {
            json.WriteStartObject(feature);
            json.WriteString("detail", detail);
            json.WriteNumber("score", Rounded(score));
            json.WriteString("query", asked);
            json.WriteString("candidate", candidate);
            json.WriteEndObject();
        }
        if (match.Name is { } compared) One("name_match", string.Join("; ", match.Reasons.Select(r => r.Text)), match.Identifier is null ? match.Score : 0, name, compared.Text);
        if (match.Identifier is { } identifier) One("identifier_match", $"the same {identifier.Scheme}", 1, identifier.Value, identifier.Value);
        if (query.Country is { } asked && match.Party.Country is { } country && !string.Equals(asked, country, StringComparison.OrdinalIgnoreCase)) One("country_mismatch", "different countries", 1, asked.ToLowerInvariant(), country.ToLowerInvariant());
    }

    private static (int Limit, double Threshold, double Cutoff, IResult? Wrong) Options(IQueryCollection query)
    {
        int limit = UsualLimit;
        double threshold = UsualThreshold, cutoff = UsualCutoff;
        if (query["limit"].FirstOrDefault() is { } l && (!int.TryParse(l, NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit > MostResults)) return (0, 0, 0, ScreeningAnswer.Invalid("int_parsing", $"Input should be a whole number from 0 to {MostResults}", "query", "limit"));
        foreach (string name in new[] { "threshold", "cutoff" })
        {
            if (query[name].FirstOrDefault() is not { } text) continue;
            if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) || value is not (>= 0 and <= 1)) return (0, 0, 0, ScreeningAnswer.Invalid("float_parsing", "Input should be a number from 0 to 1", "query", name));
            if (name == "threshold") threshold = value;
            else cutoff = value;
        }
        string algorithm = query["algorithm"].FirstOrDefault() ?? "best";
        if (!AlgorithmsEndpoint.IsKnown(algorithm)) return (0, 0, 0, ScreeningAnswer.Error(StatusCodes.Status400BadRequest, $"Unknown algorithm: {algorithm}"));
        return (limit, threshold, Math.Min(cutoff, threshold), null);
    }

    /// <summary>Settings of other matchers are taken and change nothing; a name that none of them has is an error, since a client would wait for what it does.</summary>
    private static IResult? Config(JsonElement root)
    {
        if (!root.TryGetProperty("config", out var config) || config.ValueKind != JsonValueKind.Object) return null;
        foreach (var member in config.EnumerateObject())
            if (!member.Name.StartsWith("nm_", StringComparison.Ordinal)) return ScreeningAnswer.Error(StatusCodes.Status400BadRequest, $"Unknown config: {member.Name}");
        return null;
    }

    private static double Rounded(double score) => Math.Round(score, 4);
}
