using Microsoft.Playwright;
using Rubicon.EndToEnd.Tests.Program;

namespace Rubicon.EndToEnd.Tests.Browsing;

/// <summary>The first five minutes of those who work in the browser, on the real server.</summary>
public abstract class Stories(BrowserFixture fixture, string database)
{
    /// <summary>What `rubicon serve` gets beside the data folder.</summary>
    protected abstract string[] Arguments();

    [BrowserFact]
    public async Task A_compliance_officer_keeps_a_portfolio_and_sees_what_changed()
    {
        using var folder = new TemporaryFolder();
        using var server = await RunningServer.Start(Path.Combine(folder.Path, "data"), Arguments());
        await using var officer = await Visitor.Come(fixture.Browser, server.Address, $"{database}-compliance");
        await officer.LogIn(await server.Token("analyst"));
        await officer.Look("overview-empty");
        await officer.Open("/portfolios");
        await officer.Page.GetByLabel("Title").FillAsync("West network");
        await officer.Page.GetByLabel("usf recipient").CheckAsync();
        await officer.Page.GetByLabel("Files").SetInputFilesAsync(File("network.csv", "Manufacturer,Model,Site\nHuawei,BBU3900,Cedar Ridge\nNokia,7750 SR-1,Cedar Ridge\nHikvision,DS-2CD2042WD-I,Elm\n"));
        await officer.Look("portfolios-empty");
        await officer.Button("Make and decide").ClickAsync();
        await officer.Until("What changed last");
        await officer.Sees("3 records");
        await officer.Look("portfolio");
        await officer.Page.GetByLabel("Put files in").SetInputFilesAsync(File("network.csv", "Manufacturer,Model,Site\nNokia,7750 SR-1,Cedar Ridge\nHikvision,DS-2CD2042WD-I,Elm\nDahua,IPC-HFW1230S,Elm\n"));
        await officer.Button("Put in and decide").ClickAsync();
        await officer.Until("1 new, 1 gone");
        await officer.Look("portfolio-changed");
        await officer.Link("Run 2").ClickAsync();
        await officer.Look("run");
        await officer.Open("/portfolios");
        await officer.Look("portfolios");
        await officer.Link("West network").ClickAsync();
        await officer.Link("rule").First.ClickAsync();
        await officer.Look("by-rule");
        await officer.Open("/");
        await officer.Look("overview");
    }

    private static FilePayload File(string name, string text) => new() { Name = name, MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(text) };

    [BrowserFact]
    public async Task A_case_officer_runs_a_review_with_a_second_person()
    {
        using var folder = new TemporaryFolder();
        using var server = await RunningServer.Start(Path.Combine(folder.Path, "data"), Arguments());
        await using var officer = await Visitor.Come(fixture.Browser, server.Address, $"{database}-officer");
        await officer.LogIn(await server.Token("case-officer"));
        await officer.Open("/cases");
        await officer.Look("no-cases");
        await officer.Link("Open a case").ClickAsync();
        await officer.Look("which-procedure");
        await officer.Page.GetByText("Review of an ICTS transaction").ClickAsync();
        await officer.Button("Go on").ClickAsync();
        await officer.Page.GetByLabel("Title of the case").FillAsync("Routers for Cedar Ridge");
        await officer.Page.GetByLabel("The transaction and its parties").FillAsync("Purchase of routers <b>by a carrier</b>");
        await officer.Look("open-a-case");
        await officer.Button("Open the case").ClickAsync();
        await officer.Sees("State: Referral under consideration");
        await officer.Look("case-referred");
        await officer.Page.GetByText("Accept the referral and commence the initial review").First.ClickAsync();
        await officer.Page.GetByLabel("Why it falls within the scope of 791.3(a)").FillAsync("Routers of a carrier.");
        await officer.Page.GetByLabel("Which person of which foreign adversary").FillAsync("A firm of China.");
        await officer.Button("Take the step").Locator("visible=true").ClickAsync();
        await officer.Sees("State: Initial review");
        await officer.Page.GetByText("End the review, the criteria are not met").First.ClickAsync();
        await officer.Page.GetByLabel("Which criteria are not met").FillAsync("No undue risk.");
        await officer.Button("Prepare for approval").Locator("visible=true").ClickAsync();
        await officer.Sees("Another person approves it");
        await officer.Look("case-waits");
        await officer.Open("/cases");
        await officer.Look("board");

        await using var second = await Visitor.Come(fixture.Browser, server.Address, $"{database}-approver");
        await second.LogIn(await server.Token("approver"));
        await second.Open("/cases");
        await second.Link("R-2").First.ClickAsync();
        await second.Button("Approve").ClickAsync();
        await second.Sees("which ends it");
        await second.Look("case-over");
        await second.Print("case-over");
    }
}

public sealed class SqliteStories(BrowserFixture fixture) : Stories(fixture, "sqlite"), IClassFixture<BrowserFixture>
{
    protected override string[] Arguments() => [];
}
