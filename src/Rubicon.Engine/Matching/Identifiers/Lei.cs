namespace Rubicon.Matching.Identifiers;

/// <summary>Legal Entity Identifier, ISO 17442: 18 letters and digits and two check digits, ISO 7064 MOD 97-10.</summary>
public static class Lei
{
    /// <summary>True when length, letters and check digits are right; the value in upper case.</summary>
    public static bool IsValid(string value)
    {
        if (value.Length != 20 || !char.IsAsciiDigit(value[18]) || !char.IsAsciiDigit(value[19])) return false;
        int rest = 0;
        foreach (char c in value)
        {
            if (char.IsAsciiDigit(c)) rest = (rest * 10 + (c - '0')) % 97;
            else if (char.IsAsciiLetterUpper(c)) rest = (rest * 100 + (c - 'A' + 10)) % 97;
            else return false;
        }
        return rest == 1;
    }
}
