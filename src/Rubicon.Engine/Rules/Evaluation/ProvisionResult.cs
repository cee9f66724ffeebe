using Rubicon.Rules.Facts;
using Rubicon.Rules.Law;

namespace Rubicon.Rules.Evaluation;

/// <summary>What one provision says of one subject on one day.</summary>
/// <param name="Provision">The provision.</param>
/// <param name="Version">The version in force, or null when none is.</param>
/// <param name="Truth">True when it fires, unknown when that is open, false when it does not fire.</param>
public sealed record ProvisionResult(Provision Provision, ProvisionVersion? Version, Truth Truth)
{
    /// <summary>What it does when it fires; <see cref="Law.Effect.Status"/> when no version is in force.</summary>
    public Effect Effect => Version?.Effect ?? Effect.Status;

    /// <summary>True when it decides anything: a version in force (or unconfirmed) that fires or may fire.</summary>
    public bool Decides => Version is { Decides: true } && Truth != Truth.False;
}
