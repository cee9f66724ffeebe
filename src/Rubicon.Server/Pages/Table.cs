namespace Rubicon.Server.Pages;

/// <summary>Tables that scroll by themselves when the window is narrow, with a name for those who hear the page.</summary>
internal static class Table
{
    public static void Begin(Html page, string caption, params ReadOnlySpan<string> columns)
    {
        page.Add($"<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"{caption}\"><table><caption>{caption}</caption><thead><tr>");
        foreach (string column in columns) page.Add($"<th scope=\"col\">{column}</th>");
        page.Add($"</tr></thead><tbody>\n");
    }

    public static void End(Html page) => page.Add($"</tbody></table></div>\n");

    /// <summary>An instant as lists show it: to the minute, in UTC.</summary>
    public static string Time(string instant) => instant.Length < 16 ? instant : instant[..16].Replace('T', ' ');
}
