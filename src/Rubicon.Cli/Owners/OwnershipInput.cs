using System.Collections.Immutable;
using System.Security.Cryptography;
using Rubicon.Diagnostics;
using Rubicon.Ownership;
using Rubicon.Reports;
using Rubicon.Screening;

namespace Rubicon.Cli.Owners;

/// <summary>What files of stakes give a command that decides.</summary>
/// <param name="Owners">The stakes; null when no files were named.</param>
/// <param name="Problems">What was met in them.</param>
/// <param name="Sources">The files with their digests, for the head of a report.</param>
internal sealed record OwnershipInput(StatedOwners? Owners, ImmutableArray<Problem> Problems, ImmutableArray<DataSource> Sources)
{
    private const int MostProblems = 1_000;

    /// <summary>Reads them; null, with a message, when one is missing.</summary>
    /// <param name="files">Paths, or the word for the stated relations.</param>
    /// <param name="same">A person's word on names, or null.</param>
    /// <param name="loaded">Law and makers.</param>
    public static OwnershipInput? Read(IReadOnlyCollection<string> files, string? same, LoadedData loaded)
    {
        if (files.Count == 0) return new OwnershipInput(null, [], []);
        if (same is not null && !File.Exists(same))
        {
            ProblemPrinter.Print(new Problem(ProblemCatalog.FileNotFound, new SourceLocation(same), Quote.Text(same)));
            return null;
        }
        var problems = new List<Problem>();
        if (GraphFiles.Read([.. files], new Lazy<LoadedData?>(loaded), problems) is not { } read) return null;
        var finder = new PartyFinder(read.Register);
        var words = new List<(string Name, string Key, bool AreOne)>();
        var alike = SameParties.Settle(read.Register, finder, same, problems, words)!.Value;
        var owners = new StatedOwners(read.Register, words)
        {
            Alike = alike,
            HoldsMakers = files.Contains(GraphFiles.Makers, StringComparer.Ordinal),
        };
        return new OwnershipInput(owners, [.. problems.Take(MostProblems)], [.. read.Readings.Select(r => r.File).Where(File.Exists).Select(f => new DataSource("ownership", Path.GetFileName(f), null, Digest(f)))]);
    }

    private static string Digest(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
