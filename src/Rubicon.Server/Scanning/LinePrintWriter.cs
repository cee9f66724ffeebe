using Rubicon.Reports;
using Rubicon.Screening;
using Rubicon.Server.StoredReports;
using Rubicon.Storage;

namespace Rubicon.Server.Scanning;

/// <summary>A report of which only the digest over records, outcomes and rules is kept: enough to see that nothing changed.</summary>
internal sealed class LinePrintWriter : IReportWriter
{
    private readonly LinePrint _print = new();
    private readonly ReportLines _lines = new();

    public string Text() => _print.Text();

    public void Begin(ReportHead head)
    {
    }

    public void Write(Decision decision) => _print.Add(_lines.SubjectOf(decision), Rules.Evaluation.Outcomes.Word(decision.Outcome), ReportLines.RulesOf(decision));

    public void End(Coverage coverage)
    {
    }
}
