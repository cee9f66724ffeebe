using System.Collections.Immutable;
using Rubicon.Diagnostics;
using Rubicon.Rules.Evaluation;
using Rubicon.Screening;

namespace Rubicon.Reports.Summaries;

/// <summary>Equal records that a change of law changes in the same way.</summary>
/// <param name="Before">Outcome under the first law.</param>
/// <param name="After">Outcome under the second law.</param>
/// <param name="Title">The first of them.</param>
/// <param name="Records">How many.</param>
/// <param name="Places">Where the first of them stand; at most <see cref="LawImpact.MostPlaces"/>.</param>
/// <param name="Gone">Provisions and duties that spoke under the first law only, with what they made of it.</param>
/// <param name="New">Provisions and duties that speak under the second law only.</param>
public sealed record LawMove(
    Outcome Before, Outcome After, string Title, long Records, ImmutableArray<SourceLocation> Places, ImmutableArray<string> Gone, ImmutableArray<string> New);

/// <summary>Adds up what a change of law changes for the records of a run. Bounded by <see cref="MostMoves"/>. Not thread-safe.</summary>
public sealed class LawImpact
{
    /// <summary>At most this many kinds of change are told apart; later ones are counted.</summary>
    public const int MostMoves = 2_000;

    /// <summary>Places named for one kind of change.</summary>
    public const int MostPlaces = 5;

    private readonly Dictionary<string, LawMove> _moves = new(StringComparer.Ordinal);
    private readonly SortedDictionary<(Outcome Before, Outcome After), long> _outcomes = [];

    /// <summary>Records compared.</summary>
    public long Read { get; private set; }

    /// <summary>Records of which nothing changes: neither outcome nor provisions nor duties.</summary>
    public long Same { get; private set; }

    /// <summary>Records not assessed under the first law.</summary>
    public long NotAssessedBefore { get; private set; }

    /// <summary>Records not assessed under the second law.</summary>
    public long NotAssessedAfter { get; private set; }

    /// <summary>Changed records beyond <see cref="MostMoves"/> kinds of change.</summary>
    public long LeftOut { get; private set; }

    /// <summary>How many records have which outcome before and after, strictest after first.</summary>
    public IEnumerable<(Outcome Before, Outcome After, long Records)> Outcomes =>
        _outcomes.OrderByDescending(o => o.Key.After).ThenByDescending(o => o.Key.Before).Select(o => (o.Key.Before, o.Key.After, o.Value));

    /// <summary>The kinds of change: another outcome before the same one, then strictest after, then most records.</summary>
    public IEnumerable<LawMove> Moves => _moves.Values
        .OrderBy(m => m.Before == m.After).ThenByDescending(m => m.After).ThenByDescending(m => m.Before).ThenByDescending(m => m.Records).ThenBy(m => m.Title, StringComparer.Ordinal);

    /// <summary>Adds one record, decided under both laws.</summary>
    public void Add(Decision before, Decision after)
    {
        Read++;
        if (before.Outcome == Outcome.NotAssessed) NotAssessedBefore++;
        if (after.Outcome == Outcome.NotAssessed) NotAssessedAfter++;
        _outcomes[(before.Outcome, after.Outcome)] = _outcomes.GetValueOrDefault((before.Outcome, after.Outcome)) + 1;
        ImmutableArray<string> old = [.. before.Grounds], now = [.. after.Grounds];
        ImmutableArray<string> gone = [.. old.Except(now, StringComparer.Ordinal)], added = [.. now.Except(old, StringComparer.Ordinal)];
        if (before.Outcome == after.Outcome && gone.IsEmpty && added.IsEmpty)
        {
            Same++;
            return;
        }
        string key = $"{(int)before.Outcome}{(int)after.Outcome}|{string.Join('|', gone)}>{string.Join('|', added)}|{after.GroupKey}";
        if (_moves.TryGetValue(key, out var move))
            _moves[key] = move with { Records = move.Records + 1, Places = move.Places.Length < MostPlaces ? move.Places.Add(after.Source) : move.Places };
        else if (_moves.Count < MostMoves) _moves.Add(key, new LawMove(before.Outcome, after.Outcome, after.Title, 1, [after.Source], gone, added));
        else LeftOut++;
    }
}
