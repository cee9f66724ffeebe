namespace Rubicon.Benchmarks;

/// <summary>Folders of the repository that benchmarks read.</summary>
internal static class Repository
{
    public static string Folder(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "rubicon.slnx"))) return Path.Combine(folder.FullName, name);
        throw new DirectoryNotFoundException("benchmarks run inside the repository");
    }
}
