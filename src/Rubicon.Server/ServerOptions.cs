using System.Net;

namespace Rubicon.Server;

/// <summary>What the server was started with.</summary>
internal sealed record ServerOptions
{
    public const string Usage = "usage: rubicon serve [--urls URL] [--data DIR] [--postgres CONNECTION] [--packs DIR] [--migrate] [--allow-remote]";

    public required Uri Url { get; init; }

    public required string Data { get; init; }

    public string? Postgres { get; init; }

    public string? Packs { get; init; }

    public bool Migrate { get; init; }

    /// <summary>True when other machines may reach it.</summary>
    public bool Remote { get; init; }

    /// <summary>Reads arguments; null, with a message, when they are wrong.</summary>
    public static ServerOptions? Read(string[] args, TextWriter errors)
    {
        string urls = "http://127.0.0.1:8710", data = "rubicon-data";
        string? postgres = Environment.GetEnvironmentVariable("RUBICON_POSTGRES"), packs = null;
        bool migrate = false, remote = false;
        for (int i = 0; i < args.Length; i++)
        {
            string name = args[i];
            if (name is "--migrate" or "--allow-remote")
            {
                (migrate, remote) = (migrate || name == "--migrate", remote || name == "--allow-remote");
                continue;
            }
            if (name is not ("--urls" or "--data" or "--postgres" or "--packs") || ++i == args.Length) return Wrong(errors, $"\"{name}\" is no option, or lacks its value");
            (urls, data, postgres, packs) = name switch
            {
                "--urls" => (args[i], data, postgres, packs),
                "--data" => (urls, args[i], postgres, packs),
                "--postgres" => (urls, data, args[i], packs),
                _ => (urls, data, postgres, args[i]),
            };
        }
        if (!Uri.TryCreate(urls, UriKind.Absolute, out var url) || url.Scheme != "http") return Wrong(errors, $"--urls: found \"{urls}\"; expected http://ADDRESS:PORT (a reverse proxy adds TLS)");
        if (!remote && !IsLoopback(url)) return Wrong(errors, $"--urls: {url.Host} is not this machine alone; add --allow-remote to listen there");
        return new ServerOptions { Url = url, Data = Path.GetFullPath(data), Postgres = string.IsNullOrWhiteSpace(postgres) ? null : postgres, Packs = packs, Migrate = migrate, Remote = remote && !IsLoopback(url) };
    }

    private static bool IsLoopback(Uri url) => url.Host == "localhost" || (IPAddress.TryParse(url.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static ServerOptions? Wrong(TextWriter errors, string message)
    {
        errors.WriteLine($"rubicon: {message}");
        errors.WriteLine($"rubicon: {Usage}");
        return null;
    }
}
