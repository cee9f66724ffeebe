using Rubicon.Rules.Law;
using Xunit;

namespace Rubicon.Reading.Tests.Packs;

/// <summary>A pack with a mistake is refused whole, with code, line and column.</summary>
public sealed class BadPackTests
{
    [Fact]
    public void The_sound_pack_is_read()
    {
        using var packs = new PackFolderOnDisk();
        var set = packs.Load();
        Assert.Empty(set.Problems);
        Assert.Equal(["tiny/bar"], set.Law!.Provisions.Select(p => p.Id));
        Assert.Equal(Effect.Prohibited, set.Law.Provision("tiny/bar").Versions[0].Effect);
    }

    [Theory]
    [InlineData("title: A bar", "title: A bar\ntitle: Another", "RUB2002 rules/bar.yaml:3:1")]
    [InlineData("outcome: prohibited", "outcome: prohibited\n    outcom: allowed", "RUB2003 rules/bar.yaml:17:5")]
    [InlineData("          words: \"covered equipment\"\n", "", "RUB2010 rules/bar.yaml:12:11")]
    [InlineData(", words: \"procure\"", "", "RUB2010 rules/bar.yaml:9:10")]
    [InlineData("covered: { list: tiny/firms }", "matches: \".*\"", "RUB2003 rules/bar.yaml:12:11")]
    [InlineData("any: [procure]", "any: [purchase]", "RUB2005 rules/bar.yaml:9:18")]
    [InlineData("outcome: prohibited", "outcome: forbidden", "RUB2005 rules/bar.yaml:16:14")]
    [InlineData("\n    outcome: prohibited", "", "RUB2004 rules/bar.yaml:6:5")]
    [InlineData("from: 2019-08-13", "from: 2019-02-31", "RUB3005 rules/bar.yaml:7:24")]
    [InlineData("from: 2019-08-13", "from: 2019-08-13, to: 2019-08-12", "RUB2005 rules/bar.yaml:7:40")]
    [InlineData("list: tiny/firms", "list: tiny/frims", "RUB2006 rules/bar.yaml:12:11")]
    [InlineData("open: tiny/essential", "open: tiny/esential", "RUB2006 rules/bar.yaml:14:17")]
    [InlineData("instrument: tiny/act", "instrument: tiny/akt", "RUB2006 rules/bar.yaml:1:1")]
    [InlineData("id: tiny/bar", "id: tiny/baz", "RUB2005 rules/bar.yaml:1:5")]
    [InlineData("    when:", "   when:", "RUB2001 rules/bar.yaml:10:4")]
    [InlineData("outcome: prohibited", "outcome: prohibited\n    unless: [tiny/none]", "RUB2006 rules/bar.yaml:6:5")]
    [InlineData("open: tiny/essential", "date: { fact: obtained, before: 2019-02-31 }", "RUB3005 rules/bar.yaml:14:43")]
    [InlineData("{ list: tiny/firms }", "{ list: tiny/firms, days-after-listing: 99999999 }", "RUB2005 rules/bar.yaml:12:60")]
    [InlineData("outcome: prohibited", "outcome: duty", "RUB2004 rules/bar.yaml:6:5")]
    [InlineData("outcome: prohibited", "outcome: prohibited\n    status: unconfirmed", "RUB2004 rules/bar.yaml:6:5")]
    public void A_mistake_in_a_rule_has_its_code_line_and_column(string found, string changed, string problem) =>
        Refused("rules/bar.yaml", PackFolderOnDisk.Rule, found, changed, problem);

    [Theory]
    [InlineData("country: US", "country: US\ncountry: CN", "RUB2002 pack.yaml:4:1")]
    [InlineData("country: US", "", "RUB2004 pack.yaml:1:1")]
    [InlineData("country: US", "contry: US", "RUB2003 pack.yaml:3:1")]
    [InlineData("id: tiny\n", "id: tinny\n", "RUB2005 pack.yaml:1:5")]
    [InlineData("type: yes-no", "type: boolean", "RUB2005 pack.yaml:8:31")]
    [InlineData("name: subsidized", "name: producer", "RUB2007 pack.yaml:8:5")]
    [InlineData("is: in-force", "is: in force", "RUB2005 pack.yaml:6:75")]
    public void A_mistake_in_a_pack_file_has_its_code_line_and_column(string found, string changed, string problem) =>
        Refused("pack.yaml", PackFolderOnDisk.Pack, found, changed, problem);

    [Theory]
    [InlineData("read: 2026-11-21", "read: yesterday", "RUB3005 designations/firms.yaml:4:7")]
    [InlineData("known: 2019-01-01, ", "", "RUB2004 designations/firms.yaml:6:5")]
    [InlineData("id: huawei", "id: huawei, id: zte", "RUB2002 designations/firms.yaml:6:19")]
    [InlineData("party: huawei", "party: huawei, reach: [cousin]", "RUB2005 designations/firms.yaml:6:42")]
    [InlineData("party: huawei", "party: huawei, when: { purpose: [public-safety] }", "RUB2010 designations/firms.yaml:6:40")]
    public void A_mistake_in_a_list_has_its_code_line_and_column(string found, string changed, string problem) =>
        Refused("designations/firms.yaml", PackFolderOnDisk.List, found, changed, problem);

    [Fact]
    public void Many_mistakes_are_reported_at_once()
    {
        using var packs = new PackFolderOnDisk();
        packs.Write("rules/bar.yaml", PackFolderOnDisk.Rule.Replace("outcome: prohibited", "outcom: prohibited").Replace("[procure]", "[purchase]"));
        packs.Write("pack.yaml", PackFolderOnDisk.Pack.Replace("country: US", "contry: US"));
        Assert.True(packs.Load().Problems.Length >= 4);
    }

    [Fact]
    public void A_folder_without_packs_is_no_law_rather_than_law_that_allows_all()
    {
        var empty = Directory.CreateTempSubdirectory("rubicon-no-packs");
        var set = Reading.Packs.PackFiles.Load(empty.FullName);
        Assert.Null(set.Law);
        Assert.Equal("RUB2020", Assert.Single(set.Problems).Kind.Code);
        empty.Delete();
    }

    [Fact]
    public void A_pack_without_its_pack_file_is_refused()
    {
        using var packs = new PackFolderOnDisk();
        packs.Write("../other/rules/x.yaml", PackFolderOnDisk.Rule);
        var set = packs.Load();
        Assert.Null(set.Law);
        Assert.Contains(set.Problems, p => p.Kind.Code == "RUB1001");
    }

    private static void Refused(string file, string sound, string found, string changed, string problem)
    {
        Assert.Contains(found, sound, StringComparison.Ordinal);
        using var packs = new PackFolderOnDisk();
        packs.Write(file, sound.Replace(found, changed, StringComparison.Ordinal));
        var set = packs.Load();
        Assert.Null(set.Law);
        Assert.Contains(problem, set.Problems.Select(PackFolderOnDisk.Short));
    }
}
