using System.Text.Json;
using Rubicon.Storage;

namespace Rubicon.Server.Pages;

/// <summary>What a run of a portfolio decided otherwise than the one before, as the store keeps it.</summary>
internal sealed record RunChanges(bool First, LineChanges Changes)
{
    public static RunChanges Of(PortfolioRun run) => run.Changes == "{}"
        ? new RunChanges(run.Number == 1, new LineChanges(0, 0, 0, []))
        : new RunChanges(false, JsonSerializer.Deserialize<LineChanges>(run.Changes, JsonSerializerOptions.Web)!);

    public bool IsEmpty => Changes is { Changed: 0, Added: 0, Gone: 0 };

    /// <summary>In a few words.</summary>
    public string Text => First ? "first run" : IsEmpty ? "nothing" : string.Join(", ", new[] { (Changes.Changed, "decided otherwise"), (Changes.Added, "new"), (Changes.Gone, "gone") }.Where(c => c.Item1 > 0).Select(c => $"{c.Item1:N0} {c.Item2}"));

    /// <summary>A table of the changes that the run lists.</summary>
    public void Write(Html page, string scan)
    {
        if (Changes.Some.Count == 0) return;
        Table.Begin(page, "What changed", "Before", "Now", "Record", "Place", "Rules now", "Rules before");
        foreach (var change in Changes.Some)
        {
            page.Add($"<tr><td>").Add(Word(change.Before, "not there")).Add($"</td><td>").Add(Word(change.After, "gone")).Add($"</td><th scope=\"row\">");
            if (change.Decision.Length > 0) page.Add($"<a href=\"/scans/{scan}/{change.Decision}\">{change.Title}</a>");
            else page.Add($"{change.Title}");
            page.Add($"</th><td>{change.Place}</td><td>{change.RulesAfter}</td><td>{change.RulesBefore}</td></tr>\n");
        }
        Table.End(page);
        long more = Changes.Changed + Changes.Added + Changes.Gone - Changes.Some.Count;
        if (more > 0) page.Add($"<p>{more} more are not listed here; compare the two reports.</p>\n");
    }

    private static Html Word(string outcome, string none) => outcome.Length == 0 ? new Html().Add($"{none}") : Page.Badge(outcome);
}
