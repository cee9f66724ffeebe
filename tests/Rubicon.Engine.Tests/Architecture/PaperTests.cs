using Rubicon.Reading.Packs;
using Rubicon.Rules.Conditions;
using Rubicon.Rules.Law;
using Xunit;

namespace Rubicon.Engine.Tests.Architecture;

/// <summary>
/// A paper that nobody states is taken as not held, which must never make an answer milder: a bar may ask for a paper only under
/// <c>not</c>, a permission only without it.
/// </summary>
public sealed class PaperTests
{
    [Fact]
    public void A_paper_not_stated_never_loosens_a_rule()
    {
        var law = PackFiles.Load(Path.Combine(Repository.Root, "packs")).Law!;
        var bars = law.Provisions.SelectMany(p => p.Versions.Where(v => v.Effect >= Effect.Reviewable).SelectMany(v => v.Parts).Select(c => (p.Id, Condition: c)))
            .Concat(law.Lists.SelectMany(l => l.Entries).Where(e => e.When is not null).Select(e => (e.Id, Condition: e.When!)));
        var permissions = law.Provisions.SelectMany(p => p.Versions.Where(v => v.Effect == Effect.Allowed).SelectMany(v => v.Parts).Select(c => (p.Id, Condition: c)));
        Assert.Empty(bars.Where(b => Papers(b.Condition, false).Any(negated => !negated)).Select(b => b.Id));
        Assert.Empty(permissions.Where(p => Papers(p.Condition, false).Any(negated => negated)).Select(p => p.Id));
    }

    /// <summary>For each paper asked for, whether under an odd number of nots.</summary>
    private static IEnumerable<bool> Papers(Condition condition, bool negated) => condition switch
    {
        IsYesNo { TakenAsNotHeld: true } => [negated],
        Not => Papers(condition.Children[0], !negated),
        _ => condition.Children.SelectMany(c => Papers(c, negated)),
    };
}
