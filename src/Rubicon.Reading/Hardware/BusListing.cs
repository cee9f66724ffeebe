using System.Text.RegularExpressions;
using Rubicon.Diagnostics;
using Rubicon.Subjects;

namespace Rubicon.Reading.Hardware;

/// <summary>Reads what <c>lspci</c> and <c>lsusb</c> print of one machine: parts inside it, by name and by their numbers where they are printed.</summary>
internal static partial class BusListing
{
    private const int MostParts = 1000;

    public static bool IsPci(IReadOnlyList<string> lines) => Mostly(lines, l => Pci().IsMatch(l) || PciNumbers().IsMatch(l));

    public static bool IsUsb(IReadOnlyList<string> lines) => Mostly(lines, l => Usb().IsMatch(l));

    public static IEnumerable<ReadRecord> Read(TextReader text, InputLedger ledger)
    {
        var lines = new TextLines(text);
        var statements = new RecordStatements();
        int first = 0;
        while (lines.Next() is { } line)
        {
            if (line.Length > 1000 || statements.Count > MostParts) continue;
            if (Usb().Match(line) is { Success: true } usb) Part(usb, Field.UsbId);
            else if (Pci().Match(line) is { Success: true } pci) Part(pci, Field.PciId);
            else if (PciNumbers().Match(line) is { Success: true } numbers) Part(numbers, Field.PciId);
        }
        yield return statements.Close(SubjectKind.Device, new(ledger.File, Math.Max(1, first)), ProblemCatalog.ListingEmpty, "no part");

        void Part(Match match, Field number)
        {
            if (first == 0) first = lines.Number;
            if (match.Groups["id"] is { Success: true } id) statements.Add(number, id.Value, null, lines.Number);
            // Hubs that the kernel makes up are no parts.
            if (HardwareWords.Stated(match.Groups["v"].Value) is { } named && !named.StartsWith("Linux Foundation", StringComparison.Ordinal)) statements.Add(Field.ModuleMaker, named, null, lines.Number);
        }
    }

    private static bool Mostly(IReadOnlyList<string> lines, Func<string, bool> isPart)
    {
        var filled = lines.Where(l => l.Length > 0 && !char.IsWhiteSpace(l[0])).Take(20).ToList();
        return filled.Count > 0 && filled.Count(isPart) * 3 >= filled.Count * 2;
    }

    [GeneratedRegex(@"^Bus \d{3} Device \d{3}: ID (?<id>[0-9a-fA-F]{4}:[0-9a-fA-F]{4})\s*(?<v>.*)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Usb();

    [GeneratedRegex(@"^(?:[0-9a-f]{4}:)?[0-9a-f]{2}:[0-9a-f]{2}\.[0-7]\s+""?[A-Za-z][^:]*:\s*(?<v>.*?)(?:\s*\[(?<id>[0-9a-f]{4}:[0-9a-f]{4})\])?(?:\s*\(rev [^)]*\))?(?:\s*\(prog-if [^)]*\))?\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Pci();

    [GeneratedRegex(@"^(?:[0-9a-f]{4}:)?[0-9a-f]{2}:[0-9a-f]{2}\.[0-7]\s+[0-9a-f]{4}:\s*(?<v>)(?<id>[0-9a-f]{4}:[0-9a-f]{4})(?:\s*\(rev [^)]*\))?\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PciNumbers();
}
