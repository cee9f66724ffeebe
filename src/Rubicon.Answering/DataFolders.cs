namespace Rubicon.Answering;

/// <summary>Where law, maker knowledge and registers lie: beside the program, unless the user names other folders.</summary>
/// <param name="Packs">Folder of packs.</param>
/// <param name="Makers">Folder of maker knowledge.</param>
/// <param name="Registries">Folder of registers.</param>
public sealed record DataFolders(string Packs, string Makers, string Registries)
{
    /// <summary>The folder of imported lists, or null where none are used. It need not exist.</summary>
    public string? Data { get; init; }

    /// <summary>
    /// The data folder: the one named, else RUBICON_DATA, else <c>rubicon</c> in XDG_DATA_HOME or, without that, in the user's folder for data of programs (on Linux
    /// .local/share).
    /// </summary>
    public static string DataFolder(string? named)
    {
        if (!string.IsNullOrWhiteSpace(named)) return named;
        if (Environment.GetEnvironmentVariable("RUBICON_DATA") is { Length: > 0 } set) return set;
        string home = Environment.GetEnvironmentVariable("XDG_DATA_HOME") is { Length: > 0 } xdg ? xdg : Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        return Path.Combine(home, "rubicon");
    }

    /// <summary>The folders used: those beside the program; packs from where the caller or RUBICON_PACKS says, in this order.</summary>
    public static DataFolders Find(string? packs)
    {
        string data = Path.Combine(AppContext.BaseDirectory, "data");
        return new DataFolders(packs ?? Environment.GetEnvironmentVariable("RUBICON_PACKS") ?? Path.Combine(data, "packs"),
            Path.Combine(data, "makers"), Path.Combine(data, "registries"));
    }
}
