using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Rubicon.Diagnostics;
using Rubicon.Server.Answers;
using Rubicon.Storage;

namespace Rubicon.Server.Security;

/// <summary>
/// A write under /api/ that is sent again with the same Idempotency-Key is done once and gets its first answer again. The key is written in the transaction of the write, so that
/// no power cut parts them. `decide` keeps its keys with its decisions.
/// </summary>
internal sealed class Once(RequestDelegate next, Store store)
{
    public const string Header = "Idempotency-Key";

    private const int LongestKey = 255, LargestAnswer = 1024 * 1024;

    private static readonly string[] Kept = ["Location", "ETag"];

    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        bool writes = request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) && (HttpMethods.IsPost(request.Method) || HttpMethods.IsPut(request.Method) || HttpMethods.IsDelete(request.Method));
        if (!writes || request.Headers[Header].FirstOrDefault() is not { } key || request.Path == "/api/v1/decide")
        {
            await next(context);
            return;
        }
        if (key.Length is 0 or > LongestKey)
        {
            await ProblemAnswer.Write(context, StatusCodes.Status400BadRequest, ProblemCatalog.BadQuery, $"an idempotency key of {key.Length} characters; expected 1 to {LongestKey}");
            return;
        }
        var author = Access.AuthorOf(context);
        byte[] digest = await Digest(request, context.RequestAborted);
        if (store.Once.Find(author.Organization, key) is { } before)
        {
            await Again(context, before, digest);
            return;
        }
        var scope = OnceKeys.Begin(author, key, digest);
        var body = context.Response.Body;
        using var answer = new MemoryStream();
        context.Response.Body = answer;
        try
        {
            await next(context);
        }
        catch (KeyTakenException)
        {
            context.Response.Body = body;
            await (store.Once.Find(author.Organization, key) is { } first ? Again(context, first, digest) : Used(context));
            return;
        }
        finally
        {
            context.Response.Body = body;
        }
        if (scope.IsWritten && context.Response.StatusCode < 300 && answer.Length <= LargestAnswer) await store.Once.Keep(author, key, Pack(context.Response, answer.ToArray()));
        answer.Position = 0;
        await answer.CopyToAsync(body, context.RequestAborted);
    }

    private static async Task Again(HttpContext context, OnceAnswer before, byte[] digest)
    {
        if (!before.Request.AsSpan().SequenceEqual(digest))
        {
            await Used(context);
            return;
        }
        if (before.Answer is not { } packed)
        {
            await ProblemAnswer.Write(context, StatusCodes.Status409Conflict, ProblemCatalog.AnswerLost, "a request that was done before");
            return;
        }
        int head = BinaryPrimitives.ReadInt32LittleEndian(packed);
        var kept = JsonSerializer.Deserialize<Dictionary<string, string>>(packed.AsSpan(4, head))!;
        context.Response.StatusCode = int.Parse(kept["status"], System.Globalization.CultureInfo.InvariantCulture);
        if (kept.TryGetValue("type", out string? type)) context.Response.ContentType = type;
        foreach (string name in Kept)
            if (kept.TryGetValue(name, out string? value)) context.Response.Headers[name] = value;
        await context.Response.Body.WriteAsync(packed.AsMemory(4 + head), context.RequestAborted);
    }

    private static Task Used(HttpContext context) => ProblemAnswer.Write(context, StatusCodes.Status409Conflict, ProblemCatalog.KeyUsed, Quote.Text(context.Request.Headers[Header].ToString()));

    private static byte[] Pack(HttpResponse response, byte[] body)
    {
        var kept = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["status"] = response.StatusCode.ToString(System.Globalization.CultureInfo.InvariantCulture) };
        if (response.ContentType is { } type) kept["type"] = type;
        foreach (string name in Kept)
            if (response.Headers[name].FirstOrDefault() is { } value) kept[name] = value;
        byte[] head = JsonSerializer.SerializeToUtf8Bytes(kept), length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, head.Length);
        return [.. length, .. head, .. body];
    }

    /// <summary>What is asked for: method, address and body. The body is kept beside for whoever reads it next.</summary>
    private static async Task<byte[]> Digest(HttpRequest request, CancellationToken stop)
    {
        request.EnableBuffering();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString}\n"));
        byte[] buffer = new byte[64 * 1024];
        for (int read; (read = await request.Body.ReadAsync(buffer, stop)) > 0;) hash.AppendData(buffer, 0, read);
        request.Body.Position = 0;
        return hash.GetHashAndReset();
    }
}
