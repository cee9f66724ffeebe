namespace Rubicon.Matching;

/// <summary>What a word does in a name.</summary>
internal enum WordClass : byte
{
    /// <summary>Tells this party from others.</summary>
    Distinctive,

    /// <summary>Holds a digit; has to agree.</summary>
    Number,

    /// <summary>Stands in the names of many parties: technology, group.</summary>
    Generic,

    /// <summary>A country, province or city.</summary>
    Place,

    /// <summary>A legal form.</summary>
    Legal,

    /// <summary>And, of, the.</summary>
    Filler,
}

/// <summary>One word of a name.</summary>
/// <param name="Raw">Folded, as it stands in the name.</param>
/// <param name="Text">The one form to which abbreviations and inflections are brought; equal to Raw for distinctive words.</param>
/// <param name="Class">What it does.</param>
internal readonly record struct Word(string Raw, string Text, WordClass Class)
{
    /// <summary>True for words that can tell parties apart.</summary>
    public bool IsKey => Class <= WordClass.Number;

    /// <summary>True for words whose absence never matters.</summary>
    public bool IsSilent => Class >= WordClass.Legal;
}
