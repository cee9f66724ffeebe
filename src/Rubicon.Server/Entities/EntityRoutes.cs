using Rubicon.Storage;

namespace Rubicon.Server.Entities;

/// <summary>
/// The screening API that existing clients speak. Its answers hold published lists alone and it keeps nothing, so it needs no token on this machine; from elsewhere, directly or
/// through a proxy, it does (Bearer or ApiKey).
/// </summary>
internal static class EntityRoutes
{
    public static void Map(WebApplication app)
    {
        Guard(app.MapPost("/match/{dataset}", MatchEndpoint.Post));
        Guard(app.MapGet("/search/{dataset}", SearchEndpoint.Get));
        Guard(app.MapGet("/entities/{id}", EntityEndpoints.Get));
        Guard(app.MapGet("/entities/{id}/adjacent", EntityEndpoints.Adjacent));
        Guard(app.MapGet("/entities/{id}/adjacent/{property}", EntityEndpoints.AdjacentOf));
        Guard(app.MapGet("/catalog", CatalogEndpoint.Get));
        Guard(app.MapGet("/manifest", CatalogEndpoint.Get));
        Guard(app.MapGet("/algorithms", AlgorithmsEndpoint.Get));
    }

    private static void Guard(RouteHandlerBuilder route) => route.AddEndpointFilter(async (call, following) =>
    {
        var services = call.HttpContext.RequestServices;
        var headers = call.HttpContext.Request.Headers;
        bool elsewhere = services.GetRequiredService<ServerOptions>().Remote || headers.ContainsKey("X-Forwarded-For") || headers.ContainsKey("Forwarded") || headers.ContainsKey("X-Forwarded-Proto");
        if (!elsewhere || Secret(headers.Authorization.ToString()) is { } secret && services.GetRequiredService<Store>().Tokens.Of(secret, services.GetRequiredService<TimeProvider>().GetUtcNow()) is not null) return await following(call);
        call.HttpContext.Response.Headers.WWWAuthenticate = "Bearer realm=\"rubicon\"";
        return ScreeningAnswer.Error(StatusCodes.Status401Unauthorized, "An access token is needed");
    });

    private static string? Secret(string header) =>
        header.Split(' ', 2, StringSplitOptions.TrimEntries) is [var scheme, { Length: > 0 } secret] && (scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase) || scheme.Equals("ApiKey", StringComparison.OrdinalIgnoreCase)) ? secret : null;
}
