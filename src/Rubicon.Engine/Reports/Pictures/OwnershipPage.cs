using System.Net;

namespace Rubicon.Reports.Pictures;

/// <summary>A page with a picture of owners and the answers in words. No script, nothing fetched.</summary>
public static class OwnershipPage
{
    /// <summary>The page.</summary>
    /// <param name="title">What it shows.</param>
    /// <param name="svg">The picture, as <see cref="OwnershipPicture"/> draws it.</param>
    /// <param name="text">The answers as text for a person.</param>
    public static string Html(string title, string svg, string text) => $$"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{{Encode(title)}}</title>
        <style>
        body { margin: 1rem auto; max-width: 100rem; padding: 0 1rem; font: 16px/1.5 system-ui, sans-serif; color: #1b1f24; background: #fff; }
        .picture { overflow-x: auto; border: 1px solid #c8ced6; padding: .5rem; }
        pre { white-space: pre-wrap; overflow-wrap: anywhere; background: #f6f7f9; padding: .75rem; font-size: .875rem; }
        g:focus { outline: 2px solid #0b5394; }
        </style>
        </head>
        <body>
        <main>
        <h1>{{Encode(title)}}</h1>
        <div class="picture" tabindex="0">
        {{svg}}</div>
        <h2>The answers and the stakes behind them</h2>
        <pre>{{Encode(text)}}</pre>
        </main>
        </body>
        </html>

        """.ReplaceLineEndings("\n");

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
