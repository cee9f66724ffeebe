namespace Rubicon.Equipment;

/// <summary>
/// The number of a mobile device (3GPP TS 23.003): IMEI of 15 digits with a check digit, the same without it or with a software version behind it, or
/// the type allocation code alone, its first eight digits.
/// </summary>
public readonly record struct Imei
{
    private Imei(string allocation, bool checks) => (TypeAllocation, Checks) = (allocation, checks);

    /// <summary>The type allocation code: eight digits; the first two name the body that gave it.</summary>
    public string TypeAllocation { get; }

    /// <summary>False when the number has a check digit that does not fit: it was mistyped, or made up.</summary>
    public bool Checks { get; }

    /// <summary>
    /// The body that gave the type allocation code, or null for one that is not known here. It says where the maker or importer asked for the code,
    /// never who made the device.
    /// </summary>
    public string? ReportingBody => TypeAllocation[..2] switch
    {
        "01" => "PTCRB of the United States",
        "35" => "TUV SUD BABT of the United Kingdom",
        "86" => "TAF of China",
        "91" => "MSAI of India",
        "99" => "the global hexadecimal administrator",
        _ => null,
    };

    /// <summary>Reads a number; dashes, slashes and spaces are left out. False for anything of another length, with other signs, or of one digit alone.</summary>
    public static bool TryRead(string text, out Imei imei)
    {
        imei = default;
        if (text.Length > 40) return false;
        string digits = string.Concat(text.Where(c => c is not (' ' or '-' or '/' or '.')));
        if (digits.Length is not (8 or 14 or 15 or 16) || !digits.All(char.IsAsciiDigit) || digits.Distinct().Count() == 1) return false;
        imei = new Imei(digits[..8], digits.Length != 15 || Luhn(digits));
        return true;
    }

    private static bool Luhn(string digits)
    {
        int sum = 0;
        for (int i = 0; i < digits.Length; i++)
        {
            int digit = digits[^(i + 1)] - '0';
            if (i % 2 == 1) digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
            sum += digit;
        }
        return sum % 10 == 0;
    }
}
