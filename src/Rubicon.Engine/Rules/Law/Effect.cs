namespace Rubicon.Rules.Law;

/// <summary>What a provision does when it fires. Numbers are written to reports and never change.</summary>
public enum Effect
{
    /// <summary>A status with no effect of its own.</summary>
    Status = 0,

    /// <summary>An express permission, exception or waiver: it defeats the provisions that name it.</summary>
    Allowed = 1,

    /// <summary>Something must be done; nothing is barred.</summary>
    Duty = 2,

    /// <summary>A power exists; nothing is barred until it is used.</summary>
    Reviewable = 3,

    /// <summary>Barred without a license.</summary>
    LicenseRequired = 4,

    /// <summary>Barred.</summary>
    Prohibited = 5,
}

/// <summary>Where an instrument stands. Numbers are written to reports and never change.</summary>
public enum LegalStatus
{
    /// <summary>The press or an agency said it is being considered; it binds nobody.</summary>
    Reported = 0,

    /// <summary>Published as a proposal.</summary>
    Proposed = 1,

    /// <summary>Signed or adopted, not yet in effect.</summary>
    Adopted = 2,

    /// <summary>In force.</summary>
    InForce = 3,

    /// <summary>In force by its text, its effect stayed.</summary>
    Suspended = 4,

    /// <summary>Replaced by another.</summary>
    Superseded = 5,

    /// <summary>Ended before its time.</summary>
    Lifted = 6,

    /// <summary>Ended by its own terms.</summary>
    Expired = 7,

    /// <summary>Its state on these days could not be confirmed: decides "review" until a person confirms it.</summary>
    Unconfirmed = 8,
}
