namespace Rubicon.Answering;

/// <summary>Where law, maker knowledge and registers lie: beside the program, unless the user names other folders.</summary>
/// <param name="Packs">Folder of packs.</param>
/// <param name="Makers">Folder of maker knowledge.</param>
/// <param name="Registries">Folder of registers.</param>
public sealed record DataFolders(string Packs, string Makers, string Registries)
{
    /// <summary>The folders used: those beside the program; packs from where the caller or RUBICON_PACKS says, in this order.</summary>
    public static DataFolders Find(string? packs)
    {
        string data = Path.Combine(AppContext.BaseDirectory, "data");
        return new DataFolders(packs ?? Environment.GetEnvironmentVariable("RUBICON_PACKS") ?? Path.Combine(data, "packs"),
            Path.Combine(data, "makers"), Path.Combine(data, "registries"));
    }
}
