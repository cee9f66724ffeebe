using System.Text.Encodings.Web;
using System.Text.Json;
using Rubicon.Reports;
using Rubicon.Review;
using Rubicon.Storage;

namespace Rubicon.Server.Cases;

/// <summary>Cases and procedures as JSON.</summary>
internal static class CaseJson
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, NewLine = "\n" };

    public static IResult Object(Action<Utf8JsonWriter> write, int status = StatusCodes.Status200OK)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        return Results.Text(System.Text.Encoding.UTF8.GetString(buffer.ToArray()), "application/json; charset=utf-8", statusCode: status);
    }

    public static void Head(Utf8JsonWriter json, CaseHead head)
    {
        json.WriteString("id", head.Id);
        json.WriteString("number", head.Number);
        json.WriteString("procedure", head.Procedure);
        json.WriteString("title", head.Title);
        json.WriteString("opened", head.Created);
        json.WriteString("side", ReviewWords.Word(head.Side));
    }

    /// <summary>The whole case, as far as the side sees it.</summary>
    public static void Case(Utf8JsonWriter json, OpenCase open, IReadOnlyList<CaseMember> members, IReadOnlyList<CaseFile> files, DateOnly asOf, DateOnly knownAt)
    {
        Head(json, open.Head);
        json.WriteString("asOf", PlainText.Day(asOf));
        json.WriteString("knownAt", PlainText.Day(knownAt));
        var standing = open.Standing(asOf, knownAt);
        if (standing.State is { } state)
        {
            json.WriteStartObject("state");
            json.WriteString("id", state.Id);
            json.WriteString("title", state.Title);
            json.WriteBoolean("ends", state.Ends);
            if (state.Note is { } note) json.WriteString("note", note);
            json.WriteEndObject();
        }
        Array(json, "clocks", standing.Clocks, c => Clock(json, c, asOf));
        Array(json, "steps", standing.Steps, s => Possible(json, s));
        Array(json, "members", members, m =>
        {
            json.WriteString("organization", m.Organization);
            json.WriteString("name", m.Name);
            json.WriteString("side", ReviewWords.Word(m.Side));
        });
        Array(json, "events", open.Seen(), e =>
        {
            json.WriteNumber("number", e.Index + 1);
            CaseEventJson.Write(json, e.Event);
            if (open.Document(e.Index, files) is { } document) json.WriteString("document", document.Number);
        });
    }

    public static void Clock(Utf8JsonWriter json, RunningClock clock, DateOnly asOf)
    {
        json.WriteString("id", clock.Clock.Id);
        json.WriteString("title", clock.Clock.Title);
        json.WriteString("kind", ReviewWords.Word(clock.Clock.Kind));
        json.WriteString("for", ReviewWords.Word(clock.Clock.For));
        json.WriteString("state", ReviewWords.Word(clock.State));
        json.WriteString("started", PlainText.Day(clock.Started));
        if (clock.Due is { } due) json.WriteString("due", PlainText.Day(due));
        if (clock.DaysLeft(asOf) is { } left) json.WriteNumber("daysLeft", left);
        if (clock.Ended is { } ended) json.WriteString("ended", PlainText.Day(ended));
        json.WriteString("arithmetic", clock.Arithmetic);
        if (clock.Version is not { } version) return;
        json.WriteString("citation", version.Citation);
        json.WriteString("words", version.Count.Words);
        json.WriteBoolean("confirmed", version.Confirmed);
        if (version.Note is { } note) json.WriteString("note", note);
        json.WriteBoolean("extendable", clock.Clock.Extension is not null);
    }

    public static void Procedure(Utf8JsonWriter json, Procedure procedure, DateOnly asOf, DateOnly knownAt)
    {
        json.WriteString("id", procedure.Id);
        json.WriteString("title", procedure.Title);
        json.WriteString("citation", procedure.Citation);
        json.WriteStartObject("roles");
        foreach (var (role, name) in procedure.Roles.OrderBy(r => r.Key)) json.WriteString(ReviewWords.Word(role), name);
        json.WriteEndObject();
        Array(json, "states", procedure.States, s =>
        {
            json.WriteString("id", s.Id);
            json.WriteString("title", s.Title);
            json.WriteBoolean("ends", s.Ends);
        });
        Array(json, "steps", procedure.Steps.Where(s => s.VersionOn(asOf, knownAt) is not null), s =>
        {
            Step(json, s, s.VersionOn(asOf, knownAt)!);
            Texts(json, "from", s.From);
            if (s.To is { } to) json.WriteString("to", to);
        });
    }

    public static void Array<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Possible(Utf8JsonWriter json, PossibleStep possible)
    {
        Step(json, possible.Step, possible.Version);
        if (possible.From is { } from) json.WriteString("possibleFrom", PlainText.Day(from));
        if (possible.Why is { } why) json.WriteString("notYet", why);
    }

    private static void Step(Utf8JsonWriter json, ProcedureStep step, StepVersion version)
    {
        json.WriteString("id", step.Id);
        json.WriteString("title", step.Title);
        Texts(json, "by", step.By.Select(ReviewWords.Word));
        json.WriteBoolean("approval", step.Approved);
        if (step.Document is { } document) json.WriteString("document", document);
        json.WriteString("citation", version.Citation);
        if (version.Words is { } words) json.WriteString("words", words);
        if (version.Note is { } note) json.WriteString("note", note);
        Array(json, "statements", step.Needs, n =>
        {
            json.WriteString("id", n.Id);
            json.WriteString("title", n.Title);
            json.WriteBoolean("optional", n.Optional);
            if (!n.Choices.IsEmpty) Texts(json, "choices", n.Choices);
        });
    }

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
