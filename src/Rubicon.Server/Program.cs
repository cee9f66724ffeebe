using System.Net;
using System.Text;
using System.Threading.RateLimiting;
using Rubicon.Answering;
using Rubicon.Diagnostics;
using Rubicon.Server;
using Rubicon.Server.Answers;
using Rubicon.Server.Entities;
using Rubicon.Server.Figures;
using Rubicon.Server.Portfolios;
using Rubicon.Server.Scanning;
using Rubicon.Server.Security;
using Rubicon.Server.Webhooks;
using Rubicon.Storage;

// Exit codes are those of the command line: 64 wrong use, 5 data that cannot be used, 74 input and output.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
if (ServerOptions.Read(args, Console.Error) is not { } options) return 64;
if (LoadedData.Load(DataFolders.Find(options.Packs)) is not { } loaded || loaded.ForScreening() is not { } data) return 5;

var lists = new ServedLists(options.Data, loaded, data);
Store store;
try
{
    var today = DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().Date);
    _ = lists.On(today, today);
    store = Store.Open(new StorePlace(options.Data, options.Postgres), TimeProvider.System, options.Migrate);
}
catch (StoreException error)
{
    ProblemPrinter.Print(error.Problem);
    return 5;
}
catch (ListsUnreadableException)
{
    return 5;
}
catch (Exception error) when (error is IOException or UnauthorizedAccessException)
{
    ProblemPrinter.Print(new Problem(ProblemCatalog.StoreUnreadable, new SourceLocation(options.Data), Quote.Text(error.Message)));
    return 74;
}

var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
builder.Logging.ClearProviders();
builder.Logging.AddSimpleConsole(o => o.SingleLine = true);
// What stops a start is told as a problem below; the host would add its stack.
builder.Logging.AddFilter((category, level) => level >= LogLevel.Warning && category != "Microsoft.Extensions.Hosting.Internal.Host");
builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
builder.WebHost.ConfigureKestrel(kestrel =>
{
    kestrel.AddServerHeader = false;
    kestrel.Limits.MaxRequestBodySize = ScanEndpoints.Largest + (1024 * 1024);
    kestrel.Limits.MaxRequestHeadersTotalSize = 32 * 1024;
    if (options.Url.Host == "localhost") kestrel.ListenLocalhost(options.Url.Port);
    else kestrel.Listen(IPAddress.TryParse(options.Url.Host.Trim('[', ']'), out var address) ? address : IPAddress.Any, options.Url.Port);
    if (options.Metrics is { } figures) kestrel.Listen(IPAddress.TryParse(figures.Host.Trim('[', ']'), out var own) ? own : IPAddress.Loopback, figures.Port);
});
builder.Services.Configure<Microsoft.AspNetCore.Http.Features.FormOptions>(form => form.MultipartBodyLengthLimit = ScanEndpoints.Largest + (1024 * 1024));
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton(store);
builder.Services.AddSingleton(new ServedLaw(loaded, data, lists, TimeProvider.System));
builder.Services.AddSingleton(options);
builder.Services.AddSingleton<ServedEntities>();
builder.Services.AddSingleton(new Sessions(TimeProvider.System));
builder.Services.AddSingleton<ScanQueue>();
builder.Services.AddHostedService<ScanWorker>();
builder.Services.AddSingleton<PortfolioWorker>();
builder.Services.AddHostedService(services => services.GetRequiredService<PortfolioWorker>());
builder.Services.AddHostedService<WebhookWorker>();
builder.Services.AddRateLimiter(limits =>
{
    limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
    limits.OnRejected = async (rejected, _) => await ProblemAnswer.Write(rejected.HttpContext, StatusCodes.Status429TooManyRequests, ProblemCatalog.TooManyRequests, "more than the server allows");
    limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetTokenBucketLimiter(
        context.Connection.RemoteIpAddress?.ToString() ?? "", _ => new TokenBucketRateLimiterOptions { TokenLimit = 4000, TokensPerPeriod = 2000, ReplenishmentPeriod = TimeSpan.FromSeconds(1) }));
});

using var book = options.Metrics is null ? null : new FigureBook();
var app = builder.Build();
if (options.Metrics is { } management)
{
    // The port of figures serves health and figures and nothing else, and needs no token: it is this machine's alone.
    app.MapWhen(context => context.Connection.LocalPort == management.Port, branch => branch.Run(async context =>
    {
        bool ready = store.Answers();
        (context.Response.StatusCode, context.Response.ContentType, string text) = context.Request.Path.Value switch
        {
            "/metrics" => (StatusCodes.Status200OK, "text/plain; version=0.0.4; charset=utf-8", book!.Text()),
            "/healthz" => (StatusCodes.Status200OK, "text/plain; charset=utf-8", "ok\n"),
            "/readyz" => (ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable, "text/plain; charset=utf-8", ready ? "ok\n" : "the store does not answer\n"),
            _ => (StatusCodes.Status404NotFound, "text/plain; charset=utf-8", "/metrics, /healthz and /readyz are here\n"),
        };
        await context.Response.WriteAsync(text, context.RequestAborted);
    }));
}
SecureHeaders.Add(app);
app.UseMiddleware<Failures>();
app.UseRateLimiter();
app.UseMiddleware<Access>();
app.UseMiddleware<Once>();
app.UseRouting();
Routes.Map(app);

try
{
    await app.StartAsync();
}
catch (IOException error)
{
    ProblemPrinter.Print(new Problem(ProblemCatalog.PortTaken, new SourceLocation("--urls"), Quote.Text(error.Message)));
    store.Dispose();
    return 74;
}
// The token is made once the address is the server's: a start that fails uses nothing up.
if (store.Tokens.IsEmpty)
{
    var (first, secret) = await store.Tokens.Found("first organization", "first administrator");
    string? link = await store.Accounts.Link(new Author(first.Organization, first.Id), first.Id, TimeProvider.System.GetUtcNow().AddDays(1));
    Console.Out.WriteLine("rubicon: first start; this administrator token is shown once and kept nowhere:");
    Console.Out.WriteLine(secret);
    Console.Out.WriteLine("rubicon: to log in with a password instead, choose it within a day at this address, which works once:");
    Console.Out.WriteLine($"{options.Url.GetLeftPart(UriPartial.Authority)}/welcome/{link}");
}
Console.Out.WriteLine($"rubicon: listening on {string.Join(", ", app.Urls)}, {store.DatabaseName}, data in {options.Data}");
Console.Out.Flush();
await app.WaitForShutdownAsync();
await app.DisposeAsync();
store.Dispose();
return 0;
