namespace Rubicon.Review;

/// <summary>The words for closed sets of values of a review, as packs, the store and pages write them.</summary>
public static class ReviewWords
{
    /// <summary>"agency", "party" or "consulted".</summary>
    public static string Word(ReviewRole role) => role switch { ReviewRole.Agency => "agency", ReviewRole.Party => "party", _ => "consulted" };

    /// <summary>"deadline", "earliest" or "keep".</summary>
    public static string Word(ClockKind kind) => kind switch { ClockKind.Deadline => "deadline", ClockKind.Earliest => "earliest", _ => "keep" };

    /// <summary>"running", "met", "met-late", "lapsed", "over" or "not-counted".</summary>
    public static string Word(ClockState state) => state switch
    {
        ClockState.Running => "running",
        ClockState.Met => "met",
        ClockState.MetLate => "met-late",
        ClockState.Lapsed => "lapsed",
        ClockState.Over => "over",
        _ => "not-counted",
    };

    /// <summary>The role of a word, or null.</summary>
    public static ReviewRole? ParseRole(string word) => word switch { "agency" => ReviewRole.Agency, "party" => ReviewRole.Party, "consulted" => ReviewRole.Consulted, _ => null };
}
