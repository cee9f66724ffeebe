using Rubicon.Rules.Checks;
using Xunit;

namespace Rubicon.Engine.Tests.Packs;

/// <summary>What `rubicon law test` and `law lint` check, so that the suite fails when a pack does.</summary>
public sealed class PackCasesTests
{
    [Fact]
    public void Every_case_beside_the_rules_gives_what_it_expects()
    {
        var packs = LoadedPacks.All;
        Assert.Empty(packs.Problems);
        Assert.True(packs.Cases.Length > 2000, $"only {packs.Cases.Length} cases were found");
        Assert.Empty(packs.Cases.Select(c => c.Failure(packs.Law)).OfType<string>());
    }

    [Fact]
    public void No_condition_goes_unquoted_unreached_or_unnoticed() =>
        Assert.Empty(LawLint.Check(LoadedPacks.All.Law, LoadedPacks.All.Cases).Select(p => p.Found));

    [Fact]
    public void Every_provision_has_cases()
    {
        var withCases = LoadedPacks.All.Cases.Select(c => c.ProvisionId).ToHashSet();
        Assert.All(LoadedPacks.All.Law.Provisions, p => Assert.Contains(p.Id, withCases));
    }
}
