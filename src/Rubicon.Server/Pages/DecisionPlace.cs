using Rubicon.Reports;
using Rubicon.Screening;
using Rubicon.Server.Security;
using Rubicon.Server.StoredReports;
using Rubicon.Storage;

namespace Rubicon.Server.Pages;

/// <summary>Where a decision is kept: by itself, or as a line of a scan.</summary>
/// <param name="Scan">Id of the scan, or null.</param>
/// <param name="Decision">Id of the recorded decision, or of the decision in the scan.</param>
internal sealed record DecisionPlace(string? Scan, string Decision)
{
    public string Path => Scan is null ? $"/decisions/{Decision}" : $"/scans/{Scan}/{Decision}";

    /// <summary>The place that a form states.</summary>
    public static DecisionPlace Of(IFormCollection form) => new(form["scan"].ToString() is { Length: > 0 } scan ? scan : null, form["decision"].ToString());

    /// <summary>As hidden fields of a form.</summary>
    public Html Fields => new Html().Add($"<input type=\"hidden\" name=\"scan\" value=\"{Scan ?? ""}\"><input type=\"hidden\" name=\"decision\" value=\"{Decision}\">");

    /// <summary>The decision with the head of its report; null when the organization has none there.</summary>
    public (ReportHead Head, Decision Decision)? Find(HttpContext context, Store store)
    {
        string organization = Access.TokenOf(context).Organization;
        if (Scan is null)
            return store.Decisions.Find(organization, Decision) is { } recorded && ReportReader.Read(new MemoryStream(recorded.Report), Decision, []) is { Decisions: [var found, ..] } whole ? (whole.Head, found) : null;
        return StoredReport.Find(store, organization, Scan) is { } report && store.Reports.Find(Scan, Decision) is { } line ? (report.Head(), report.Decision(line)) : null;
    }
}
