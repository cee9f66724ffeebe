using Microsoft.Playwright;

namespace Rubicon.EndToEnd.Tests.Browsing;

/// <summary>One browser for the stories of a class; none where there is no chromium.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private IPlaywright? _playwright;

    public IBrowser Browser { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (Chromium.Program is null) return;
        _playwright = await Playwright.CreateAsync();
        Browser = await Chromium.Start(_playwright);
    }

    public async Task DisposeAsync()
    {
        if (Browser is not null) await Browser.CloseAsync();
        _playwright?.Dispose();
    }
}
