namespace Rubicon.Matching.Identifiers;

/// <summary>Registered identifiers by scheme.</summary>
public static class Identifier
{
    /// <summary>Upper case ASCII letters and digits only: spaces, hyphens, stops and everything else are left out.</summary>
    public static string Canonical(string value)
    {
        Span<char> buffer = value.Length <= 64 ? stackalloc char[64] : new char[value.Length];
        int length = 0;
        foreach (char c in value)
        {
            if (char.IsAsciiLetterOrDigit(c)) buffer[length++] = char.ToUpperInvariant(c);
        }
        return new string(buffer[..length]);
    }

    /// <summary>
    /// False when the value cannot be an identifier of the scheme. True for schemes whose form is not checked here.
    /// </summary>
    /// <param name="scheme">As in <see cref="Parties.PartyIdentifier.Scheme"/>.</param>
    /// <param name="value">The value in its canonical spelling.</param>
    public static bool IsValid(string scheme, string value) => scheme switch
    {
        "lei" => Lei.IsValid(value),
        "uei" => Uei.IsValid(value),
        "cage" => CageCode.IsValid(value),
        "uscc" => Uscc.IsValid(value),
        "fcc-grantee" => FccGranteeCode.IsValid(value),
        _ => value.Length > 0,
    };
}
