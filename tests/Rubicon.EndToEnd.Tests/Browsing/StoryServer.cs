using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Playwright;
using Rubicon.EndToEnd.Tests.Program;

namespace Rubicon.EndToEnd.Tests.Browsing;

/// <summary>One real server and one browser for the stories of a class; none, with the reason, where either or the database is not to be had.</summary>
public abstract class StoryServer(string database) : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private ServerPlace? _place;
    private RunningServer? _server;
    private int _made;

    /// <summary>sqlite or postgres.</summary>
    public string Database => database;

    /// <summary>Why there is nothing to visit, or null.</summary>
    public string? WhyNot { get; private set; }

    public async Task InitializeAsync()
    {
        if (Chromium.Program is null) WhyNot = "there is no chromium (Debian: chromium), and RUBICON_TEST_CHROMIUM names none";
        else if ((_place = ServerPlace.In(database)) is null) WhyNot = "RUBICON_TEST_POSTGRES names no PostgreSQL server";
        if (WhyNot is not null) return;
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.Start(_playwright);
        _server = await RunningServer.Start(_place!.Folder, [.. _place.Arguments]);
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.CloseAsync();
        _playwright?.Dispose();
        _server?.Dispose();
        _place?.Dispose();
    }

    /// <summary>Somebody new at the browser. Every page is checked with one database alone: the pages are the same.</summary>
    internal Task<Visitor> Visitor(string name) => Browsing.Visitor.Come(_browser!, _server!.Address, name, thorough: database == "sqlite");

    /// <summary>An organization of its own for a story, with people of each role.</summary>
    internal async Task<StoryOrganization> Organization()
    {
        using var client = _server!.With();
        var answer = await client.PostAsync("/api/v1/organizations", new StringContent($$"""{"name":"Organization {{Interlocked.Increment(ref _made)}}"}""", Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return new StoryOrganization(_server, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("token").GetString()!);
    }
}

/// <summary>The organization of a story.</summary>
internal sealed record StoryOrganization(RunningServer Server, string Administrator)
{
    /// <summary>A new person of a role: the token.</summary>
    public Task<string> Token(string role) => Server.Token(role, Administrator);
}

public sealed class SqliteStoryServer() : StoryServer("sqlite");

public sealed class PostgresStoryServer() : StoryServer("postgres");
