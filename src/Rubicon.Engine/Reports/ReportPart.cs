using System.Text.Json;
using Rubicon.Diagnostics;
using Rubicon.Reports.Saved;
using Rubicon.Screening;

namespace Rubicon.Reports;

/// <summary>
/// Reads the parts of a report that <see cref="JsonReport"/> wrote, each by itself, at the places that <see cref="JsonReport.Position"/> told: a report of any size can so
/// be opened at one decision. Null, with problems, when the bytes are not that part.
/// </summary>
public static class ReportPart
{
    /// <summary>The head: the bytes before the first decision.</summary>
    /// <param name="bytes">From the start to the position after <see cref="JsonReport.Begin"/>.</param>
    /// <param name="problems">Gets RUB4101 to RUB4104.</param>
    public static ReportHead? Head(ReadOnlySpan<byte> bytes, ICollection<Problem> problems) => Read([.. bytes, .. "]}"u8], problems, SavedHead.Head);

    /// <summary>One decision: the bytes from where the one before ends to where it ends.</summary>
    /// <param name="bytes">The bytes between two positions.</param>
    /// <param name="problems">Gets RUB4101 to RUB4104.</param>
    public static Decision? Decision(ReadOnlySpan<byte> bytes, ICollection<Problem> problems) => Read([.. Object(bytes)], problems, SavedDecision.Read);

    /// <summary>The decision's own JSON object, without what separates it from the one before.</summary>
    public static ReadOnlySpan<byte> Object(ReadOnlySpan<byte> bytes) => bytes.TrimStart(", \n"u8);

    /// <summary>The coverage block: the bytes after the last decision.</summary>
    /// <param name="bytes">From the last position before <see cref="JsonReport.End"/> to the end.</param>
    /// <param name="problems">Gets RUB4101 to RUB4104.</param>
    public static Coverage? Coverage(ReadOnlySpan<byte> bytes, ICollection<Problem> problems) => Read([(byte)'{', .. bytes.TrimStart("], \n"u8)], problems, root => SavedHead.Coverage(root.Part("coverage")));

    private static T? Read<T>(byte[] json, ICollection<Problem> problems, Func<SavedPart, T> read)
        where T : class
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = ReportReader.DeepestNesting, AllowDuplicateProperties = false });
            var reading = new SavedReading("report", problems);
            var part = read(new SavedPart(document.RootElement, "$", reading));
            return reading.Failed ? null : part;
        }
        catch (JsonException)
        {
            problems.Add(new Problem(ProblemCatalog.SavedReportSyntax, new SourceLocation("report"), "bytes that are not this part of a report"));
            return null;
        }
    }
}
