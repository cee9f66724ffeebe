using System.Collections.Immutable;
using Rubicon.Equipment;
using Rubicon.Matching;
using Rubicon.Rules.Law;

namespace Rubicon.Screening;

/// <summary>All that decisions rest on, loaded once and swapped whole. Immutable, safe for any thread.</summary>
/// <param name="Law">The law.</param>
/// <param name="Directory">Parties by key, with what they are to designated ones.</param>
/// <param name="Names">Parties by name.</param>
/// <param name="Equipment">Devices by their signals.</param>
public sealed record ScreeningData(LawBook Law, PartyDirectory Directory, PartyIndex Names, EquipmentIdentifier Equipment)
{
    /// <summary>Lists imported beside the packs; a party found on them is found on the lists of the law that they are states of.</summary>
    public ImportedLists Imported { get; init; } = ImportedLists.None;

    /// <summary>Matches that people cleared; none unless given.</summary>
    public ImmutableArray<Clearance> Cleared { get; init; } = [];

    /// <summary>Who owns whom, as files of the run state it; null when none were given.</summary>
    public StatedOwners? Owners { get; init; }
}
