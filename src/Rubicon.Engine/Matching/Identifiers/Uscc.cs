namespace Rubicon.Matching.Identifiers;

/// <summary>
/// Unified Social Credit Code of the People's Republic of China, GB 32100-2015: 17 signs of 31 (no I, O, S, V, Z) and a
/// check sign; weights are the powers of 3 modulo 31.
/// </summary>
public static class Uscc
{
    private const string Signs = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    /// <summary>True when length, signs and check sign are right; the value in upper case.</summary>
    public static bool IsValid(string value)
    {
        if (value.Length != 18) return false;
        int sum = 0, weight = 1;
        for (int i = 0; i < 17; i++)
        {
            int sign = Signs.IndexOf(value[i]);
            if (sign < 0) return false;
            sum += sign * weight;
            weight = weight * 3 % 31;
        }
        return value[17] == Signs[(31 - sum % 31) % 31];
    }
}
