using System.Globalization;
using Rubicon.Subjects;

namespace Rubicon.Reading.Snmp;

/// <summary>
/// Outputs of scripts that the administrator of a host put into Net-SNMP (NET-SNMP-EXTEND-MIB). By habit they are called "hardware", "manufacturer" and
/// "serial"; the name stands in the index of the object, a number for each letter.
/// </summary>
internal static class ExtendedOutput
{
    private const string FirstLine = "1.3.6.1.4.1.8072.1.3.2.3.1.1.";
    private const string Whole = "1.3.6.1.4.1.8072.1.3.2.3.1.2.";

    /// <summary>What the object states, or null when it is none of these.</summary>
    public static Field? FieldOf(string oid)
    {
        if (!oid.StartsWith(FirstLine, StringComparison.Ordinal) && !oid.StartsWith(Whole, StringComparison.Ordinal)) return null;
        string[] letters = oid[FirstLine.Length..].Split('.');
        if (letters.Length is < 5 or > 20) return null;
        Span<char> name = stackalloc char[letters.Length - 1];
        for (int i = 1; i < letters.Length; i++)
        {
            if (!byte.TryParse(letters[i], NumberStyles.None, CultureInfo.InvariantCulture, out byte letter)) return null;
            name[i - 1] = (char)letter;
        }
        return name switch
        {
            "hardware" or "model" or "product" or "product_name" => Field.EntityModel,
            "manufacturer" or "vendor" => Field.EntityMaker,
            "serial" => Field.Serial,
            _ => null,
        };
    }
}
