namespace Rubicon.Matching.Identifiers;

/// <summary>
/// CAGE or NCAGE code: five letters and digits without I and O (FAR 52.204-16). American codes begin and end with a digit, others
/// with a letter on one side; both are taken. There is no check digit.
/// </summary>
public static class CageCode
{
    /// <summary>True when the form is right; the value in upper case.</summary>
    public static bool IsValid(string value)
    {
        if (value.Length != 5) return false;
        foreach (char c in value)
        {
            if (!char.IsAsciiDigit(c) && !char.IsAsciiLetterUpper(c) || c is 'I' or 'O') return false;
        }
        return true;
    }
}
