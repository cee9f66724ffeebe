using Rubicon.Diagnostics;
using Rubicon.Reading.Tables;
using Rubicon.Subjects;

namespace Rubicon.Reading.Spdx;

/// <summary>Reads SPDX 2 in tag-value form, line by line.</summary>
internal static class SpdxTagValue
{
    public static IEnumerable<ReadRecord> Read(HashedStream stream, InputLedger ledger)
    {
        using var text = TextEncoding.Open(stream, out var strays);
        var section = new Section(new SpdxBill(ledger), ledger);
        int unknown = 0, firstUnknown = 0;
        var lines = new TextLines(text);
        while (lines.Next() is { } line)
        {
            string trimmed = line.TrimStart('\uFEFF').Trim();
            if (trimmed.Length == 0 || trimmed[0] == '#') continue;
            int colon = trimmed.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0 || trimmed.AsSpan(0, colon).ContainsAny(" \t"))
            {
                if (unknown++ == 0) firstUnknown = lines.Number;
                continue;
            }
            int number = lines.Number;
            section.Take(trimmed[..colon], Value(trimmed[(colon + 1)..].Trim(), lines, ledger), number);
        }
        if (unknown > 0) ledger.Report(ProblemCatalog.LinesNotUnderstood, $"{unknown} lines that are no tag and value", firstUnknown);
        if (strays.Count > 0) ledger.Report(ProblemCatalog.NotUtf8, $"{strays.Count} bytes that are not UTF-8");
        return section.Close();
    }

    /// <summary>A value, which between <c>&lt;text&gt;</c> and <c>&lt;/text&gt;</c> may go over many lines.</summary>
    private static string Value(string value, TextLines lines, InputLedger ledger)
    {
        if (!value.StartsWith("<text>", StringComparison.Ordinal)) return value;
        string whole = value["<text>".Length..];
        int from = lines.Number;
        while (!whole.Contains("</text>", StringComparison.Ordinal))
        {
            if (lines.Next() is not { } more)
            {
                ledger.Report(ProblemCatalog.TextNotClosed, "<text> without </text>", from);
                return whole;
            }
            if (whole.Length <= CellTexts.LongestCell) whole += "\n" + more;
            else if (more.Contains("</text>", StringComparison.Ordinal)) break;
        }
        int end = whole.IndexOf("</text>", StringComparison.Ordinal);
        return end < 0 ? whole : whole[..end];
    }

    /// <summary>The element that the lines at hand belong to.</summary>
    private sealed class Section(SpdxBill bill, InputLedger ledger)
    {
        private const string Document = "SPDXRef-DOCUMENT";

        private readonly List<(string Tag, string Value)> _lines = [];
        private bool _package;
        private string? _name;
        private string? _id;
        private int _line;

        public void Take(string tag, string value, int line)
        {
            switch (tag)
            {
                case "SPDXVersion":
                    SpdxVersions.Claim(value, line, ledger);
                    bill.AddOther(Document);
                    break;
                case "PackageName" or "FileName" or "SnippetSPDXID":
                    End();
                    (_package, _name, _line, _id) = (tag == "PackageName", value, line, tag == "SnippetSPDXID" ? value : null);
                    if (tag == "FileName") bill.Files++;
                    break;
                case "SPDXID" or "SPDXIdentifier":
                    if (_name is null) bill.AddOther(value);
                    else _id = value;
                    break;
                case "Relationship":
                    string[] words = value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
                    if (words.Length == 3) bill.Relate(new(words[0], words[1], words[2], line));
                    else ledger.Report(ProblemCatalog.LinesNotUnderstood, $"a relation {Quote.Text(value)}", line);
                    break;
                default:
                    if (_package && _lines.Count < 4096) _lines.Add((tag, value));
                    break;
            }
        }

        public IEnumerable<ReadRecord> Close()
        {
            End();
            return bill.Close();
        }

        private void End()
        {
            if (_name is not null && _package) bill.Add(Package());
            else if (_name is not null) bill.AddOther(_id);
            _lines.Clear();
            (_name, _id, _package) = (null, null, false);
        }

        private SpdxPackage Package()
        {
            var package = new SpdxPackage(_id ?? $"line {_line}", _line, null);
            package.Name(_name);
            foreach (var (tag, value) in _lines)
            {
                switch (tag)
                {
                    case "PrimaryPackagePurpose": package.Purpose(value, _name); break;
                    case "PackageOriginator": package.Originator(value); break;
                    case "PackageSupplier": package.Supplier(value); break;
                    case "PackageVersion": package.State(Field.Version, value); break;
                    case "PackageDescription" or "PackageSummary": package.State(Field.Description, value); break;
                    case "PackageDownloadLocation": package.Note("downloaded from", value); break;
                    case "PackageCopyrightText": package.Note("copyright", value); break;
                    case "ExternalRef":
                        string[] words = value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
                        if (words.Length >= 3) package.Reference(words[1], words[2]);
                        break;
                }
            }
            return package;
        }
    }
}
