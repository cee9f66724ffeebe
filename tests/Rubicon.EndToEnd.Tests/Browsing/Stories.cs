using Microsoft.Playwright;
using Xunit.Abstractions;

namespace Rubicon.EndToEnd.Tests.Browsing;

/// <summary>The first five minutes of those who work in the browser, on the real server.</summary>
public abstract class Stories(StoryServer fixture, ITestOutputHelper output)
{
    [Fact]
    public async Task A_compliance_officer_keeps_a_portfolio_and_sees_what_changed()
    {
        if (await Organization() is not { } server) return;
        await using var officer = await fixture.Visitor($"{fixture.Database}-compliance");
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

    [Fact]
    public async Task An_administrator_logs_in_makes_people_and_puts_sample_data_in()
    {
        if (await Organization() is not { } server) return;
        await using var administrator = await fixture.Visitor($"{fixture.Database}-administrator");
        await administrator.Open("/");
        await administrator.Look("login");
        await administrator.LogIn(server.Administrator);
        await administrator.Open("/admin");
        await administrator.Page.GetByLabel("Whose or what for").FillAsync("Buying desk");
        await administrator.Page.GetByLabel("analyst: decides").CheckAsync();
        await administrator.Button("Make the token").ClickAsync();
        await administrator.Sees("rubicon_");
        await administrator.Look("admin-token");
        await administrator.Button("Put sample data in").ClickAsync();
        await administrator.Until("What changed last");
        await administrator.Look("sample-portfolio");
        await administrator.Open("/cases");
        await administrator.Look("board");
        await administrator.Link("R-2").First.ClickAsync();
        await administrator.Sees("Clocks");
        await administrator.Look("case-with-clock");
        await administrator.Open("/");
        await administrator.Look("overview");
        await administrator.Open("/law");
        await administrator.Look("law");
        await administrator.Open("/log");
        await administrator.Look("record");
    }

    [Fact]
    public async Task A_buyer_asks_about_a_quote_line_and_answers_what_is_open()
    {
        if (await Organization() is not { } server) return;
        await using var buyer = await fixture.Visitor($"{fixture.Database}-buyer");
        await buyer.LogIn(await server.Token("analyst"));
        await buyer.Open("/ask");
        await buyer.Page.GetByLabel("Maker").FillAsync("Huawei");
        await buyer.Page.GetByLabel("Model").FillAsync("BBU3900");
        await buyer.Page.GetByLabel("usf recipient").CheckAsync();
        await buyer.Look("ask");
        await buyer.Button("Decide and record").ClickAsync();
        await buyer.Sees("Questions that would settle it");
        await buyer.Look("decision");
        await buyer.Page.GetByText("Answer it").First.ClickAsync();
        await buyer.Page.GetByLabel("Why").First.FillAsync("Finance says that no support is spent on it. <img src=x>");
        await buyer.Look("answer-form");
        await buyer.Button("Propose the answer").First.ClickAsync();
        await buyer.Sees("Another person approves it");
        await buyer.Look("answers");

        await using var second = await fixture.Visitor($"{fixture.Database}-buyers-approver");
        await second.LogIn(await server.Token("approver"));
        await second.Open("/answers");
        await second.Button("Approve").ClickAsync();
        await second.Sees("holds");
        await second.Look("answers-approved");
        await second.Open("/parties?q=Huawei&as_of=2026-11-21");
        await second.Look("parties");
        await second.Link("Huawei Technologies").First.ClickAsync();
        await second.Sees("Lists over time");
        await second.Look("party");
        await second.Open("/devices");
        await second.Page.GetByLabel("Brand").FillAsync("Honeywell");
        await second.Page.GetByLabel("sysDescr").FillAsync("Dahua IPC-HFW1230S");
        await second.Page.GetByLabel("MAC address").FillAsync("3c:ef:8c:01:02:03");
        await second.Button("Identify").ClickAsync();
        await second.Sees("Ledger of signals");
        await second.Look("device");
    }

    [Fact]
    public async Task A_compliance_officer_clears_a_false_match_and_prints_the_inquiry_record()
    {
        if (await Organization() is not { } server) return;
        await using var officer = await fixture.Visitor($"{fixture.Database}-clearance");
        await officer.LogIn(await server.Token("analyst"));
        await officer.Open("/upload");
        await officer.Page.GetByLabel("Inventory, supplier list").SetInputFilesAsync(File("suppliers.csv", "Supplier,Country\nHuawei Technologies Co.,CN\nNokia of America Corporation,US\n"));
        await officer.Page.GetByLabel("federal contractor").CheckAsync();
        await officer.Look("upload");
        await officer.Button("Scan").ClickAsync();
        await officer.Until("Read 2");
        await officer.Look("scan");
        await officer.Link("Huawei").First.ClickAsync();
        await officer.Look("finding");
        await officer.Page.GetByText("It is another party").First.ClickAsync();
        await officer.Page.GetByLabel("Why").Locator("visible=true").FillAsync("Another firm of the same short name; the register number differs.");
        await officer.Look("clear-form");
        await officer.Button("Propose to clear the match").Locator("visible=true").ClickAsync();
        await officer.Sees("is not Huawei");
        await officer.Page.GoBackAsync();
        await officer.Link("Inquiry record for print").ClickAsync();
        await officer.Look("inquiry");
        await officer.Print("inquiry");
    }

    private static FilePayload File(string name, string text) => new() { Name = name, MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(text) };

    [Fact]
    public async Task A_case_officer_runs_a_review_with_a_second_person()
    {
        if (await Organization() is not { } server) return;
        await using var officer = await fixture.Visitor($"{fixture.Database}-officer");
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

        await using var second = await fixture.Visitor($"{fixture.Database}-approver");
        await second.LogIn(await server.Token("approver"));
        await second.Open("/cases");
        await second.Link("R-2").First.ClickAsync();
        await second.Button("Approve").ClickAsync();
        await second.Sees("which ends it");
        await second.Look("case-over");
        await second.Print("case-over");
    }

    private async Task<StoryOrganization?> Organization()
    {
        if (fixture.WhyNot is { } why) output.WriteLine($"skipped: {why}");
        return fixture.WhyNot is null ? await fixture.Organization() : null;
    }
}

public sealed class SqliteStories(SqliteStoryServer fixture, ITestOutputHelper output) : Stories(fixture, output), IClassFixture<SqliteStoryServer>;

public sealed class PostgresStories(PostgresStoryServer fixture, ITestOutputHelper output) : Stories(fixture, output), IClassFixture<PostgresStoryServer>;
