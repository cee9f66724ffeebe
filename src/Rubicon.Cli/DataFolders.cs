namespace Rubicon.Cli;

/// <summary>Where law, maker knowledge and registers lie: beside the program, unless the user names other folders.</summary>
/// <param name="Packs">Folder of packs.</param>
/// <param name="Makers">Folder of maker knowledge.</param>
/// <param name="Registries">Folder of registers.</param>
internal sealed record DataFolders(string Packs, string Makers, string Registries)
{
    public static DataFolders Find(string? packs)
    {
        string data = Path.Combine(AppContext.BaseDirectory, "data");
        return new DataFolders(packs ?? Environment.GetEnvironmentVariable("RUBICON_PACKS") ?? Path.Combine(data, "packs"),
            Path.Combine(data, "makers"), Path.Combine(data, "registries"));
    }
}
