using Rubicon.Reports.Html;
using Rubicon.Reports.Summaries;
using Rubicon.Screening;

namespace Rubicon.Reports;

/// <summary>
/// The report as one HTML file to read and to print: no script, nothing from outside, all text escaped. Coverage comes
/// first, so everything is written at the end; memory is bounded as <see cref="DecisionGroups"/> says, and the page says what
/// it leaves out. The stream is flushed at the end and stays open.
/// </summary>
public sealed class HtmlReport(Stream stream) : IReportWriter
{
    private readonly HtmlPage _page = new(new TextOutput(stream));
    private readonly DecisionGroups _groups = new();
    private readonly OpenQuestions _questions = new();
    private readonly Duties _duties = new();
    private readonly CountryCounts _countries = new();
    private ReportHead? _head;

    /// <inheritdoc/>
    public void Begin(ReportHead head) => _head = head;

    /// <inheritdoc/>
    public void Write(Decision decision)
    {
        _groups.Add(decision);
        _questions.Add(decision);
        _duties.Add(decision);
        _countries.Add(decision);
    }

    /// <inheritdoc/>
    public void End(Coverage coverage)
    {
        HeadSection.Write(_page, _head!);
        CoverageSection.Write(_page, coverage);
        var countries = _countries.Rows.Select(r => new[] { r.Country, PlainText.Counts(r.Counts) }).ToList();
        if (countries.Count > 0) _page.Table("Countries side by side", ["Law of", "Records"], countries);
        DraftSection.Write(_page, coverage);
        AdviceSection.Write(_page, _questions, _duties);
        GroupSection.Write(_page, _groups);
        DataSection.Write(_page, _head!);
        _page.Finish();
    }
}
