using Rubicon.Rules.Facts;
using Xunit;

namespace Rubicon.Engine.Tests.Rules;

/// <summary>The laws of Kleene's strong logic, over all values.</summary>
public sealed class KleeneTests
{
    private static readonly Truth[] All = [Truth.False, Truth.Unknown, Truth.True];

    [Fact]
    public void And_and_or_commute_associate_absorb_and_distribute()
    {
        foreach (var a in All)
            foreach (var b in All)
            {
                Assert.Equal(Kleene.And(a, b), Kleene.And(b, a));
                Assert.Equal(Kleene.Or(a, b), Kleene.Or(b, a));
                Assert.Equal(a, Kleene.And(a, Kleene.Or(a, b)));
                Assert.Equal(a, Kleene.Or(a, Kleene.And(a, b)));
                Assert.Equal(Kleene.Not(Kleene.And(a, b)), Kleene.Or(Kleene.Not(a), Kleene.Not(b)));
                foreach (var c in All)
                {
                    Assert.Equal(Kleene.And(a, Kleene.And(b, c)), Kleene.And(Kleene.And(a, b), c));
                    Assert.Equal(Kleene.Or(a, Kleene.Or(b, c)), Kleene.Or(Kleene.Or(a, b), c));
                    Assert.Equal(Kleene.And(a, Kleene.Or(b, c)), Kleene.Or(Kleene.And(a, b), Kleene.And(a, c)));
                }
            }
    }

    [Fact]
    public void On_known_values_they_are_the_ordinary_ones()
    {
        foreach (bool a in new[] { false, true })
            foreach (bool b in new[] { false, true })
            {
                Assert.Equal(Kleene.Of(a && b), Kleene.And(Kleene.Of(a), Kleene.Of(b)));
                Assert.Equal(Kleene.Of(a || b), Kleene.Or(Kleene.Of(a), Kleene.Of(b)));
                Assert.Equal(Kleene.Of(!a), Kleene.Not(Kleene.Of(a)));
            }
    }

    [Fact]
    public void Unknown_is_settled_only_by_what_settles_it_whatever_it_is()
    {
        Assert.Equal(Truth.False, Kleene.And(Truth.Unknown, Truth.False));
        Assert.Equal(Truth.Unknown, Kleene.And(Truth.Unknown, Truth.True));
        Assert.Equal(Truth.True, Kleene.Or(Truth.Unknown, Truth.True));
        Assert.Equal(Truth.Unknown, Kleene.Or(Truth.Unknown, Truth.False));
        Assert.Equal(Truth.Unknown, Kleene.Not(Truth.Unknown));
    }

    [Fact]
    public void Knowing_more_never_flips_what_was_known()
    {
        foreach (var a in All)
            foreach (var b in All)
                foreach (var more in new[] { Truth.False, Truth.True })
                {
                    Assert.True(Keeps(Kleene.And(a, b), Kleene.And(a, b == Truth.Unknown ? more : b)));
                    Assert.True(Keeps(Kleene.Or(a, b), Kleene.Or(a, b == Truth.Unknown ? more : b)));
                    Assert.True(Keeps(Kleene.Not(a), Kleene.Not(a == Truth.Unknown ? more : a)));
                }
    }

    private static bool Keeps(Truth before, Truth after) => before == Truth.Unknown || before == after;
}
