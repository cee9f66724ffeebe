using Rubicon.Rules.Evaluation;
using Rubicon.Rules.Facts;
using Rubicon.Rules.Law;
using Rubicon.Screening;

namespace Rubicon.Reports;

/// <summary>The sections and sentences of a guide that its text and its page share.</summary>
public static class GuideWords
{
    private static readonly (Effect Effect, string Title)[] Effects =
    [
        (Effect.Prohibited, "Prohibited"), (Effect.LicenseRequired, "Needs a license"), (Effect.Reviewable, "May be reviewed: a power that bars nothing until it is used"),
        (Effect.Duty, "Duties"), (Effect.Status, "Lists that bar nothing by themselves"),
    ];

    /// <summary>The sections that have rules, in the order shown.</summary>
    public static IEnumerable<(string Title, IReadOnlyCollection<GuideRule> Rules)> Sections(Guide guide)
    {
        IEnumerable<(string Title, IReadOnlyCollection<GuideRule> Rules)> all =
        [
            .. Effects.Select(e => (e.Title, (IReadOnlyCollection<GuideRule>)[.. guide.Now.Where(r => r.Version.Effect == e.Effect && r.Version.Status == LegalStatus.InForce)])),
            ("To be confirmed: treated as review until a person confirms where it stands", [.. guide.Now.Where(r => r.Version.Status == LegalStatus.Unconfirmed)]),
            ("Comes with a date", guide.Coming),
            ("Reported, proposed or suspended: binds nobody today", guide.Pending),
            ("Exceptions and waivers that the rules above name", guide.WaysOut),
        ];
        return all.Where(s => s.Rules.Count > 0);
    }

    /// <summary>"since 2020-01-03", "begins 2027-06-30 (prohibited)".</summary>
    public static string Days(GuideRule rule, Guide guide)
    {
        bool later = rule.Version.Effective.From > guide.AsOf;
        string state = rule.Version.Status == LegalStatus.InForce ? later ? "begins" : "since" : $"{PlainText.Status(rule.Version.Status)} since";
        return $"{state} {PlainText.Day(rule.Version.Effective.From)}{(rule.Until is { } to ? $", to {PlainText.Day(to)}" : "")}{(later ? $" ({Outcomes.Word(rule.Version.Effect)})" : "")}";
    }

    /// <summary>On what else it depends that the actor is bound; null when its capacities alone bind it.</summary>
    public static string? BindsOnlyIf(GuideRule rule) => rule.Binds != Truth.Unknown ? null
        : "binds only if: " + string.Join("; ", rule.Version.Binds!.Walk().Select(c => c.Quotation.Words).OfType<string>().Distinct(StringComparer.Ordinal).Select(w => $"\"{w}\""));

    /// <summary>What to do next: what is due every year by its day, what ends, what begins, what changes on lists, what to confirm, and to decide what one has.</summary>
    public static IEnumerable<string> Next(Guide guide)
    {
        foreach (var rule in guide.Now.Where(r => r.Due?.Day is not null && r.Version.Clock!.FromFact is null).OrderBy(r => r.Due!.Day).ThenBy(r => r.Provision.Id, StringComparer.Ordinal))
            yield return $"by {PlainText.Day(rule.Due!.Day!.Value)}: {rule.Version.Do ?? rule.Provision.Title} ({rule.Provision.Id}, {rule.Citation}; {rule.Due!.Arithmetic})";
        foreach (var rule in guide.Now.Where(r => r.Until is not null)) yield return $"on {PlainText.Day(rule.Until!.Value)} ends: {rule.Provision.Title} ({rule.Provision.Id}, {rule.Citation})";
        foreach (var rule in guide.Coming) yield return $"before {PlainText.Day(rule.Version.Effective.From)} get ready for: {rule.Provision.Title} ({rule.Provision.Id}, {rule.Citation})";
        foreach (var change in guide.Listings.Where(l => Soon(l, guide))) yield return Listing(change);
        int later = guide.Listings.Count(l => !Soon(l, guide));
        if (later > 0) yield return $"{PlainText.Count(later, "entry", "entries")} of lists end more than a year from now; the JSON output names them";
        foreach (var rule in guide.Now.Where(r => r.Version.Status == LegalStatus.Unconfirmed)) yield return $"confirm with counsel where it stands: {rule.Provision.Title} ({rule.Provision.Id}, {rule.Citation})";
        yield return "decide what you have and buy: rubicon scan YOUR-FILES --actor …";
    }

    /// <summary>What begins is told however late; an end only in the year to come, for some orders run for decades.</summary>
    private static bool Soon(GuideListing change, Guide guide) => change.Begins || change.Day.DayNumber - guide.AsOf.DayNumber <= 366;

    /// <summary>"on 2027-01-01 begins on us-fcc/covered-list: …".</summary>
    public static string Listing(GuideListing change) =>
        $"on {PlainText.Day(change.Day)} {(change.Begins ? "begins" : "ends")} on {change.List}: {change.Entry.Name} ({change.Entry.Citation})";
}
