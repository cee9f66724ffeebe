namespace Rubicon.Reports.Csv;

/// <summary>One cell of a table for spreadsheets, as RFC 4180 writes it.</summary>
internal static class CsvCell
{
    internal static void Write(TextOutput writer, string text) => writer.Write(Of(text));

    internal static string Of(string text)
    {
        string shown = PlainText.OneLine(text);
        if (StartsFormula(text)) shown = "'" + shown;
        return !shown.AsSpan().ContainsAny(",\";") && shown.AsSpan().Trim().Length == shown.Length
            ? shown : $"\"{shown.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>
    /// True when a spreadsheet may take the cell for a formula (OWASP, CSV Injection): it begins with one of <c>= + - @</c>, also
    /// full-width or after white space and characters that are not seen, or with a tab, CR or LF.
    /// </summary>
    internal static bool StartsFormula(string text)
    {
        if (text.Length > 0 && text[0] is '\t' or '\r' or '\n') return true;
        foreach (char c in text)
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c) || c is '\uFEFF' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E')) continue;
            return c is '=' or '+' or '-' or '@' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20' or '\u2212';
        }
        return false;
    }
}
