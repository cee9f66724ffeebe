using System.Globalization;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Rubicon.EndToEnd.Tests.Program;

namespace Rubicon.EndToEnd.Tests.Browsing;

/// <summary>
/// Somebody at a browser. Each page that is looked at is checked (axe finds nothing, at a wide and a narrow window and in the dark; nothing is asked of another
/// machine; nothing is refused by the page's own policy; nothing sticks out sideways) and kept as a picture in artifacts/screenshots.
/// </summary>
internal sealed class Visitor : IAsyncDisposable
{
    private static readonly (int Width, int Height) Wide = (1280, 900), Narrow = (360, 740);

    private readonly IBrowserContext _context;
    private readonly string _folder;
    private readonly Uri _address;
    private readonly bool _thorough;
    private readonly List<string> _complaints = [];
    private int _pictures;

    private Visitor(IBrowserContext context, IPage page, Uri address, string folder, bool thorough) => (_context, Page, _address, _folder, _thorough) = (context, page, address, folder, thorough);

    public IPage Page { get; }

    public static async Task<Visitor> Come(IBrowser browser, Uri address, string name, bool thorough)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = Wide.Width, Height = Wide.Height }, BaseURL = address.OriginalString });
        string folder = Path.Combine(Repository.Root, "artifacts", "screenshots", name);
        Directory.CreateDirectory(folder);
        var visitor = new Visitor(context, await context.NewPageAsync(), address, folder, thorough);
        visitor.Page.Console += (_, message) =>
        {
            // The browser itself reports an answer with an error status here; pages that are meant to refuse have one.
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)) visitor._complaints.Add(message.Text);
        };
        visitor.Page.PageError += (_, error) => visitor._complaints.Add(error);
        visitor.Page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(address.OriginalString, StringComparison.Ordinal)) visitor._complaints.Add($"asked {request.Url}");
        };
        return visitor;
    }

    /// <summary>Logs in with a token, as the form asks.</summary>
    public async Task LogIn(string token)
    {
        await Page.GotoAsync("/login");
        await Page.GetByLabel("Access token").FillAsync(token);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Log in with the token" }).ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Log out" })).ToBeVisibleAsync();
    }

    public async Task Open(string path) => await Page.GotoAsync(path);

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator Link(string name) => Page.GetByRole(AriaRole.Link, new() { Name = name });

    /// <summary>Waits, through pages that renew themselves, until the page shows a text.</summary>
    public async Task Until(string text) => await Assertions.Expect(Page.Locator("main")).ToContainTextAsync(text, new() { Timeout = 120_000 });

    public async Task Sees(string text) => await Assertions.Expect(Page.Locator("main")).ToContainTextAsync(text);

    /// <summary>Checks the page and keeps its picture.</summary>
    public async Task Look(string name)
    {
        string file = Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"{++_pictures:00}-{name}"));
        Assert.True(_complaints.Count == 0, $"{name}: {string.Join("; ", _complaints)}");
        await Picture(file + ".png");
        if (!_thorough) return;
        await Axe(name);
        await Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Axe(name + " in the dark");
        await Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await Page.SetViewportSizeAsync(Narrow.Width, Narrow.Height);
        await Picture(file + "-narrow.png");
        await Axe(name + " narrow");
        int sticksOut = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(sticksOut <= 0, $"{name} sticks out by {sticksOut} pixels at a width of {Narrow.Width}");
        await Page.SetViewportSizeAsync(Wide.Width, Wide.Height);
    }

    /// <summary>The page as it prints.</summary>
    public async Task Print(string name)
    {
        string file = Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"{++_pictures:00}-{name}-print"));
        await Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Picture(file + ".png");
        await Page.PdfAsync(new() { Path = file + ".pdf", Format = "Letter" });
        await Page.EmulateMediaAsync(new() { Media = Media.Screen });
    }

    public async ValueTask DisposeAsync() => await _context.CloseAsync();

    private Task<byte[]> Picture(string file) => Page.ScreenshotAsync(new() { Path = file, FullPage = true });

    private async Task Axe(string name)
    {
        var found = await Page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] } });
        Assert.True(found.Violations.Length == 0, $"{name} ({_address}): {string.Join("; ", found.Violations.Select(v => $"{v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}"))}");
    }
}
