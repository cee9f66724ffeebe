using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Rubicon.Reading.Lists.Formats;

/// <summary>
/// The page on which the FCC publishes the Covered List: a table of covered equipment or services and days of inclusion. The table is found by its heads; a page
/// whose table has other heads is not read, for nobody knows what it then says.
/// </summary>
internal static partial class FccPage
{
    private const int LargestPage = 16 << 20;

    /// <summary>True for a web page, as a whole or in part; false for XML.</summary>
    public static bool IsPage(byte[] bytes)
    {
        string start = Encoding.UTF8.GetString(bytes.AsSpan(0, Math.Min(bytes.Length, 4_096))).TrimStart('\uFEFF', ' ', '\r', '\n', '\t');
        return start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || PageStart().IsMatch(start);
    }

    public static void Read(byte[] bytes, ListDraft draft)
    {
        if (bytes.Length > LargestPage)
        {
            draft.Cut(0, "a page of more than 16 MiB");
            return;
        }
        string page = Comment().Replace(Encoding.UTF8.GetString(bytes), m => new string('\n', m.ValueSpan.Count('\n')));
        int head = page.IndexOf("Covered Equipment or Services", StringComparison.OrdinalIgnoreCase);
        int end = head < 0 ? -1 : page.IndexOf("</table", head, StringComparison.OrdinalIgnoreCase);
        if (head < 0 || end < 0)
        {
            draft.Cut(0, head < 0 ? "a page without a table of covered equipment or services" : "a page whose table does not end");
            return;
        }
        draft.Publication = ListPublication.Of("us-fcc/covered-list");
        draft.Format = "Covered List, page";
        foreach (Match row in Row().Matches(page[head..end]))
        {
            int line = page.AsSpan(0, head + row.Index).Count('\n') + 1;
            string[] cells = [.. Cell().Matches(row.Value).Select(c => Text(c.Groups[1].Value))];
            if (cells.Length == 0) continue;
            if (cells.Length < 2) draft.Refuse(line, $"a row of {cells.Length} cells");
            else CoveredEquipment.Add(draft, line, cells[0], cells[1]);
        }
    }

    private static string Text(string html) => WebUtility.HtmlDecode(Tag().Replace(Break().Replace(html, " "), "")).Replace('\u00A0', ' ');

    [GeneratedRegex(@"^<(?:html|head|body|table|div|main|section)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex PageStart();

    [GeneratedRegex("<!--.*?-->", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"<tr\b.*?</tr\s*>", RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Row();

    [GeneratedRegex(@"<td\b[^>]*>(.*?)</td\s*>", RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Cell();

    [GeneratedRegex(@"<br\s*/?>|</p>|</li>|</div>", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Break();

    [GeneratedRegex("<[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
