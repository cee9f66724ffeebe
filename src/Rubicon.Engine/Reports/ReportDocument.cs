using System.Collections.Immutable;
using Rubicon.Diagnostics;
using Rubicon.Reports.Summaries;
using Rubicon.Rules.Evaluation;
using Rubicon.Screening;
using Rubicon.Subjects;

namespace Rubicon.Reports;

/// <summary>One body of data that the decisions rest on.</summary>
/// <param name="Kind">"pack", "list", "imported-list", "makers", "register".</param>
/// <param name="Id">Its id.</param>
/// <param name="Date">The day to which it was kept, or of the state that was read; null when it has none.</param>
/// <param name="Digest">SHA-256 in lower-case hex, or null.</param>
public sealed record DataSource(string Kind, string Id, DateOnly? Date, string? Digest);

/// <summary>Who acts.</summary>
/// <param name="Name">Name to show, or null.</param>
/// <param name="Capacities">Capacities stated; empty when none was, and outcomes are shown by capacity.</param>
/// <param name="Country">ISO 3166-1 alpha-2, or null.</param>
public sealed record ReportActor(string? Name, ImmutableArray<string> Capacities, string? Country);

/// <summary>What a report says before its first decision.</summary>
/// <param name="SchemaVersion">Version of the report's shape; 1.x stays readable by readers of 1.0.</param>
/// <param name="ToolVersion">Version of the program.</param>
/// <param name="AsOf">The day asked about.</param>
/// <param name="KnownAt">Only what was known by then counts.</param>
/// <param name="Actor">Who acts.</param>
/// <param name="Data">What the decisions rest on, with dates and digests.</param>
public sealed record ReportHead(
    string SchemaVersion, string ToolVersion, DateOnly AsOf, DateOnly KnownAt, ReportActor Actor, ImmutableArray<DataSource> Data);

/// <summary>
/// The coverage block of every output: what was read, decided and not, and which law was not applied and why (design 4.1).
/// Read = decided + not assessed, always.
/// </summary>
/// <param name="Read">Records met.</param>
/// <param name="Decided">Of these, decided.</param>
/// <param name="NotAssessed">Of these, not: unreadable, or no law binds.</param>
/// <param name="Outcomes">How many of each outcome, strictest first.</param>
/// <param name="Inputs">Account of each input.</param>
/// <param name="Reasons">Why records were not assessed, with how many, most first.</param>
/// <param name="NotApplied">Packs and provisions not applied, and why.</param>
/// <param name="Problems">Problems met, those of records among them; at most <see cref="MostProblems"/>.</param>
/// <param name="ProblemCount">How many there were in all.</param>
public sealed record Coverage(
    long Read, long Decided, long NotAssessed, ImmutableArray<(Outcome Outcome, long Count)> Outcomes,
    ImmutableArray<InputAccount> Inputs, ImmutableArray<(string Reason, long Count)> Reasons,
    ImmutableArray<(string Id, string Why)> NotApplied, ImmutableArray<Problem> Problems, long ProblemCount)
{
    /// <summary>A report names at most this many problems one by one; the count is always whole.</summary>
    public const int MostProblems = 1000;

    /// <summary>What was taken for granted where records do not say it, and for how many of them, most first.</summary>
    public ImmutableArray<(string Assumption, long Count)> Assumptions { get; init; } = [];

    /// <summary>What each draft that was asked for would do to the records; empty when none was.</summary>
    public ImmutableArray<DraftSummary> Drafts { get; init; } = [];
}

/// <summary>
/// Writes one format. Called in order: <see cref="Begin"/>, <see cref="Write"/> for each decision in input order, <see cref="End"/>.
/// Memory must not grow with the number of decisions beyond what is documented. One instance writes one report; not thread-safe.
/// </summary>
public interface IReportWriter
{
    /// <summary>Starts the report.</summary>
    void Begin(ReportHead head);

    /// <summary>Adds one decision; records that could not be read come this way too, as not assessed.</summary>
    void Write(Decision decision);

    /// <summary>Ends the report with its coverage block.</summary>
    void End(Coverage coverage);
}
