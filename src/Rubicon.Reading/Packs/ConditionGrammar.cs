using System.Collections.Immutable;
using System.Globalization;
using Rubicon.Diagnostics;
using Rubicon.Reading.Yaml;
using Rubicon.Rules.Conditions;
using Rubicon.Rules.Facts;

namespace Rubicon.Reading.Packs;

/// <summary>
/// Reads conditions. The predicates are closed: anything else is an error with its place. A predicate needs quoted words, its own or
/// those of a group around it.
/// </summary>
internal sealed class ConditionGrammar(NodeReader read, FactCatalog catalog)
{
    private static readonly string[] Predicates =
    [
        "all", "any", "not", "covered", "listed", "act", "actor", "actor-country", "item-kind", "category", "purpose", "place", "network", "destination", "is", "origin", "date",
        "amount", "holds", "open", "status", "of-concern", "owned",
    ];

    /// <summary>A hundred years: more is a slip, and would run out of the calendar.</summary>
    private const int LongestWait = 36_500;

    private static readonly string[] Around = ["words", "cite", "note"];

    /// <summary>A condition, or null after a problem.</summary>
    public Condition? Read(YamlNode node, bool quoted = false)
    {
        if (!read.IsMapping(node)) return null;
        var named = node.Entries.Where(e => !Around.Contains(e.Key.Text, StringComparer.Ordinal)).ToList();
        if (named.Count != 1 || !Predicates.Contains(named[0].Key.Text, StringComparer.Ordinal))
        {
            read.Problems.Add(new Problem(ProblemCatalog.PackUnknownKey, named.Count > 0 ? named[^1].Key.Where : node.Where,
                named.Count == 0 ? "no predicate" : string.Join(", ", named.Select(e => e.Key.Text)), "one predicate of " + string.Join(", ", Predicates)));
            return null;
        }
        var quotation = new Quotation(read.OptionalText(node, "words"), read.OptionalText(node, "cite"), node.Where);
        string predicate = named[0].Key.Text;
        var value = named[0].Value;
        bool group = predicate is "all" or "any" or "not";
        if (!group && !quoted && string.IsNullOrWhiteSpace(quotation.Words))
            read.Problems.Add(new Problem(ProblemCatalog.PackUnquotedCondition, node.Where, $"`{predicate}` without `words`"));
        bool inside = quoted || !string.IsNullOrWhiteSpace(quotation.Words);
        return predicate switch
        {
            "all" => new AllOf(Group(value, inside), quotation),
            "any" => new AnyOf(Group(value, inside), quotation),
            "not" => Read(value, inside) is { } inner ? new Not(inner, quotation) : null,
            "covered" => Covered(value, quotation),
            "listed" => Listed(value, quotation),
            "is" => Is(value, quotation),
            "origin" => Origin(value, quotation),
            "date" => Date(value, quotation),
            "amount" => Amount(value, quotation),
            "holds" => Holds(value, quotation),
            "open" => YesNo("open", value, quotation),
            "status" => Status(value, quotation),
            "of-concern" => OfConcern(value, quotation),
            "owned" => Owned(value, quotation),
            _ => AnyWord(predicate, catalog[predicate], NodeReader.Items(value), quotation),
        };
    }

    /// <summary>`binds: { actor: [...], words: "..." }`, or a group of such conditions where who is bound hangs on the country too.</summary>
    public Condition? Binds(YamlNode node)
    {
        if (node.Find("any") is not null || node.Find("all") is not null) return Read(node);
        read.OnlyKeys(node, "actor", "words", "cite", "note");
        return Header(node, catalog.Actor, NodeReader.Items(node, "actor"));
    }

    /// <summary>`act: { any: [...], words: "..." }`.</summary>
    public Condition? Act(YamlNode node)
    {
        read.OnlyKeys(node, "any", "words", "cite", "note");
        return Header(node, catalog.Act, NodeReader.Items(node, "any"));
    }

    private IsAnyOf? Header(YamlNode node, Fact fact, ImmutableArray<YamlNode> words)
    {
        string? quoted = read.OptionalText(node, "words");
        if (string.IsNullOrWhiteSpace(quoted))
            read.Problems.Add(new Problem(ProblemCatalog.PackUnquotedCondition, node.Where, "no `words`"));
        if (words.IsEmpty) read.Missing(node, fact == catalog.Actor ? "actor" : "any");
        return AnyWord(fact.Name, fact, words, new Quotation(quoted, read.OptionalText(node, "cite"), node.Where));
    }

    private ImmutableArray<Condition> Group(YamlNode value, bool quoted)
    {
        if (value.Kind != YamlKind.Sequence || value.Items.IsEmpty) read.Bad(value, "a list of conditions");
        return [.. value.Items.Select(i => Read(i, quoted)).OfType<Condition>()];
    }

    private IsAnyOf? AnyWord(string predicate, Fact fact, ImmutableArray<YamlNode> items, Quotation quotation, bool? unstated = null)
    {
        foreach (var item in items)
            if (fact.Vocabulary is { } vocabulary && !vocabulary.Contains(read.ScalarText(item)))
                read.Bad(item, $"a word of the vocabulary {vocabulary.Name}: {string.Join(", ", vocabulary.Terms.Select(t => t.Id))}");
        return new IsAnyOf(predicate, fact, [.. items.Select(read.ScalarText)], unstated, quotation);
    }

    private CoveredCondition? Covered(YamlNode value, Quotation quotation)
    {
        read.OnlyKeys(value, "list", "through", "entries", "days-after-listing", "reach");
        int days = read.Number(value, "days-after-listing", 0);
        if (days is < 0 or > LongestWait) read.Bad(value.Find("days-after-listing")!, "a number of days from 0 to 36500");
        var through = NodeReader.Items(value, "through").Select(t => read.Word(t, GrammarWords.Throughs, Through.Self)).ToImmutableArray();
        return new CoveredCondition(Lists(value), through.IsEmpty ? [Through.Self] : through, read.Texts(value, "entries"),
            Math.Clamp(days, 0, LongestWait), Reach(value), quotation);
    }

    private ListedCondition? Listed(YamlNode value, Quotation quotation)
    {
        read.OnlyKeys(value, "list", "party", "reach", "footnote", "entries", "unstated");
        int footnote = read.Number(value, "footnote", 0);
        return Fact(value, "party", FactType.Party) is { } role
            ? new ListedCondition(Lists(value), role, Reach(value), footnote == 0 ? null : footnote, read.Texts(value, "entries"), Unstated(value), quotation) : null;
    }

    /// <summary>Ids are checked against the lists once all packs are read (<see cref="ReferenceCheck"/>).</summary>
    private ImmutableArray<string> Lists(YamlNode value)
    {
        var lists = read.Texts(value, "list");
        if (lists.IsEmpty) read.Missing(value, "list");
        return lists;
    }

    private ImmutableArray<Relation>? Reach(YamlNode value) => value.Find("reach") is null
        ? null : [.. NodeReader.Items(value, "reach").Select(r => read.Word(r, GrammarWords.Relations, Relation.Named))];

    private FactCondition? Is(YamlNode value, Quotation quotation)
    {
        read.OnlyKeys(value, "fact", "value", "unstated");
        if (Fact(value, "fact", null) is not { } fact) return null;
        var items = NodeReader.Items(value, "value");
        if (fact.Type is FactType.Words or FactType.Label or FactType.Country) return AnyWord("is", fact, items, quotation, Unstated(value));
        if (fact.Type == FactType.YesNo && items is [{ Text: "yes" or "no" or "true" or "false" } answer])
            return new IsYesNo("is", fact, answer.Text is "yes" or "true", quotation);
        read.Bad(value, "a yes-no fact with `value: yes` or `no`, or a words, label or country fact with its words");
        return null;
    }

    private OriginCondition? Origin(YamlNode value, Quotation quotation)
    {
        read.OnlyKeys(value, "stages", "in", "outside");
        string[] all = ["designed", "developed", "manufactured", "assembled"];
        var stages = read.Texts(value, "stages");
        bool any = stages is ["any"] or { IsEmpty: true };
        var names = stages is ["any"] or ["all"] or { IsEmpty: true } ? all : [.. stages];
        foreach (string stage in names)
            if (!all.Contains(stage, StringComparer.Ordinal)) read.Bad(value.Find("stages")!, "any, all, or some of " + string.Join(", ", all));
        bool outside = value.Find("outside") is not null;
        return new OriginCondition([.. names.Where(all.Contains).Select(s => catalog["origin-" + s])], any,
            read.Texts(value, outside ? "outside" : "in"), outside, quotation);
    }

    private DateWithin? Date(YamlNode value, Quotation quotation)
    {
        read.OnlyKeys(value, "fact", "from", "to", "before", "after", "unstated");
        if (Fact(value, "fact", FactType.Date) is not { } fact) return null;
        // A day that could not be read stands as the first of the calendar, which has no day before it; the problem is reported.
        var from = read.OptionalDate(value, "from") ?? (read.OptionalDate(value, "after") is { } after && after < DateOnly.MaxValue ? after.AddDays(1) : null);
        var to = read.OptionalDate(value, "to") ?? (read.OptionalDate(value, "before") is { } before && before > DateOnly.MinValue ? before.AddDays(-1) : null);
        if (from is null && to is null) read.Missing(value, "from");
        return new DateWithin(fact, from, to, Unstated(value), quotation);
    }

    /// <summary>What is taken when nobody states the fact; null for unknown.</summary>
    private bool? Unstated(YamlNode value)
    {
        if (value.Find("unstated") is not { } taken) return null;
        if (taken.Text is not ("yes" or "no" or "true" or "false")) read.Bad(taken, "yes or no");
        return taken.Text is "yes" or "true";
    }

    private AmountWithin? Amount(YamlNode value, Quotation quotation)
    {
        read.OnlyKeys(value, "fact", "more-than", "at-least", "less-than", "at-most", "unstated");
        if (Fact(value, "fact", FactType.Number) is not { } fact) return null;
        decimal? Bound(string key)
        {
            if (value.Find(key) is not { } node) return null;
            if (decimal.TryParse(node.Text, NumberStyles.Number, CultureInfo.InvariantCulture, out decimal number)) return number;
            read.Bad(node, "a number");
            return null;
        }
        decimal? more = Bound("more-than"), least = Bound("at-least"), less = Bound("less-than"), most = Bound("at-most");
        if (more is null && least is null && less is null && most is null) read.Missing(value, "more-than");
        return new AmountWithin(fact, more ?? least, more is null, less ?? most, less is null, Unstated(value), quotation);
    }

    private Condition? Holds(YamlNode value, Quotation quotation)
    {
        var papers = NodeReader.Items(value).Select(p => YesNo("holds", p, quotation)).OfType<Condition>().ToImmutableArray();
        return papers.Length == 1 ? papers[0] : new AnyOf(papers, quotation);
    }

    private IsYesNo? YesNo(string predicate, YamlNode value, Quotation quotation)
    {
        string name = read.ScalarText(value);
        if (catalog.Find(name) is { Type: FactType.YesNo } fact) return new IsYesNo(predicate, fact, true, quotation);
        read.Problems.Add(new Problem(ProblemCatalog.PackUnknownReference, value.Where, value.Shown,
            predicate == "open" ? "a term of a pack.yaml" : "a paper of a pack.yaml"));
        return null;
    }

    private StatusCondition? Status(YamlNode value, Quotation quotation)
    {
        read.OnlyKeys(value, "instrument", "is");
        return new StatusCondition(read.Text(value, "instrument"),
            [.. NodeReader.Items(value, "is").Select(s => read.Word(s, GrammarWords.Statuses, Rules.Law.LegalStatus.InForce))], quotation);
    }

    private OfConcernCondition? OfConcern(YamlNode value, Quotation quotation)
    {
        read.OnlyKeys(value, "party", "countries");
        var countries = read.Texts(value, "countries");
        if (countries.IsEmpty) read.Missing(value, "countries");
        return Fact(value, "party", FactType.Party) is { } role ? new OfConcernCondition(role, countries, quotation) : null;
    }

    private OwnedCondition? Owned(YamlNode value, Quotation quotation)
    {
        read.OnlyKeys(value, "party", "list", "measure", "unstated");
        var measure = value.Find("measure") is { } m ? read.Word(m, GrammarWords.Measures, HoldingMeasure.Half) : HoldingMeasure.Half;
        return Fact(value, "party", FactType.Party) is { } role ? new OwnedCondition(role, catalog["stakes"], Lists(value), measure, Unstated(value), quotation) : null;
    }

    private Fact? Fact(YamlNode value, string key, FactType? type)
    {
        if (value.Find(key) is not { } node)
        {
            read.Missing(value, key);
            return null;
        }
        if (catalog.Find(node.Text) is { } fact && (type is null || fact.Type == type)) return fact;
        read.Problems.Add(new Problem(ProblemCatalog.UnknownFact, node.Where, node.Shown,
            type is null ? "the name of a fact" : $"the name of a {type} fact".ToLowerInvariant()));
        return null;
    }
}
