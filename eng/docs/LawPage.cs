using System.Globalization;
using System.Text;
using Rubicon.Rules.Evaluation;
using Rubicon.Rules.Law;

namespace Rubicon.Docs;

/// <summary>Packs, provisions and lists with their days.</summary>
internal static class LawPage
{
    public static string Text(LawBook law)
    {
        var text = new StringBuilder(Reference.Mark);
        text.Append("# Law that is encoded\n\nBoth ends of a period are inside it. What is not encoded, and why, stands in `coverage.md` of each pack. `rubicon law show ID` prints\nconditions, quoted words and sources; `rubicon law timeline ID` the days.\n\n");
        text.Append("| pack | what | country | kept up to | provisions | lists |\n|---|---|---|---|---|---|\n");
        foreach (var pack in law.Packs)
            text.Append(Inv($"| [{pack.Id}](#{pack.Id}) | {Reference.Cell(pack.Title)} | {pack.Country} | {pack.MaintainedAsOf:yyyy-MM-dd} | {law.Provisions.Count(p => p.PackId == pack.Id)} | {law.Lists.Count(l => l.PackId == pack.Id)} |\n"));
        foreach (var pack in law.Packs) Pack(text, pack, law);
        return text.ToString();
    }

    private static void Pack(StringBuilder text, Pack pack, LawBook law)
    {
        text.Append($"\n## {pack.Id}\n\n{Reference.Sentence(pack.Title)} [What is covered](../../packs/{pack.Id}/coverage.md)\n\n| instrument | citation | status |\n|---|---|---|\n");
        foreach (var instrument in pack.Instruments)
            text.Append($"| {Reference.Cell(instrument.Title)} | {Reference.Cell(instrument.Citation)} | {string.Join("<br>", instrument.Status.Select(s => Inv($"{Reference.Word(s.Is.ToString())} from {s.From:yyyy-MM-dd}")))} |\n");
        text.Append("\n| provision | title | citation | versions |\n|---|---|---|---|\n");
        foreach (var provision in law.Provisions.Where(p => p.PackId == pack.Id))
            text.Append($"| `{provision.Id[(pack.Id.Length + 1)..]}` | {Reference.Cell(provision.Title)} | {Reference.Cell(provision.Citation)} | {string.Join("<br>", provision.Versions.Select(Version))} |\n");
        var lists = law.Lists.Where(l => l.PackId == pack.Id).ToList();
        if (lists.Count == 0) return;
        text.Append("\n| list | title | citation | state read | entries |\n|---|---|---|---|---|\n");
        foreach (var list in lists)
            text.Append(Inv($"| `{list.Id[(pack.Id.Length + 1)..]}` | {Reference.Cell(list.Title)} | {Reference.Cell(list.Citation)} | {list.Read:yyyy-MM-dd} | {list.Entries.Length} |\n"));
    }

    private static string Version(ProvisionVersion version)
    {
        string days = version.Effective.Final is { } period ? period.ToString() : Inv($"from {version.Effective.From:yyyy-MM-dd}, taken back");
        string status = version.Status == LegalStatus.InForce ? "" : ", " + Reference.Word(version.Status.ToString());
        return $"{days}: {Outcomes.Word(version.Effect)}{status}";
    }

    private static string Inv(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
