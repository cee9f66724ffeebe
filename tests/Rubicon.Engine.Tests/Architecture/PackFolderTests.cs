using Xunit;

namespace Rubicon.Engine.Tests.Architecture;

public sealed class PackFolderTests
{
    public static TheoryData<string> Packs => [.. Directory.GetDirectories(Path.Combine(Repository.Root, "packs")).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Packs))]
    public void A_pack_says_what_it_is_and_what_it_covers(string pack)
    {
        Assert.True(File.Exists(Path.Combine(Repository.Root, "packs", pack, "pack.yaml")));
        Assert.True(new FileInfo(Path.Combine(Repository.Root, "packs", pack, "coverage.md")) is { Exists: true, Length: > 400 }, "coverage.md");
    }

    [Theory]
    [MemberData(nameof(Packs))]
    public void Every_rule_has_its_cases_and_every_case_file_its_rule(string pack) =>
        Assert.Equal(Names(pack, "rules"), Names(pack, "cases"));

    [Theory]
    [MemberData(nameof(Packs))]
    public void A_pack_holds_nothing_but_its_parts(string pack) =>
        Assert.DoesNotContain(Repository.Files($"packs/{pack}").Select(f => f[$"packs/{pack}/".Length..]),
            f => f is not ("pack.yaml" or "coverage.md") && !(f.EndsWith(".yaml", StringComparison.Ordinal) && f.Split('/') is ["rules" or "cases" or "designations" or "procedures", _]));

    private static IEnumerable<string> Names(string pack, string folder) => Repository.Files($"packs/{pack}/{folder}").Select(f => Path.GetFileName(f));
}
