using System.Text;
using Rubicon.Reports;
using Rubicon.Rules.Law;
using Rubicon.Screening;

namespace Rubicon.Cli.Guidance;

/// <summary>A guide as text of at most 80 columns.</summary>
internal static class GuideText
{
    public static string Of(Guide guide, ActorProfile actor, LawBook law)
    {
        var text = new StringBuilder();
        Wrap(text, "", $"What binds {actor.Name ?? "this actor"} ({string.Join(", ", actor.Capacities)}) on {PlainText.Day(guide.AsOf)}, known by {PlainText.Day(guide.KnownAt)}");
        foreach (var pack in guide.Stale) Wrap(text, "", $"warning: {pack.Id} was kept up to {PlainText.Day(pack.MaintainedAsOf)}; what changed since is not in here");
        foreach (var (title, rules) in GuideWords.Sections(guide)) Section(text, title, rules, guide);
        Next(text, guide);
        Wrap(text, "", $"Law of {string.Join(", ", law.Packs.Select(p => $"{p.Id} (kept up to {PlainText.Day(p.MaintainedAsOf)})"))}. What is not in these packs is not in this guide. Not legal advice.");
        return text.ToString();
    }

    private static void Section(StringBuilder text, string title, IReadOnlyCollection<GuideRule> rules, Guide guide)
    {
        text.Append('\n').Append(title).Append('\n');
        foreach (var rule in rules)
        {
            Wrap(text, "  ", $"{rule.Provision.Title}");
            Wrap(text, "      ", $"{rule.Provision.Id}; {rule.Citation}");
            Wrap(text, "      ", GuideWords.Days(rule, guide));
            if (GuideWords.BindsOnlyIf(rule) is { } condition) Wrap(text, "      ", condition);
            if (rule.Version.Do is { } duty) Wrap(text, "      ", "do: " + duty);
            if (rule.Due is { } due) Wrap(text, "      ", "due: " + due.Arithmetic);
            foreach (string id in rule.Version.Unless.Concat(rule.Version.WaivableBy)) Wrap(text, "      ", "unless " + id);
            if (rule.Version.Note is { } note) Wrap(text, "      ", "note: " + note);
        }
    }

    private static void Next(StringBuilder text, Guide guide)
    {
        text.Append("\nWhat to do next\n");
        foreach (string step in GuideWords.Next(guide)) Wrap(text, "  ", step);
        text.Append('\n');
    }

    private static void Wrap(StringBuilder text, string indent, string words) => TextWrap.Add(text, indent, words);
}
