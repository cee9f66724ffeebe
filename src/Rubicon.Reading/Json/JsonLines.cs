using Rubicon.Diagnostics;
using Rubicon.Reading.NetBox;
using Rubicon.Subjects;

namespace Rubicon.Reading.Json;

/// <summary>JSON Lines: an object a line, each a device. A line that is not JSON is refused by itself.</summary>
internal static class JsonLines
{
    public static IEnumerable<ReadRecord> Read(ReadOnlyMemory<byte> text, InputLedger ledger)
    {
        int line = 0;
        bool first = true;
        while (!text.IsEmpty)
        {
            int end = text.Span.IndexOf((byte)'\n');
            var row = end < 0 ? text : text[..end];
            text = end < 0 ? default : text[(end + 1)..];
            line++;
            if (row.Span.TrimStart(" \t\r"u8).IsEmpty) continue;
            using var document = JsonInput.Parse(row, ledger.File, line - 1, out var problem);
            if (document is null)
            {
                yield return new(new UnreadRecord(problem!.Where, [problem]));
                continue;
            }
            if (first && !NetBoxReader.IsDevice(document.RootElement))
            {
                ledger.Report(ProblemCatalog.UnknownFormat, $"JSON Lines; the first holds {OtherJson.Describe(document.RootElement)}", line, 1);
                yield break;
            }
            first = false;
            ledger.Format = "netbox-jsonl";
            yield return NetBoxDevice.Read(document.RootElement, new(ledger.File, line, 0, "$"));
        }
    }
}
