using System.Collections.Immutable;
using Rubicon.Rules.Evaluation;
using Rubicon.Rules.Law;

namespace Rubicon.Reports.Summaries;

/// <summary>What a draft would do to all records of a run, beside the answers of today.</summary>
/// <param name="Draft">The draft.</param>
/// <param name="Decided">Records that were decided today.</param>
/// <param name="Hit">Records that some reading of the draft would hit or might.</param>
/// <param name="Newly">Of these, those whose answer would be stricter than today's.</param>
/// <param name="Moves">How many of those hit have which outcome today and would have which, strictest first.</param>
/// <param name="Readings">Each reading of the draft with its share, in the order of the draft.</param>
/// <param name="Makers">Makers of what would be hit, most records first.</param>
/// <param name="Suppliers">Suppliers of what would be hit, most records first.</param>
/// <param name="Values">What the records newly hit cost, price times quantity, by currency as stated; without currency under an empty name.</param>
/// <param name="Unpriced">Records newly hit without a price.</param>
/// <param name="Questions">Questions that only the draft raises, with the number of records that wait for each.</param>
/// <param name="NotKnownYet">Ids of the readings that nobody knew of on the known-at day; they were left out.</param>
public sealed record DraftSummary(
    Draft Draft, long Decided, long Hit, long Newly, ImmutableArray<(Outcome Today, Outcome With, long Count)> Moves, ImmutableArray<ReadingShare> Readings,
    ImmutableArray<PartyShare> Makers, ImmutableArray<PartyShare> Suppliers, ImmutableArray<(string Currency, decimal Value)> Values, long Unpriced,
    ImmutableArray<(Question Question, long Records)> Questions, ImmutableArray<string> NotKnownYet);

/// <summary>What one reading of a draft would do.</summary>
/// <param name="Reading">The reading.</param>
/// <param name="Counts">Records by the outcome that the reading gives by itself, strictest first; a duty that would come with them counts as allowed.</param>
/// <param name="Newly">Records for which it is by itself stricter than today's answer.</param>
public sealed record ReadingShare(DraftReading Reading, ImmutableArray<(Outcome Outcome, long Count)> Counts, long Newly);

/// <summary>What of a draft falls on one maker or supplier.</summary>
/// <param name="Name">Its name, as the makers' knowledge or the record writes it.</param>
/// <param name="Records">Records hit.</param>
/// <param name="Newly">Of these, with a stricter answer than today's.</param>
/// <param name="Quantity">Pieces of the records hit; a record without a quantity counts as one.</param>
public sealed record PartyShare(string Name, long Records, long Newly, decimal Quantity);
