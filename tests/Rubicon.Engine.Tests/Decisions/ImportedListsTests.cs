using System.Collections.Immutable;
using System.Globalization;
using Rubicon.Engine.Tests.Packs;
using Rubicon.Matching;
using Rubicon.Parties;
using Rubicon.Rules.Evaluation;
using Rubicon.Rules.Facts;
using Rubicon.Screening;
using Xunit;

namespace Rubicon.Engine.Tests.Decisions;

/// <summary>What imported lists make of a party, and what the law makes of that.</summary>
public sealed class ImportedListsTests
{
    private static readonly StatementSource Source = new("a list", null, Confidence.Verified);

    [Theory]
    [InlineData("2024-05-01", null, "2026-01-01", "2024-04-30", Truth.False)]
    [InlineData("2024-05-01", null, "2026-01-01", "2024-05-01", Truth.True)]
    [InlineData("2024-05-01", "2024-06-01", "2026-01-01", "2024-06-01", Truth.True)]
    [InlineData("2024-05-01", "2024-06-01", "2026-01-01", "2024-06-02", Truth.False)]
    [InlineData(null, null, "2026-01-01", "2025-12-31", Truth.Unknown)]
    [InlineData(null, null, "2026-01-01", "2026-01-01", Truth.True)]
    [InlineData(null, null, null, "2000-01-01", Truth.True)]
    public void An_entry_counts_on_its_days_and_is_open_before_the_state_in_which_it_was_seen(string? from, string? to, string? seen, string day, Truth expected) =>
        Assert.Equal(expected, new Attribution("us-ofac/sdn", Relation.Named, Truth.True, [], new ListStanding(Day(from), Day(to), Day(seen))).On(Day(day)!.Value));

    [Fact]
    public void A_strong_match_is_certain_and_a_weaker_one_open()
    {
        var lists = Lists(("Zubrovka Elbrus Kazbek Telekom", "us-ofac/sdn"));
        Assert.Equal(Truth.True, Assert.Single(Find(lists, "Zubrovka Elbrus Kazbek Telecom")).Attribution.Truth);
        Assert.Equal(Truth.Unknown, Assert.Single(Find(lists, "Zubrovka Elbrus Kazbek Quartz Telekom")).Attribution.Truth);
        Assert.Empty(Find(lists, "Ciena Corporation"));
    }

    [Fact]
    public void Each_list_is_asked_by_itself()
    {
        var found = Find(Lists(("Zubrovka Telekom Holding", "us-ofac/sdn"), ("Zubrovka Telekom Holding Company OOO", "us-bis/entity-list")), "Zubrovka Telekom Holding");
        Assert.Equal(["us-bis/entity-list", "us-ofac/sdn"], found.Select(f => f.Attribution.PartyKey));
    }

    [Fact]
    public void A_known_party_is_looked_up_by_its_own_names_too()
    {
        var lists = Lists(("Zhejiang Dahua Technology Co., Ltd.", "us-bis/entity-list"));
        var dahua = new Party("dahua", "Dahua", [new PartyName("Zhejiang Dahua Technology Co., Ltd.", NameKind.Legal, Source)], [], "CN", []);
        Assert.Equal(Truth.True, Assert.Single(lists.Find(new NameQuery("Dahua Tech"), [dahua], new DateOnly(2026, 11, 21), LoadedPacks.All.Law)).Attribution.Truth);
    }

    [Fact]
    public void A_list_of_which_no_rule_speaks_has_a_key_of_its_own() =>
        Assert.Equal("listed:eu/fsf", Assert.Single(Find(Lists(("Zubrovka Telekom Holding", "eu/fsf")), "Zubrovka Telekom Holding")).Attribution.PartyKey);

    [Theory]
    [InlineData("us-ofac/sdn", Truth.True, Outcome.Prohibited)]
    [InlineData("us-ofac/sdn", Truth.Unknown, Outcome.Review)]
    [InlineData("listed:eu/fsf", Truth.True, Outcome.Review)]
    [InlineData("listed:eu/fsf", Truth.Unknown, Outcome.Review)]
    [InlineData("us-bis/entity-list", Truth.True, Outcome.Allowed)]
    public void The_rules_of_the_list_decide_and_an_unspoken_one_is_never_allowed(string key, Truth truth, Outcome expected)
    {
        var law = LoadedPacks.All.Law;
        var standing = new Attribution(key, Relation.Named, truth, [new Evidence("matches an entry")], new ListStanding(new DateOnly(2024, 5, 1), null, new DateOnly(2026, 10, 1)));
        var facts = FactSet.Empty(law.Catalog).With(law.Catalog.Actor, new WordsValue(["us-person"])).With(law.Catalog["act"], new WordsValue(["procure"]))
            .With(law.Catalog["item-kind"], new WordsValue(["equipment"])).With(law.Catalog["category"], new WordsValue(["other"]));
        foreach (string role in new[] { "producer", "provider", "performer" }) facts = facts.With(law.Catalog[role], new PartyValue("Maker", true, [], ["US"]));
        var supplier = new PartyValue("Zubrovka", true, [standing], ["US"]);
        Assert.Equal(Outcome.Allowed, Decide(facts.With(law.Catalog["supplier"], supplier with { Attributions = [] })));
        Assert.Equal(expected, Decide(facts.With(law.Catalog["supplier"], supplier)));
        Assert.Equal(Outcome.Allowed, Decide(facts.With(law.Catalog["supplier"], supplier with { Attributions = [standing with { Standing = new ListStanding(new DateOnly(2027, 1, 1), null, null) }] })));
    }

    private static Outcome Decide(FactSet facts) => Decider.Decide(LoadedPacks.All.Law, facts, new DateOnly(2026, 11, 21), new DateOnly(2026, 11, 21)).Outcome;

    private static ImmutableArray<ImportedStanding> Find(ImportedLists lists, string name) => lists.Find(new NameQuery(name), [], new DateOnly(2026, 11, 21), LoadedPacks.All.Law);

    private static ImportedLists Lists(params (string Name, string List)[] entries)
    {
        var known = LoadedPacks.All.Law.Lists.Select(l => l.Id).ToHashSet(StringComparer.Ordinal);
        return new ImportedLists([.. entries.Select((e, i) => new Party($"imported/{i}", e.Name, [new PartyName(e.Name, NameKind.Legal, Source)], [], null, []))],
            [.. entries.Select((e, i) => new StandingEntry($"imported/{i}", $"{e.List}/{i}", e.List, e.Name, null, null) { On = known.Contains(e.List) ? [e.List] : [] })]);
    }

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
