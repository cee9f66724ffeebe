using System.Collections.Immutable;
using Rubicon.Reading.Yaml;
using Rubicon.Review;
using Rubicon.Rules.Law;

namespace Rubicon.Reading.Packs;

/// <summary>Reads procedures (grammar: <c>docs/design/review.md</c>).</summary>
internal sealed class ProcedureGrammar(NodeReader read, ProvisionGrammar provisions, string packId)
{
    private static readonly string[] VersionKeys = ["known", "effective", "citation", "words", "note"];

    private static readonly Dictionary<string, ReviewRole> Roles =
        Enum.GetValues<ReviewRole>().ToDictionary(ReviewWords.Word, StringComparer.Ordinal);

    private static readonly Dictionary<string, ClockKind> Kinds =
        Enum.GetValues<ClockKind>().ToDictionary(ReviewWords.Word, StringComparer.Ordinal);

    /// <summary>The procedure: its days hold for every text that states none.</summary>
    private YamlNode _whole = null!;

    public Procedure Read(YamlNode node, string fileId)
    {
        read.OnlyKeys(node, "procedure", "title", "instrument", "citation", "about", "known", "effective", "roles", "states", "facts", "steps", "clocks", "sources");
        _whole = node;
        string id = read.Text(node, "procedure");
        if (id.Length > 0 && id != fileId) read.Bad(node.Find("procedure")!, $"\"{fileId}\", as the file is named");
        return new Procedure(id, packId, read.Text(node, "title"), read.Text(node, "instrument"), read.Text(node, "citation"), RoleNames(node),
            [.. Mappings(node, "states").Select(State)], [.. Mappings(node, "steps").Select(Step)], [.. Mappings(node, "clocks").Select(Clock)],
            Facts(node), provisions.Sources(node), node.Where);
    }

    private IEnumerable<YamlNode> Mappings(YamlNode node, string key)
    {
        if (node.Find(key) is null) read.Missing(node, key);
        return NodeReader.Items(node, key).Where(read.IsMapping);
    }

    private ImmutableDictionary<ReviewRole, string> RoleNames(YamlNode node)
    {
        var names = ImmutableDictionary.CreateBuilder<ReviewRole, string>();
        if (node.Find("roles") is not { } roles)
        {
            read.Missing(node, "roles");
            return names.ToImmutable();
        }
        read.OnlyKeys(roles, [.. Roles.Keys]);
        foreach (var (word, role) in Roles)
            if (roles.Find(word) is not null) names[role] = read.Text(roles, word);
        return names.ToImmutable();
    }

    private ImmutableDictionary<string, ImmutableArray<string>> Facts(YamlNode node)
    {
        if (node.Find("facts") is not { } facts || !read.IsMapping(facts)) return ImmutableDictionary<string, ImmutableArray<string>>.Empty;
        return facts.Entries.ToImmutableDictionary(e => e.Key.Text, e => read.Texts(facts, e.Key.Text), StringComparer.Ordinal);
    }

    private ProcedureState State(YamlNode node)
    {
        read.OnlyKeys(node, "id", "title", "ends", "note");
        return new ProcedureState(read.Text(node, "id"), read.Text(node, "title"), YesNo(node, "ends"), read.OptionalText(node, "note"));
    }

    private ProcedureStep Step(YamlNode node)
    {
        read.OnlyKeys(node, ["id", "title", "by", "from", "to", "not-before", "after-lapse", "needs", "approved", "document", "seen-by", "versions", .. VersionKeys]);
        var by = NodeReader.Items(node, "by").Select(Role).ToImmutableArray();
        if (by.IsEmpty) read.Missing(node, "by");
        // A step with one text states it in itself.
        var versions = node.Find("versions") is null ? [StepVersion(node)] : NodeReader.Items(node, "versions").Where(read.IsMapping).Select(v =>
        {
            read.OnlyKeys(v, VersionKeys);
            return StepVersion(v);
        }).ToImmutableArray();
        return new ProcedureStep(read.Text(node, "id"), read.Text(node, "title"), by, read.Texts(node, "from"), read.OptionalText(node, "to"),
            read.OptionalText(node, "not-before"), read.OptionalText(node, "after-lapse"), [.. NodeReader.Items(node, "needs").Where(read.IsMapping).Select(Need)],
            YesNo(node, "approved"), read.OptionalText(node, "document"),
            [.. NodeReader.Items(node, "seen-by").Select(Role).Append(ReviewRole.Agency).Concat(by).Distinct().Order()], versions, node.Where);
    }

    private StepStatement Need(YamlNode node)
    {
        read.OnlyKeys(node, "id", "title", "choices", "optional");
        return new StepStatement(read.Text(node, "id"), read.Text(node, "title"), read.Texts(node, "choices"), YesNo(node, "optional"));
    }

    private StepVersion StepVersion(YamlNode node)
    {
        // A text that was not read is said so: it has no words, and a note.
        if (node.Find("words") is null && node.Find("note") is null) read.Missing(node, "words");
        return new StepVersion(provisions.EffectiveOf(node, _whole), read.Text(node, "citation"), read.OptionalText(node, "words"), read.OptionalText(node, "note"));
    }

    private ProcedureClock Clock(YamlNode node)
    {
        read.OnlyKeys(node, "id", "title", "kind", "for", "start", "stop", "rule", "versions", "extend");
        string? rule = read.OptionalText(node, "rule");
        var versions = NodeReader.Items(node, "versions").Where(read.IsMapping).Select(ClockVersion).ToImmutableArray();
        if (rule is null == versions.IsEmpty) read.Missing(node, rule is null ? "rule` or `versions" : "rule` without `versions");
        return new ProcedureClock(read.Text(node, "id"), read.Text(node, "title"),
            node.Find("kind") is { } kind ? read.Word(kind, Kinds, ClockKind.Deadline) : ClockKind.Deadline,
            node.Find("for") is { } role ? Role(role) : ReviewRole.Agency,
            read.Texts(node, "start"), read.Texts(node, "stop"), rule, versions, node.Find("extend") is { } extend ? Extension(extend) : null, node.Where);
    }

    private ClockVersion ClockVersion(YamlNode node)
    {
        read.OnlyKeys(node, "known", "effective", "citation", "add", "unit", "rolls", "words", "note", "unconfirmed");
        if (node.Find("add") is null) read.Missing(node, "add");
        var unit = node.Find("unit") is { } u ? read.Word(u, GrammarWords.Units, ClockUnit.CalendarDays) : ClockUnit.CalendarDays;
        var count = new Clock(null, read.Number(node, "add", 0), unit, 0, 0, YesNo(node, "rolls"), read.Text(node, "words"));
        if (YesNo(node, "unconfirmed") && node.Find("note") is null) read.Missing(node, "note");
        return new ClockVersion(provisions.EffectiveOf(node, _whole), count, read.Text(node, "citation"), !YesNo(node, "unconfirmed"), read.OptionalText(node, "note"));
    }

    private ClockExtension Extension(YamlNode node)
    {
        read.OnlyKeys(node, "by", "words", "citation");
        return new ClockExtension(node.Find("by") is { } by ? Role(by) : ReviewRole.Agency, read.Text(node, "words"), read.Text(node, "citation"));
    }

    private ReviewRole Role(YamlNode node) => read.Word(node, Roles, ReviewRole.Agency);

    private bool YesNo(YamlNode node, string key)
    {
        if (node.Find(key) is not { } value) return false;
        if (value.Text is not ("yes" or "no" or "true" or "false")) read.Bad(value, "yes or no");
        return value.Text is "yes" or "true";
    }
}
