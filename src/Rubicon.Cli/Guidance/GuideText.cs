using System.Text;
using Rubicon.Reports;
using Rubicon.Rules.Evaluation;
using Rubicon.Rules.Facts;
using Rubicon.Rules.Law;
using Rubicon.Screening;

namespace Rubicon.Cli.Guidance;

/// <summary>A guide as text of at most 80 columns.</summary>
internal static class GuideText
{
    private const int Width = 80;

    public static string Of(Guide guide, ActorProfile actor, LawBook law)
    {
        var text = new StringBuilder();
        Wrap(text, "", $"What binds {actor.Name ?? "this actor"} ({string.Join(", ", actor.Capacities)}) on {PlainText.Day(guide.AsOf)}, known by {PlainText.Day(guide.KnownAt)}");
        foreach (var pack in guide.Stale) Wrap(text, "", $"warning: {pack.Id} was kept up to {PlainText.Day(pack.MaintainedAsOf)}; what changed since is not in here");
        foreach (var (effect, title) in Sections)
        {
            var rules = guide.Now.Where(r => r.Version.Effect == effect && r.Version.Status == LegalStatus.InForce).ToList();
            Section(text, title, rules, guide);
        }
        Section(text, "To be confirmed: treated as review until a person confirms where it stands", [.. guide.Now.Where(r => r.Version.Status == LegalStatus.Unconfirmed)], guide);
        Section(text, "Comes with a date", guide.Coming, guide);
        Section(text, "Reported, proposed or suspended: binds nobody today", guide.Pending, guide);
        Section(text, "Exceptions and waivers that the rules above name", guide.WaysOut, guide);
        Next(text, guide);
        Wrap(text, "", $"Law of {string.Join(", ", law.Packs.Select(p => $"{p.Id} (kept up to {PlainText.Day(p.MaintainedAsOf)})"))}. What is not in these packs is not in this guide. Not legal advice.");
        return text.ToString();
    }

    /// <summary>Effects in the order shown, with their titles.</summary>
    public static readonly (Effect Effect, string Title)[] Sections =
    [
        (Effect.Prohibited, "Prohibited"), (Effect.LicenseRequired, "Needs a license"), (Effect.Reviewable, "May be reviewed: a power that bars nothing until it is used"),
        (Effect.Duty, "Duties"), (Effect.Status, "Lists that bar nothing by themselves"),
    ];

    private static void Section(StringBuilder text, string title, IReadOnlyCollection<GuideRule> rules, Guide guide)
    {
        if (rules.Count == 0) return;
        text.Append('\n').Append(title).Append('\n');
        foreach (var rule in rules)
        {
            Wrap(text, "  ", $"{rule.Provision.Title}");
            Wrap(text, "      ", $"{rule.Provision.Id}; {rule.Citation}");
            Wrap(text, "      ", Days(rule, guide));
            if (rule.Binds == Truth.Unknown) Wrap(text, "      ", "binds only if: " + string.Join("; ", rule.Version.Binds!.Walk().Select(c => c.Quotation.Words).OfType<string>().Select(w => $"\"{w}\"")));
            if (rule.Version.Do is { } duty) Wrap(text, "      ", "do: " + duty);
            if (rule.Due is { } due) Wrap(text, "      ", "due: " + due.Arithmetic);
            foreach (string id in rule.Version.Unless.Concat(rule.Version.WaivableBy)) Wrap(text, "      ", "unless " + id);
            if (rule.Version.Note is { } note) Wrap(text, "      ", "note: " + note);
        }
    }

    private static string Days(GuideRule rule, Guide guide)
    {
        string state = rule.Version.Status == LegalStatus.InForce ? rule.Version.Effective.From > guide.AsOf ? "begins" : "since" : $"{PlainText.Status(rule.Version.Status)} since";
        string what = rule.Version.Effective.From > guide.AsOf ? $" ({Outcomes.Word(rule.Version.Effect)})" : "";
        return $"{state} {PlainText.Day(rule.Version.Effective.From)}{(rule.Until is { } to ? $", to {PlainText.Day(to)}" : "")}{what}";
    }

    private static void Next(StringBuilder text, Guide guide)
    {
        text.Append("\nWhat to do next\n");
        var dated = guide.Now.Where(r => r.Due?.Day is not null).OrderBy(r => r.Due!.Day).ThenBy(r => r.Provision.Id, StringComparer.Ordinal).ToList();
        foreach (var rule in dated) Wrap(text, "  ", $"by {PlainText.Day(rule.Due!.Day!.Value)}: {rule.Version.Do ?? rule.Provision.Title} ({rule.Provision.Id})");
        foreach (var rule in guide.Now.Where(r => r.Until is not null)) Wrap(text, "  ", $"on {PlainText.Day(rule.Until!.Value)} ends: {rule.Provision.Title} ({rule.Provision.Id})");
        foreach (var rule in guide.Coming) Wrap(text, "  ", $"before {PlainText.Day(rule.Version.Effective.From)} get ready for: {rule.Provision.Title} ({rule.Provision.Id})");
        foreach (var rule in guide.Now.Where(r => r.Version.Status == LegalStatus.Unconfirmed)) Wrap(text, "  ", $"confirm with counsel where it stands: {rule.Provision.Title} ({rule.Provision.Id})");
        Wrap(text, "  ", "decide what you have and buy: rubicon scan YOUR-FILES --actor …");
        text.Append('\n');
    }

    private static void Wrap(StringBuilder text, string indent, string words)
    {
        int used = 0;
        text.Append(indent);
        foreach (string word in PlainText.OneLine(words).Split(' '))
        {
            if (used > 0 && indent.Length + used + 1 + word.Length > Width)
            {
                text.Append('\n').Append(indent).Append("  ");
                used = 2;
            }
            else if (used > 0)
            {
                text.Append(' ');
                used++;
            }
            text.Append(word);
            used += word.Length;
        }
        text.Append('\n');
    }
}
