using Rubicon.Diagnostics;
using Rubicon.Parties;

namespace Rubicon.Equipment;

/// <summary>What a signal speaks of. The maker of a network interface is never the maker of the device (design 10).</summary>
public enum ClaimSubject
{
    /// <summary>Who made the device.</summary>
    DeviceMaker = 0,

    /// <summary>Who made a module or part inside.</summary>
    ModuleMaker = 1,

    /// <summary>Who made a network interface.</summary>
    InterfaceMaker = 2,

    /// <summary>Who wrote the operating system or agent that answers.</summary>
    OperatingSystem = 3,

    /// <summary>The brand on the device, which may be another firm's product.</summary>
    Brand = 4,
}

/// <summary>How far a signal can be trusted. Larger is stronger; numbers are written to reports and never change.</summary>
public enum Strength
{
    /// <summary>A hint: a bare model grammar that other makers use too, a MAC prefix.</summary>
    Hint = 10,

    /// <summary>A banner, platform name or LLDP text.</summary>
    Banner = 20,

    /// <summary>sysDescr that names the maker.</summary>
    SystemDescription = 30,

    /// <summary>sysObjectID under the maker's number.</summary>
    SystemObjectId = 40,

    /// <summary>A model that only this maker's grammar accepts, or ENTITY-MIB.</summary>
    Model = 50,

    /// <summary>The maker as the record itself states it: label, serial plate, FCC ID.</summary>
    Label = 60,
}

/// <summary>One signal and what it says: kept, never averaged away.</summary>
/// <param name="About">What it speaks of.</param>
/// <param name="MakerKey">Key of the maker's party, or null when the signal names nobody in the maker knowledge.</param>
/// <param name="MakerText">The maker as the signal or register words it.</param>
/// <param name="Model">Model that the signal gives, or null.</param>
/// <param name="Category">Word of <c>Vocabularies.Category</c> that the signal gives, or null.</param>
/// <param name="Strength">How far to trust it.</param>
/// <param name="Signal">The signal as read: <c>sysObjectID 1.3.6.1.4.1.2011.2.23.114</c>.</param>
/// <param name="Where">Where it was read.</param>
/// <param name="Source">Who says that this signal means this maker.</param>
public sealed record Claim(
    ClaimSubject About, string? MakerKey, string MakerText, string? Model, string? Category,
    Strength Strength, string Signal, SourceLocation Where, StatementSource Source);
