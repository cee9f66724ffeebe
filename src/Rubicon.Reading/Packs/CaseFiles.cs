using System.Collections.Immutable;
using System.Text;
using Rubicon.Diagnostics;
using Rubicon.Reading.Yaml;
using Rubicon.Rules.Checks;
using Rubicon.Rules.Facts;
using Rubicon.Rules.Law;

namespace Rubicon.Reading.Packs;

/// <summary>Reads the cases that stand beside the rules.</summary>
public static class CaseFiles
{
    private static readonly string[] Expectations = ["prohibited", "license-required", "reviewable", "allowed", "duty", "status", "no", "review", "not-in-force", "reported", "proposed", "adopted", "suspended"];

    /// <summary>All cases of the files; problems name file, line and column.</summary>
    /// <param name="files">The files that <see cref="PackFiles.Load"/> found.</param>
    /// <param name="law">The law that the cases speak of.</param>
    /// <param name="parties">Makes a party of a mention; cases name parties by key.</param>
    /// <param name="problems">Problems are added here.</param>
    public static ImmutableArray<LawCase> Read(IEnumerable<CaseFilePath> files, LawBook law, Func<PartyMention, PartyValue> parties, ICollection<Problem> problems)
    {
        var cases = ImmutableArray.CreateBuilder<LawCase>();
        foreach (var file in files)
        {
            using var reader = new StreamReader(file.Path, Encoding.UTF8);
            if (YamlReader.Read(file.Shown, reader, problems) is { } node) cases.AddRange(Cases(node, law, parties, problems));
        }
        return cases.ToImmutable();
    }

    private static IEnumerable<LawCase> Cases(YamlNode node, LawBook law, Func<PartyMention, PartyValue> parties, ICollection<Problem> problems)
    {
        var read = new NodeReader(problems);
        var values = new FactValues(law.Catalog, parties, problems);
        read.OnlyKeys(node, "provision", "about", "facts", "cases");
        string id = read.Text(node, "provision");
        if (law.FindProvision(id) is null)
        {
            problems.Add(new Problem(ProblemCatalog.PackUnknownReference, node.Where, Quote.Text(id), "the id of a provision"));
            yield break;
        }
        var shared = node.Find("facts") is { IsNull: false } facts ? values.Read(facts, FactSet.Empty(law.Catalog)) : FactSet.Empty(law.Catalog);
        foreach (var item in NodeReader.Items(node, "cases").Where(read.IsMapping))
        {
            read.OnlyKeys(item, "name", "as-of", "known-at", "facts", "expect", "asks", "due", "note", "cite");
            var asOf = read.Date(item, "as-of");
            string expect = read.Text(item, "expect");
            if (!Expectations.Contains(expect, StringComparer.Ordinal) && item.Find("expect") is { } bad) read.Bad(bad, "one of " + string.Join(", ", Expectations));
            yield return new LawCase(id, read.Text(item, "name"), asOf, read.OptionalDate(item, "known-at") ?? asOf,
                item.Find("facts") is { IsNull: false } own ? values.Read(own, shared) : shared, expect, read.Texts(item, "asks"), read.OptionalDate(item, "due"), item.Where);
        }
    }
}
