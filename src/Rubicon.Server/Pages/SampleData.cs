using System.Collections.Immutable;
using Rubicon.Diagnostics;
using Rubicon.Reports;
using Rubicon.Rules.Evaluation;
using Rubicon.Server.Answers;
using Rubicon.Server.Cases;
using Rubicon.Server.Portfolios;
using Rubicon.Storage;

namespace Rubicon.Server.Pages;

/// <summary>Sample data: the carrier of the examples as a portfolio, two decisions, and a case with a clock. All of it says that it is invented.</summary>
internal static class SampleData
{
    private const string Carrier = "Cedar Ridge Telephone (invented)";

    /// <summary>Makes it for an organization; returns the path at which it begins.</summary>
    public static async Task<string> Make(ServedLaw law, Store store, Token token, PortfolioWorker worker)
    {
        var author = new Author(token.Organization, token.Id);
        var portfolio = await store.Portfolios.Add(author, "Sample: " + Carrier, "usf-recipient,broadband-provider,us-person,exporter", null);
        int version = portfolio.Version;
        foreach (string name in new[] { "inventory.csv", "purchases.csv", "suppliers.csv", "bom.json" }) await store.Portfolios.Put(author, portfolio.Id, version++, name, Bytes(name));
        worker.Wake();
        string? referred = null;
        foreach (string name in new[] { "office-camera.json", "agency-base-station.json" })
        {
            byte[] request = Bytes(name);
            var (decided, report) = DecideEndpoint.Decide(law, new Asked(null, null, null), request, []);
            if (decided is null) continue;
            var entry = new DecisionEntry(decided.Decision.Title, Outcomes.Word(decided.Decision.Outcome), PlainText.Day(decided.Head.AsOf), PlainText.Day(decided.Head.KnownAt), request, report);
            referred = (await store.Decisions.Record(author, entry, null))?.Id;
        }
        var day = law.Today;
        var opening = new CaseInput(null, day, null, Said(("source", "own-discretion")), null, "Sample: base station, referred from a decision", "us-icts/review", referred);
        if (await CaseOpening.Open(law, store, token, opening, new List<Problem>()) is { } head)
        {
            await Step(law, store, token, head.Id, "accept", day, Said(("scope", "Sample: equipment of a wireless network."), ("foreign-adversary", "Sample: see the decision referred.")));
            await Step(law, store, token, head.Id, "notify-review", day, Said(("notified", Carrier)));
        }
        return $"/portfolios/{portfolio.Id}";
    }

    private static async Task Step(ServedLaw law, Store store, Token token, string id, string step, DateOnly day, ImmutableDictionary<string, string> statements)
    {
        if (OpenCase.Find(store, law, token.Organization, id) is { } open) await CaseSteps.Take(store, open, token, new CaseInput(step, day, null, statements, null, null, null, null));
    }

    private static ImmutableDictionary<string, string> Said(params (string Id, string Text)[] said) => said.ToImmutableDictionary(s => s.Id, s => s.Text, StringComparer.Ordinal);

    private static byte[] Bytes(string name)
    {
        using var resource = typeof(SampleData).Assembly.GetManifestResourceStream("sample/" + name)!;
        byte[] bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return bytes;
    }
}
