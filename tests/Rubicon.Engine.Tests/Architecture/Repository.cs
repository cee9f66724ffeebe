namespace Rubicon.Engine.Tests.Architecture;

/// <summary>Files of the repository, found by walking up from the test assembly.</summary>
internal static class Repository
{
    private static readonly string[] NotOurs = [".git", "artifacts", "bin", "obj", "node_modules", ".vs", ".idea"];

    public static string Root { get; } = Docs.Reference.Root(AppContext.BaseDirectory);

    /// <summary>Files under a folder, as paths from the root with forward slashes, in ordinal order.</summary>
    public static IEnumerable<string> Files(string folder = "", string pattern = "*") =>
        Walk(Path.Combine(Root, folder), pattern).Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/')).Order(StringComparer.Ordinal);

    public static string Text(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static IEnumerable<string> Walk(string folder, string pattern)
    {
        if (!Directory.Exists(folder)) return [];
        return Directory.GetFiles(folder, pattern).Where(f => Path.GetFileName(f) != ".git")
            .Concat(Directory.GetDirectories(folder).Where(d => !NotOurs.Contains(Path.GetFileName(d))).SelectMany(d => Walk(d, pattern)));
    }
}
