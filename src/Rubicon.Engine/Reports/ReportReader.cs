using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Unicode;
using Rubicon.Diagnostics;
using Rubicon.Reports.Saved;

namespace Rubicon.Reports;

/// <summary>
/// Reads a report that <see cref="JsonReport"/> wrote, so that it can be converted and explained without deciding again. The
/// whole report is held in memory. Members that schema 1.0 does not know are passed over, as later 1.x may add some.
/// </summary>
public static class ReportReader
{
    /// <summary>Reports nested deeper than this are refused; proofs are far shallower.</summary>
    public const int DeepestNesting = 200;

    /// <summary>Largest report read, in bytes: a JSON document in memory cannot address more than this by far.</summary>
    public const long Largest = 1L << 30;

    /// <summary>The report, or null when it cannot be used; then at least one problem of severity error says why.</summary>
    /// <param name="stream">The JSON, UTF-8.</param>
    /// <param name="fileName">Its name in problems.</param>
    /// <param name="problems">Gets RUB4100 to RUB4105.</param>
    public static SavedReport? Read(Stream stream, string fileName, ICollection<Problem> problems)
    {
        if (Whole(stream) is not { } bytes)
        {
            problems.Add(new Problem(ProblemCatalog.SavedReportTooLarge, new SourceLocation(fileName), $"more than {PlainText.Number(Largest)} bytes"));
            return null;
        }

        // Checked here at once: the JSON document checks texts only when they are asked for, and then throws.
        if (!Utf8.IsValid(bytes.Span))
        {
            problems.Add(new Problem(ProblemCatalog.SavedReportSyntax, new SourceLocation(fileName), "bytes that are not UTF-8"));
            return null;
        }
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = DeepestNesting, AllowDuplicateProperties = false });
        }
        catch (JsonException error)
        {
            int line = error.LineNumber is { } zeroBased && zeroBased < int.MaxValue ? (int)zeroBased + 1 : 0;
            int column = error.BytePositionInLine is { } position && position < int.MaxValue ? (int)position + 1 : 0;
            problems.Add(new Problem(ProblemCatalog.SavedReportSyntax, new SourceLocation(fileName, line, column), "text that is not well-formed JSON"));
            return null;
        }
        catch (InvalidOperationException)
        {
            problems.Add(new Problem(ProblemCatalog.SavedReportSyntax, new SourceLocation(fileName), "a name that holds half of a surrogate pair"));
            return null;
        }
        using (document)
        {
            var reading = new SavedReading(fileName, problems);
            return Report(new SavedPart(document.RootElement, "$", reading), reading);
        }
    }

    /// <summary>All bytes, without a byte order mark that an editor may have put before them; null beyond the limit.</summary>
    private static ReadOnlyMemory<byte>? Whole(Stream stream)
    {
        var buffer = new MemoryStream();
        byte[] piece = new byte[128 * 1024];
        for (int count; (count = stream.Read(piece)) > 0;)
        {
            if (buffer.Length + count > Largest) return null;
            buffer.Write(piece, 0, count);
        }
        var bytes = buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
        return bytes.Span.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
    }

    private static SavedReport? Report(SavedPart root, SavedReading reading)
    {
        if (root.Element.ValueKind != JsonValueKind.Object || !root.Element.TryGetProperty("schemaVersion", out var version) || version.ValueKind != JsonValueKind.String)
        {
            reading.Add(ProblemCatalog.SavedReportForeign, "$", "JSON without `schemaVersion`");
            return null;
        }
        if (!version.GetString()!.StartsWith("1.", StringComparison.Ordinal))
        {
            reading.Add(ProblemCatalog.SavedReportForeign, "$.schemaVersion", Quote.Text(version.GetString()));
            return null;
        }
        var head = SavedHead.Head(root);
        var decisions = root.List("decisions").Select(SavedDecision.Read).ToImmutableArray();
        var coverage = SavedHead.Coverage(root.Part("coverage"));
        if (!reading.Failed) CheckSums(decisions.Length, coverage, reading);
        return reading.Failed ? null : new SavedReport(head, decisions, coverage);
    }

    /// <summary>A report cut down by hand must not be printed as if it were whole.</summary>
    private static void CheckSums(int decisions, Coverage coverage, SavedReading reading)
    {
        if (coverage.Read - coverage.Decided != coverage.NotAssessed)
            reading.Add(ProblemCatalog.SavedReportSums, "$.coverage", $"read {coverage.Read}, decided {coverage.Decided}, not assessed {coverage.NotAssessed}");
        else if (decisions != coverage.Read)
            reading.Add(ProblemCatalog.SavedReportSums, "$.decisions", $"{decisions} decisions and {coverage.Read} records read");
    }
}
