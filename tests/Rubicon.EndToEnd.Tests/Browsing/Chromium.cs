using Microsoft.Playwright;

namespace Rubicon.EndToEnd.Tests.Browsing;

/// <summary>The browser of this machine: Debian's chromium, or the program that RUBICON_TEST_CHROMIUM names.</summary>
internal static class Chromium
{
    public static string? Program { get; } = new[] { Environment.GetEnvironmentVariable("RUBICON_TEST_CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser" }.FirstOrDefault(File.Exists);

    public static Task<IBrowser> Start(IPlaywright playwright) =>
        playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Program, Args = ["--no-sandbox", "--disable-dev-shm-usage"] });
}
