using System.Collections.Immutable;
using Rubicon.Diagnostics;

namespace Rubicon.Equipment;

/// <summary>A category that a signal or a word of the record gives.</summary>
/// <param name="Category">Word of <c>Vocabularies.Category</c>.</param>
/// <param name="Signal">What gives it: <c>word "firewall"</c>, <c>model S5720-28X (huawei, campus switches S)</c>.</param>
/// <param name="Where">Where it stands.</param>
public sealed record CategoryEvidence(string Category, string Signal, SourceLocation Where);

/// <summary>A relabeling statement that speaks of this record.</summary>
/// <param name="Relabel">The statement.</param>
/// <param name="Brand">The brand as the record words it.</param>
/// <param name="Model">The model that the statement names too, or null when only the brand agrees.</param>
/// <param name="Where">Where the brand stands.</param>
public sealed record RelabelNote(Relabel Relabel, string Brand, string? Model, SourceLocation Where);

/// <summary>
/// What the signals of one record say. Claims are kept whole; nothing is averaged. A maker is chosen only from signals
/// of at least <see cref="Strength.Banner"/> that are not contradicted at their own strength; everything else that
/// points to a maker is a suspect, which may raise a question and never decides.
/// </summary>
public sealed record Identification
{
    /// <summary>Every signal, strongest first, then in the order of the record.</summary>
    public required ImmutableArray<Claim> Claims { get; init; }

    /// <summary>Key of the maker of the device, or null when no signal settles it.</summary>
    public string? MakerKey { get; init; }

    /// <summary>The maker in words, also when it has no key or only hints name it; null when no signal names one.</summary>
    public string? MakerText { get; init; }

    /// <summary>Strength of the claim that named the maker; null when none did.</summary>
    public Strength? Strength { get; init; }

    /// <summary>
    /// Keys of other makers that signals point to. A listed maker among them means review, not prohibited and not
    /// allowed.
    /// </summary>
    public ImmutableArray<string> Suspects { get; init; } = [];

    /// <summary>Model, or null.</summary>
    public string? Model { get; init; }

    /// <summary>Categories with what gives them; empty when unknown.</summary>
    public ImmutableArray<CategoryEvidence> Categories { get; init; } = [];

    /// <summary>Contradictions in words, each naming both sides.</summary>
    public ImmutableArray<string> Conflicts { get; init; } = [];

    /// <summary>What to know or ask: dates of a sale, a brand of two firms, the maker of one interface.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>
    /// Statements about the makers named that a caller must heed: one whose source is unsure (two firms use the TP-Link
    /// brand and only one is listed) makes any outcome that rests on the maker a question. Their words stand in the notes too.
    /// </summary>
    public ImmutableArray<SourcedText> Cautions { get; init; } = [];

    /// <summary>Relabeling statements that speak of the record; each is a question, none a decision.</summary>
    public ImmutableArray<RelabelNote> Relabels { get; init; } = [];
}
