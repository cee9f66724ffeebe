using Rubicon.Ownership;

namespace Rubicon.Reading.Ownership;

/// <summary>What becomes of a stake of which it is not known on which days it is held: it may be held on each, and is surely held on none.</summary>
internal static class Doubt
{
    /// <summary>The kind: a means of control that may be one is influence. The share is <see cref="ShareBounds.AtMost"/>.</summary>
    public static StakeKind Of(StakeKind kind) =>
        kind is StakeKind.Board or StakeKind.Contract or StakeKind.SpecialShare or StakeKind.DominantMinority or StakeKind.Consolidated ? StakeKind.Influence : kind;
}
