using System.CommandLine;
using System.Globalization;
using System.Text;
using Rubicon.Diagnostics;
using Rubicon.Matching;
using Rubicon.Reading.Lists;
using Rubicon.Reading.Names;
using Rubicon.Screening;

namespace Rubicon.Cli.Commands;

/// <summary>`rubicon screen NAME…` and `screen --names FILE`: which list entries may these names mean?</summary>
internal static class ScreenCommand
{
    private const int BatchSize = 512;

    public static Command Create()
    {
        var names = new Argument<string[]>("name") { Description = "Names to screen, in any script.", Arity = ArgumentArity.ZeroOrMore };
        var file = new Option<string?>("--names") { Description = "File of names: JSON Lines {\"id\",\"name\",\"country\"?,\"identifiers\"?} or CSV with a header; - is standard input." };
        var output = new Option<string>("-o", "--output") { Description = "table (default), jsonl or csv.", DefaultValueFactory = _ => "table" };
        output.Validators.Add(r => Shared.OneOf(r, NameOutput.Formats));
        var threshold = new Option<string[]>("--threshold") { Description = "Lowest score shown, 0.5 to 1 (default 0.84, at which a name counts as the party); LIST=0.9 or CN=0.8 for one list or country, as often as needed." };
        threshold.Validators.Add(r =>
        {
            foreach (string text in r.Tokens.Select(t => t.Value).Where(t => ThresholdText.Read([t]) is null)) r.AddError($"--threshold: found \"{text}\"; expected a number from 0.5 to 1, or a list or country with one, as CN=0.8");
        });
        var lists = new Option<string[]>("--list") { Description = "File of a list to screen against beside those of the packs: Consolidated Screening List CSV, any CSV with a name column, JSON with entities, JSON Lines; plain or gzip." };
        var failOn = new Option<string?>("--fail-on") { Description = "match: exit code 2 when some name matches an entry." };
        failOn.Validators.Add(r => Shared.OneOf(r, "match"));
        var command = new Command("screen", "Screen names: list entries with score and reasons.")
        {
            names, file, lists, output, threshold, Shared.AsOf, Shared.KnownAt, Shared.Packs, Shared.Data, failOn,
        };
        command.SetAction((parsed, stop) => Task.FromResult(Run(parsed.GetValue(names) ?? [], parsed.GetValue(file), parsed.GetValue(lists) ?? [], parsed.GetValue(output)!,
            ThresholdText.Read(parsed.GetValue(threshold) ?? [])!, parsed.GetValue(Shared.AsOf), parsed.GetValue(Shared.KnownAt), DataFolders.Find(parsed.GetValue(Shared.Packs)) with { Data = DataFolders.DataFolder(parsed.GetValue(Shared.Data)) },
            parsed.GetValue(failOn) is not null, stop)));
        return command;
    }

    private static int Run(string[] names, string? file, string[] lists, string format, ScreeningThresholds thresholds, DateOnly? asOfOption, DateOnly? knownAt, DataFolders folders, bool failOnMatch, CancellationToken stop)
    {
        if (names.Length == 0 == file is null)
        {
            Console.Error.WriteLine("rubicon: screen takes names, or --names FILE, one of the two");
            return ExitCodes.Usage;
        }
        if (file is not null and not "-" && !File.Exists(file))
        {
            ProblemPrinter.Print(new Problem(ProblemCatalog.FileNotFound, new SourceLocation(file), Quote.Text(file)));
            return ExitCodes.InputUnreadable;
        }
        if (LoadedData.Load(folders) is not { } loaded) return ExitCodes.DataMissing;
        var asOf = asOfOption ?? DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().Date);
        if (Beside(lists) is not { } beside) return ExitCodes.DataMissing;
        if (ListsInUse.Open(folders.Data, asOf, knownAt ?? asOf) is not { } imported) return ExitCodes.DataMissing;
        var known = loaded.Law.Lists.Select(l => l.Id).Concat(imported.Entries.Select(e => e.Entry.List)).Concat(beside.Select(e => e.List)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (thresholds.ByList.Keys.Where(k => !known.Contains(k, StringComparer.Ordinal)).ToList() is { Count: > 0 } unknown)
        {
            Console.Error.WriteLine($"rubicon: --threshold: found {string.Join(", ", unknown.Select(Quote.Text))}; expected a country as CN, or one of the lists {string.Join(", ", known)}");
            return ExitCodes.Usage;
        }
        ProblemPrinter.Print(imported.Problems.Where(p => p.Kind.Severity >= Severity.Warning));
        var screener = loaded.ForNames(asOf, knownAt ?? asOf, imported, beside);
        var hole = imported.Problems.FirstOrDefault(p => p.Kind == ProblemCatalog.ListHeldBack);
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 64 * 1024);
        if (format == "csv") output.Write(NameOutput.CsvHeader + "\n");
        var counts = file is null
            ? Screen(screener, names.Select((n, i) => new NameLine((i + 1).ToString(CultureInfo.InvariantCulture), i + 1, new NameQuery(n), null)), "argument", format, thresholds, hole, output, stop)
            : ScreenFile(screener, file, format, thresholds, hole, output, stop);
        output.Flush();
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"rubicon: read {counts.Read}, screened {counts.Read - counts.NotAssessed} ({counts.Matched} with a match), not assessed {counts.NotAssessed}; as of {asOf:yyyy-MM-dd}, {loaded.Law.Lists.Length} lists of the packs, {imported.Entries.Length:N0} entries of {imported.Snapshots.Length} imported lists and {beside.Count} entries of {lists.Length} files, threshold {ThresholdText.Of(thresholds)}"));
        return counts.Read == 0 ? ExitCodes.NothingToAssess
            : failOnMatch && counts.Matched > 0 ? ExitCodes.LicenseOrReview
            : counts.NotAssessed > 0 ? ExitCodes.Incomplete : ExitCodes.Clean;
    }

    /// <summary>Entries of the lists named; null when one of them was not read whole: names screened against a part of a list would look clean.</summary>
    private static List<ListEntry>? Beside(string[] lists)
    {
        var entries = new List<ListEntry>();
        bool whole = true;
        foreach (string file in lists)
        {
            if (!File.Exists(file))
            {
                ProblemPrinter.Print(new Problem(ProblemCatalog.FileNotFound, new SourceLocation(file), Quote.Text(file)));
                whole = false;
                continue;
            }
            using var stream = File.OpenRead(file);
            var read = ListFile.Read(file, stream);
            ProblemPrinter.Print(read.Problems);
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"rubicon: {file}: {read.Rows} entries, {read.Rows - read.Refused} used, {read.Refused} refused, SHA-256 {read.Sha256}"));
            whole &= read.IsWhole;
            entries.AddRange(read.Entries);
        }
        return whole ? entries : null;
    }

    private static (long Read, long Matched, long NotAssessed) ScreenFile(NameScreener screener, string file, string format, ScreeningThresholds thresholds, Problem? hole, TextWriter output, CancellationToken stop)
    {
        using var stream = file == "-" ? Console.OpenStandardInput() : File.OpenRead(file);
        return Screen(screener, NameFile.Read(file, stream), file, format, thresholds, hole, output, stop);
    }

    /// <summary>Batches on all cores, written in the order of the names.</summary>
    private static (long Read, long Matched, long NotAssessed) Screen(
        NameScreener screener, IEnumerable<NameLine> names, string file, string format, ScreeningThresholds thresholds, Problem? hole, TextWriter output, CancellationToken stop)
    {
        long read = 0, matched = 0, notAssessed = 0;
        foreach (var batch in names.Chunk(BatchSize))
        {
            var answers = new (string Text, bool Matched, Problem? Problem)[batch.Length];
            Parallel.For(0, batch.Length, new ParallelOptions { CancellationToken = stop }, i =>
            {
                var screened = ScreenedName.Of(screener, batch[i], file, thresholds, hole);
                answers[i] = (NameOutput.Of(format, screened), !screened.Answer.Matches.IsEmpty, screened.Problem);
            });
            foreach (var (text, isMatch, problem) in answers)
            {
                output.Write(text);
                read++;
                if (isMatch) matched++;
                if (problem is null) continue;
                notAssessed++;
                if (problem != hole) ProblemPrinter.Print(problem);
            }
        }
        return (read, matched, notAssessed);
    }
}
