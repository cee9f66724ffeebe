namespace Rubicon.Reading.Tables;

/// <summary>
/// Cell texts of one column, so that equal cells share one string: deciding later compares them by reference first, and
/// memory stays small. Bounded: a slot holds the last text that fell on it. Cells that only say "nothing here" become null.
/// </summary>
internal sealed class CellTexts
{
    /// <summary>Longest cell read, in UTF-16 units; the row of a longer one is refused.</summary>
    public const int LongestCell = 32 * 1024;

    private const int LongestShared = 64;
    private const int Slots = 1024;

    private readonly (string? Raw, string? Text)[] _slots = new (string?, string?)[Slots];

    /// <summary>The trimmed text, or null when the cell states nothing.</summary>
    public string? Take(string raw)
    {
        if (raw.Length == 0) return null;
        if (raw.Length > LongestShared) return Clean(raw);
        ref var slot = ref _slots[Slot(raw)];
        if (string.Equals(slot.Raw, raw, StringComparison.Ordinal)) return slot.Text;
        string? text = Clean(raw);
        slot = (raw, text);
        return text;
    }

    /// <summary>FNV-1a over the characters: the same slot in every run, unlike string.GetHashCode.</summary>
    private static int Slot(string text)
    {
        uint hash = 2166136261;
        foreach (char c in text) hash = unchecked((hash ^ c) * 16777619);
        return (int)((hash ^ (hash >> 15)) % Slots);
    }

    /// <summary>
    /// Trims, and drops what people and programs write for "not stated". Kept as text, "N/A" would be a maker that
    /// matches nobody, and a device of unknown make would pass as known.
    /// </summary>
    public static string? Clean(string raw)
    {
        string text = raw.Trim();
        if (text.Length == 0) return null;
        if (text.Length > 15) return text;
        bool nothing = text.ToLowerInvariant() is "-" or "--" or "---" or "?" or "??" or "n/a" or "#n/a" or "n.a." or "none" or "null"
            or "nil" or "unknown" or "not available" or "not applicable" or "not stated" or "tbd" or "undefined" or "\\n" or "—" or "–";
        return nothing ? null : text;
    }
}
