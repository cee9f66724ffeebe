using System.Collections.Immutable;
using System.Text;
using Rubicon.Diagnostics;
using Rubicon.Reading.Makers;
using Rubicon.Reading.Packs;
using Rubicon.Reading.Requests;
using Rubicon.Rules.Checks;
using Rubicon.Rules.Evaluation;
using Rubicon.Rules.Facts;
using Rubicon.Rules.Law;
using Rubicon.Screening;
using Xunit;

namespace Rubicon.Engine.Tests.Packs;

/// <summary>The packs of a folder of the repository, loaded once, with parties by key as cases name them.</summary>
internal sealed class LoadedPacks
{
    private static readonly DateOnly AnyDay = new(2026, 11, 21);
    private static readonly Lazy<LoadedPacks> Shipped = new(() => new LoadedPacks("packs"));
    private readonly PartyDirectory _directory;

    public LoadedPacks(string folder)
    {
        var packs = PackFiles.Load(Path.Combine(Root, folder));
        Assert.Empty(packs.Problems.Select(p => $"{p.Where}: {p.Found}"));
        Law = packs.Law!;
        _directory = new PartyDirectory(MakerFiles.Load(Path.Combine(Root, "makers")).Knowledge.Parties, Law);
        Cases = CaseFiles.Read(packs.CaseFiles, Law, Party, Problems);
    }

    /// <summary>The packs that ship.</summary>
    public static LoadedPacks All => Shipped.Value;

    public LawBook Law { get; }

    public ImmutableArray<LawCase> Cases { get; }

    public List<Problem> Problems { get; } = [];

    private static string Root
    {
        get
        {
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
                if (File.Exists(Path.Combine(folder.FullName, "rubicon.slnx"))) return folder.FullName;
            throw new DirectoryNotFoundException("no rubicon.slnx above the tests");
        }
    }

    /// <summary>The verdict on facts written as a request writes them, as known on the day itself unless said otherwise.</summary>
    public Verdict Decide(string asOf, string facts, string? knownAt = null)
    {
        var problems = new List<Problem>();
        var request = RequestFile.Read("facts.json", Encoding.UTF8.GetBytes($$"""{ "facts": {{facts}} }"""), Law.Catalog, Party, problems);
        Assert.Empty(problems.Select(p => $"{p.Kind.Title} {p.Found}"));
        return Decider.Decide(Law, request!.Facts, Day(asOf), Day(knownAt ?? asOf));
    }

    /// <summary>The outcome word of one provision among the findings, or "none".</summary>
    public string Finding(string provision, string asOf, string facts, string? knownAt = null)
    {
        var found = Decide(asOf, facts, knownAt).Findings.FirstOrDefault(f => f.Provision.Id == provision);
        return found is null ? "none" : found.Truth == Truth.Unknown ? "review" : Outcomes.Word(found.Effect);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private PartyValue Party(PartyMention mention)
    {
        var known = Known(mention);
        return mention.On.IsEmpty ? known : known with { Identified = true, Attributions = [.. known.Attributions, .. mention.On.Select(l => new Attribution(l, Relation.Named, Truth.True, []))] };
    }

    private PartyValue Known(PartyMention mention)
    {
        if (mention.Key is "nobody") return new PartyValue("nobody listed", true, [], [mention.Country ?? "US"]);
        string? key = mention.Key ?? mention.Of;
        if (key is null) return new PartyValue(mention.Name ?? "a party", mention.Country is not null, [], Countries(mention, []));
        var known = _directory.CountriesOf(key, AnyDay);
        Assert.True(_directory.Find(key) is not null, key);
        if (mention.Of is null) return new PartyValue(key, true, _directory.AttributionsOf(key, AnyDay), Countries(mention, known));
        return new PartyValue(mention.Name ?? key, true, [new Attribution(key, mention.As, mention.Maybe ? Truth.Unknown : Truth.True, [])],
            Countries(mention, mention.Maybe ? [] : known));
    }

    private static ImmutableArray<string> Countries(PartyMention mention, ImmutableArray<string> known) =>
        mention.Country is { } country ? [country, .. known.Where(k => k != country)] : known;
}
