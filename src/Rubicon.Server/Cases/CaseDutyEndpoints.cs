using System.Globalization;
using System.Text.Json;
using Rubicon.Reports;
using Rubicon.Review;
using Rubicon.Server.Answers;
using Rubicon.Server.Security;
using Rubicon.Storage;

namespace Rubicon.Server.Cases;

/// <summary>/api/v1/cases/{id}/duties: what a mitigation agreement asks for, again and again, and what was reported about it.</summary>
internal static class CaseDutyEndpoints
{
    private const int LongestText = 2000;
    private const int MostMonths = 120;

    public static IResult List(string id, HttpContext context, ServedLaw law, Store store) => CaseEndpoints.On(context, law, (asOf, _) =>
    {
        if (CaseEndpoints.Find(id, context, law, store) is not { } open || open.Head.Side == ReviewRole.Consulted) return RecordEndpoints.Missing();
        var reports = store.Cases.Duties.Reports(id);
        return CaseJson.Object(json => CaseJson.Array(json, "duties", store.Cases.Duties.Of(id), duty =>
        {
            json.WriteString("id", duty.Id);
            json.WriteString("text", duty.Text);
            if (duty.EveryMonths > 0) json.WriteNumber("everyMonths", duty.EveryMonths);
            if (duty.Until is { } until) json.WriteString("until", PlainText.Day(until));
            CaseJson.Array(json, "days", duty.Standing([.. reports.Where(r => r.Duty == duty.Id).Select(r => (r.Due, r.Done))], asOf), day =>
            {
                json.WriteString("due", PlainText.Day(day.Due));
                json.WriteString("state", day.State switch { DutyState.Ahead => "ahead", DutyState.Done => "done", DutyState.DoneLate => "done-late", _ => "overdue" });
                if (day.Done is { } done) json.WriteString("done", PlainText.Day(done));
            });
        }));
    });

    /// <summary>Adds a duty: {"text", "first", "everyMonths"?, "until"?}. Only the side that runs the case, and only to an agreement that was made.</summary>
    public static async Task<IResult> Add(string id, HttpContext context, ServedLaw law, Store store)
    {
        if (CaseEndpoints.Find(id, context, law, store) is not { } open) return RecordEndpoints.Missing();
        if (!open.IsAgency) return CaseSteps.OnlyAgency.Answer;
        if (await Body.Read(context, 16 * 1024) is not { } body) return Body.TooLarge(16 * 1024);
        try
        {
            using var json = JsonDocument.Parse(body);
            string text = json.RootElement.GetProperty("text").GetString() ?? "";
            int months = json.RootElement.TryGetProperty("everyMonths", out var every) ? every.GetInt32() : 0;
            DateOnly? until = json.RootElement.TryGetProperty("until", out var last) ? Day(last) : null;
            var first = Day(json.RootElement.GetProperty("first"));
            if (!Fits(text, first, months, until)) return Wrong();
            var duty = await store.Cases.Duties.Add(Access.AuthorOf(context), id, text, first, months, until);
            return CaseJson.Object(answer => answer.WriteString("id", duty.Id), StatusCodes.Status201Created);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return Wrong();
        }
    }

    /// <summary>Reports a due day as done: {"due", "done", "evidence"}.</summary>
    public static async Task<IResult> Report(string id, string duty, HttpContext context, ServedLaw law, Store store)
    {
        if (CaseEndpoints.Find(id, context, law, store) is not { } open || open.Head.Side == ReviewRole.Consulted) return RecordEndpoints.Missing();
        if (await Body.Read(context, 16 * 1024) is not { } body) return Body.TooLarge(16 * 1024);
        try
        {
            using var json = JsonDocument.Parse(body);
            var (due, done) = (Day(json.RootElement.GetProperty("due")), Day(json.RootElement.GetProperty("done")));
            string evidence = json.RootElement.GetProperty("evidence").GetString() ?? "";
            var kept = store.Cases.Duties.Of(id).FirstOrDefault(d => d.Id == duty);
            if (kept is null) return RecordEndpoints.Missing();
            if (!Fits(kept, due, done, evidence, law.Today)) return Wrong();
            await store.Cases.Duties.Report(Access.AuthorOf(context), id, new DutyReport(duty, due, done, evidence));
            return Results.NoContent();
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return Wrong();
        }
    }

    /// <summary>True when a duty can be kept as it is stated.</summary>
    public static bool Fits(string text, DateOnly first, int months, DateOnly? until) => !string.IsNullOrWhiteSpace(text) && text.Length <= LongestText && months is >= 0 and <= MostMonths && !(until < first);

    /// <summary>True when a report is of a due day of the duty, with evidence, and not of the future.</summary>
    public static bool Fits(MitigationDuty duty, DateOnly due, DateOnly done, string evidence, DateOnly today) =>
        !string.IsNullOrWhiteSpace(evidence) && evidence.Length <= LongestText && done <= today && duty.DueDays(due).Contains(due);

    public static string Expected => $"text of 1 to {LongestText} characters, days as YYYY-MM-DD, everyMonths from 0 to {MostMonths}, a due day of the duty, done up to today, evidence";

    private static DateOnly Day(JsonElement value) => DateOnly.ParseExact(value.GetString() ?? "", "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static IResult Wrong() => CaseEndpoints.Unprocessable([CaseEndpoints.Bad("a duty or report that is not understood", Expected)]);
}
