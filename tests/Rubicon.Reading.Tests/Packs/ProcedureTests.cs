using Rubicon.Review;
using Xunit;

namespace Rubicon.Reading.Tests.Packs;

/// <summary>A procedure is read whole, and one with a mistake makes its pack unusable, with code, line and column.</summary>
public sealed class ProcedureTests
{
    private const string Sound = """
        procedure: tiny/hearing
        title: A hearing
        instrument: tiny/act
        citation: "1 U.S.C. 2"
        known: 2019-01-01
        effective: { from: 2019-08-13 }
        roles: { agency: the board, party: the firm }
        states:
          - { id: open, title: Open }
          - { id: over, title: Over, ends: yes }
        steps:
          - { id: hear, title: Hear, by: [agency], to: open, citation: "1 U.S.C. 2(a)", words: "shall hear" }
          - { id: decide, title: Decide, by: [agency], from: [open], to: over, not-before: wait, needs: [{ id: why, title: Why }], approved: yes, citation: "1 U.S.C. 2(b)", words: "decide" }
        clocks:
          - { id: wait, title: Wait, kind: earliest, for: agency, start: [hear], stop: [decide], versions: [{ citation: "1 U.S.C. 2(c)", add: 5, unit: business-days, words: "five days" }] }
        """;

    [Fact]
    public void A_sound_procedure_is_read()
    {
        using var packs = new PackFolderOnDisk();
        packs.Write("procedures/hearing.yaml", Sound);
        var set = packs.Load();
        Assert.Empty(set.Problems);
        var procedure = Assert.Single(set.Procedures);
        Assert.Equal("the board", procedure.Roles[ReviewRole.Agency]);
        Assert.Equal(new DateOnly(2019, 8, 13), procedure.FindStep("decide")!.Versions.Single().Effective.From);
        Assert.True(procedure.FindStep("decide")!.Approved);
        Assert.Equal(5, procedure.FindClock("wait")!.Versions.Single().Count.Add);
    }

    [Fact]
    public void A_procedure_is_part_of_the_digest_of_its_pack()
    {
        using var without = new PackFolderOnDisk();
        using var with = new PackFolderOnDisk();
        with.Write("procedures/hearing.yaml", Sound);
        Assert.NotEqual(without.Load().Law!.Packs[0].Digest, with.Load().Law!.Packs[0].Digest);
    }

    [Theory]
    [InlineData("procedure: tiny/hearing", "procedure: tiny/trial", "RUB2005 procedures/hearing.yaml:1:12")]
    [InlineData("instrument: tiny/act", "instrument: tiny/akt", "RUB2006 procedures/hearing.yaml:1:1")]
    [InlineData("roles: { agency: the board, party: the firm }", "roles: { judge: the board }", "RUB2003 procedures/hearing.yaml:7:10")]
    [InlineData("ends: yes", "ends: maybe", "RUB2005 procedures/hearing.yaml:10:36")]
    [InlineData("to: over", "to: closed", "RUB2006 procedures/hearing.yaml:13:5")]
    [InlineData("from: [open]", "from: [opened]", "RUB2006 procedures/hearing.yaml:13:5")]
    [InlineData("not-before: wait", "not-before: weight", "RUB2006 procedures/hearing.yaml:13:5")]
    [InlineData("start: [hear]", "start: [here]", "RUB2006 procedures/hearing.yaml:15:5")]
    [InlineData("start: [hear], ", "", "RUB2006 procedures/hearing.yaml:15:5")]
    [InlineData("by: [agency], to", "by: [court], to", "RUB2005 procedures/hearing.yaml:12:35")]
    [InlineData(", words: \"shall hear\"", "", "RUB2004 procedures/hearing.yaml:12:5")]
    [InlineData("to: open, citation", "to: open, approved: yes, citation", "RUB2006 procedures/hearing.yaml:1:1")]
    [InlineData("add: 5, ", "", "RUB2004 procedures/hearing.yaml:15:101")]
    [InlineData("kind: earliest", "kind: alarm", "RUB2005 procedures/hearing.yaml:15:36")]
    [InlineData("versions: [{ citation: \"1 U.S.C. 2(c)\", add: 5, unit: business-days, words: \"five days\" }]", "rule: tiny/none", "RUB2006 procedures/hearing.yaml:15:5")]
    [InlineData("id: decide, title", "id: hear, title", "RUB2007 procedures/hearing.yaml:1:1")]
    public void A_mistake_has_its_code_line_and_column(string found, string changed, string problem)
    {
        Assert.Contains(found, Sound, StringComparison.Ordinal);
        using var packs = new PackFolderOnDisk();
        packs.Write("procedures/hearing.yaml", Sound.Replace(found, changed, StringComparison.Ordinal));
        var set = packs.Load();
        Assert.Null(set.Law);
        Assert.Empty(set.Procedures);
        Assert.Contains(problem, set.Problems.Select(PackFolderOnDisk.Short));
    }
}
