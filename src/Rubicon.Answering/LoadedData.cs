using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Rubicon.Answering.Lists;
using Rubicon.Diagnostics;
using Rubicon.Equipment;
using Rubicon.Matching;
using Rubicon.Reading.Lists;
using Rubicon.Reading.Makers;
using Rubicon.Reading.Packs;
using Rubicon.Reading.Registries;
using Rubicon.Reports;
using Rubicon.Rules.Checks;
using Rubicon.Rules.Law;
using Rubicon.Screening;

namespace Rubicon.Answering;

/// <summary>Law, makers and registers, loaded from their folders; problems are printed as they are met.</summary>
public sealed class LoadedData
{
    private readonly PackSet _packs;
    private readonly DataFolders _folders;
    private readonly MakerKnowledge _makers;
    private ImmutableArray<DataSource> _sources;

    private LoadedData(DataFolders folders, PackSet packs, LawBook law, MakerKnowledge makers)
    {
        (_folders, _packs, Law, _makers) = (folders, packs, law, makers);
        Directory = new PartyDirectory(makers.Parties, law);
    }

    /// <summary>All packs.</summary>
    public LawBook Law { get; }

    /// <summary>Procedures of the packs, by id.</summary>
    public ImmutableArray<Review.Procedure> Procedures => _packs.Procedures;

    /// <summary>Parties of makers and lists, with their stated relations.</summary>
    public PartyDirectory Directory { get; }

    /// <summary>True after <see cref="Cases"/> met an error.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Loads law and makers. Null when either cannot be used: a hole in them would make a wrong answer.</summary>
    public static LoadedData? Load(DataFolders folders)
    {
        // Packs and makers are read at the same time: on a small input the start is most of the run.
        var (packs, makers) = Both(() => PackFiles.Load(folders.Packs), () => MakerFiles.Load(folders.Makers));
        ProblemPrinter.Print(packs.Problems);
        ProblemPrinter.Print(makers.Problems);
        bool holes = makers.Problems.Any(p => p.Kind.Severity == Severity.Error);
        return packs.Law is { } law && !holes ? new LoadedData(folders, packs, law, makers.Knowledge) : null;
    }

    /// <summary>The same data with a draft laid over the law, as if it were in force. Null, with problems printed, when the draft cannot be read.</summary>
    public (LoadedData Data, Draft Draft)? WithDraft(string file)
    {
        var (packs, draft) = PackFiles.LoadWithDraft(_folders.Packs, file);
        ProblemPrinter.Print(packs.Problems);
        return packs.Law is { } law ? (new LoadedData(_folders, packs, law, _makers), draft!) : null;
    }

    /// <summary>Names and equipment knowledge on top, for commands that decide.</summary>
    public ScreeningData? ForScreening() => ForScreening(ListsInUse.None);

    /// <summary>The same with kept lists beside the packs.</summary>
    public ScreeningData? ForScreening(ListsInUse lists)
    {
        var (names, (registers, equipment)) = Both(() => PartyIndex.Build(Directory.Parties), () =>
        {
            var opened = RegisterFiles.Open(_folders.Registries);
            return (opened, new EquipmentIdentifier(_makers, opened.Registers));
        });
        ProblemPrinter.Print(registers.Problems);
        if (registers.Problems.Any(p => p.Kind.Severity == Severity.Error)) return null;
        return new ScreeningData(Law, Directory, names, equipment) { Imported = lists.Imported(Law) };
    }

    /// <summary>Two pieces of work at the same time; what the other thread throws is thrown here.</summary>
    private static (T1 First, T2 Second) Both<T1, T2>(Func<T1> first, Func<T2> second)
    {
        T2 other = default!;
        System.Runtime.ExceptionServices.ExceptionDispatchInfo? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                other = second();
            }
            catch (Exception error)
            {
                failure = System.Runtime.ExceptionServices.ExceptionDispatchInfo.Capture(error);
            }
        })
        { IsBackground = true, Name = "loader" };
        thread.Start();
        T1 own;
        try
        {
            own = first();
        }
        finally
        {
            thread.Join();
        }
        failure?.Throw();
        return (own, other);
    }

    /// <summary>Screens names for a day.</summary>
    /// <param name="asOf">The day.</param>
    /// <param name="knownAt">Only lists known by then.</param>
    /// <param name="lists">Kept lists in use.</param>
    /// <param name="beside">Entries of list files that the user names, screened beside those of the packs.</param>
    public NameScreener ForNames(DateOnly asOf, DateOnly knownAt, ListsInUse lists, IReadOnlyCollection<ListEntry> beside)
    {
        var (parties, entries) = lists.Standing(Law, beside);
        return new NameScreener(Law, PartyIndex.Build(Directory.Parties.Concat(parties)), Directory, asOf, knownAt, entries);
    }

    /// <summary>The cases beside the rules; problems are printed.</summary>
    public ImmutableArray<LawCase> Cases()
    {
        var problems = new List<Problem>();
        var cases = CaseFiles.Read(_packs.CaseFiles, Law, mention => CaseParties.Of(mention, Directory, problems), problems);
        ProblemPrinter.Print(problems);
        HasErrors |= problems.Any(p => p.Kind.Severity == Severity.Error);
        return cases;
    }

    /// <summary>A warning for each day before the day asked about to which packs were kept up (RUB3006), at the first of these packs.</summary>
    public ImmutableArray<Problem> Age(DateOnly asOf) =>
    [
        .. Law.Packs.Where(p => p.MaintainedAsOf < asOf).GroupBy(p => p.MaintainedAsOf).OrderBy(g => g.Key).Select(g => new Problem(ProblemCatalog.AfterMaintained, g.First().Where,
            string.Create(CultureInfo.InvariantCulture, $"{asOf:yyyy-MM-dd}"),
            string.Create(CultureInfo.InvariantCulture, $"a day up to {g.Key:yyyy-MM-dd}, to which {Packs([.. g.Select(p => p.Id)])} kept up"))),
    ];

    private string Packs(List<string> ids) => ids.Count == 1 ? ids[0] + " was"
        : ids.Count == Law.Packs.Length ? string.Create(CultureInfo.InvariantCulture, $"all {ids.Count} packs were") : string.Join(", ", ids) + " were";

    /// <summary>What decisions rest on, with dates and digests, for the head of a report.</summary>
    public ImmutableArray<DataSource> Sources() => _sources.IsDefault ? _sources = ReadSources() : _sources;

    private ImmutableArray<DataSource> ReadSources() =>
    [
        .. Law.Packs.Select(p => new DataSource("pack", p.Id, p.MaintainedAsOf, p.Digest)),
        .. Law.Lists.Select(l => new DataSource("list", l.Id, l.Read, null)),
        new DataSource("makers", "makers", null, DigestOf(_folders.Makers)),
        new DataSource("registers", "registries", null, DigestOf(_folders.Registries)),
    ];

    private static string DigestOf(string folder)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string file in System.IO.Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            digest.AppendData(Encoding.UTF8.GetBytes(Path.GetRelativePath(folder, file).Replace('\\', '/')));
            digest.AppendData(File.ReadAllBytes(file));
        }
        return Convert.ToHexStringLower(digest.GetHashAndReset());
    }
}
