using Rubicon.Server.Security;
using Rubicon.Storage;

namespace Rubicon.Server.Pages;

/// <summary>What the organization has decided, by outcome, with the newest decisions and scans.</summary>
internal static class OverviewPage
{
    private const int Newest = 20;

    public static IResult Get(HttpContext context, Store store, ServedLaw law)
    {
        string organization = Access.TokenOf(context).Organization;
        var page = new Html();
        page.Add($"<h2>Decisions by outcome</h2>\n");
        var counts = store.Decisions.Counts(organization);
        if (counts.Count == 0) page.Add($"<p>None yet. <a href=\"/ask\">Ask about one purchase</a>, or <a href=\"/upload\">upload a file</a>.</p>\n");
        else
        {
            page.Add($"<ul class=\"totals\">\n");
            foreach (var (outcome, count) in counts) page.Add($"<li>").Add(Page.Badge(outcome)).Add($" {count}</li>\n");
            page.Add($"</ul>\n<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Newest decisions\"><table><caption>Newest decisions</caption><thead><tr><th scope=\"col\">Outcome</th><th scope=\"col\">Decision</th><th scope=\"col\">As of</th><th scope=\"col\">Recorded (UTC)</th></tr></thead><tbody>\n");
            foreach (var line in store.Decisions.Page(organization, null, Newest))
                page.Add($"<tr><td>").Add(Page.Badge(line.Outcome)).Add($"</td><th scope=\"row\"><a href=\"/decisions/{line.Id}\">{line.Title}</a></th><td>{line.AsOf}</td><td>{Time(line.Created)}</td></tr>\n");
            page.Add($"</tbody></table></div>\n");
        }
        page.Add($"<h2>Scans</h2>\n");
        var scans = store.Scans.Newest(organization, Newest);
        if (scans.Count == 0) page.Add($"<p>None yet.</p>\n");
        else
        {
            page.Add($"<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Newest scans\"><table><caption>Newest scans</caption><thead><tr><th scope=\"col\">File</th><th scope=\"col\">State</th><th scope=\"col\">As of</th><th scope=\"col\">Begun (UTC)</th></tr></thead><tbody>\n");
            foreach (var scan in scans) page.Add($"<tr><th scope=\"row\"><a href=\"/scans/{scan.Id}\">{scan.Name}</a></th><td>{scan.State}</td><td>{scan.AsOf}</td><td>{Time(scan.Created)}</td></tr>\n");
            page.Add($"</tbody></table></div>\n");
        }
        var stale = law.Data.Law.Packs.Where(p => p.MaintainedAsOf < law.Today).ToList();
        if (stale.Count > 0) page.Add($"<p role=\"note\">{stale.Count} packs of law were last kept up before today; what changed since is not in here. The <a href=\"/law\">law page</a> names them.</p>\n");
        return Page.Of(context, "Overview", page);
    }

    private static string Time(string instant) => instant[..16].Replace('T', ' ');
}
