namespace Rubicon.Reports.Html.Law;

/// <summary>Which ids have a place on the page: others are shown as text.</summary>
internal sealed class LawLinks(IEnumerable<string> ids)
{
    private readonly HashSet<string> _ids = new(ids, StringComparer.Ordinal);

    /// <summary>The place of a list: a list may have the id of a provision.</summary>
    public static string ToList(string id) => "list/" + id;

    public void Write(HtmlPage page, string id, string text)
    {
        if (_ids.Contains(id)) page.Link(id, text);
        else page.Text(text);
    }
}
