using System.Collections.Immutable;
using System.Globalization;
using Rubicon.Diagnostics;
using Rubicon.Ownership;
using Rubicon.Reading;
using Rubicon.Reading.Ownership;

namespace Rubicon.Cli.Owners;

/// <summary>Files of stakes, read into one register; the account of each goes to standard error.</summary>
internal sealed record GraphFiles(StakeRegister Register, ImmutableArray<OwnershipReading> Readings, bool HasErrors)
{
    private const int MostShown = 20;

    /// <summary>The word that stands for the relations which the maker knowledge and list entries state.</summary>
    public const string Makers = "makers";

    /// <summary>Reads them; null when one is missing.</summary>
    /// <param name="files">Paths of files and folders, - for standard input, or <see cref="Makers"/>.</param>
    /// <param name="loaded">Law and makers, loaded when they are asked for.</param>
    /// <param name="problems">Takes the problems; null to print them.</param>
    public static GraphFiles? Read(IReadOnlyList<string> files, Lazy<LoadedData?> loaded, List<Problem>? problems = null)
    {
        if (Found(files) is not { } found) return null;
        var register = new StakeRegister();
        var reader = new OwnershipFile(register);
        var readings = ImmutableArray.CreateBuilder<OwnershipReading>();
        foreach (string file in found)
        {
            if (file == Makers && !File.Exists(file))
            {
                if (loaded.Value is not { } data) return null;
                readings.Add(reader.Read(file, data.Directory.Parties));
                Console.Error.WriteLine(Account(readings[^1]));
                continue;
            }
            using var stream = file == "-" ? Console.OpenStandardInput() : new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
            var reading = reader.Read(file, stream);
            Take(reading.Problems, problems);
            Console.Error.WriteLine(Account(reading));
            readings.Add(reading);
        }
        var sums = StakeSums.Check(register);
        Take(sums, problems);
        return new GraphFiles(register, readings.ToImmutable(), readings.Any(r => r.Problems.Any(p => p.Kind.Severity == Severity.Error)));
    }

    /// <summary>The files that the paths stand for: of a folder every file in it and below it. Null, with a problem for each, when a path stands for nothing.</summary>
    private static ImmutableArray<string>? Found(IReadOnlyList<string> paths)
    {
        var files = ImmutableArray.CreateBuilder<string>();
        bool missing = false;
        foreach (string path in paths)
        {
            if (path == Makers && !File.Exists(path))
            {
                files.Add(path);
                continue;
            }
            var found = InputFiles.Find([path]);
            ProblemPrinter.Print(found.Problems);
            missing |= !found.Problems.IsEmpty;
            files.AddRange(found.Files.Except(files));
        }
        return missing ? null : files.ToImmutable();
    }

    /// <summary>What became of all that the file held, in one line.</summary>
    public static string Account(OwnershipReading reading)
    {
        string aside = string.Concat(reading.SetAside.Select(s => string.Create(CultureInfo.InvariantCulture, $", {s.Key} {s.Value}")));
        return string.Create(CultureInfo.InvariantCulture,
            $"rubicon: {reading.File}: {(reading.Format.Length > 0 ? reading.Format : "no file of stakes")}: read {reading.Read}, used {reading.Used}, refused {reading.Refused}{aside}; {reading.Stakes} stakes");
    }

    /// <summary>Says which stakes one file states more than once (RUB6330).</summary>
    public static void SayTwice(OwnershipGraph graph)
    {
        var (first, count) = graph.StatedTwice();
        Print([.. first.Select(e => new Problem(ProblemCatalog.StakeTwice, e.Stakes[1].Where, $"{Quote.Text(e.OwnerName)} in {Quote.Text(e.OwnedName)}: {string.Join(", ", e.Stakes.Select(s => s.Share).Distinct())}"))]);
        if (count > first.Length) Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"rubicon: {count - first.Length} more stakes stated more than once"));
    }

    private static void Take(ImmutableArray<Problem> met, List<Problem>? problems)
    {
        if (problems is null) Print(met);
        else problems.AddRange(met);
    }

    private static void Print(ImmutableArray<Problem> problems)
    {
        ProblemPrinter.Print(problems.Take(MostShown));
        if (problems.Length > MostShown) Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"rubicon: {problems.Length - MostShown} more problems"));
    }
}
