using System.Text;
using Rubicon.Diagnostics;

namespace Rubicon.Docs;

/// <summary>A page for each problem code and an index.</summary>
internal static class ProblemPages
{
    public const string Folder = "docs/user/problems";

    private static readonly (string Prefix, string Title)[] Groups =
    [
        ("RUB10", "Files"), ("RUB11", "Tables"), ("RUB12", "CycloneDX"), ("RUB13", "NetBox"), ("RUB14", "SNMP walks"), ("RUB20", "Packs"),
        ("RUB21", "Makers and registers"), ("RUB30", "Requests, answers, actors and dates"), ("RUB40", "Command line and output"),
        ("RUB41", "Saved reports"), ("RUB50", "Age of data"), ("RUB60", "Names to screen"), ("RUB61", "Lists"), ("RUB63", "Ownership"),
        ("RUB65", "The store and its log"), ("RUB66", "The server"), ("RUB70", "Internal"),
    ];

    public static IEnumerable<(string Path, string Text)> All()
    {
        yield return ($"{Folder}/README.md", Index());
        foreach (var kind in ProblemCatalog.All) yield return ($"{Folder}/{kind.Code}.md", Page(kind));
    }

    private static string Page(ProblemKind kind) => $"""
        {Reference.Mark}# {kind.Code}: {kind.Title}

        | | |
        |---|---|
        | severity | {Severity(kind)} |
        | expected | {Reference.Cell(kind.Expected)} |
        | usual cause | {Reference.Cell(kind.Cause)} |
        | fix | {Reference.Cell(kind.Fix)} |

        {Meaning(kind.Severity)}

        [All problems](README.md)

        """;

    private static string Index()
    {
        var text = new StringBuilder(Reference.Mark);
        text.Append("# Problems\n\nWhat cannot be read or decided is reported with a code, the place, what was found and what was expected. A code keeps its meaning\nfor good. Severity: an *error* means that something was not read or not decided; a *warning*, that it was read with a guess or\nloss that touches no decision; a *note*, that nothing was lost.\n");
        foreach (var (prefix, title) in Groups)
        {
            var kinds = ProblemCatalog.All.Where(k => k.Code.StartsWith(prefix, StringComparison.Ordinal)).ToList();
            if (kinds.Count == 0) continue;
            text.Append($"\n## {title}\n\n| code | problem | severity |\n|---|---|---|\n");
            foreach (var kind in kinds) text.Append($"| [{kind.Code}]({kind.Code}.md) | {Reference.Cell(kind.Title)} | {Severity(kind)} |\n");
        }
        return text.ToString();
    }

    private static string Severity(ProblemKind kind) => Reference.Word(kind.Severity.ToString());

    private static string Meaning(Severity severity) => severity switch
    {
        Diagnostics.Severity.Error => "Something was not read or not decided. What could be read is still decided, and what could not stands in the coverage block as not assessed.",
        Diagnostics.Severity.Warning => "It was read with a guess, or with a loss that touches no decision. Check the place named.",
        _ => "Worth knowing; nothing was lost.",
    };
}
