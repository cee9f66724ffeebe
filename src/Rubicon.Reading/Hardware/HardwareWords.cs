using System.Collections.Frozen;

namespace Rubicon.Reading.Hardware;

/// <summary>What firmware holds where nobody filled in the maker's words.</summary>
internal static class HardwareWords
{
    private static readonly FrozenSet<string> Placeholders = new[]
    {
        "To Be Filled By O.E.M.", "To be filled by O.E.M.", "System manufacturer", "System Product Name", "System Serial Number", "System Version", "Default string", "Not Specified",
        "Not Available", "Not Present", "Not Provided", "O.E.M.", "OEM", "OEM_MFR", "Undefined", "Unknown", "None", "NO DIMM", "Empty", "INVALID", "Base Board Manufacturer",
        "Type1ProductConfigId", "Product Name", "System Name", "Manufacturer", "XXXXXXXX", "00000000", "0123456789", "123456789", "empty", "(standard)",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The text, or null when it states nothing.</summary>
    public static string? Stated(string? text)
    {
        string trimmed = text?.Trim() ?? "";
        return trimmed.Length == 0 || Placeholders.Contains(trimmed) || trimmed.All(c => c is '0' or ' ' or '.' or 'x') ? null : trimmed;
    }
}
