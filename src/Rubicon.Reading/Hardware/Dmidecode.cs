using System.Globalization;
using System.Text.RegularExpressions;
using Rubicon.Diagnostics;
using Rubicon.Subjects;

namespace Rubicon.Reading.Hardware;

/// <summary>
/// Reads the output of <c>dmidecode</c>: the SMBIOS tables of one machine. The system is the device; base board, processors and
/// memory are parts inside it.
/// </summary>
internal static partial class Dmidecode
{
    private const int MostParts = 500;

    public static bool Is(IReadOnlyList<string> lines) =>
        lines.Any(l => l.StartsWith("# dmidecode ", StringComparison.Ordinal)) || lines.Any(l => Handle().IsMatch(l));

    public static IEnumerable<ReadRecord> Read(TextReader text, InputLedger ledger)
    {
        var lines = new TextLines(text);
        var statements = new RecordStatements();
        var board = new List<(Field Field, string Text, int Line)>();
        bool maker = false;
        int type = -1, first = 0;
        while (lines.Next() is { } line)
        {
            if (Handle().Match(line) is { Success: true } handle)
            {
                type = int.TryParse(handle.Groups["t"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : -1;
                continue;
            }
            if (Named().Match(line) is not { Success: true } named || HardwareWords.Stated(named.Groups["v"].Value) is not { } value) continue;
            if (first == 0) first = lines.Number;
            switch (type, named.Groups["k"].Value)
            {
                case (1, "Manufacturer"):
                    maker = true;
                    statements.Add(Field.Maker, value, null, lines.Number);
                    break;
                case (1, "Product Name"): statements.Add(Field.Model, value, null, lines.Number); break;
                case (1, "Serial Number"): statements.Add(Field.Serial, value, null, lines.Number); break;
                case (1, "Version"): statements.Add(Field.Note, $"version of the system: {value}", null, lines.Number); break;
                case (1, "SKU Number"): statements.Add(Field.PartNumber, value, null, lines.Number); break;
                case (2, "Manufacturer"): board.Add((Field.Maker, value, lines.Number)); break;
                case (2, "Product Name"): board.Add((Field.Model, value, lines.Number)); break;
                case (0, "Vendor"): statements.Add(Field.Note, $"firmware of {value}", null, lines.Number); break;
                case (4 or 17, "Manufacturer") when statements.Count < MostParts: statements.Add(Field.ModuleMaker, value, null, lines.Number); break;
                case (17, "Part Number") when statements.Count < MostParts: statements.Add(Field.ModuleModel, value, null, lines.Number); break;
            }
        }
        // A machine of a maker who left the system's words as they came is known by its board.
        foreach (var (field, value, line) in board)
            statements.Add(maker ? field == Field.Maker ? Field.ModuleMaker : Field.ModuleModel : field, value, null, line);
        yield return statements.Close(SubjectKind.Device, new(ledger.File, Math.Max(1, first)), ProblemCatalog.ListingEmpty, "tables without a system");
    }

    [GeneratedRegex(@"^Handle 0x[0-9A-Fa-f]+, DMI type (?<t>\d+)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Handle();

    [GeneratedRegex(@"^\s+(?<k>[A-Z][A-Za-z ]{2,30}):\s*(?<v>\S.*)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Named();
}
