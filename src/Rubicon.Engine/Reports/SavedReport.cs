using System.Collections.Immutable;
using Rubicon.Screening;

namespace Rubicon.Reports;

/// <summary>A report read back from its JSON, whole.</summary>
/// <param name="Head">What it says first.</param>
/// <param name="Decisions">Its decisions, in order.</param>
/// <param name="Coverage">Its coverage block.</param>
public sealed record SavedReport(ReportHead Head, ImmutableArray<Decision> Decisions, Coverage Coverage)
{
    /// <summary>Writes it in another format, without deciding anything again.</summary>
    public void WriteTo(IReportWriter writer)
    {
        writer.Begin(Head);
        foreach (var decision in Decisions) writer.Write(decision);
        writer.End(Coverage);
    }
}
