using System.Globalization;
using Rubicon.Diagnostics;

namespace Rubicon.Server.Answers;

/// <summary>Bodies read whole, up to a limit.</summary>
internal static class Body
{
    /// <summary>The body; null when it is larger than the limit, of which at most that much was read.</summary>
    public static async Task<byte[]?> Read(HttpContext context, int limit)
    {
        if (context.Request.ContentLength > limit) return null;
        using var copy = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = await context.Request.Body.ReadAsync(buffer, context.RequestAborted)) > 0;)
        {
            if (copy.Length + read > limit) return null;
            copy.Write(buffer, 0, read);
        }
        return copy.ToArray();
    }

    public static IResult TooLarge(int limit) =>
        ProblemAnswer.Of(StatusCodes.Status413PayloadTooLarge, ProblemCatalog.BodyTooLarge, "a larger body", string.Create(CultureInfo.InvariantCulture, $"at most {limit:N0} bytes"));
}
