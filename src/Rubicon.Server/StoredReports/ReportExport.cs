using Rubicon.Reports;

namespace Rubicon.Server.StoredReports;

/// <summary>A stored report in the formats of the command line.</summary>
internal static class ReportExport
{
    public static readonly string[] Formats = ["json", "jsonl", "csv", "sarif", "html"];

    /// <summary>The report in a format; as a file when a name is given.</summary>
    public static IResult Of(StoredReport report, string format, string? fileName)
    {
        string type = format switch
        {
            "json" or "sarif" => "application/json; charset=utf-8",
            "jsonl" => "application/x-ndjson; charset=utf-8",
            "csv" => "text/csv; charset=utf-8",
            _ => "text/html; charset=utf-8",
        };
        return Results.Stream(async output =>
        {
            if (format == "json")
            {
                await report.CopyTo(output, default);
                return;
            }
            // Writers are synchronous; what they write is sent on in large pieces.
            await using var pieces = new ForwardedStream(output);
            report.WriteTo(format switch
            {
                "csv" => new CsvReport(pieces),
                "sarif" => new SarifReport(pieces),
                "html" => new HtmlReport(pieces),
                _ => new JsonLinesReport(pieces),
            });
            await pieces.FinishAsync();
        }, type, fileName);
    }
}
