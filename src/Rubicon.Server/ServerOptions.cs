using System.Net;

namespace Rubicon.Server;

/// <summary>What the server was started with.</summary>
internal sealed record ServerOptions
{
    public const string Usage = "usage: rubicon serve [--urls URL] [--data DIR] [--postgres CONNECTION] [--packs DIR] [--migrate] [--allow-remote] [--metrics URL] [--allow-private-webhooks]";

    public required Uri Url { get; init; }

    public required string Data { get; init; }

    public string? Postgres { get; init; }

    public string? Packs { get; init; }

    public bool Migrate { get; init; }

    /// <summary>True when other machines may reach it.</summary>
    public bool Remote { get; init; }

    /// <summary>True when webhooks may lead into the network of the server.</summary>
    public bool PrivateWebhooks { get; init; }

    /// <summary>Where figures of the process can be read, on this machine alone; null for nowhere.</summary>
    public Uri? Metrics { get; init; }

    /// <summary>Reads arguments; null, with a message, when they are wrong.</summary>
    public static ServerOptions? Read(string[] args, TextWriter errors)
    {
        string urls = "http://127.0.0.1:8710", data = "rubicon-data";
        string? postgres = Environment.GetEnvironmentVariable("RUBICON_POSTGRES"), packs = null;
        string? metrics = null;
        bool migrate = false, remote = false, privateWebhooks = false;
        for (int i = 0; i < args.Length; i++)
        {
            string name = args[i];
            if (name is "--migrate" or "--allow-remote" or "--allow-private-webhooks")
            {
                (migrate, remote, privateWebhooks) = (migrate || name == "--migrate", remote || name == "--allow-remote", privateWebhooks || name == "--allow-private-webhooks");
                continue;
            }
            if (name is not ("--urls" or "--data" or "--postgres" or "--packs" or "--metrics") || ++i == args.Length) return Wrong(errors, $"\"{name}\" is no option, or lacks its value");
            (urls, data, postgres, packs, metrics) = name switch
            {
                "--urls" => (args[i], data, postgres, packs, metrics),
                "--data" => (urls, args[i], postgres, packs, metrics),
                "--postgres" => (urls, data, args[i], packs, metrics),
                "--metrics" => (urls, data, postgres, packs, args[i]),
                _ => (urls, data, postgres, args[i], metrics),
            };
        }
        if (!Uri.TryCreate(urls, UriKind.Absolute, out var url) || url.Scheme != "http") return Wrong(errors, $"--urls: found \"{urls}\"; expected http://ADDRESS:PORT (a reverse proxy adds TLS)");
        if (!remote && !IsLoopback(url)) return Wrong(errors, $"--urls: {url.Host} is not this machine alone; add --allow-remote to listen there");
        Uri? figures = null;
        if (metrics is not null && (!Uri.TryCreate(metrics, UriKind.Absolute, out figures) || figures.Scheme != "http" || !IsLoopback(figures) || figures.Port == url.Port)) return Wrong(errors, $"--metrics: found \"{metrics}\"; expected http://127.0.0.1:PORT with a port of its own");
        return new ServerOptions { PrivateWebhooks = privateWebhooks, Metrics = figures, Url = url, Data = Path.GetFullPath(data), Postgres = string.IsNullOrWhiteSpace(postgres) ? null : postgres, Packs = packs, Migrate = migrate, Remote = remote && !IsLoopback(url) };
    }

    private static bool IsLoopback(Uri url) => url.Host == "localhost" || (IPAddress.TryParse(url.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static ServerOptions? Wrong(TextWriter errors, string message)
    {
        errors.WriteLine($"rubicon: {message}");
        errors.WriteLine($"rubicon: {Usage}");
        return null;
    }
}
