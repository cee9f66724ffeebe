using Rubicon.Diagnostics;
using Rubicon.Reading.Json;
using Rubicon.Reading.Snmp;
using Rubicon.Reading.Spdx;
using Rubicon.Reading.Tables;
using Rubicon.Reading.Xml;
using Rubicon.Subjects;

namespace Rubicon.Reading;

/// <summary>
/// Opens an input and tells its format from its content, never from its name: CSV and its kin, XLSX and XLS workbooks,
/// CycloneDX JSON, NetBox JSON, SNMP walks, outputs of commands of network devices.
/// </summary>
public static class RecordReader
{
    /// <summary>How much of the beginning is looked at to tell the format and the table's separator.</summary>
    internal const int HeadBytes = 64 * 1024;

    /// <summary>
    /// Opens a file; "-" is standard input. A file that cannot be opened gives a reader without records whose account
    /// has RUB1001 or RUB1002.
    /// </summary>
    /// <param name="path">The file as the user named it; locations repeat it.</param>
    /// <param name="asKind">The kind of table, where the columns should not decide; other formats ignore it.</param>
    public static InputReader Read(string path, TableKind? asKind = null)
    {
        try
        {
            var stream = path == "-"
                ? Console.OpenStandardInput()
                : new FileStream(path, new FileStreamOptions
                {
                    Mode = FileMode.Open,
                    Access = FileAccess.Read,
                    Share = FileShare.ReadWrite,
                    Options = FileOptions.SequentialScan,
                    BufferSize = 0,
                });
            return new InputReader(path, stream, asKind);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return new InputReader(new Problem(ProblemCatalog.FileNotFound, new(path), Quote.Text(path)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return new InputReader(new Problem(ProblemCatalog.FileUnreadable, new(path), Quote.Text(e.Message)));
        }
    }

    /// <summary>Reads from a stream, which the reader then owns.</summary>
    /// <param name="name">The name that locations show.</param>
    /// <param name="content">Read forward from where it stands.</param>
    /// <param name="asKind">As in <see cref="Read(string, TableKind?)"/>.</param>
    public static InputReader Read(string name, Stream content, TableKind? asKind = null) => new(name, content, asKind);

    internal static IEnumerable<ReadRecord> Dispatch(HashedStream stream, InputLedger ledger, TableKind? asKind)
    {
        byte[] head = stream.Peek(HeadBytes).ToArray();
        var shape = ContentShape.Of(head);
        switch (shape.Content)
        {
            case Content.Empty:
                ledger.Report(ProblemCatalog.EmptyFile, head.Length == 0 ? "no bytes" : "white space only");
                return [];
            case Content.KnownNotRead:
                ledger.Format = null;
                ledger.Report(ProblemCatalog.FormatNotRead, shape.What!);
                return [];
            case Content.Binary:
                ledger.Report(ProblemCatalog.BinaryContent, shape.What!);
                return [];
            case Content.Workbook:
                return Workbook.Read(stream, ledger, asKind);
            case Content.Json:
                return JsonInput.Read(stream, ledger);
            case Content.Xml:
                return XmlInput.Read(stream, ledger);
            case Content.SpdxTagValue:
                return SpdxTagValue.Read(stream, ledger);
            case Content.Listing:
                return TextFormats.Read(shape.What!, stream, ledger);
            case Content.Walk:
                return WalkReader.Read(stream, ledger);
            case Content.Command:
                return Commands.CommandOutput.Read(stream, ledger);
            default:
                return CsvTable.Read(stream, head, ledger, asKind);
        }
    }
}
