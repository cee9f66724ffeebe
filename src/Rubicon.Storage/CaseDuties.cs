using System.Globalization;
using Rubicon.Review;
using Rubicon.Storage.Log;

namespace Rubicon.Storage;

/// <summary>That a due day of a duty was done.</summary>
/// <param name="Duty">Id of the duty.</param>
/// <param name="Due">The due day.</param>
/// <param name="Done">When it was done.</param>
/// <param name="Evidence">What shows it.</param>
public sealed record DutyReport(string Duty, DateOnly Due, DateOnly Done, string Evidence);

/// <summary>Duties of mitigation agreements, and what was reported about them. Neither is changed afterward.</summary>
public sealed class CaseDuties
{
    private readonly Store _store;

    internal CaseDuties(Store store) => _store = store;

    /// <summary>Adds a duty; its id is given to it.</summary>
    public Task<MitigationDuty> Add(Author author, string caseId, string text, DateOnly first, int everyMonths, DateOnly? until) => _store.Write(t =>
    {
        var duty = new MitigationDuty(Ids.New('m'), text, first, everyMonths, until);
        t.Insert(AuditedTable.CaseDuties, author, "mitigation duty added", duty.Id, caseId, author.Token, LogEvent.Instant(t.Now), text, Day(first), everyMonths.ToString(CultureInfo.InvariantCulture), until is { } last ? Day(last) : null);
        return duty;
    });

    /// <summary>Reports that a due day was done; false when the case has no such duty.</summary>
    public Task<bool> Report(Author author, string caseId, DutyReport report) => _store.Write(t =>
    {
        if (t.First("SELECT id FROM case_duties WHERE id = @id AND case_id = @case", r => r.GetString(0), ("id", report.Duty), ("case", caseId)) is null) return false;
        t.Insert(AuditedTable.DutyReports, author, "mitigation duty reported", Ids.New('r'), report.Duty, author.Token, LogEvent.Instant(t.Now), Day(report.Due), Day(report.Done), report.Evidence);
        return true;
    });

    /// <summary>The duties of a case, by first due day.</summary>
    public IReadOnlyList<MitigationDuty> Of(string caseId) =>
        _store.Rows("SELECT id, title, first_due, every_months, until FROM case_duties WHERE case_id = @case ORDER BY first_due, id",
            r => new MitigationDuty(r.GetString(0), r.GetString(1), Day(r.GetString(2)), int.Parse(r.GetString(3), CultureInfo.InvariantCulture), r.IsDBNull(4) ? null : Day(r.GetString(4))), ("case", caseId));

    /// <summary>What was reported in a case, in the order in which it came.</summary>
    public IReadOnlyList<DutyReport> Reports(string caseId) =>
        _store.Rows("SELECT p.duty, p.due, p.done, p.evidence FROM duty_reports p JOIN case_duties d ON d.id = p.duty WHERE d.case_id = @case ORDER BY p.created, p.id",
            r => new DutyReport(r.GetString(0), Day(r.GetString(1)), Day(r.GetString(2)), r.GetString(3)), ("case", caseId));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
