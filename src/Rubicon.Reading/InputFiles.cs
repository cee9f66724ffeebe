using System.Collections.Immutable;
using Rubicon.Diagnostics;

namespace Rubicon.Reading;

/// <summary>The inputs that the given paths stand for.</summary>
/// <param name="Files">Files to read, in the order given; those of a folder in ordinal order of their path; "-" for standard input. Each once.</param>
/// <param name="Problems">Paths that stand for nothing that can be read.</param>
public sealed record FoundInputs(ImmutableArray<string> Files, ImmutableArray<Problem> Problems);

/// <summary>
/// Turns the paths of a command line into files. A folder means every file in it and below it. Left out are names that
/// begin with a dot, the program's own <c>rubicon.yaml</c>, <c>answers.yaml</c> and <c>actor.yaml</c>, and a <c>README.md</c>; any other
/// file is handed on, so that one that cannot be read is accounted for and not passed over.
/// </summary>
public static class InputFiles
{
    private static readonly string[] OwnFiles = ["rubicon.yaml", "answers.yaml", "actor.yaml", "README.md"];

    /// <summary>
    /// Expands the paths. Problems: RUB1001 (no such path), RUB1002 (folder not readable), RUB1005 (folder without
    /// files), RUB1008 (linked folder, not followed because links can lead in a circle).
    /// </summary>
    public static FoundInputs Find(IEnumerable<string> paths)
    {
        var files = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var problems = ImmutableArray.CreateBuilder<Problem>();
        foreach (string path in paths)
        {
            if (path == "-" || File.Exists(path))
            {
                if (seen.Add(path)) files.Add(path);
            }
            else if (Directory.Exists(path))
            {
                var inside = new List<string>();
                Walk(path, inside, problems);
                if (inside.Count == 0)
                    problems.Add(new(ProblemCatalog.EmptyFolder, new(path), "no file to read"));
                inside.Sort(StringComparer.Ordinal);
                files.AddRange(inside.Where(seen.Add));
            }
            else
            {
                problems.Add(new(ProblemCatalog.FileNotFound, new(path), Quote.Text(path)));
            }
        }
        return new([.. files], problems.ToImmutable());
    }

    private static void Walk(string root, List<string> files, ImmutableArray<Problem>.Builder problems)
    {
        var folders = new Stack<string>([root]);
        while (folders.TryPop(out string? folder))
        {
            try
            {
                foreach (string file in Directory.EnumerateFiles(folder))
                {
                    string name = Path.GetFileName(file);
                    if (!name.StartsWith('.') && !OwnFiles.Contains(name, StringComparer.Ordinal)) files.Add(file);
                }
                foreach (string inner in Directory.EnumerateDirectories(folder))
                {
                    if (Path.GetFileName(inner).StartsWith('.')) continue;
                    if (new DirectoryInfo(inner).LinkTarget is { } target)
                        problems.Add(new(ProblemCatalog.LinkedFolder, new(inner), $"a link to {Quote.Text(target)}"));
                    else
                        folders.Push(inner);
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                problems.Add(new(ProblemCatalog.FileUnreadable, new(folder), Quote.Text(e.Message)));
            }
        }
    }
}
