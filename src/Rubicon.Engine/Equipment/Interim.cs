using System.Collections.Immutable;
using Rubicon.Subjects;

namespace Rubicon.Equipment;

/// <summary>Interim shape until identification is joined.</summary>
public sealed record Identification(string? MakerKey, ImmutableArray<Claim> Claims, ImmutableArray<string> Categories,
    ImmutableArray<string> CategoryEvidence, ImmutableArray<string> Conflicts, ImmutableArray<string> Notes);

/// <summary>Interim shape until identification is joined.</summary>
public sealed class EquipmentIdentifier
{
    /// <summary>Says nothing.</summary>
#pragma warning disable CA1822
    public Identification Identify(Subject subject, string? labelMakerKey) => new(labelMakerKey, [], [], [], [], []);
}
