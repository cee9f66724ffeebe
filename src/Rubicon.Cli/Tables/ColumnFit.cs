using System.Buffers;

namespace Rubicon.Cli.Tables;

/// <summary>Makes places and ids fit a narrow column without a break in the middle of a word.</summary>
/// <param name="unicode">True when the ellipsis can be shown as one sign.</param>
internal sealed class ColumnFit(bool unicode)
{
    /// <summary>Narrowest column that text goes into.</summary>
    public const int Narrowest = 16;

    private static readonly SearchValues<char> Breaks = SearchValues.Create("/-_.: ");

    /// <summary>The end of a path with its line, from a folder on: <c>…/walks/cr-co-ess-01.txt:1</c>. <c>explain</c> finds a record by it.</summary>
    public string Place(string place, int width)
    {
        if (place.Length <= width) return place;
        string left = unicode ? "\u2026" : "...";
        for (int slash = place.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = place.IndexOf('/', slash + 1))
            if (left.Length + place.Length - slash <= width) return left + place[slash..];
        int last = place.LastIndexOf('/');
        return Broken(last > 0 ? left + place[last..] : place, width);
    }

    /// <summary>The id of a provision, broken after a slash or hyphen when it is too long.</summary>
    public static string Id(string id, int width) => Broken(id, width);

    private static string Broken(string text, int width)
    {
        if (text.Length <= width) return text;
        int at = text.AsSpan(0, width).LastIndexOfAny(Breaks);
        return at <= 0 ? text : text[..(at + 1)] + "\n" + Broken(text[(at + 1)..], width);
    }
}
