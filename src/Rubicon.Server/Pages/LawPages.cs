using Rubicon.Diagnostics;
using Rubicon.Reports;
using Rubicon.Rules.Evaluation;
using Rubicon.Rules.Law;
using Rubicon.Server.Answers;

namespace Rubicon.Server.Pages;

/// <summary>The law on a day that a form moves, and one provision with all its versions.</summary>
internal static class LawPages
{
    public static IResult List(HttpContext context, ServedLaw law) => On(context, law, "/law", (page, day) =>
    {
        foreach (var pack in law.Data.Law.Packs)
        {
            page.Add($"<h2>{pack.Title}</h2>\n<p>{pack.Id}, kept up to {PlainText.Day(pack.MaintainedAsOf)}{(pack.MaintainedAsOf < day ? "; what changed since is not in here" : "")}</p>\n<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"{pack.Title}\"><table><thead><tr><th scope=\"col\">Provision</th><th scope=\"col\">On {PlainText.Day(day)}</th><th scope=\"col\">Citation</th></tr></thead><tbody>\n");
            foreach (var provision in law.Data.Law.Provisions.Where(p => p.PackId == pack.Id))
                page.Add($"<tr><th scope=\"row\"><a href=\"/law/{provision.Id}?as_of={PlainText.Day(day)}\">{provision.Title}</a></th><td>{State(provision, day)}</td><td>{provision.Citation}</td></tr>\n");
            page.Add($"</tbody></table></div>\n");
        }
        return "Law";
    });

    public static IResult Show(string id, HttpContext context, ServedLaw law)
    {
        if (law.Data.Law.FindProvision(id) is not { } provision) return Page.Missing(context);
        return On(context, law, $"/law/{id}", (page, day) =>
        {
            page.Add($"<p>{provision.Id}, <cite>{provision.Citation}</cite></p>\n<p>On {PlainText.Day(day)}: <strong>{State(provision, day)}</strong></p>\n");
            foreach (var version in provision.Versions)
            {
                var end = version.Effective.EndAsKnown(day);
                bool current = ReferenceEquals(version, provision.VersionOn(day, day));
                page.Add($"<article><h2>From {PlainText.Day(version.Effective.From)}{(end is { } to ? $" to {PlainText.Day(to)}" : "")}{(current ? ", in force on the day asked about" : "")}</h2>\n<p>{ReportWords.Word(version.Status)}, {Outcomes.Word(version.Effect)}; known {PlainText.Day(version.Effective.Known)}</p>\n<ul>\n");
                foreach (string words in version.Parts.SelectMany(p => p.Walk()).Select(c => c.Quotation.Words).OfType<string>().Distinct(StringComparer.Ordinal)) page.Add($"<li><q>{words}</q></li>\n");
                page.Add($"</ul>\n");
                if (version.Do is not null) page.Add($"<p>Do: {version.Do}</p>\n");
                if (version.Note is not null) page.Add($"<p>Note: {version.Note}</p>\n");
                foreach (string other in version.Unless.Concat(version.WaivableBy).Concat(version.Obligations)) page.Add($"<p><a href=\"/law/{other}\">{other}</a></p>\n");
                foreach (var source in version.Sources) page.Add($"<p>Source: {source.Title}</p>\n");
                page.Add($"</article>\n");
            }
            return provision.Title;
        });
    }

    private static IResult On(HttpContext context, ServedLaw law, string path, Func<Html, DateOnly, string> write)
    {
        var problems = new List<Problem>();
        var asked = Asked.Of(context.Request, problems);
        var day = asked.AsOf ?? law.Today;
        var page = new Html();
        UploadPage.Problems(page, problems);
        page.Add($"<form method=\"get\" action=\"{path}\"><p><label for=\"as_of\">On the day</label> <input id=\"as_of\" name=\"as_of\" type=\"date\" value=\"{PlainText.Day(day)}\" required> <button>Show</button></p></form>\n<p><a href=\"{path}?as_of={PlainText.Day(Months(day, -1))}\">a month earlier</a> · <a href=\"{path}?as_of={PlainText.Day(Months(day, 1))}\">a month later</a></p>\n");
        string title = write(page, day);
        return Page.Of(context, title, page, problems.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }

    /// <summary>Days at the ends of the calendar stay where they are.</summary>
    private static DateOnly Months(DateOnly day, int months) => (months < 0 && day.Year == 1) || (months > 0 && day.Year == 9999) ? day : day.AddMonths(months);

    private static string State(Provision provision, DateOnly day) =>
        provision.VersionOn(day, day) is not { } version ? "not in force" : version.Decides ? Outcomes.Word(version.Effect) : ReportWords.Word(version.Status);
}
