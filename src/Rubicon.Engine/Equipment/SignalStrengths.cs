using Rubicon.Parties;

namespace Rubicon.Equipment;

/// <summary>
/// The one table of signals and their strengths (docs/design/equipment.md repeats it). How they combine:
/// <list type="number">
/// <item>The strongest device-maker claim is taken. A label without a known maker is a claim too: it names a maker, nobody we know.</item>
/// <item>It settles the maker when it is at least <see cref="Strength.Banner"/> and no claim of the same strength names another maker.</item>
/// <item>Every other device-maker claim of at least Banner that names another maker is a conflict and makes its maker a suspect.</item>
/// <item>Hints make suspects only where nothing stronger speaks of the device's maker.</item>
/// <item>An interface's maker is never the device's; it becomes a suspect where nothing else speaks, or where a relabeling
/// statement about the brand names the same maker.</item>
/// <item>A statement whose source is unsure (U) is a hint, whatever its signal.</item>
/// </list>
/// </summary>
internal static class SignalStrengths
{
    /// <summary>Maker or brand as the record states it, and the grantee code of an FCC ID.</summary>
    public const Strength Label = Strength.Label;

    /// <summary>Maker words in ENTITY-MIB, and a model in a model field that one maker's grammar alone accepts.</summary>
    public const Strength StatedModel = Strength.Model;

    /// <summary>sysObjectID under a maker's own number.</summary>
    public const Strength ObjectId = Strength.SystemObjectId;

    /// <summary>The vendor id in the serial number of an optical network terminal.</summary>
    public const Strength TerminalVendor = Strength.SystemObjectId;

    /// <summary>The type allocation code of an IMEI, which was given to the maker of that model; the number can be changed in the device.</summary>
    public const Strength TypeAllocation = Strength.SystemObjectId;

    /// <summary>sysObjectID under a number that belongs to another: the maker is known to answer so.</summary>
    public const Strength BorrowedObjectId = Strength.Banner;

    /// <summary>Maker words, a known banner or a sole model in sysDescr.</summary>
    public const Strength Description = Strength.SystemDescription;

    /// <summary>Maker words or a sole model in a description or in the text of a line, a platform name, a banner or LLDP text.</summary>
    public const Strength Prose = Strength.Banner;

    /// <summary>
    /// A model that several makers' grammars accept or that has no digit, words in the name of a device ("to-zte-core"), a
    /// MAC prefix, any statement that is unsure.
    /// </summary>
    public const Strength Hint = Strength.Hint;

    /// <summary>The strength of a signal once its source is looked at.</summary>
    public static Strength Of(Strength signal, StatementSource source) =>
        source.Confidence == Confidence.Unsure ? Hint : signal;
}
