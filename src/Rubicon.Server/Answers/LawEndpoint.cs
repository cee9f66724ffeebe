using System.Text.Json;
using Rubicon.Answering.Guidance;
using Rubicon.Diagnostics;
using Rubicon.Reports;
using Rubicon.Rules.Evaluation;
using Rubicon.Rules.Law;

namespace Rubicon.Server.Answers;

/// <summary>GET /api/v1/law, /api/v1/law/{id} and /api/v1/guide: the law on a day.</summary>
internal static class LawEndpoint
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, NewLine = "\n" };

    public static IResult List(HttpContext context, ServedLaw law) => With(context, law, (json, asOf, knownAt) =>
    {
        json.WriteStartArray("packs");
        foreach (var pack in law.Data.Law.Packs)
        {
            json.WriteStartObject();
            json.WriteString("id", pack.Id);
            json.WriteString("title", pack.Title);
            json.WriteString("maintainedAsOf", PlainText.Day(pack.MaintainedAsOf));
            json.WriteBoolean("stale", pack.MaintainedAsOf < asOf);
            json.WriteString("digest", pack.Digest);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("provisions");
        foreach (var provision in law.Data.Law.Provisions) Write(json, provision, asOf, knownAt);
        json.WriteEndArray();
        return true;
    });

    public static IResult Show(string id, HttpContext context, ServedLaw law) => With(context, law, (json, asOf, knownAt) =>
    {
        if (law.Data.Law.FindProvision(id) is not { } provision) return false;
        json.WriteStartArray("provisions");
        Write(json, provision, asOf, knownAt);
        json.WriteEndArray();
        json.WriteStartArray("versions");
        foreach (var version in provision.Versions)
        {
            json.WriteStartObject();
            json.WriteString("from", PlainText.Day(version.Effective.From));
            if (version.Effective.EndAsKnown(knownAt) is { } to) json.WriteString("to", PlainText.Day(to));
            json.WriteString("known", PlainText.Day(version.Effective.Known));
            json.WriteString("status", ReportWords.Word(version.Status));
            json.WriteString("effect", Outcomes.Word(version.Effect));
            json.WriteStartArray("words");
            foreach (string words in version.Parts.SelectMany(p => p.Walk()).Select(c => c.Quotation.Words).OfType<string>().Distinct(StringComparer.Ordinal)) json.WriteStringValue(words);
            json.WriteEndArray();
            json.WriteStartArray("sources");
            foreach (var source in version.Sources) json.WriteStringValue(source.Title);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        return true;
    });

    public static IResult Guide(HttpContext context, ServedLaw law)
    {
        var problems = new List<Problem>();
        var asked = Asked.Of(context.Request, problems);
        if (asked.Actor is null) problems.Add(new Problem(ProblemCatalog.BadQuery, new SourceLocation("actor"), "no actor", "capacities with commas: usf-recipient,broadband-provider"));
        if (problems.Count > 0) return ProblemAnswer.Of(StatusCodes.Status400BadRequest, problems);
        var asOf = asked.AsOf ?? law.Today;
        var guide = Rubicon.Screening.Guide.Of(law.Data.Law, asked.Actor!, asOf, asked.KnownAt ?? asOf);
        return Results.Text(GuideJson.Of(guide, asked.Actor!, law.Data.Law), "application/json; charset=utf-8");
    }

    private static IResult With(HttpContext context, ServedLaw law, Func<Utf8JsonWriter, DateOnly, DateOnly, bool> write)
    {
        var problems = new List<Problem>();
        var asked = Asked.Of(context.Request, problems);
        if (problems.Count > 0) return ProblemAnswer.Of(StatusCodes.Status400BadRequest, problems);
        var asOf = asked.AsOf ?? law.Today;
        var knownAt = asked.KnownAt ?? asOf;
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            json.WriteString("asOf", PlainText.Day(asOf));
            json.WriteString("knownAt", PlainText.Day(knownAt));
            if (!write(json, asOf, knownAt)) return ProblemAnswer.Of(StatusCodes.Status404NotFound, ProblemCatalog.NotThere, "nothing under this address");
            json.WriteEndObject();
        }
        return Results.Bytes(buffer.ToArray(), "application/json; charset=utf-8");
    }

    private static void Write(Utf8JsonWriter json, Provision provision, DateOnly asOf, DateOnly knownAt)
    {
        var version = provision.VersionOn(asOf, knownAt);
        json.WriteStartObject();
        json.WriteString("id", provision.Id);
        json.WriteString("pack", provision.PackId);
        json.WriteString("title", provision.Title);
        json.WriteString("citation", version?.Citation ?? provision.Citation);
        json.WriteString("state", version is null ? "not-in-force" : version.Decides ? Outcomes.Word(version.Effect) : ReportWords.Word(version.Status));
        if (version is not null) json.WriteString("from", PlainText.Day(version.Effective.From));
        if (version?.Effective.EndAsKnown(knownAt) is { } to) json.WriteString("to", PlainText.Day(to));
        json.WriteEndObject();
    }
}
