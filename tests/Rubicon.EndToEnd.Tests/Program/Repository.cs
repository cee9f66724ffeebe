namespace Rubicon.EndToEnd.Tests.Program;

/// <summary>Where things lie: the repository above the test assembly, the program built beside it, and real files that are not part of the project.</summary>
internal static class Repository
{
    public static string Root { get; } = Above("rubicon.slnx");

    public static string Program { get; } =
        Path.Combine(Root, "artifacts", "bin", "Rubicon.Cli", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), OperatingSystem.IsWindows() ? "rubicon.exe" : "rubicon");

    /// <summary>A folder <c>shared/data</c> beside the repository, or where RUBICON_SHARED_DATA points; null where there is none.</summary>
    public static string? SharedData { get; } = FindSharedData();

    private static string Above(string file)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, file))) return folder.FullName;
        throw new InvalidOperationException($"no {file} above {AppContext.BaseDirectory}");
    }

    private static string? FindSharedData()
    {
        if (Environment.GetEnvironmentVariable("RUBICON_SHARED_DATA") is { Length: > 0 } named && Directory.Exists(named)) return named;
        for (var folder = new DirectoryInfo(Root); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "shared", "data") is var beside && Directory.Exists(beside)) return beside;
        return null;
    }
}
