using Rubicon.Rules.Facts;
using Rubicon.Rules.Law;

namespace Rubicon.Rules.Evaluation;

/// <summary>
/// What a subject comes to. Larger is stricter, except that not assessed stands apart and is never merged into allowed
/// (design 6). Numbers are written to reports and never change.
/// </summary>
public enum Outcome
{
    /// <summary>Nothing was decided, with the reason.</summary>
    NotAssessed = 0,

    /// <summary>Nothing in the law applied bars it.</summary>
    Allowed = 1,

    /// <summary>A fact is missing, a power to review exists, or the law itself must be confirmed.</summary>
    Review = 2,

    /// <summary>Barred without a license.</summary>
    LicenseRequired = 3,

    /// <summary>Barred.</summary>
    Prohibited = 4,
}

/// <summary>Words and order of outcomes.</summary>
public static class Outcomes
{
    /// <summary>The word in every output: <c>license-required</c>.</summary>
    public static string Word(Outcome outcome) => outcome switch
    {
        Outcome.Prohibited => "prohibited",
        Outcome.LicenseRequired => "license-required",
        Outcome.Review => "review",
        Outcome.Allowed => "allowed",
        _ => "not-assessed",
    };

    /// <summary>The outcome of that word, or null.</summary>
    public static Outcome? Parse(string word) =>
        Enum.GetValues<Outcome>().Cast<Outcome?>().FirstOrDefault(o => string.Equals(Word(o!.Value), word, StringComparison.Ordinal));

    /// <summary>What a provision's effect and truth make of a decision.</summary>
    public static Outcome Of(Effect effect, Truth truth) => (truth, effect) switch
    {
        (Truth.False, _) or (_, Effect.Status or Effect.Allowed or Effect.Duty) => Outcome.Allowed,
        (Truth.Unknown, _) or (_, Effect.Reviewable) => Outcome.Review,
        (_, Effect.LicenseRequired) => Outcome.LicenseRequired,
        _ => Outcome.Prohibited,
    };

    /// <summary>The stricter of two.</summary>
    public static Outcome Stricter(Outcome a, Outcome b) => a > b ? a : b;

    /// <summary>The word of an effect, as packs write it.</summary>
    public static string Word(Effect effect) => effect switch
    {
        Effect.LicenseRequired => "license-required",
        Effect.Prohibited => "prohibited",
        Effect.Reviewable => "reviewable",
        Effect.Allowed => "allowed",
        Effect.Duty => "duty",
        _ => "status",
    };
}
