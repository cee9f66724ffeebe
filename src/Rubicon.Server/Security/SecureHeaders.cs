namespace Rubicon.Server.Security;

/// <summary>Headers of every answer: nothing runs, nothing is framed, nothing is fetched from elsewhere, nothing is kept in a shared cache.</summary>
internal static class SecureHeaders
{
    /// <summary>No script at all; styles and forms only from the server itself.</summary>
    public const string Policy = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static void Add(IApplicationBuilder app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers.CacheControl = "no-store";
        return next(context);
    });
}
