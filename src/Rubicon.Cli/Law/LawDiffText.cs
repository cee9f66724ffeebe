using System.Text;
using Rubicon.Reports;
using Rubicon.Reports.Summaries;
using Rubicon.Rules.Evaluation;

namespace Rubicon.Cli.Law;

/// <summary>A difference of two laws as text of at most 80 columns.</summary>
internal static class LawDiffText
{
    /// <summary>Kinds of change of records shown; the JSON has all that were kept.</summary>
    private const int MostMoves = 60;

    public static string Of(LawDiff diff)
    {
        var text = new StringBuilder();
        Wrap(text, "", $"law of {diff.Before} and of {diff.After}");
        Wrap(text, "", diff.Changes.IsEmpty ? "the two say the same" : Counts(diff));
        foreach (var change in diff.Changes)
        {
            text.Append('\n');
            Wrap(text, "", $"{change.Kind.ToString().ToLowerInvariant()} {change.What} {change.Id}{(change.Decides ? "" : " (words only: no decision changes by it)")}");
            if (change.Title.Length > 0 && change.What is not "fact") Wrap(text, "  ", change.Title);
            foreach (var line in change.Lines) Wrap(text, "  ", line.Before is { } before ? $"- {before}" : $"+ {line.After}");
        }
        if (diff.Records is { } records) Records(text, records, diff);
        return text.ToString();
    }

    private static string Counts(LawDiff diff) =>
        string.Join("; ", diff.Changes.GroupBy(c => c.What).Select(g => $"{g.Key}: {string.Join(", ", g.GroupBy(c => c.Kind).OrderBy(k => k.Key).Select(k => $"{PlainText.Number(k.Count())} {k.Key.ToString().ToLowerInvariant()}"))}"));

    private static void Records(StringBuilder text, LawImpact records, LawDiff diff)
    {
        text.Append('\n');
        Wrap(text, "", $"records, as of {PlainText.Day(diff.AsOf)}, known by {PlainText.Day(diff.KnownAt)}, as {PlainText.Actor(diff.Actor)}");
        Wrap(text, "  ", $"read {PlainText.Number(records.Read)}, changed {PlainText.Number(records.Read - records.Same)}, the same {PlainText.Number(records.Same)}; not assessed {PlainText.Number(records.NotAssessedBefore)} before and {PlainText.Number(records.NotAssessedAfter)} after");
        foreach (var (before, after, count) in records.Outcomes.Where(o => o.Before != o.After))
            Wrap(text, "  ", $"{PlainText.Number(count)} {Outcomes.Word(before)} before, {Outcomes.Word(after)} after");
        var moves = records.Moves.ToList();
        foreach (var move in moves.Take(MostMoves))
        {
            string outcome = move.Before == move.After ? $"still {Outcomes.Word(move.After)}" : $"{Outcomes.Word(move.Before)} before, {Outcomes.Word(move.After)} after";
            Wrap(text, "  ", $"{outcome}: {move.Title}{(move.Records > 1 ? $" and {PlainText.Number(move.Records - 1)} more" : "")} ({string.Join(", ", move.Places)}{(move.Records > move.Places.Length ? ", …" : "")})");
            foreach (string gone in move.Gone) Wrap(text, "    ", $"- {gone}");
            foreach (string added in move.New) Wrap(text, "    ", $"+ {added}");
        }
        if (moves.Count > MostMoves) Wrap(text, "  ", $"{PlainText.Number(moves.Count - MostMoves)} more kinds of change, in the JSON output");
        if (records.LeftOut > 0) Wrap(text, "  ", $"{PlainText.Number(records.LeftOut)} more changed records of further kinds are counted only");
    }

    private static void Wrap(StringBuilder text, string indent, string words) => TextWrap.Add(text, indent, words);
}
