using System.Text.Json;
using Rubicon.Diagnostics;
using Rubicon.Server.Cases;
using Rubicon.Server.Security;
using Rubicon.Storage;

namespace Rubicon.Server.Answers;

/// <summary>POST /api/v1/organizations: an organization of its own, with its first administrator's token. Nothing of one is found by another.</summary>
internal static class OrganizationEndpoints
{
    private const int LongestName = 200;

    public static async Task<IResult> Post(HttpContext context, Store store)
    {
        // Whoever runs the server makes organizations; their administrators look after their own.
        if (store.Tokens.FirstOrganization != Access.TokenOf(context).Organization)
            return ProblemAnswer.Of(StatusCodes.Status403Forbidden, ProblemCatalog.RoleMayNot, "an administrator of another organization", "an administrator of the organization that runs the server");
        if (await Body.Read(context, 4096) is not { } body) return Body.TooLarge(4096);
        string? name = null;
        try
        {
            using var json = JsonDocument.Parse(body);
            name = json.RootElement.GetProperty("name").GetString();
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            // A body that states no name is answered below like an empty one.
        }
        if (string.IsNullOrWhiteSpace(name) || name.Length > LongestName) return ProblemAnswer.Of(StatusCodes.Status422UnprocessableEntity, ProblemCatalog.BadQuery, "no name", $"{{\"name\": \"...\"}} of 1 to {LongestName} characters");
        var (token, secret) = await store.Tokens.Found(name, "first administrator");
        return CaseJson.Object(json =>
        {
            json.WriteString("organization", token.Organization);
            json.WriteString("name", name);
            json.WriteString("token", secret);
        }, StatusCodes.Status201Created);
    }
}
