using System.Net;
using System.Text.RegularExpressions;

namespace Rubicon.EndToEnd.Tests.Program;

/// <summary>A browser: keeps cookies, sends forms, runs nothing.</summary>
internal sealed partial class FormBrowser : IDisposable
{
    public FormBrowser(Uri address) => Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = address };

    public HttpClient Client { get; }

    public async Task<string> FormKey(string path) => Key().Match(await Client.GetStringAsync(path)).Groups[1].Value;

    public async Task<HttpResponseMessage> Post(string path, params (string Name, string Value)[] fields) =>
        await Client.PostAsync(path, new FormUrlEncodedContent(fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value))));

    /// <summary>Opens the page of a form and sends it with its key.</summary>
    public async Task<HttpResponseMessage> Send(string path, params (string Name, string Value)[] fields) => await Post(path, [("form_key", await FormKey(path)), .. fields]);

    /// <summary>Opens a page for the key of its forms and sends one of them to another address.</summary>
    public async Task<HttpResponseMessage> Send(string page, string path, params (string Name, string Value)[] fields) => await Post(path, [("form_key", await FormKey(page)), .. fields]);

    public void Dispose() => Client.Dispose();

    [GeneratedRegex("name=\"form_key\" value=\"([0-9a-f]+)\"")]
    private static partial Regex Key();
}
