using System.Globalization;
using Rubicon.Diagnostics;
using Rubicon.Engine.Tests.Architecture;
using Rubicon.Equipment;
using Rubicon.Matching;
using Rubicon.Reading.Makers;
using Rubicon.Reading.Packs;
using Rubicon.Reading.Registries;
using Rubicon.Reading.Requests;
using Rubicon.Reading.Yaml;
using Rubicon.Rules.Evaluation;
using Rubicon.Rules.Facts;
using Rubicon.Screening;
using Rubicon.Subjects;
using Xunit;

namespace Rubicon.Engine.Tests.Decisions;

/// <summary>Each decision of the files beside this class comes out as the officials decided it, over all packs and with parties looked up by name.</summary>
public sealed class OfficialDecisionTests
{
    private static readonly Lazy<ScreeningData> Data = new(Load);

    public static TheoryData<string> Ids => [.. OfficialDecision.All.Keys];

    [Theory]
    [MemberData(nameof(Ids))]
    public void It_is_decided_as_the_officials_decided(string id)
    {
        var expected = OfficialDecision.All[id];
        var decision = Decide(expected);
        Assert.Equal(
            expected.Expect.Entries.SelectMany(e => Lines(e.Key, e.Value)),
            expected.Expect.Entries.SelectMany(e => Found(e.Key, e.Value, decision)));
    }

    [Fact]
    public void There_are_decisions_for_each_regime_and_each_expects_something()
    {
        Assert.True(OfficialDecision.All.Count >= 150, $"only {OfficialDecision.All.Count}");
        Assert.All(OfficialDecision.All.Values, d => Assert.NotEmpty(d.Expect.Entries));
    }

    /// <summary>What is expected, a line for each statement.</summary>
    private static IEnumerable<string> Lines(YamlNode key, YamlNode value) => value.Kind switch
    {
        YamlKind.Mapping => value.Entries.Select(e => $"{key.Text} {e.Key.Text}: {e.Value.Text}"),
        YamlKind.Sequence => value.Items.Select(i => $"{key.Text}: {i.Text}"),
        _ => [$"{key.Text}: {value.Text}"],
    };

    /// <summary>The same lines with what was found.</summary>
    private static IEnumerable<string> Found(YamlNode key, YamlNode value, Decision decision) => key.Text switch
    {
        "outcome" => [$"outcome: {Outcomes.Word(decision.Outcome)}"],
        "regimes" => value.Entries.Select(e => $"regimes {e.Key.Text}: {OfRegime(decision, e.Key.Text)}"),
        "finds" => value.Entries.Select(e => $"finds {e.Key.Text}: {OfProvision(decision, e.Key.Text)}"),
        "due" => value.Entries.Select(e => $"due {e.Key.Text}: {DueOf(decision, e.Key.Text)}"),
        "says" => value.Entries.Select(e => $"says {e.Key.Text}: {(DoOf(decision, e.Key.Text) is { } text && text.Contains(e.Value.Text, StringComparison.Ordinal) ? e.Value.Text : DoOf(decision, e.Key.Text))}"),
        "pending" => value.Items.Select(i => decision.Pending.Any(p => p.Provision == i.Text) ? $"pending: {i.Text}" : "pending: " + string.Join(", ", decision.Pending.Select(p => p.Provision))),
        "asks" => value.Items.Select(i => decision.Questions.Any(q => q.Fact == i.Text) ? $"asks: {i.Text}" : "asks: " + string.Join(", ", decision.Questions.Select(q => q.Fact))),
        _ => [$"`{key.Text}` is no expectation"],
    };

    private static string? DoOf(Decision decision, string provision) => Duties(decision).FirstOrDefault(o => o.Provision == provision)?.Do;

    internal static Decision Decide(OfficialDecision expected)
    {
        var data = Data.Value;
        var problems = new List<Problem>();
        var names = new Screener(data, ActorProfile.Nobody, [], expected.AsOf, expected.KnownAt);
        var values = new FactValues(data.Law.Catalog, m => MentionedParties.Of(m, data.Directory, names, expected.AsOf), problems);
        var facts = expected.Facts is { } stated ? values.Read(stated, FactSet.Empty(data.Law.Catalog)) : FactSet.Empty(data.Law.Catalog);
        SettingsFile.CheckCapacities(expected.Actor, new SourceLocation(expected.Id), problems);
        Assert.Empty(problems.Select(p => $"{p.Where}: {p.Kind.Title} {p.Found}"));
        var screener = new Screener(data, new ActorProfile(null, expected.Actor, expected.Country, []), [], expected.AsOf, expected.KnownAt);
        return screener.Decide(new Subject(SubjectKind.Transaction, new SourceLocation(expected.Id), []), facts, expected.Id);
    }

    private static IEnumerable<Obligation> Duties(Decision decision) => decision.Findings.SelectMany(f => f.Obligations).Concat(decision.Obligations).DistinctBy(o => o.Provision);

    private static string DueOf(Decision decision, string provision) => Duties(decision).FirstOrDefault(o => o.Provision == provision) is not { } duty ? "none"
        : duty.Due is { } day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "no day";

    private static string OfRegime(Decision decision, string pack) =>
        Outcomes.Word(decision.Findings.Where(f => f.Provision.StartsWith(pack + "/", StringComparison.Ordinal)).Select(f => f.Outcome).DefaultIfEmpty(Outcome.Allowed).Max());

    private static string OfProvision(Decision decision, string provision)
    {
        if (Duties(decision).FirstOrDefault(o => o.Provision == provision) is { } duty) return duty.Certain ? "duty" : "review";
        var finding = decision.Findings.FirstOrDefault(f => f.Provision == provision);
        return finding is null ? "none" : finding.Truth == Truth.Unknown ? "review" : Outcomes.Word(finding.Effect);
    }

    private static ScreeningData Load()
    {
        string Folder(string name) => Path.Combine(Repository.Root, name);
        var law = PackFiles.Load(Folder("packs")).Law!;
        var makers = MakerFiles.Load(Folder("makers")).Knowledge;
        var directory = new PartyDirectory(makers.Parties, law);
        return new ScreeningData(law, directory, PartyIndex.Build(directory.Parties), new EquipmentIdentifier(makers, RegisterFiles.Open(Folder("registries")).Registers));
    }
}
