using System.Collections.Immutable;

namespace Rubicon.Reports;

/// <summary>What decisions rest on, as lines for people: one line for all sources of a kind and day.</summary>
public static class DataText
{
    /// <summary>The lines, laws first; none when there are no sources. Digests stand in the JSON report.</summary>
    /// <param name="data">The sources of a report's head.</param>
    public static IEnumerable<string> Lines(ImmutableArray<DataSource> data) =>
        from source in data
        group source.Id by (source.Kind, source.Date) into same
        orderby Rank(same.Key.Kind), same.Key.Kind, same.Key.Date is null, same.Key.Date descending
        select PlainText.OneLine($"{Said(same.Key.Kind, same.Key.Date)}: {string.Join(", ", same.Order(StringComparer.Ordinal))}");

    private static string Said(string kind, DateOnly? date) => (kind, date) switch
    {
        ("pack", { } day) => $"law kept up to {PlainText.Day(day)}",
        ("list", { } day) => $"lists in their state of {PlainText.Day(day)}",
        ("imported-list", { } day) => $"imported lists in their state of {PlainText.Day(day)}",
        ("imported-list", _) => "imported lists, day of their state not known",
        (_, { } day) => $"{kind} of {PlainText.Day(day)}",
        _ => $"{kind}, no single date",
    };

    private static int Rank(string kind) => kind switch { "pack" => 0, "list" => 1, "imported-list" => 2, _ => 3 };
}
