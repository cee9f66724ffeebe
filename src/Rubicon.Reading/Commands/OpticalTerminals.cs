using System.Text.RegularExpressions;
using Rubicon.Diagnostics;
using Rubicon.Subjects;

namespace Rubicon.Reading.Commands;

/// <summary>
/// Optical network terminals as an OLT lists them: each with its serial number, whose first four letters say who made it (ITU-T G.984.3), and the type
/// or equipment id where it is printed. Lists and details of Huawei, ZTE and FiberHome.
/// </summary>
internal static partial class OpticalTerminals
{
    public static bool Are(IReadOnlyList<string> lines) => lines.Any(l => Header().IsMatch(l) || Detail().IsMatch(l));

    public static IEnumerable<ReadRecord> Read(IReadOnlyList<string> lines, InputLedger ledger)
    {
        var terminals = new List<Terminal>();
        var places = new Dictionary<string, Terminal>(StringComparer.Ordinal);
        string? frame = null, ont = null;
        Terminal? detail = null;
        for (int i = 0; i < lines.Count; i++)
        {
            if (Pair().Match(lines[i]) is { Success: true } pair)
            {
                string key = pair.Groups[1].Value.Trim().ToUpperInvariant(), value = pair.Groups[2].Value.Trim();
                if (key == "F/S/P")
                {
                    (frame, detail) = (value, new Terminal(i + 1) { Name = "ont " + value });
                    terminals.Add(detail);
                }
                else if (detail is not null && value.Length > 0 && value != "-") detail.Take(key, value);
            }
            else if (Row().Match(lines[i]) is { Success: true } row)
            {
                (frame, ont) = (row.Groups[1].Value.Replace(" ", "", StringComparison.Ordinal), row.Groups[2].Value);
                if (SerialText().Match(row.Groups[3].Value) is not { Success: true } serial) continue;
                var one = places[$"{frame}/{ont}"] = new Terminal(i + 1) { Name = $"ont {frame}/{ont}", Serial = serial.Value };
                terminals.Add(one);
            }
            else if (Summary().Match(lines[i]) is { Success: true } summary)
                terminals.Add(new Terminal(i + 1) { Name = Described(summary.Groups[4].Value) ?? "ont " + summary.Groups[1].Value, Serial = summary.Groups[2].Value, Model = summary.Groups[3].Value });
        }
        foreach (var terminal in terminals)
            if (terminal.Close(ledger.File) is { } record) yield return record;
    }

    private static string? Described(string text) => text.Trim() is { Length: > 0 } name and not "-" ? name : null;

    [GeneratedRegex(@"^\s*(?:F/S/P\s+ONT\b.*\bSN\b|F/S/P\s+ONT-?ID?\s+SN|ONT\s+SN\s+Type|OnuIndex\s+.*(?:Serial|SN)|Onu Index\s+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Header();

    [GeneratedRegex(@"^\s*F/S/P\s*:\s*\d", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Detail();

    [GeneratedRegex(@"^\s*([A-Za-z][\w /()-]*?)\s*:\s*(.*)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Pair();

    [GeneratedRegex(@"^\s*(\d+/\s*\d+/\s*\d+)\s+(\d+)\s+(\S+)\s", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Row();

    [GeneratedRegex(@"^(?:[0-9A-Z]{16}|[A-Z]{4}[0-9A-Fa-f]{8})$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SerialText();

    [GeneratedRegex(@"^\s*(\d+)\s+([0-9A-Z]{12,16})\s+([A-Za-z][\w./-]*\d[\w./-]*)\s+\S+\s+\S+\s*(.*)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Summary();

    private sealed class Terminal(int line)
    {
        public string? Name { get; set; }

        public string? Serial { get; set; }

        public string? Model { get; set; }

        private string? Maker { get; set; }

        private string? Version { get; set; }

        public void Take(string key, string value)
        {
            switch (key)
            {
                // "48575443ABCDEF01 (HWTC-ABCDEF01)"
                case "SN": Serial ??= value.Split(' ')[0]; break;
                case "EQUIPMENT ID" or "EQUIPMENT-ID" or "ONT MODEL" or "PRODUCT DESCRIPTION": Model ??= value; break;
                case "VENDOR-ID" or "VENDOR ID": Maker ??= value; break;
                case "ONT VERSION" or "SOFTWARE VERSION" or "MAIN SOFTWARE VERSION": Version ??= value; break;
                case "DESCRIPTION" or "ONT DESCRIPTION": Name = value; break;
                case "ONT-ID" or "ONT ID" when Name is not null && Name.StartsWith("ont ", StringComparison.Ordinal): Name = $"{Name}/{value}"; break;
            }
        }

        public ReadRecord? Close(string file)
        {
            if ((Serial ?? Model ?? Maker) is null) return null;
            var statements = new RecordStatements();
            statements.Add(Field.Name, Name);
            statements.Add(Field.EntityModel, Model);
            statements.Add(Field.PonVendor, Maker);
            statements.Add(Field.Serial, Serial);
            statements.Add(Field.Version, Version);
            statements.Add(Field.Category, "ont");
            return statements.Close(SubjectKind.Device, new SourceLocation(file, line), ProblemCatalog.CommandNamesNoDevice, Name ?? "");
        }
    }
}
