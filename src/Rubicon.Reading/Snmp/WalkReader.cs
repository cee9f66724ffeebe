using System.Text;
using Rubicon.Diagnostics;
using Rubicon.Reading.Tables;
using Rubicon.Subjects;

namespace Rubicon.Reading.Snmp;

/// <summary>
/// Reads the walk of one device, as snmpwalk prints it (numbers or names) or as snmpsim keeps it (<c>oid|type|value</c>).
/// One file is one device and gives one record.
/// </summary>
internal static class WalkReader
{
    /// <summary>Longest value kept, in UTF-16 units; sysDescr has at most 255 bytes (RFC 3418).</summary>
    private const int LongestValue = 16 * 1024;

    public static IEnumerable<ReadRecord> Read(HashedStream stream, InputLedger ledger)
    {
        using var text = TextEncoding.Open(stream, out var strays);
        var device = new WalkDevice(ledger);
        ledger.Format = "snmp-walk";
        var tally = Lines(text, device, ledger);
        if (tally.Unknown > 0)
            ledger.Report(ProblemCatalog.WalkLineUnreadable, $"{tally.Unknown} lines, the first {Quote.Text(tally.FirstUnknown)}", tally.FirstUnknownLine);
        if (strays.Count > 0)
            ledger.Report(ProblemCatalog.NotUtf8, $"{strays.Count} bytes that are not UTF-8");
        if (tally.Known == 0)
        {
            ledger.Report(ProblemCatalog.WalkNothing, "no line of a walk");
            return [];
        }
        return [device.Close($"{tally.Known} lines, none of which names the device")];
    }

    private static Tally Lines(TextReader text, WalkDevice device, InputLedger ledger)
    {
        var tally = new Tally();
        WalkLine? open = null;
        StringBuilder? value = null;
        int openedAt = 0;
        int number = 0;
        while (BoundedLine(text) is { } line)
        {
            number++;
            bool parsed = WalkLine.TryParse(number == 1 ? line.TrimStart('\uFEFF') : line, out var next);
            if (parsed && (open is not { OpenQuote: true } || !LooksQuoted(line)))
            {
                Finish(open, value, device, openedAt);
                (open, value, openedAt) = (next, null, number);
                tally.Known++;
                if (next.Kind == WalkValue.None) open = null;
            }
            else if (open is { } current && GoesOn(current, line))
            {
                Continue(ref open, ref value, current, line);
            }
            else if (!string.IsNullOrWhiteSpace(line))
            {
                if (WalkLine.IsNoAnswer(line)) ledger.Report(ProblemCatalog.WalkNoAnswer, Quote.Text(line), number);
                else tally.Miss(line, number);
            }
        }
        Finish(open, value, device, openedAt);
        return tally;
    }

    /// <summary>A line inside a quoted text that happens to look like a line of a walk: rare, and the line wins unless the quote closes on it.</summary>
    private static bool LooksQuoted(string line) => !line.Contains(" = ", StringComparison.Ordinal) && WalkLine.EndsQuote(line);

    private static bool GoesOn(in WalkLine value, string line) => value.Kind switch
    {
        _ when line.Length == 0 || WalkLine.IsNoAnswer(line) || line.StartsWith("Error", StringComparison.Ordinal) => false,
        WalkValue.Hex => line.All(c => char.IsAsciiHexDigit(c) || c == ' '),
        WalkValue.Text => !value.IsClosed && !(value.IsRecord && WalkLine.IsCut(line)),
        _ => false,
    };

    private static void Continue(ref WalkLine? open, ref StringBuilder? value, in WalkLine current, string line)
    {
        value ??= new StringBuilder(current.Value);
        if (value.Length > LongestValue) return;
        bool closes = current.OpenQuote && WalkLine.EndsQuote(line);
        value.Append(current.Kind == WalkValue.Hex ? ' ' : '\n').Append(closes ? line.TrimEnd()[..^1] : line);
        if (closes) open = current with { OpenQuote = false, IsClosed = true };
    }

    private static void Finish(WalkLine? line, StringBuilder? value, WalkDevice device, int number)
    {
        if (line is not { } one) return;
        device.Take(value is null ? one : one with { Value = value.ToString() }, number);
    }

    /// <summary>A line, cut at the limit: no value that is used is near as long.</summary>
    private static string? BoundedLine(TextReader text)
    {
        var line = new StringBuilder();
        while (true)
        {
            int c = text.Read();
            if (c < 0) return line.Length == 0 ? null : line.ToString();
            if (c == '\n') return line.ToString();
            if (c != '\r' && line.Length < LongestValue) line.Append((char)c);
        }
    }

    private sealed class Tally
    {
        public int Known { get; set; }

        public int Unknown { get; private set; }

        public int FirstUnknownLine { get; private set; }

        public string? FirstUnknown { get; private set; }

        public void Miss(string line, int number)
        {
            Unknown++;
            if (FirstUnknown is not null) return;
            (FirstUnknown, FirstUnknownLine) = (line, number);
        }
    }
}
