using System.Collections.Immutable;
using Rubicon.Diagnostics;
using Rubicon.Parties;

namespace Rubicon.Rules.Law;

/// <summary>
/// Law that is not law: an order that the press reported, a rule that was proposed. It decides nothing; run over records it shows what it would do, as if it
/// held on the day of each record. Reports that disagree are all kept, each reading with the reports that it follows.
/// </summary>
/// <param name="Id">Its id; the ids of its provisions begin with it.</param>
/// <param name="Title">What it is.</param>
/// <param name="Status">Reported or proposed.</param>
/// <param name="Became">What came of it, or null while that is open.</param>
/// <param name="Begins">The day on which it would begin by its own text, or null where it names none. What it would do is shown as if it held already.</param>
/// <param name="Reports">Who said what of it and when, by day.</param>
/// <param name="Readings">What it would do, in file order: one a way in which its reports are understood.</param>
/// <param name="Digest">SHA-256 of the file, lower-case hex.</param>
/// <param name="Where">The file.</param>
public sealed record Draft(
    string Id, string Title, LegalStatus Status, string? Became, DateOnly? Begins, ImmutableArray<DraftReport> Reports, ImmutableArray<DraftReading> Readings, string Digest, SourceLocation Where)
{
    /// <summary>The reports that a reading follows, by day.</summary>
    public IEnumerable<DraftReport> ReportsOf(DraftReading reading) => Reports.Where(r => reading.Follows.Contains(r.Id, StringComparer.Ordinal));

    /// <summary>Readings all of whose reports came later than a day: on it nobody knew of them.</summary>
    public IEnumerable<DraftReading> UnknownOn(DateOnly knownAt) => Readings.Where(r => ReportsOf(r).All(p => p.Known > knownAt));
}

/// <summary>One report or publication of a draft.</summary>
/// <param name="Id">Its id in the draft.</param>
/// <param name="By">Who published it.</param>
/// <param name="Published">Its day as YYYY-MM-DD, or YYYY-MM where the day is not known.</param>
/// <param name="Known">The day by which it was public for certain: the last of the month where only the month is known.</param>
/// <param name="Says">What it says, in the words of the file's author.</param>
/// <param name="Read">Where it was read when not in the original, or null.</param>
/// <param name="Confidence">How sure the author is of it.</param>
public sealed record DraftReport(string Id, string By, string Published, DateOnly Known, string Says, string? Read, Confidence Confidence);

/// <summary>One way in which the reports are understood: a provision, and the reports that it follows.</summary>
/// <param name="Provision">Id of the provision.</param>
/// <param name="Title">Its title.</param>
/// <param name="Follows">Ids of reports.</param>
/// <param name="DisagreesWith">Ids of provisions of the draft that follow other reports on the same point.</param>
public sealed record DraftReading(string Provision, string Title, ImmutableArray<string> Follows, ImmutableArray<string> DisagreesWith);
