namespace Rubicon.Reading.Tests.Makers;

/// <summary>Finds folders of the repository and of the shared test data by walking up from the test assembly.</summary>
internal static class RepositoryFolders
{
    /// <summary>A folder of the repository: <c>makers</c>, <c>registries</c>, <c>schema</c>.</summary>
    public static string Of(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "rubicon.slnx"))) return Path.Combine(folder.FullName, name);
        throw new DirectoryNotFoundException("rubicon.slnx is not above " + AppContext.BaseDirectory);
    }

    /// <summary>A folder of the shared test data, or null when it is not on this machine.</summary>
    public static string? Shared(string path)
    {
        if (Environment.GetEnvironmentVariable("RUBICON_SHARED_DATA") is { Length: > 0 } set)
            return Directory.Exists(Path.Combine(set, path)) ? Path.Combine(set, path) : null;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string candidate = Path.Combine(folder.FullName, "shared", "data", path);
            if (Directory.Exists(candidate)) return candidate;
        }
        return null;
    }
}
