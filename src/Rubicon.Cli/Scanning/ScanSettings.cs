using System.Collections.Immutable;
using Rubicon.Diagnostics;
using Rubicon.Reading.Requests;
using Rubicon.Rules.Facts;
using Rubicon.Screening;

namespace Rubicon.Cli.Scanning;

/// <summary>
/// Finds who acts: `--actor` (a file, or capacities), `RUBICON_ACTOR`, `rubicon.yaml` in a scanned folder, `rubicon.yaml` in the working
/// folder, the user's file. The first that names an actor wins.
/// </summary>
internal static class ScanSettings
{
    public static Settings? Find(ScanOptions options, FactCatalog catalog, ICollection<Problem> problems)
    {
        string? named = options.Actor ?? Environment.GetEnvironmentVariable("RUBICON_ACTOR");
        if (!string.IsNullOrWhiteSpace(named)) return Named(named, catalog, problems);
        foreach (string file in Files(options.Paths))
            if (File.Exists(file) && SettingsFile.Read(file, catalog, problems) is { Actor: not null } settings) return settings;
        return new Settings(ActorProfile.Nobody, null);
    }

    /// <summary>`answers.yaml` beside the records, unless a file was named.</summary>
    public static string? AnswersOf(ScanOptions options) =>
        options.Answers ?? options.Paths.Select(p => Path.Combine(p, "answers.yaml")).FirstOrDefault(File.Exists);

    public static Settings? Named(string named, FactCatalog catalog, ICollection<Problem> problems)
    {
        if (File.Exists(named)) return SettingsFile.Read(named, catalog, problems);
        if (named.Contains('/', StringComparison.Ordinal) || named.EndsWith(".yaml", StringComparison.Ordinal))
        {
            problems.Add(new Problem(ProblemCatalog.FileNotFound, new SourceLocation(named), Quote.Text(named)));
            return null;
        }
        ImmutableArray<string> capacities = [.. named.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        SettingsFile.CheckCapacities(capacities, new SourceLocation("--actor"), problems);
        return new Settings(new ActorProfile(null, capacities, null, []), null);
    }

    private static IEnumerable<string> Files(IEnumerable<string> paths)
    {
        foreach (string path in paths) yield return Path.Combine(path, "rubicon.yaml");
        yield return "rubicon.yaml";
        string config = Environment.GetEnvironmentVariable("XDG_CONFIG_HOME") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".config");
        yield return Path.Combine(config, "rubicon", "rubicon.yaml");
    }
}
