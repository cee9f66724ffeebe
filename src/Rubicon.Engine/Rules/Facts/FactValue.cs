using System.Collections.Immutable;

namespace Rubicon.Rules.Facts;

/// <summary>
/// The value of one fact, with its evidence. A fact nobody stated is <see cref="NotStated"/>: unknown, never "no".
/// Values compare by content without their evidence, through <see cref="Signature"/>.
/// </summary>
public abstract record FactValue
{
    private protected FactValue(ImmutableArray<Evidence> evidence) => Evidence = evidence.IsDefault ? [] : evidence;

    /// <summary>Why it is held to be so.</summary>
    public ImmutableArray<Evidence> Evidence { get; init; }

    /// <summary>Nothing was stated.</summary>
    public static FactValue NotStated { get; } = new UnknownValue("not stated", []);

    /// <summary>The content as text without evidence: equal signatures decide alike. Never shown to a user.</summary>
    public abstract string Signature { get; }

    /// <summary>The value as a reader sees it.</summary>
    public abstract string Display { get; }

    /// <summary>True when the value is known at all.</summary>
    public virtual bool IsKnown => true;
}

/// <summary>Not known, and why.</summary>
/// <param name="Reason">"not stated", "two sources disagree" …</param>
/// <param name="Evidence">What was seen, if anything.</param>
public sealed record UnknownValue(string Reason, ImmutableArray<Evidence> Evidence) : FactValue(Evidence)
{
    /// <inheritdoc/>
    public override string Signature => "?";

    /// <inheritdoc/>
    public override string Display => Reason;

    /// <inheritdoc/>
    public override bool IsKnown => false;
}

/// <summary>Yes or no.</summary>
/// <param name="Value">True for yes.</param>
/// <param name="Evidence">Why.</param>
public sealed record YesNoValue(bool Value, ImmutableArray<Evidence> Evidence = default) : FactValue(Evidence)
{
    /// <inheritdoc/>
    public override string Signature => Value ? "y" : "n";

    /// <inheritdoc/>
    public override string Display => Value ? "yes" : "no";
}

/// <summary>Words of a vocabulary, labels or countries.</summary>
/// <param name="Words">What is stated to hold.</param>
/// <param name="Complete">True when nothing else holds; false when further words may hold too.</param>
/// <param name="Evidence">Why.</param>
public sealed record WordsValue(ImmutableArray<string> Words, bool Complete = true, ImmutableArray<Evidence> Evidence = default) : FactValue(Evidence)
{
    /// <inheritdoc/>
    public override string Signature => string.Join(',', Words) + (Complete ? "" : "+");

    /// <inheritdoc/>
    public override string Display => Words.IsEmpty ? "none" : string.Join(", ", Words);
}

/// <summary>A day.</summary>
/// <param name="Value">The day.</param>
/// <param name="Evidence">Why.</param>
public sealed record DateValue(DateOnly Value, ImmutableArray<Evidence> Evidence = default) : FactValue(Evidence)
{
    /// <inheritdoc/>
    public override string Signature => Display;

    /// <inheritdoc/>
    public override string Display => Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A number.</summary>
/// <param name="Value">The number, in the unit of the fact.</param>
/// <param name="Evidence">Why.</param>
public sealed record NumberValue(decimal Value, ImmutableArray<Evidence> Evidence = default) : FactValue(Evidence)
{
    /// <inheritdoc/>
    public override string Signature => Display;

    /// <inheritdoc/>
    public override string Display => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
