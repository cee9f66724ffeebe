using System.Collections.Immutable;
using Rubicon.Rules.Facts;

namespace Rubicon.Screening;

/// <summary>Who acts: stated capacities, country, and facts that hold for all that this actor does.</summary>
/// <param name="Name">Name to show, or null.</param>
/// <param name="Capacities">Capacities stated; they are taken to be all. Empty when nobody was named: then each capacity is decided by itself.</param>
/// <param name="Country">ISO 3166-1 alpha-2, or null.</param>
/// <param name="Facts">Facts laid under those of every record, by name.</param>
public sealed record ActorProfile(
    string? Name, ImmutableArray<string> Capacities, string? Country, ImmutableArray<KeyValuePair<string, FactValue>> Facts)
{
    /// <summary>The same actor, acting in further capacities too.</summary>
    public ActorProfile AlsoAs(ImmutableArray<string> capacities) => capacities.IsEmpty ? this : this with { Capacities = [.. Capacities.Union(capacities, StringComparer.Ordinal)] };

    /// <summary>Nobody was named.</summary>
    public static ActorProfile Nobody { get; } = new(null, [], null, []);

    /// <summary>Capacities decided one by one when nobody was named: those that the five regimes bind most.</summary>
    public static ImmutableArray<string> ByCapacity { get; } =
        ["executive-agency", "federal-contractor", "grant-recipient", "usf-recipient", "broadband-provider", "us-person", "exporter"];
}
