using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Rubicon.Storage;

namespace Rubicon.Server.Webhooks;

/// <summary>
/// Sends what waits in the outbox: at least once, signed, tried again over three days with longer and longer pauses. The header Rubicon-Signature is t=SECONDS,v1=HEX, where
/// HEX is the HMAC-SHA-256 of "SECONDS.BODY" under the webhook's secret; Rubicon-Message is the id, the same with each try.
/// </summary>
internal sealed partial class WebhookWorker : BackgroundService
{
    private const int AtOnce = 20;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1), Patience = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan[] Again =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(6), TimeSpan.FromHours(12),
        TimeSpan.FromHours(24), TimeSpan.FromHours(24),
    ];

    private readonly Store _store;
    private readonly TimeProvider _time;
    private readonly ILogger<WebhookWorker> _log;
    private readonly HttpClient _client;

    public WebhookWorker(Store store, ServerOptions options, TimeProvider time, ILogger<WebhookWorker> log)
    {
        (_store, _time, _log) = (store, time, log);
        _client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ConnectCallback = (context, stop) => PublicAddress.Connect(context.DnsEndPoint, options.PrivateWebhooks, stop),
        })
        { Timeout = Patience, MaxResponseContentBufferSize = 64 * 1024 };
    }

    /// <summary>The value of the header Rubicon-Signature.</summary>
    public static string Sign(string secret, long seconds, string body) => string.Create(CultureInfo.InvariantCulture,
        $"t={seconds},v1={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seconds}.{body}"))))}");

    public override void Dispose()
    {
        _client.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var due = _store.Webhooks.Due(_time.GetUtcNow(), AtOnce);
                await Task.WhenAll(due.Select(d => Send(d.Message, d.Url, d.Secret, stoppingToken)));
                if (due.Count == AtOnce) continue;
            }
            catch (Exception error) when (error is DbException or IOException)
            {
                StoreFailed(_log, error.GetType().Name);
            }
            await Task.Delay(Pause, _time, stoppingToken);
        }
    }

    private async Task Send(WebhookMessage message, string url, string secret, CancellationToken stop)
    {
        string told;
        bool sent = false;
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new StringContent(message.Body, Encoding.UTF8, "application/json") };
            request.Headers.Add("Rubicon-Message", message.Id);
            request.Headers.Add("Rubicon-Signature", Sign(secret, _time.GetUtcNow().ToUnixTimeSeconds(), message.Body));
            using var answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
            sent = answer.IsSuccessStatusCode;
            told = $"status {(int)answer.StatusCode}";
        }
        catch (HttpRequestException error)
        {
            told = error.InnerException is HttpRequestException inner ? inner.Message : error.HttpRequestError == HttpRequestError.Unknown ? error.Message : $"no connection: {error.HttpRequestError}";
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            told = $"no answer in {Patience.TotalSeconds:0} seconds";
        }
        bool again = !sent && message.Tries < Again.Length;
        await _store.Webhooks.Tried(message.Id, sent ? "sent" : again ? "waiting" : "given-up", _time.GetUtcNow() + (again ? Again[message.Tries] : TimeSpan.Zero), told);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The store did not answer: {Kind}")]
    private static partial void StoreFailed(ILogger log, string kind);
}
