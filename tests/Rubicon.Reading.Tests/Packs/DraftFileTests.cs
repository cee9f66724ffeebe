using Rubicon.Diagnostics;
using Rubicon.Rules.Law;
using Xunit;

namespace Rubicon.Reading.Tests.Packs;

/// <summary>A draft is laid over the law, or refused with code, line and column.</summary>
public sealed class DraftFileTests
{
    private const string Sound = """
        draft: order
        title: An order that was reported
        country: US
        status: reported
        begins: 2027-01-01
        reports:
          - { id: late, by: An agency, published: 2018-12-27, says: "carriers are meant" }
          - { id: early, by: A newspaper, published: 2018-05, confidence: U, says: "agencies are meant" }
        facts:
          - { name: mobile, type: yes-no, question: "Is it for a mobile network?", who: engineering }
        provisions:
          - id: order/carriers
            title: Carriers may not buy
            follows: [late]
            disagrees-with: [order/agencies]
            act: { any: [procure], words: "may not buy" }
            when: { is: { fact: mobile, value: yes }, words: "mobile networks" }
            outcome: prohibited
          - id: order/agencies
            title: Agencies may not buy
            follows: [early, late]
            when: { covered: { list: tiny/firms }, words: "covered equipment" }
            outcome: reviewable
        """;

    [Fact]
    public void A_draft_is_law_in_the_book_made_with_it_and_known_from_its_first_report_on()
    {
        using var packs = With(Sound);
        var (set, draft) = packs.LoadWithDraft();
        Assert.Empty(set.Problems);
        Assert.Equal(["order/agencies", "order/carriers", "tiny/bar"], set.Law!.Provisions.Select(p => p.Id));
        Assert.Equal(["early", "late"], draft!.Reports.Select(r => r.Id));
        Assert.Equal(LegalStatus.Reported, draft.Status);
        Assert.Equal(new DateOnly(2027, 1, 1), draft.Begins);
        // A month without a day is known for certain when it is over.
        Assert.Null(set.Law.Provision("order/agencies").VersionOn(new DateOnly(2026, 1, 1), new DateOnly(2018, 5, 30)));
        Assert.NotNull(set.Law.Provision("order/agencies").VersionOn(new DateOnly(1999, 1, 1), new DateOnly(2018, 5, 31)));
        Assert.Equal(["order/carriers"], draft.UnknownOn(new DateOnly(2018, 12, 26)).Select(r => r.Provision));
        Assert.Empty(draft.UnknownOn(new DateOnly(2018, 12, 27)));
    }

    [Fact]
    public void The_law_without_the_draft_does_not_hold_it()
    {
        using var packs = With(Sound);
        var set = packs.Load();
        Assert.Equal(["tiny/bar"], set.Law!.Provisions.Select(p => p.Id));
        Assert.Null(set.Law.Catalog.Find("mobile"));
    }

    [Theory]
    [InlineData("draft: order", "id: order", "RUB6470 draft.yaml:1:1")]
    [InlineData("draft: order\n", "draft: tiny\n", "RUB6472 draft.yaml:1:8")]
    [InlineData("draft: order\n", "draft: or/der\n", "RUB2005 draft.yaml:1:8")]
    [InlineData("status: reported", "status: in-force", "RUB2005 draft.yaml:4:9")]
    [InlineData("status: reported\n", "", "RUB2004 draft.yaml:1:1")]
    [InlineData("begins: 2027-01-01", "begins: 2027-02-31", "RUB3005 draft.yaml:5:9")]
    [InlineData("begins: 2027-01-01", "effective: { from: 2027-01-01 }", "RUB2003 draft.yaml:5:1")]
    [InlineData("published: 2018-12-27", "published: 2018", "RUB2005 draft.yaml:7:43")]
    [InlineData("published: 2018-12-27", "published: 9999-12-31", "RUB2005 draft.yaml:7:43")]
    [InlineData("{ id: late,", "{ id: early,", "RUB2007 draft.yaml:8:5")]
    [InlineData("follows: [late]", "follows: [press]", "RUB6471 draft.yaml:14:15")]
    [InlineData("    follows: [late]\n", "", "RUB6471 draft.yaml:12:5")]
    [InlineData("disagrees-with: [order/agencies]", "disagrees-with: [order/agents]", "RUB2006 draft.yaml:15:21")]
    [InlineData("id: order/carriers", "id: tiny/carriers", "RUB2005 draft.yaml:12:9")]
    [InlineData("id: order/carriers", "id: order/agencies", "RUB2007 draft.yaml:19:5")]
    [InlineData("list: tiny/firms", "list: tiny/frims", "RUB2006 draft.yaml:22:11")]
    [InlineData("fact: mobile", "fact: mobil", "RUB3002 draft.yaml:17:25")]
    [InlineData("outcome: prohibited", "outcome: forbidden", "RUB2005 draft.yaml:18:14")]
    [InlineData("outcome: prohibited", "outcome: prohibited\n    known: 2020-01-01", "RUB2003 draft.yaml:19:5")]
    [InlineData("name: mobile", "name: subsidized", "RUB2007 draft.yaml:10:5")]
    public void A_mistake_in_a_draft_has_its_code_line_and_column(string found, string changed, string problem)
    {
        Assert.Contains(found, Sound, StringComparison.Ordinal);
        using var packs = With(Sound.Replace(found, changed, StringComparison.Ordinal));
        var (set, draft) = packs.LoadWithDraft();
        Assert.Null(set.Law);
        Assert.Null(draft);
        Assert.Contains(problem, set.Problems.Select(PackFolderOnDisk.Short));
    }

    [Fact]
    public void A_damaged_draft_is_reported_and_never_thrown_over()
    {
        var random = new Random(20190515);
        foreach (string original in Directory.GetFiles(Makers.RepositoryFolders.Of("examples/drafts"), "*.yaml").Order(StringComparer.Ordinal).Select(File.ReadAllText).Append(Sound))
            for (int round = 0; round < 60; round++)
            {
                using var packs = With(PackFuzzTests.Damage(original, random));
                var (set, draft) = packs.LoadWithDraft();
                Assert.Equal(set.Law is null, draft is null);
                Assert.True(set.Law is not null || set.Problems.Any(p => p.Kind.Severity == Severity.Error));
                Assert.All(set.Problems, p => Assert.False(string.IsNullOrWhiteSpace(p.ToString())));
            }
    }

    private static PackFolderOnDisk With(string draft)
    {
        var packs = new PackFolderOnDisk();
        packs.Write("draft.yaml", draft);
        return packs;
    }
}
