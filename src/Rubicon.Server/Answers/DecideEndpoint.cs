using System.Diagnostics.Metrics;
using System.Security.Cryptography;
using Rubicon.Answering;
using Rubicon.Diagnostics;
using Rubicon.Reading.Requests;
using Rubicon.Reports;
using Rubicon.Rules.Evaluation;
using Rubicon.Server.Figures;
using Rubicon.Server.Security;
using Rubicon.Storage;

namespace Rubicon.Server.Answers;

/// <summary>POST /api/v1/decide: the report of `rubicon decide - -o json`, byte for byte, recorded before it is sent.</summary>
internal static class DecideEndpoint
{
    private const int LongestKey = 255;

    private static readonly Counter<long> Decided = FigureBook.Own.CreateCounter<long>("rubicon.decisions", description: "Decisions recorded, by outcome.");

    public static async Task<IResult> Post(HttpContext context, ServedLaw law, Store store)
    {
        var problems = new List<Problem>();
        var asked = Asked.Of(context.Request, problems);
        if (problems.Count > 0) return ProblemAnswer.Of(StatusCodes.Status400BadRequest, problems);
        string? key = context.Request.Headers["Idempotency-Key"].FirstOrDefault();
        if (key is { Length: 0 or > LongestKey }) return ProblemAnswer.Of(StatusCodes.Status400BadRequest, ProblemCatalog.BadQuery, $"an idempotency key of {key.Length} characters", $"1 to {LongestKey} characters");
        if (await Body.Read(context, RequestFile.LargestRequest) is not { } json) return Body.TooLarge(RequestFile.LargestRequest);
        var (decided, report) = Decide(law, asked, json, problems);
        if (decided is null) return ProblemAnswer.Of(StatusCodes.Status422UnprocessableEntity, problems);
        var entry = new DecisionEntry(decided.Decision.Title, Outcomes.Word(decided.Decision.Outcome), PlainText.Day(decided.Head.AsOf), PlainText.Day(decided.Head.KnownAt), json, report);
        if (await store.Decisions.Record(Access.AuthorOf(context), entry, key) is not { } recorded)
            return ProblemAnswer.Of(StatusCodes.Status409Conflict, ProblemCatalog.KeyUsed, Quote.Text(key!));
        Decided.Add(1, new KeyValuePair<string, object?>("outcome", entry.Outcome));
        context.Response.Headers["Rubicon-Decision"] = recorded.Id;
        context.Response.Headers.Location = $"/api/v1/decisions/{recorded.Id}";
        context.Response.Headers.ETag = $"\"{Convert.ToHexStringLower(SHA256.HashData(recorded.Report))}\"";
        return Results.Bytes(recorded.Report, "application/json; charset=utf-8");
    }

    /// <summary>Decides as the command line does; the name of the request in places is that of standard input.</summary>
    public static (DecidedRequest? Decided, byte[] Report) Decide(ServedLaw law, Asked asked, byte[] json, List<Problem> problems)
    {
        // The states of lists are those of the day asked from outside, as on the command line.
        var (asOf, knownAt) = (asked.AsOf ?? law.Today, asked.KnownAt ?? asked.AsOf ?? law.Today);
        var decided = DecidedRequest.Of(law.Loaded, law.DataOn(asOf, knownAt), new AskedOfRequest("-", law.Today, asked.AsOf, asked.KnownAt, asked.Actor) { Lists = law.Lists(asOf, knownAt) }, json, problems);
        using var report = new MemoryStream();
        decided?.Write(new JsonReport(report));
        return (decided, report.ToArray());
    }
}
