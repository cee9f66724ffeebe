using System.Collections.Immutable;
using System.Globalization;
using Rubicon.Diagnostics;
using Rubicon.Reading.Yaml;
using Rubicon.Rules.Facts;

namespace Rubicon.Reading.Packs;

/// <summary>A party as a case, request or answer mentions it.</summary>
/// <param name="Key">A maker or list-entry key, when one is given instead of a name.</param>
/// <param name="Name">The name, or null.</param>
/// <param name="Of">Key of a party that it is stated to be related to, or null.</param>
/// <param name="As">How.</param>
/// <param name="Maybe">True when the relation is only possible.</param>
/// <param name="Country">Country of organization, or null.</param>
/// <param name="Where">Place of the mention.</param>
/// <param name="Role">Name of the fact that it is mentioned for: producer, recipient …</param>
public sealed record PartyMention(string? Key, string? Name, string? Of, Relation As, bool Maybe, string? Country, SourceLocation Where, string Role = "")
{
    /// <summary>True when the caller states that it looked the party up on all lists and found it on none. A name that matches an entry still does.</summary>
    public bool OnNoList { get; init; }

    /// <summary>Ids of the lists on which the caller found the party: the whole lists, of which the packs hold a part. Complete: it stands on no other.</summary>
    public ImmutableArray<string> On { get; init; } = [];
}

/// <summary>Reads facts by name from a mapping: cases, requests, answers and actor files share this form.</summary>
public sealed class FactValues
{
    private const int MostNear = 6;
    private const double LeastLikeness = 0.5;

    private readonly FactCatalog _catalog;
    private readonly Func<PartyMention, PartyValue> _parties;
    private readonly ICollection<Problem> _problems;
    private readonly NodeReader _read;

    /// <summary>Makes a reader.</summary>
    /// <param name="catalog">The facts that there are.</param>
    /// <param name="parties">Makes a party out of a mention: by key in cases, by name matching in requests.</param>
    /// <param name="problems">Unknown facts (RUB3002), values that a fact cannot take (RUB3003) and dates (RUB3005) are added here.</param>
    public FactValues(FactCatalog catalog, Func<PartyMention, PartyValue> parties, ICollection<Problem> problems)
    {
        (_catalog, _parties, _problems) = (catalog, parties, problems);
        _read = new NodeReader(problems);
    }

    /// <summary>
    /// The facts of a mapping laid over <paramref name="start"/>. <c>unknown</c> takes a fact away. Two keys are not facts: <c>papers</c> lists the
    /// papers held, <c>components</c> the parts, each a mapping of facts.
    /// </summary>
    public FactSet Read(YamlNode node, FactSet start)
    {
        if (!_read.IsMapping(node)) return start;
        foreach (var (key, value) in node.Entries)
            start = key.Text switch
            {
                "components" => start.WithComponents([.. NodeReader.Items(value).Select(c => Read(c, FactSet.Empty(_catalog)))]),
                "papers" => Papers(value, start),
                _ => One(key, value, start),
            };
        return start;
    }

    private FactSet One(YamlNode key, YamlNode value, FactSet facts)
    {
        if (_catalog.Find(key.Text) is not { } fact)
        {
            _problems.Add(new Problem(ProblemCatalog.UnknownFact, key.Where, key.Shown, Near(key.Text)));
            return facts;
        }
        return facts.With(fact, value is { Kind: YamlKind.Scalar, Text: "unknown" } ? null : Value(fact, value));
    }

    /// <summary>One value of a fact, or null after a problem.</summary>
    public FactValue? Value(Fact fact, YamlNode node)
    {
        var evidence = ImmutableArray.Create(new Evidence($"{fact.Name}: {node.Shown}", node.Where));
        return fact.Type switch
        {
            FactType.YesNo => YesNo(fact, node, evidence),
            FactType.Date => NodeReader.TryDate(node.Text, out var day) ? new DateValue(day, evidence) : BadDate(node),
            FactType.Number => decimal.TryParse(node.Text, NumberStyles.Number, CultureInfo.InvariantCulture, out decimal number) ? new NumberValue(number, evidence) : Bad(fact, node, "a number"),
            FactType.Holdings => new StakeValues(_catalog, _parties, Mention, _read).Read(fact, node, evidence),
            FactType.Party => _parties(Mention(node) with { Role = fact.Name }),
            FactType.Country => Countries(fact, node, evidence),
            _ => Words(fact, node, evidence),
        };
    }

    private FactValue? YesNo(Fact fact, YamlNode node, ImmutableArray<Evidence> evidence) => node.Text switch
    {
        "yes" or "true" => new YesNoValue(true, evidence),
        "no" or "false" => new YesNoValue(false, evidence),
        _ => Bad(fact, node, "yes, no or unknown"),
    };

    private WordsValue? Words(Fact fact, YamlNode node, ImmutableArray<Evidence> evidence)
    {
        var words = NodeReader.Items(node).Select(_read.ScalarText).Where(w => w is not "none").ToImmutableArray();
        foreach (string word in words)
            if (fact.Vocabulary is { } vocabulary && !vocabulary.Contains(word))
            {
                _problems.Add(new Problem(fact == _catalog.Actor ? ProblemCatalog.UnknownCapacity : ProblemCatalog.BadFactValue, node.Where, Quote.Text(word),
                    $"one of {string.Join(", ", vocabulary.Terms.Select(t => t.Id))}"));
                return null;
            }
        return new WordsValue(words, true, evidence);
    }

    private WordsValue? Countries(Fact fact, YamlNode node, ImmutableArray<Evidence> evidence)
    {
        var countries = NodeReader.Items(node).Select(c => _read.ScalarText(c).ToUpperInvariant()).ToImmutableArray();
        if (countries.All(c => c.Length == 2 && c.All(char.IsAsciiLetterUpper))) return new WordsValue(countries, true, evidence);
        Bad(fact, node, "ISO 3166-1 alpha-2 countries, such as CN");
        return null;
    }

    private PartyMention Mention(YamlNode node)
    {
        if (node.Kind == YamlKind.Scalar) return new PartyMention(node.Text, null, null, Relation.Named, false, null, node.Where);
        _read.OnlyKeys(node, "party", "name", "of", "as", "maybe", "country", "listed", "on");
        string? of = node.Find("of")?.Text ?? node.Find("maybe")?.Text;
        var relation = node.Find("as") is { } word ? _read.Word(word, GrammarWords.Relations, Relation.Named) : Relation.Named;
        return new PartyMention(node.Find("party")?.Text, node.Find("name")?.Text, of, relation, node.Find("maybe") is not null, node.Find("country")?.Text, node.Where)
        {
            OnNoList = node.Find("listed")?.Text is "no" or "false",
            On = node.Find("on") is { } on ? Lists(on) : [],
        };
    }

    private ImmutableArray<string> Lists(YamlNode node)
    {
        ImmutableArray<string> lists = [.. NodeReader.Items(node).Select(_read.ScalarText).Where(l => l is not "none")];
        foreach (string list in lists)
            if (!_catalog.Lists.Contains(list, StringComparer.Ordinal))
                _problems.Add(new Problem(ProblemCatalog.BadFactValue, node.Where, Quote.Text(list), "the id of a list: " + string.Join(", ", _catalog.Lists)));
        return lists;
    }

    private FactSet Papers(YamlNode node, FactSet facts)
    {
        var held = NodeReader.Items(node).Select(_read.ScalarText).Where(p => p is not "none").ToList();
        foreach (string paper in held)
            if (_catalog.Find(paper) is not { Type: FactType.YesNo })
                _problems.Add(new Problem(ProblemCatalog.UnknownFact, node.Where, Quote.Text(paper), "the id of a paper of a pack.yaml"));
        foreach (string paper in held)
            if (_catalog.Find(paper) is { Type: FactType.YesNo } fact) facts = facts.With(fact, new YesNoValue(true, [new Evidence($"holds {paper}", node.Where)]));
        return facts;
    }

    private FactValue? BadDate(YamlNode node)
    {
        _problems.Add(new Problem(ProblemCatalog.BadDate, node.Where, node.Shown));
        return null;
    }

    private FactValue? Bad(Fact fact, YamlNode node, string expected)
    {
        _problems.Add(new Problem(ProblemCatalog.BadFactValue, node.Where, $"{fact.Name}: {node.Shown}", expected));
        return null;
    }

    // Names that share a word or half of their letter pairs with the one found; there are too many facts to name them all.
    private string Near(string name)
    {
        string[] words = name.Split('-', '/', '_', ' ');
        var near = _catalog.Facts.Select(f => (f.Name, Shared: f.Name.Split('-', '/').Intersect(words, StringComparer.OrdinalIgnoreCase).Count(), Likeness: Likeness(f.Name, name)))
            .Where(f => f.Shared > 0 || f.Likeness >= LeastLikeness).OrderByDescending(f => f.Likeness + (f.Shared * LeastLikeness)).ThenBy(f => f.Name, StringComparer.Ordinal)
            .Take(MostNear).Select(f => f.Name).ToList();
        return near.Count == 0 ? string.Create(CultureInfo.InvariantCulture, $"one of the {_catalog.Facts.Length} facts") : "a fact, such as " + string.Join(", ", near);
    }

    // The share of letter pairs that two names have in common.
    private static double Likeness(string a, string b)
    {
        var one = Pairs(a);
        var other = Pairs(b);
        return 2.0 * one.Intersect(other, StringComparer.OrdinalIgnoreCase).Count() / Math.Max(1, one.Count + other.Count);

        static List<string> Pairs(string text) => [.. Enumerable.Range(0, Math.Max(0, text.Length - 1)).Select(i => text.Substring(i, 2)).Distinct(StringComparer.OrdinalIgnoreCase)];
    }
}
