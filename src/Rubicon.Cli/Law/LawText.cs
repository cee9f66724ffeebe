using System.Text;
using Rubicon.Reports;
using Rubicon.Rules.Checks;
using Rubicon.Rules.Conditions;
using Rubicon.Rules.Evaluation;
using Rubicon.Rules.Law;

namespace Rubicon.Cli.Law;

/// <summary>Provisions and lists as text of at most 80 columns: each version with its days, tests over their words, exceptions, sources, and the cases.</summary>
internal static class LawText
{
    public static string Of(LawBook law, IEnumerable<string> provisions, IEnumerable<string> lists, IReadOnlyCollection<LawCase> cases, DateOnly asOf)
    {
        var text = new StringBuilder();
        foreach (var provision in provisions.Select(law.Provision)) One(text, law, provision, cases, asOf);
        foreach (var list in lists.Select(law.List)) One(text, list);
        return text.ToString();
    }

    private static void One(StringBuilder text, LawBook law, Provision provision, IReadOnlyCollection<LawCase> cases, DateOnly asOf)
    {
        if (text.Length > 0) text.Append('\n');
        Wrap(text, "", $"{provision.Id}: {provision.Title}");
        Wrap(text, "  ", provision.Citation);
        if (law.FindInstrument(provision.InstrumentId) is { } instrument)
            foreach (var row in instrument.Status) Wrap(text, "  ", $"{instrument.Id} {PlainText.Status(row.Is)} from {PlainText.Day(row.From)} ({row.Source})");
        foreach (var version in provision.Versions) Version(text, version, ReferenceEquals(version, provision.VersionOn(asOf, asOf)), asOf);
        foreach (var one in cases.Where(c => c.ProvisionId == provision.Id).OrderBy(c => c.AsOf))
            Wrap(text, "  ", $"case {PlainText.Day(one.AsOf)}{(one.KnownAt == one.AsOf ? "" : $", known by {PlainText.Day(one.KnownAt)}")}: {one.Expect}{(one.Due is { } due ? $", due {PlainText.Day(due)}" : "")}: {one.Name}");
    }

    private static void Version(StringBuilder text, ProvisionVersion version, bool current, DateOnly asOf)
    {
        var end = version.Effective.EndAsKnown(asOf);
        Wrap(text, current ? "* " : "  ", $"from {PlainText.Day(version.Effective.From)}{(end is { } to ? $" to {PlainText.Day(to)}" : "")}, known {PlainText.Day(version.Effective.Known)}: {PlainText.Status(version.Status)}, {Outcomes.Word(version.Effect)}{(current ? $" (holds on {PlainText.Day(asOf)})" : "")}");
        foreach (var revision in version.Effective.Revised)
            Wrap(text, "    ", $"its end is {(revision.To is { } last ? PlainText.Day(last) : "open")} as known from {PlainText.Day(revision.Known)}");
        foreach (var (name, part) in new[] { ("binds", version.Binds), ("act", version.Act), ("when", version.When) })
            if (part is not null) Test(text, part, name + ": ", 2);
        foreach (string id in version.Unless) Wrap(text, "    ", $"unless {id}");
        foreach (string id in version.WaivableBy) Wrap(text, "    ", $"waivable by {id}");
        foreach (string id in version.Obligations) Wrap(text, "    ", $"with the duty {id}");
        if (version.Do is not null) Wrap(text, "    ", $"do: {version.Do}");
        if (version.Clock is { } clock) Wrap(text, "    ", $"due: \"{clock.Words}\"");
        if (version.Note is not null) Wrap(text, "    ", $"note: {version.Note}");
        foreach (var source in version.Sources) Wrap(text, "    ", $"source: {source.Title}{(source.Published is null ? "" : $" ({source.Published})")}");
    }

    private static void Test(StringBuilder text, Condition condition, string name, int depth)
    {
        string indent = new(' ', Math.Min(depth, 16) * 2);
        Wrap(text, indent, name + condition.Test);
        if (condition.Quotation.Words is { } words) Wrap(text, indent + "  ", $"\"{words}\"{(condition.Quotation.Citation is { } cite ? $" ({cite})" : "")}");
        foreach (var child in condition.Children) Test(text, child, "", depth + 1);
    }

    private static void One(StringBuilder text, DesignationList list)
    {
        if (text.Length > 0) text.Append('\n');
        Wrap(text, "", $"{list.Id}: {list.Title}");
        Wrap(text, "  ", $"{list.Citation}; state of {PlainText.Day(list.Read)}");
        foreach (var entry in list.Entries)
        {
            var end = entry.Effective.EndAsKnown(DateOnly.MaxValue);
            Wrap(text, "  ", $"{entry.Id}: {(entry.IsCategory ? "category" : entry.Name)}, from {PlainText.Day(entry.Effective.From)}{(end is { } to ? $" to {PlainText.Day(to)}" : "")} ({entry.Citation})");
            if (entry.Words is { } words) Wrap(text, "      ", $"\"{words}\"");
            if (entry.When is { } when) Test(text, when, "limits: ", 3);
        }
    }

    private static void Wrap(StringBuilder text, string indent, string words) => TextWrap.Add(text, indent, words);
}
