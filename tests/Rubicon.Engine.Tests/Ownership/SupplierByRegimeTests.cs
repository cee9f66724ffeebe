using System.Globalization;
using System.Text;
using Rubicon.Answering;
using Rubicon.Answering.Lists;
using Rubicon.Diagnostics;
using Rubicon.Engine.Tests.Reports;
using Rubicon.Ownership;
using Rubicon.Reading.Ownership;
using Rubicon.Rules.Conditions;
using Rubicon.Rules.Evaluation;
using Rubicon.Screening;
using Xunit;

namespace Rubicon.Engine.Tests.Ownership;

/// <summary>
/// One firm, of which a listed party holds 49.9, 50, 50.1 per cent or a share that nobody knows, under each regime and on each side of its dates. The table stands in
/// docs/design/ownership.md; RUBICON_UPDATE_GOLDEN=1 rewrites it there.
/// </summary>
public sealed class SupplierByRegimeTests
{
    private const string Page = "docs/design/ownership.md", Begin = "<!-- supplier table -->\n", End = "<!-- end of supplier table -->\n";

    private static readonly string[] Shares = ["49.9", "50", "50.1", "unknown"];

    private static readonly Question[] Asked =
    [
        new("us-ofac/fifty-percent", "us-person", "contract", "supplier", "Datak Telecom", "IR", "", ["2012-11-07", "2012-11-08", "2014-08-13", "2026-11-21"]),
        new("us-bis/744-11-affiliates", "exporter", "export", "recipient", "Huawei Technologies Co., Ltd.", "CN", ",\"subject-to-ear\":\"yes\"",
            ["2025-09-28", "2025-09-29", "2025-11-09", "2025-11-10", "2026-11-09", "2026-11-10"]),
        new("us-ndaa-889/a-1-A", "executive-agency", "procure", "producer", "Huawei Technologies Co., Ltd.", "CN", "", ["2019-08-12", "2019-08-13", "2026-11-21"]),
        new("us-fcc/2-903-affiliate", "authorization-applicant", "authorize", "producer", "Huawei Technologies Co., Ltd.", "CN", ",\"authorized\":\"no\"", ["2023-02-05", "2023-02-06", "2026-11-21"]),
        new("us-fcc/54-9-a", "usf-recipient", "contract", "producer", "Huawei Technologies Co., Ltd.", "CN", ",\"usf-support\":\"yes\"", ["2020-06-29", "2020-06-30", "2026-11-21"]),
        new("us-icts/order", "us-jurisdiction", "contract", "supplier", "Firm of Harbin", "CN", ",\"producer\":{\"name\":\"Maker Ltd\",\"country\":\"US\",\"listed\":\"no\"},\"foreign-interest\":\"yes\"", ["2018-05-01", "2018-05-02", "2019-05-15"]),
        new("us-icts/covered-transaction", "us-jurisdiction", "contract", "supplier", "Firm of Harbin", "CN", ",\"producer\":{\"name\":\"Maker Ltd\",\"country\":\"US\",\"listed\":\"no\"},\"foreign-interest\":\"yes\"", ["2021-03-21", "2021-03-22", "2025-02-04", "2026-11-21"]),
        new("us-dod-1260h/805-a-1-A", "defense-department", "contract", "supplier", "Huawei Technologies Co., Ltd.", "CN", "", ["2026-06-29", "2026-06-30", "2026-11-21"]),
    ];

    private static readonly Lazy<(LoadedData Loaded, ScreeningData Data)> Law = new(() =>
    {
        string root = Golden.Root();
        var loaded = LoadedData.Load(new DataFolders(Path.Combine(root, "packs"), Path.Combine(root, "makers"), Path.Combine(root, "registries")))!;
        return (loaded, loaded.ForScreening(ListsInUse.None)!);
    });

    [Fact]
    public void The_table_of_one_supplier_under_each_regime_is_what_the_page_shows()
    {
        string path = Path.Combine(Golden.Root(), Page), page = File.ReadAllText(path), table = Table();
        int begin = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, end = page.IndexOf(End, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("RUBICON_UPDATE_GOLDEN") == "1") File.WriteAllText(path, page[..begin] + table + page[end..]);
        else Assert.Equal(page[begin..end], table);
    }

    [Theory]
    [InlineData("us-ofac/fifty-percent", "2026-11-21", "none", "prohibited", "prohibited", "review")]
    [InlineData("us-bis/744-11-affiliates", "2025-11-09", "review", "license-required", "license-required", "review")]
    [InlineData("us-bis/744-11-affiliates", "2026-11-09", "suspended", "suspended", "suspended", "suspended")]
    [InlineData("us-bis/744-11-affiliates", "2026-11-10", "review", "review", "review", "review")]
    public void Half_is_reached_at_half_and_a_share_that_nobody_knows_is_never_an_allowed(string provision, string day, params string[] outcomes)
    {
        var question = Asked.Single(q => q.Provision == provision);
        Assert.Equal(outcomes, Shares.Select(s => Outcome(question, day, s)));
    }

    [Fact]
    public void Owners_of_two_lists_count_together_and_the_most_restrictive_terms_are_named()
    {
        var question = Asked.Single(q => q.Provision == "us-bis/744-11-affiliates");
        var finding = Decide(question, "2025-10-15", "Huawei Technologies Co., Ltd.,Firm A Ltd,50\nElectronics Katrangi Trading,Firm B Ltd,100\nFirm B Ltd,Firm A Ltd,5\n").Findings.Single(f => f.Provision == question.Provision);
        string says = string.Join('\n', Lines(finding.Proof));
        Assert.Contains("on us-bis/sdn-744-8", says, StringComparison.Ordinal);
        Assert.Contains("on us-bis/entity-list; the terms of us-bis/sdn-744-8 apply, the most restrictive of these", says, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Lines(Proof proof) => proof.Children.SelectMany(Lines).Prepend(proof.Says);

    private static string Table()
    {
        var text = new StringBuilder("| provision | asked as | day | 49.9 % | 50 % | 50.1 % | unknown |\n|---|---|---|---|---|---|---|\n");
        foreach (var question in Asked)
            foreach (string day in question.Days)
                text.Append(CultureInfo.InvariantCulture, $"| `{question.Provision}` | {question.Actor}, {question.Act} | {day} | {string.Join(" | ", Shares.Select(s => Outcome(question, day, s)))} |\n");
        return text.ToString();
    }

    private static string Outcome(Question question, string day, string share)
    {
        var decision = Decide(question, day, $"{question.Owner},Firm A Ltd,{share}\n");
        if (decision.Findings.FirstOrDefault(f => f.Provision == question.Provision) is { } finding) return Outcomes.Word(finding.Outcome);
        return decision.Pending.FirstOrDefault(p => p.Provision == question.Provision) is { } pending ? pending.Status.ToString().ToLowerInvariant() : "none";
    }

    private static Decision Decide(Question question, string day, string stakes)
    {
        var (loaded, data) = Law.Value;
        var register = new StakeRegister();
        using var rows = new MemoryStream(Encoding.UTF8.GetBytes($"owner,owned,share,owner country\n{stakes.Replace("\n", $",{question.OwnerCountry}\n", StringComparison.Ordinal).Replace("Huawei Technologies Co., Ltd.", "\"Huawei Technologies Co., Ltd.\"", StringComparison.Ordinal)}"));
        new OwnershipFile(register).Read("stakes.csv", rows);
        string request = $$"""
            {"asOf":"{{day}}","actor":{"capacities":["{{question.Actor}}"],"country":"US"},
             "facts":{"act":"{{question.Act}}","{{question.Role}}":{"name":"Firm A Ltd","country":"AE","listed":"no"},"item-kind":"equipment","category":"base-station"{{question.More}} } }
            """;
        var problems = new List<Problem>();
        var asked = new AskedOfRequest("request.json", DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture));
        var decided = DecidedRequest.Of(loaded, data with { Owners = new StatedOwners(register, [("Firm A Ltd", "Firm A Ltd", true)]) }, asked, Encoding.UTF8.GetBytes(request), problems);
        Assert.Empty(problems.Select(p => $"{p.Kind.Title} {p.Found}"));
        return decided!.Decision;
    }

    private sealed record Question(string Provision, string Actor, string Act, string Role, string Owner, string OwnerCountry, string More, string[] Days);
}
