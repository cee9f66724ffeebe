using System.Collections.Immutable;
using Rubicon.Reports;
using Rubicon.Reports.Summaries;
using Rubicon.Rules.Checks;
using Rubicon.Rules.Law;

namespace Rubicon.Cli.Law;

/// <summary>Two laws compared, and what the change does to records when an inventory was given.</summary>
/// <param name="Before">Folder of the first law, as the user named it.</param>
/// <param name="After">Folder of the second law.</param>
/// <param name="BeforePacks">Packs of the first law.</param>
/// <param name="AfterPacks">Packs of the second law.</param>
/// <param name="Changes">What differs.</param>
/// <param name="AsOf">The day for which records are decided.</param>
/// <param name="KnownAt">Only law known by then counts.</param>
/// <param name="Actor">Who acts.</param>
/// <param name="Records">What changes for the records, or null without an inventory.</param>
internal sealed record LawDiff(
    string Before, string After, ImmutableArray<Pack> BeforePacks, ImmutableArray<Pack> AfterPacks, ImmutableArray<LawChange> Changes,
    DateOnly AsOf, DateOnly KnownAt, ReportActor Actor, LawImpact? Records);
