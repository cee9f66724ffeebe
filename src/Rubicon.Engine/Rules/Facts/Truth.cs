namespace Rubicon.Rules.Facts;

/// <summary>
/// Kleene's three values. The numbers order them so that "and" is the smaller and "or" the larger; they are written to
/// reports and never change.
/// </summary>
public enum Truth
{
    /// <summary>Known not to hold.</summary>
    False = 0,

    /// <summary>Not known: a question, never a clean answer.</summary>
    Unknown = 1,

    /// <summary>Known to hold.</summary>
    True = 2,
}

/// <summary>Kleene's strong logic (Kleene, Introduction to Metamathematics, 1952, section 64).</summary>
public static class Kleene
{
    /// <summary>Holds when both hold; false when either is false.</summary>
    public static Truth And(Truth a, Truth b) => a < b ? a : b;

    /// <summary>Holds when either holds; false when both are false.</summary>
    public static Truth Or(Truth a, Truth b) => a > b ? a : b;

    /// <summary>Swaps true and false; unknown stays unknown.</summary>
    public static Truth Not(Truth a) => (Truth)(2 - (int)a);

    /// <summary>True or false as a truth.</summary>
    public static Truth Of(bool value) => value ? Truth.True : Truth.False;
}
