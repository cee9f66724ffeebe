using System.Globalization;
using Rubicon.Diagnostics;

namespace Rubicon.Storage;

/// <summary>The store cannot be used as it is; the problem says why, and an edge shows it.</summary>
public sealed class StoreException : IOException
{
    internal StoreException(Problem problem, Exception? inner = null) : base($"{problem.Kind.Code}: {problem.Kind.Title}", inner) => Problem = problem;

    /// <summary>What is wrong.</summary>
    public Problem Problem { get; }

    /// <summary>There is no store in the folder.</summary>
    public static StoreException None(string folder) => new(new Problem(ProblemCatalog.NoStore, new SourceLocation(folder), "no database"));

    /// <summary>The database cannot be opened or read.</summary>
    public static StoreException Unreadable(string place, Exception inner) => new(new Problem(ProblemCatalog.StoreUnreadable, new SourceLocation(place), Quote.Text(inner.Message)), inner);

    /// <summary>The log is shorter than a checkpoint that was signed.</summary>
    public static StoreException Lost(string place, long size, long signed) =>
        new(new Problem(ProblemCatalog.LogShort, new SourceLocation(place), string.Create(CultureInfo.InvariantCulture, $"{size} events"), string.Create(CultureInfo.InvariantCulture, $"at least {signed}, as signed")));

    internal static StoreException Version(int found, int newest) =>
        new(new Problem(ProblemCatalog.StoreVersion, new SourceLocation("store"), string.Create(CultureInfo.InvariantCulture, $"version {found}"), string.Create(CultureInfo.InvariantCulture, $"version {newest}")));

    /// <summary>A backup is not what was written.</summary>
    internal static StoreException Backup(string found, string? expected = null) => new(new Problem(ProblemCatalog.BackupDamaged, new SourceLocation("backup"), Quote.Text(found), expected));

    /// <summary>A backup would write over a file.</summary>
    public static StoreException Taken(string file) => new(new Problem(ProblemCatalog.RestoreNotEmpty, new SourceLocation(file), "a file there already", "a name that is free"));

    /// <summary>A restore would write over something.</summary>
    internal static StoreException NotEmpty(string place) => new(new Problem(ProblemCatalog.RestoreNotEmpty, new SourceLocation(place), "something there already"));

    /// <summary>A restore was not done to its end.</summary>
    internal static StoreException HalfRestored(string folder) => new(new Problem(ProblemCatalog.RestoreNotDone, new SourceLocation(folder), "the mark of a restore that ended early"));

    internal static StoreException Changed(string migration) => new(new Problem(ProblemCatalog.StoreVersion, new SourceLocation("store"), $"another text of {migration}", "the text that was applied"));
}
