using System.Collections.Immutable;
using Rubicon.Diagnostics;
using Rubicon.Review;
using Rubicon.Rules.Facts;
using Rubicon.Rules.Law;

namespace Rubicon.Reading.Packs;

/// <summary>What a folder of packs holds.</summary>
/// <param name="Law">The law, or null when there are errors: a broken pack is never half used.</param>
/// <param name="Problems">What does not fit the grammar.</param>
/// <param name="CaseFiles">Paths of the case files, in ordinal order, as problems name them.</param>
public sealed record PackSet(LawBook? Law, ImmutableArray<Problem> Problems, ImmutableArray<CaseFilePath> CaseFiles)
{
    /// <summary>Procedures of the packs, by id; none when the law is null.</summary>
    public ImmutableArray<Procedure> Procedures { get; init; } = [];
}

/// <summary>A case file that was found and not yet read.</summary>
/// <param name="Path">Where to open it.</param>
/// <param name="Shown">How problems name it.</param>
/// <param name="PackId">The pack it belongs to.</param>
public sealed record CaseFilePath(string Path, string Shown, string PackId);

/// <summary>Reads a folder of packs (grammar: <c>docs/design/rules.md</c>).</summary>
public static class PackFiles
{
    /// <summary>
    /// Reads every pack under <paramref name="folder"/>. Problems RUB20xx name file, line and column; when one of them is an
    /// error <see cref="PackSet.Law"/> is null.
    /// </summary>
    /// <param name="folder">The folder that holds one folder a pack.</param>
    public static PackSet Load(string folder) => Read(folder, null, []);

    /// <summary>
    /// The same with a draft laid over it, as if the draft were law: its provisions are in force. A draft that does not fit the grammar gives problems RUB20xx and RUB6470 to
    /// RUB6472 with file, line and column, and no law.
    /// </summary>
    /// <param name="folder">The folder that holds one folder a pack.</param>
    /// <param name="draftFile">The file of the draft.</param>
    public static (PackSet Packs, Draft? Draft) LoadWithDraft(string folder, string draftFile)
    {
        var problems = new List<Problem>();
        var draft = DraftFile.Open(draftFile, problems);
        var set = Read(folder, draft, problems);
        return (set, set.Law is null ? null : draft!.Draft);
    }

    private static PackSet Read(string folder, DraftFile? draft, List<Problem> problems)
    {
        if (!Directory.Exists(folder) || Directory.GetDirectories(folder).Length == 0)
            return new PackSet(null, [.. problems, new Problem(ProblemCatalog.PacksMissing, new SourceLocation(folder), "no pack")], []);
        var files = Directory.GetDirectories(folder).Order(StringComparer.Ordinal).Select(d => PackFolder.Open(d, problems)).ToList();
        draft?.CheckId(files.Select(f => f.Id), problems);
        var catalog = Catalog(draft is null ? files : [.. files, draft.Folder], problems);
        var packs = new List<Pack>();
        var provisions = new List<Provision>();
        var lists = new List<DesignationList>();
        var procedures = new List<Procedure>();
        draft?.Read(catalog, packs, provisions, lists, problems);
        foreach (var pack in files)
        {
            var grammar = new ProvisionGrammar(new NodeReader(problems), catalog, pack.Id);
            if (pack.Root is not null) packs.Add(PackGrammar.Read(pack, grammar, catalog, problems));
            foreach (var (name, node) in pack.Rules)
                if (grammar.Provision(node, $"{pack.Id}/{name}") is { } provision) provisions.Add(provision);
            foreach (var (name, node) in pack.Designations)
                if (grammar.List(node, $"{pack.Id}/{name}") is { } list) lists.Add(list);
            foreach (var (name, node) in pack.Procedures) procedures.Add(new ProcedureGrammar(new NodeReader(problems), grammar, pack.Id).Read(node, $"{pack.Id}/{name}"));
        }
        ReferenceCheck.Check(packs, provisions, lists, problems);
        foreach (var procedure in procedures) ProcedureCheck.Check(procedure, packs, provisions, problems);
        bool broken = problems.Any(p => p.Kind.Severity == Severity.Error);
        return new PackSet(broken ? null : new LawBook(catalog, packs, provisions, lists), [.. problems], [.. files.SelectMany(f => f.Cases)])
        {
            Procedures = broken ? [] : [.. procedures.OrderBy(p => p.Id, StringComparer.Ordinal)],
        };
    }

    /// <summary>
    /// Facts of all packs: declared facts, open terms, papers, and for each provision with an unconfirmed version the switch that
    /// confirms it, named after the provision.
    /// </summary>
    private static FactCatalog Catalog(List<PackFolder> packs, List<Problem> problems)
    {
        var declared = new List<Fact>();
        var core = new FactCatalog([]);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (fact, where) in packs.SelectMany(p => PackGrammar.Facts(p, new NodeReader(problems))))
            if (core.Find(fact.Name) is null && names.Add(fact.Name)) declared.Add(fact);
            else problems.Add(new Problem(ProblemCatalog.PackDoubledId, where, $"the fact {Quote.Text(fact.Name)} again", "each fact once over all packs"));
        return new FactCatalog(declared) { Lists = [.. packs.SelectMany(p => p.Designations.Select(d => $"{p.Id}/{d.Name}")).Order(StringComparer.Ordinal)] };
    }
}
