using Rubicon.Parties;
using Rubicon.Reports.Summaries;
using Rubicon.Rules.Evaluation;
using Rubicon.Rules.Law;

namespace Rubicon.Reports;

/// <summary>Sentences on drafts that the reports for people share.</summary>
public static class DraftWords
{
    private static readonly string[] Confidences = ["V", "K", "U"];

    /// <summary>V, K or U.</summary>
    public static string Word(Confidence confidence) => Confidences[(int)confidence];

    internal static Confidence? ParseConfidence(string word) => Array.IndexOf(Confidences, word) is var index and >= 0 ? (Confidence)index : null;

    /// <summary>What the draft is, so that nobody takes it for law.</summary>
    public static string Standing(Draft draft) =>
        $"{PlainText.Status(draft.Status)}, not law; {Held(draft)}{(draft.Begins is { } day ? $"; by its own text it would begin on {PlainText.Day(day)}" : "")}{(draft.Became is { } became ? $"; what came of it: {became}" : "")}";

    /// <summary>"4 of 70 decided records, 3 of them stricter than today".</summary>
    public static string Hits(DraftSummary summary) =>
        $"would hit {PlainText.Number(summary.Hit)} of {PlainText.Count(summary.Decided, "decided record")}, {PlainText.Number(summary.Newly)} of them stricter than today";

    /// <summary>"prohibited 3, review 20; stricter than today for 4".</summary>
    public static string Share(ReadingShare share, DraftSummary summary)
    {
        if (summary.NotKnownYet.Contains(share.Reading.Provision, StringComparer.Ordinal)) return "left out: nobody had reported it by the known-at day";
        if (share.Counts.IsEmpty) return "hits nothing here";
        string counts = string.Join(", ", share.Counts.Select(c => $"{(c.Outcome == Outcome.Allowed ? "a duty for" : Outcomes.Word(c.Outcome))} {PlainText.Number(c.Count)}"));
        return $"{counts}; stricter than today for {PlainText.Number(share.Newly)}";
    }

    /// <summary>"Reuters, 2018-12-27: what it says (V, read in a copy)".</summary>
    public static string Report(DraftReport report) =>
        $"{report.By}, {report.Published}: {report.Says} ({Word(report.Confidence)}{(report.Read is { } read ? $", read in {read}" : "")})";

    /// <summary>What the newly hit records cost, or that none says.</summary>
    public static string Value(DraftSummary summary)
    {
        string priced = string.Join(", ", summary.Values.Select(v =>
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{v.Value:#,0.##} {(v.Currency.Length == 0 ? "without a stated currency" : v.Currency)}")));
        string rest = summary.Unpriced == 0 ? "" : $"{(priced.Length > 0 ? "; " : "")}{PlainText.Count(summary.Unpriced, "record")} without a price";
        return $"cost of what is newly hit: {priced}{rest}";
    }

    private static string Held(Draft draft) => draft.Readings.Length == 1 ? "decided here as if it held on the day of each record" : "each reading is decided here as if it held on the day of each record";
}
