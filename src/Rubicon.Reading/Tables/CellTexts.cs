using System.Collections.Immutable;

namespace Rubicon.Reading.Tables;

/// <summary>
/// Cell texts of one column, so that equal cells share one string: deciding later compares them by reference first, and
/// memory stays small. Bounded: a slot holds the last text that fell on it. A column whose cells hardly repeat (serial
/// numbers) is soon left alone. Cells that only say "nothing here" become null.
/// </summary>
internal sealed class CellTexts
{
    /// <summary>Longest cell read, in UTF-16 units; the row of a longer one is refused.</summary>
    public const int LongestCell = 32 * 1024;

    private const int LongestShared = 64;
    private const int Slots = 1024;

    /// <summary>After so many cells a column is judged.</summary>
    private const int Trial = 4096;

    private static readonly ImmutableArray<string> Nothing =
    [
        "-", "--", "---", "?", "??", "n/a", "#n/a", "n.a.", "none", "null", "nil", "unknown", "not available",
        "not applicable", "not stated", "tbd", "undefined", "\\n", "—", "–",
    ];

    private readonly (string? Raw, string? Text)[] _slots = new (string?, string?)[Slots];
    private int _taken;
    private int _shared;

    /// <summary>The trimmed text, or null when the cell states nothing.</summary>
    public string? Take(string raw)
    {
        if (raw.Length == 0) return null;
        if (raw.Length > LongestShared || (_taken == Trial && _shared < Trial / 4)) return Clean(raw);
        ref var slot = ref _slots[Slot(raw)];
        bool known = string.Equals(slot.Raw, raw, StringComparison.Ordinal);
        if (_taken < Trial)
        {
            _taken++;
            if (known) _shared++;
        }
        if (known) return slot.Text;
        string? text = Clean(raw);
        slot = (raw, text);
        return text;
    }

    /// <summary>
    /// Trims, and drops what people and programs write for "not stated". Kept as text, "N/A" would be a maker that
    /// matches nobody, and a device of unknown make would pass as known.
    /// </summary>
    public static string? Clean(string raw)
    {
        string text = raw.Trim();
        if (text.Length is 0 or > 15) return text.Length == 0 ? null : text;
        return text[0] is '-' or '?' or 'n' or 'N' or '#' or 'u' or 'U' or 't' or 'T' or '\\' or '—' or '–'
            && Nothing.Contains(text, StringComparer.OrdinalIgnoreCase) ? null : text;
    }

    /// <summary>From the length and the last characters, in which cells of a column differ most; the same in every run.</summary>
    private static int Slot(string text)
    {
        uint hash = (uint)text.Length;
        for (int i = Math.Max(0, text.Length - 10); i < text.Length; i++) hash = unchecked((hash ^ text[i]) * 16777619);
        return (int)((hash ^ (hash >> 15)) % Slots);
    }
}
