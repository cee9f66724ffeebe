using System.Globalization;
using System.Text;
using Rubicon.Rules.Evaluation;
using Rubicon.Rules.Law;

namespace Rubicon.Reports;

/// <summary>Pieces of text that the reports for people share.</summary>
public static class PlainText
{
    /// <summary>
    /// Text from outside, safe on a terminal and on one line: control characters and those that turn the direction of writing
    /// are shown as <c>\uXXXX</c>, so that a record cannot move the cursor, color the screen or make a line read otherwise.
    /// </summary>
    public static string OneLine(string text)
    {
        if (!text.Any(Unsafe)) return text;
        var shown = new StringBuilder(text.Length + 16);
        foreach (char c in text)
        {
            if (c is '\n' or '\r' or '\t') shown.Append(' ');
            else if (Unsafe(c)) shown.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
            else shown.Append(c);
        }
        return shown.ToString();
    }

    /// <summary>"1 record", "12,345 records".</summary>
    public static string Count(long count, string singular, string? plural = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? singular : plural ?? singular + "s")}");

    /// <summary>A number with commas between thousands.</summary>
    public static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>The day as YYYY-MM-DD.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>"2 prohibited, 1 review".</summary>
    public static string Counts(IEnumerable<(Outcome Outcome, long Count)> counts) =>
        string.Join(", ", counts.Where(c => c.Count > 0).Select(c => $"{Number(c.Count)} {Outcomes.Word(c.Outcome)}"));

    /// <summary>Who acts: name, capacities, country.</summary>
    public static string Actor(ReportActor actor)
    {
        string capacities = actor.Capacities.IsEmpty ? "no capacity named, so shown by capacity" : string.Join(", ", actor.Capacities);
        string name = actor.Name is null ? capacities : $"{actor.Name} ({capacities})";
        return OneLine(actor.Country is null ? name : $"{name}, {actor.Country}");
    }

    /// <summary>"pack us-fcc, kept up to 2026-11-20" and the like.</summary>
    public static string Data(DataSource source) =>
        OneLine(source.Date is { } date ? $"{source.Kind} {source.Id} {Day(date)}" : $"{source.Kind} {source.Id}, no date");

    /// <summary>The legal status in words: "in force", "proposed".</summary>
    public static string Status(LegalStatus status) => ReportWords.Word(status).Replace('-', ' ');

    private static bool Unsafe(char c) =>
        char.IsControl(c) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F' or '\u061C' or '\u2028' or '\u2029';
}
