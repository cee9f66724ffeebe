using System.Text;
using Rubicon.Diagnostics;
using Rubicon.Reading.Tables;
using Rubicon.Subjects;

namespace Rubicon.Reading.Commands;

/// <summary>
/// Reads what the command line of network devices prints: versions, inventories, neighbors (LLDP, CDP), address tables, leases, optical terminals and
/// interfaces. Which command it was is told from the text, never from the name of the file. Prompts and lines that say nothing of a device are passed over.
/// </summary>
internal static class CommandOutput
{
    /// <summary>Longest text read, in UTF-16 units: larger outputs do not come from a terminal.</summary>
    private const int LongestText = 64 * 1024 * 1024;

    private const int LongestLine = 1024;

    // The order matters: a table of neighbors may hold addresses, an inventory the words of a version.
    private static readonly (string Format, Func<IReadOnlyList<string>, bool> Is, Func<IReadOnlyList<string>, InputLedger, IEnumerable<ReadRecord>> Read)[] Kinds =
    [
        ("command/neighbors", NeighborDetails.Are, NeighborDetails.Read),
        ("command/neighbors", NeighborTable.Is, NeighborTable.Read),
        ("command/optical-terminals", OpticalTerminals.Are, OpticalTerminals.Read),
        ("command/inventory", InventoryOutput.Is, InventoryOutput.Read),
        ("command/version", VersionOutput.Is, VersionOutput.Read),
        ("command/interfaces", InterfaceOutput.Is, InterfaceOutput.Read),
        ("command/addresses", AddressTable.Is, AddressTable.Read),
    ];

    /// <summary>True when the beginning of a text is the output of a command that is read.</summary>
    public static bool Is(string head)
    {
        var lines = Split(head);
        return Array.Exists(Kinds, k => k.Is(lines));
    }

    public static IEnumerable<ReadRecord> Read(HashedStream stream, InputLedger ledger)
    {
        using var reader = TextEncoding.Open(stream, out var strays);
        if (ReadText(reader) is not { } text)
        {
            ledger.Report(ProblemCatalog.FileTooLarge, $"output of a command of more than {LongestText >> 20} million characters");
            return [];
        }
        if (strays.Count > 0) ledger.Report(ProblemCatalog.NotUtf8, $"{strays.Count} bytes that are not UTF-8");
        var lines = Split(text);
        foreach (var (format, isKind, read) in Kinds)
        {
            if (!isKind(lines)) continue;
            ledger.Format = format;
            var records = read(lines, ledger).ToList();
            if (records.Count == 0) ledger.Report(ProblemCatalog.CommandNamesNoDevice, $"{lines.Count} lines of {format}", 1);
            return records;
        }
        ledger.Report(ProblemCatalog.UnknownFormat, "text that is no output of a known command", 1);
        return [];
    }

    private static string? ReadText(StreamReader reader)
    {
        var text = new StringBuilder();
        char[] block = new char[64 * 1024];
        for (int got; (got = reader.Read(block, 0, block.Length)) > 0;)
        {
            if (text.Length + got > LongestText) return null;
            text.Append(block, 0, got);
        }
        return text.ToString();
    }

    // Terminals send returns, pagers leave backspaces and their own prompt.
    private static List<string> Split(string text)
    {
        var lines = new List<string>();
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            string plain = (line.Length > LongestLine ? line[..LongestLine] : line).TrimEnd().ToString();
            if (plain.Contains('\b', StringComparison.Ordinal)) plain = plain.Replace("\b", "", StringComparison.Ordinal);
            int more = plain.IndexOf("--More--", StringComparison.OrdinalIgnoreCase);
            lines.Add(more < 0 ? plain : plain[(more + "--More--".Length)..].TrimStart());
        }
        return lines;
    }
}
