using System.Collections.Immutable;
using Rubicon.Diagnostics;
using Rubicon.Parties;
using Rubicon.Reading.Yaml;
using Rubicon.Rules.Facts;
using Rubicon.Rules.Law;

namespace Rubicon.Reading.Packs;

/// <summary>Reads provisions and lists of designations.</summary>
internal sealed class ProvisionGrammar(NodeReader read, FactCatalog catalog, string packId)
{
    private static readonly string[] EntryKeys =
    [
        "id", "party", "printed", "also", "weak", "country", "group", "group-as", "reach", "known", "effective", "footnotes", "when", "limited",
        "words", "citation", "sources", "note", "requirement", "policy", "addresses",
    ];

    private readonly ConditionGrammar _conditions = new(read, catalog);

    public Provision? Provision(YamlNode node, string fileId)
    {
        read.OnlyKeys(node, "id", "title", "instrument", "citation", "about", "versions", "cases");
        string id = read.Text(node, "id");
        if (id.Length > 0 && id != fileId) read.Bad(node.Find("id")!, $"\"{fileId}\", as the file is named");
        var versions = NodeReader.Items(node, "versions");
        if (versions.IsEmpty) read.Missing(node, "versions");
        return new Provision(id, packId, read.Text(node, "title"), read.Text(node, "instrument"), read.Text(node, "citation"),
            [.. versions.Where(read.IsMapping).Select(Version)], node.Where);
    }

    private static readonly string[] VersionKeys =
    [
        "known", "effective", "status", "binds", "act", "when", "outcome", "unless", "waivable-by", "obligations",
        "clock", "do", "note", "citation", "sources",
    ];

    private ProvisionVersion Version(YamlNode node)
    {
        read.OnlyKeys(node, VersionKeys);
        return Version(node, EffectiveOf(node, node));
    }

    /// <summary>A provision of a draft: the grammar of a version, with the keys of a draft around it instead of days and status.</summary>
    public Provision DraftProvision(YamlNode node, string instrument, string citation, Effective effective, params string[] around)
    {
        read.OnlyKeys(node, [.. VersionKeys.Except(["known", "effective", "status", "sources"]), .. around]);
        return new Provision(read.Text(node, "id"), packId, read.Text(node, "title"), instrument, read.OptionalText(node, "citation") ?? citation, [Version(node, effective)], node.Where);
    }

    private ProvisionVersion Version(YamlNode node, Effective effective)
    {
        var effect = node.Find("outcome") is { } outcome ? read.Word(outcome, GrammarWords.Effects, Effect.Status) : Effect.Status;
        if (node.Find("outcome") is null) read.Missing(node, "outcome");
        var status = node.Find("status") is { } s ? read.Word(s, GrammarWords.Statuses, LegalStatus.InForce) : LegalStatus.InForce;
        if (status == LegalStatus.Unconfirmed && node.Find("note") is null) read.Missing(node, "note");
        if (effect == Effect.Duty && node.Find("do") is null) read.Missing(node, "do");
        return new ProvisionVersion(effective, status,
            node.Find("binds") is { } binds ? _conditions.Binds(binds) : null,
            node.Find("act") is { } act ? _conditions.Act(act) : null,
            node.Find("when") is { } when ? _conditions.Read(when) : null,
            effect, read.Texts(node, "unless"), read.Texts(node, "waivable-by"), read.Texts(node, "obligations"),
            node.Find("clock") is { } clock ? Clock(clock) : null, read.OptionalText(node, "do"), read.OptionalText(node, "note"),
            read.OptionalText(node, "citation"), Sources(node), node.Where);
    }

    public Effective EffectiveOf(YamlNode node, YamlNode fallback)
    {
        var known = (node.Find("known") ?? fallback.Find("known")) is { } k ? read.Date(k) : default;
        if (known == default && node.Find("known") is null && fallback.Find("known") is null) read.Missing(node, "known");
        if ((node.Find("effective") ?? fallback.Find("effective")) is not { } effective)
        {
            read.Missing(node, "effective");
            return new Effective(known, known, null, []);
        }
        read.OnlyKeys(effective, "from", "to", "revised");
        var from = read.Date(effective, "from");
        var to = read.OptionalDate(effective, "to");
        if (to < from) read.Bad(effective.Find("to")!, $"a day on or after {from:yyyy-MM-dd}");
        var revised = ImmutableArray.CreateBuilder<RevisedEnd>();
        foreach (var item in NodeReader.Items(effective, "revised"))
        {
            read.OnlyKeys(item, "known", "to");
            revised.Add(new RevisedEnd(read.Date(item, "known"), read.OptionalDate(item, "to")));
        }
        return new Effective(known, from, to, [.. revised.OrderBy(r => r.Known)]);
    }

    private Clock? Clock(YamlNode node)
    {
        read.OnlyKeys(node, "on", "from", "add", "unit", "yearly", "rolls", "words");
        string words = read.Text(node, "words");
        if (node.Find("on") is { } named) return new Clock(null, 0, ClockUnit.CalendarDays, 0, 0, false, words, read.Date(named));
        if (node.Find("yearly") is { } yearly)
        {
            if (NodeReader.TryDate("2000-" + yearly.Text, out var day)) return new Clock(null, 0, ClockUnit.CalendarDays, day.Month, day.Day, false, words);
            read.Bad(yearly, "a month and day as MM-DD");
            return null;
        }
        string from = read.Text(node, "from");
        if (from != "as-of" && catalog.Find(from) is not { Type: FactType.Date } && node.Find("from") is { } fromNode)
            read.Problems.Add(new Problem(ProblemCatalog.UnknownFact, fromNode.Where, fromNode.Shown, "the name of a date fact, or as-of"));
        if (node.Find("add") is null) read.Missing(node, "add");
        var unit = node.Find("unit") is { } u ? read.Word(u, GrammarWords.Units, ClockUnit.CalendarDays) : ClockUnit.CalendarDays;
        if (node.Find("unit") is null) read.Missing(node, "unit");
        return new Clock(from, read.Number(node, "add", 0), unit, 0, 0, node.Find("rolls")?.Text is "true" or "yes", words);
    }

    public ImmutableArray<StatementSource> Sources(YamlNode node)
    {
        var sources = ImmutableArray.CreateBuilder<StatementSource>();
        foreach (var item in NodeReader.Items(node, "sources"))
        {
            if (item.Kind == YamlKind.Scalar)
            {
                sources.Add(new StatementSource(item.Text, null, Confidence.Known));
                continue;
            }
            read.OnlyKeys(item, "title", "published", "read", "confidence", "note", "url", "who", "what", "date");
            var confidence = item.Find("confidence") is { } c ? read.Word(c, GrammarWords.Confidences, Confidence.Known) : Confidence.Known;
            sources.Add(new StatementSource(read.Text(item, "title"), read.OptionalText(item, "published"), confidence));
        }
        return sources.ToImmutable();
    }

    public DesignationList? List(YamlNode node, string fileId)
    {
        read.OnlyKeys(node, "list", "title", "citation", "read", "about", "sources", "defaults", "entries");
        string id = read.Text(node, "list");
        if (id.Length > 0 && id != fileId) read.Bad(node.Find("list")!, $"\"{fileId}\", as the file is named");
        string citation = read.Text(node, "citation");
        var defaults = node.Find("defaults") ?? node;
        if (node.Find("defaults") is { } d) read.OnlyKeys(d, EntryKeys);
        var entries = NodeReader.Items(node, "entries").Where(read.IsMapping).Select(e => Entry(e, defaults, id, citation)).ToImmutableArray();
        foreach (var doubled in entries.GroupBy(e => e.Id, StringComparer.Ordinal).Where(g => g.Count() > 1))
            read.Problems.Add(new Problem(ProblemCatalog.PackDoubledId, doubled.Last().Where, Quote.Text(doubled.Key)));
        return new DesignationList(id, packId, read.Text(node, "title"), citation, read.Date(node, "read"), entries, node.Where);
    }

    private DesignationEntry Entry(YamlNode node, YamlNode defaults, string listId, string listCitation)
    {
        read.OnlyKeys(node, EntryKeys);
        YamlNode Holder(string key) => node.Find(key) is not null || ReferenceEquals(defaults, node) ? node : defaults.Find(key) is not null ? defaults : node;
        string id = listId + "/" + read.Text(node, "id");
        var printed = read.Texts(node, "printed");
        string? group = read.OptionalText(node, "group");
        // A party known only from this list goes by the entry's own id.
        string? party = read.OptionalText(node, "party") ?? (printed.IsEmpty ? null : id);
        var reach = NodeReader.Items(Holder("reach"), "reach").Select(r => read.Word(r, GrammarWords.Relations, Relation.Named)).ToImmutableArray();
        return new DesignationEntry(id, party, printed, read.Texts(node, "also"), read.Texts(node, "weak"),
            read.OptionalText(Holder("country"), "country"), group,
            node.Find("group-as") is { } groupAs ? read.Word(groupAs, GrammarWords.Relations, Relation.Subsidiary) : Relation.Subsidiary,
            reach.IsEmpty ? [Relation.Named] : reach, EffectiveOf(node, defaults),
            [.. read.Texts(Holder("footnotes"), "footnotes").Select(f => int.TryParse(f, out int n) ? n : 0)],
            Holder("when").Find("when") is { } when ? _conditions.Read(when, quoted: read.OptionalText(Holder("words"), "words") is not null) : null,
            read.OptionalText(Holder("words"), "words"), read.OptionalText(Holder("citation"), "citation") ?? listCitation, node.Where)
        {
            Limited = Limited(node),
        };
    }

    private bool Limited(YamlNode node)
    {
        if (node.Find("limited") is not { } limited) return false;
        if (limited.Text is not ("yes" or "no" or "true" or "false")) read.Bad(limited, "yes or no");
        else if (node.Find("when") is null) read.Missing(node, "when");
        return limited.Text is "yes" or "true";
    }
}
