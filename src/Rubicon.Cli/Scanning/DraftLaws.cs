using System.Collections.Immutable;
using Rubicon.Diagnostics;
using Rubicon.Reports;
using Rubicon.Rules.Facts;
using Rubicon.Rules.Law;
using Rubicon.Screening;

namespace Rubicon.Cli.Scanning;

/// <summary>The drafts of a scan, each with a law of its own that holds it as if in force.</summary>
internal sealed class DraftLaws
{
    private readonly ImmutableArray<(Draft Draft, ScreeningData Data)> _drafts;

    private DraftLaws(ImmutableArray<(Draft Draft, ScreeningData Data)> drafts) => _drafts = drafts;

    /// <summary>Facts of the law and of all drafts; null without drafts.</summary>
    public FactCatalog? Catalog { get; private init; }

    /// <summary>Null, with problems printed, when some draft cannot be read: what it would do is then not shown at all.</summary>
    public static DraftLaws? Load(ScanOptions options, LoadedData loaded, ListsInUse lists, StatedOwners? owners)
    {
        var drafts = ImmutableArray.CreateBuilder<(Draft, ScreeningData)>();
        var facts = new Dictionary<string, Fact>(StringComparer.Ordinal);
        bool failed = false;
        foreach (string file in options.Drafts)
        {
            if (loaded.WithDraft(file) is not { } with || with.Data.ForScreening(lists) is not { } data)
            {
                failed = true;
                continue;
            }
            if (drafts.Any(d => d.Item1.Id == with.Draft.Id))
            {
                ProblemPrinter.Print(new Problem(ProblemCatalog.DraftIdTaken, new SourceLocation(file), Quote.Text(with.Draft.Id)));
                failed = true;
            }
            foreach (var fact in data.Law.Catalog.Facts) facts.TryAdd(fact.Name, fact);
            drafts.Add((with.Draft, data with { Owners = owners }));
        }
        if (failed) return null;
        var core = CoreFactNames();
        return new DraftLaws(drafts.ToImmutable())
        {
            Catalog = drafts.Count == 0 ? null : new FactCatalog(facts.Values.Where(f => !core.Contains(f.Name)).OrderBy(f => f.Name, StringComparer.Ordinal)) { Lists = loaded.Law.Catalog.Lists },
        };
    }

    /// <summary>Screeners for a run, in the order in which the drafts were named.</summary>
    public ImmutableArray<DraftScreener> Screeners(ActorProfile actor, ImmutableArray<Answer> answers, DateOnly asOf, DateOnly knownAt) =>
        [.. _drafts.Select(d => new DraftScreener(d.Draft, d.Data, actor, answers, asOf, knownAt))];

    /// <summary>What the drafts are, for the head of a report.</summary>
    public IEnumerable<DataSource> Sources() => _drafts.Select(d => new DataSource("draft", d.Draft.Id, d.Draft.Reports.IsEmpty ? null : d.Draft.Reports[^1].Known, d.Draft.Digest));

    /// <summary>A warning for each reading that is left out because nobody knew of it (RUB6473).</summary>
    public IEnumerable<Problem> NotKnownYet(DateOnly knownAt) =>
        from draft in _drafts.Select(d => d.Draft)
        from reading in draft.UnknownOn(knownAt)
        select new Problem(ProblemCatalog.DraftNotKnownYet, draft.Where, reading.Provision, $"a report published by {PlainText.Day(knownAt)}");

    private static HashSet<string> CoreFactNames() => new FactCatalog([]).Facts.Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
}
