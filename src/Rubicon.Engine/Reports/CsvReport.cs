using Rubicon.Reports.Csv;
using Rubicon.Reports.Summaries;
using Rubicon.Rules.Evaluation;
using Rubicon.Screening;
using Rubicon.Subjects;

namespace Rubicon.Reports;

/// <summary>
/// The report as a rectangular table: one line for each record, then the coverage block as lines whose outcome is
/// <c>coverage</c>. RFC 4180 with LF, UTF-8 without byte order mark. Cells that a spreadsheet would take for a formula begin
/// with an apostrophe. Written in a stream; memory is flat. The stream is flushed at the end and stays open.
/// </summary>
public sealed class CsvReport(Stream stream) : IReportWriter
{
    private static readonly string[] Columns =
        ["outcome", "file", "line", "title", "maker", "model", "supplier", "site", "provision", "citation", "effect", "questions", "obligations", "note", "countries", "id"];

    private readonly TextOutput _output = new(stream);
    private ReportHead? _head;

    /// <summary>One cell as RFC 4180 writes it; what a spreadsheet would take for a formula begins with an apostrophe.</summary>
    public static string Cell(string text) => CsvCell.Of(text);

    /// <inheritdoc/>
    public void Begin(ReportHead head)
    {
        _head = head;
        Line(Columns);
    }

    /// <inheritdoc/>
    public void Write(Decision decision)
    {
        var findings = decision.Findings.Where(f => f.Outcome > Outcome.Allowed).ToList();
        var subject = decision.Subject;
        Line(
            Outcomes.Word(decision.Outcome), decision.Source.File, CoverageText.Invariant($"{decision.Source.Line}"), decision.Title,
            subject?.First(Field.Maker) ?? subject?.First(Field.Brand) ?? "", subject?.First(Field.Model) ?? "", subject?.First(Field.Supplier) ?? "", subject?.First(Field.Site) ?? "",
            Joined(findings.Select(f => f.Provision)), Joined(findings.Select(f => f.Citation)), Joined(findings.Select(f => Outcomes.Word(f.Effect)).Distinct()),
            Joined(decision.Questions.Select(q => $"{q.Who}: {q.Text}")), Joined(Duties.Of(decision).Select(Duty)), Joined(Notes(decision)),
            Joined(decision.ByCountry.Select(c => $"{c.Country} {Outcomes.Word(c.Outcome)}")), decision.Id);
    }

    /// <inheritdoc/>
    public void End(Coverage coverage)
    {
        foreach (string text in CoverageText.Lines(_head!, coverage))
        {
            string[] cells = [.. Columns.Select(_ => "")];
            cells[0] = "coverage";
            cells[Array.IndexOf(Columns, "note")] = text;
            Line(cells);
        }
        _output.Finish();
    }

    private static IEnumerable<string> Notes(Decision decision)
    {
        if (decision.Reason is not null) yield return decision.Reason;
        foreach (var (capacity, outcome) in decision.ByCapacity) yield return $"{capacity}: {Outcomes.Word(outcome)}";
        foreach (var rule in decision.Pending) yield return $"{PlainText.Status(rule.Status)}, not in force: {rule.Provision}";
        foreach (string note in decision.Notes) yield return note;
        foreach (string assumption in decision.Assumptions) yield return $"taken for granted: {assumption}";
        if (decision.Unread is not { } unread) yield break;
        foreach (var problem in unread.Problems) yield return problem.ToString();
    }

    private static string Duty(Obligation duty) =>
        $"{(duty.Due is { } day ? PlainText.Day(day) : "day not known")}{(duty.Certain ? "" : " if it applies")}: {duty.Do}";

    private static string Joined(IEnumerable<string> texts) => string.Join("; ", texts);

    private void Line(params ReadOnlySpan<string> cells)
    {
        for (int i = 0; i < cells.Length; i++)
        {
            if (i > 0) _output.Write(',');
            CsvCell.Write(_output, cells[i]);
        }
        _output.EndLine();
    }
}
