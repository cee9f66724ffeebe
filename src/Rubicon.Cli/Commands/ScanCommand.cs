using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Rubicon.Cli.Owners;
using Rubicon.Cli.Scanning;
using Rubicon.Diagnostics;
using Rubicon.Reading;
using Rubicon.Reading.Requests;
using Rubicon.Reports;
using Rubicon.Rules.Evaluation;
using Rubicon.Screening;

namespace Rubicon.Cli.Commands;

/// <summary>`rubicon scan PATH…`: decides every record of files and folders.</summary>
internal static class ScanCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("path") { Description = "Files and folders to read; - is standard input.", Arity = ArgumentArity.OneOrMore };
        var asKind = new Option<string?>("--as") { Description = "Take tables for purchases, suppliers, inventory, visits or updates, whatever their columns." };
        var failOn = new Option<string?>("--fail-on") { Description = "Strictness from which the exit code is 1 or 2: prohibited (default), license-required, review." };
        var answers = new Option<string?>("--answers") { Description = "File of answers to open questions (default: answers.yaml in the scanned folder)." };
        var age = new Option<int?>("--max-data-age") { Description = "Fail with 5 when the law was last kept up more than this many days before the as-of day." };
        var drafts = new Option<string[]>("--draft") { Description = "File of a draft (reported or proposed law): shows what it would newly hit, beside today's answer. May be given several times." };
        var all = new Option<bool>("--all") { Description = "Show all groups in the table." };
        var quiet = new Option<bool>("--quiet", "-q") { Description = "No messages on standard error but errors." };
        var command = new Command("scan", "Decide every record of files and folders.")
        {
            paths, Shared.Actor, Shared.In, Shared.AsOf, Shared.KnownAt, Shared.Output, Shared.Packs, Shared.Data, asKind, failOn, answers, drafts, OwnershipOptions.Files, OwnershipOptions.Same, age, all, quiet,
        };
        command.SetAction((parsed, stop) => Task.FromResult(Shared.Outputs(parsed) is not { } outputs ? ExitCodes.Usage : Run(new ScanOptions
        {
            Paths = [.. parsed.GetValue(paths) ?? []],
            Actor = parsed.GetValue(Shared.Actor),
            In = parsed.GetValue(Shared.In),
            AsOf = parsed.GetValue(Shared.AsOf),
            KnownAt = parsed.GetValue(Shared.KnownAt),
            AsKind = Shared.Word<TableKind>(parsed.GetValue(asKind)),
            Answers = parsed.GetValue(answers),
            Ownership = [.. parsed.GetValue(OwnershipOptions.Files) ?? []],
            Same = parsed.GetValue(OwnershipOptions.Same),
            Drafts = [.. parsed.GetValue(drafts) ?? []],
            Outputs = outputs,
            FailOn = parsed.GetValue(failOn) is { } word ? Outcomes.Parse(word) : null,
            MaxDataAgeDays = parsed.GetValue(age),
            All = parsed.GetValue(all),
            Quiet = parsed.GetValue(quiet),
            Folders = DataFolders.Find(parsed.GetValue(Shared.Packs)) with { Data = DataFolders.DataFolder(parsed.GetValue(Shared.Data)) },
        }, stop)));
        asKind.Validators.Add(r => Shared.OneOf(r, "purchases", "suppliers", "inventory", "visits", "updates"));
        failOn.Validators.Add(r => Shared.OneOf(r, "prohibited", "license-required", "review"));
        return command;
    }

    private static int Run(ScanOptions options, CancellationToken stop)
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().Date);
        var asOf = options.AsOf ?? today;
        if (ListsInUse.Open(options.Folders.Data, asOf, options.KnownAt ?? asOf) is not { } lists) return ExitCodes.DataMissing;
        if (LoadedData.Load(options.Folders) is not { } loaded || loaded.ForScreening(lists) is not { } data) return ExitCodes.DataMissing;
        if (TooOld(options, loaded, lists, asOf)) return ExitCodes.DataMissing;
        var problems = new List<Problem>();
        if (OwnershipInput.Read(options.Ownership, options.Same, loaded) is not { } ownership) return ExitCodes.InputUnreadable;
        data = data with { Owners = ownership.Owners };
        if (DraftLaws.Load(options, loaded, lists, ownership.Owners) is not { } drafts) return ExitCodes.InputUnreadable;
        // A draft may ask for facts that no law asks for; settings and answers may state them.
        var catalog = drafts.Catalog ?? data.Law.Catalog;
        var settings = ScanSettings.Find(options, catalog, problems);
        var also = Shared.InCountries(options.In, problems);
        ProblemPrinter.Print(problems);
        if (settings?.Actor?.AlsoAs(also) is not { } actor || problems.Any(p => p.Kind.Severity == Severity.Error)) return ExitCodes.Usage;
        var knownAt = options.KnownAt ?? asOf;
        if (options.AsOf is null && !options.Quiet) Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"rubicon: as of {asOf:yyyy-MM-dd} (today)"));
        var answerProblems = new List<Problem>();
        var answers = Answers(options, data, catalog, actor, asOf, knownAt, answerProblems);
        answerProblems.AddRange(lists.Problems);
        answerProblems.AddRange(ownership.Problems);
        answerProblems.AddRange(drafts.NotKnownYet(knownAt));
        var found = InputFiles.Find(options.Paths);
        using var outputs = new ReportOutputs(options.Outputs, options.All);
        using var progress = new ScanProgress(options.Quiet);
        var run = new ScanRun(data, [.. loaded.Sources(), .. lists.Sources(), .. drafts.Sources(), .. ownership.Sources], actor, answers, asOf, knownAt) { Drafts = drafts.Screeners(actor, answers, asOf, knownAt) };
        var coverage = run.Run(found, file => RecordReader.Read(file, options.AsKind), outputs, answerProblems, progress.Show, stop);
        progress.Dispose();
        if (!options.Quiet) PrintProblems(coverage);
        return Exit(coverage, options.FailOn ?? (settings.FailOn is { } word ? Outcomes.Parse(word) : null) ?? Outcome.Prohibited);
    }

    private static ImmutableArray<Answer> Answers(ScanOptions options, ScreeningData data, Rules.Facts.FactCatalog catalog, ActorProfile actor, DateOnly asOf, DateOnly knownAt, List<Problem> problems)
    {
        if (ScanSettings.AnswersOf(options) is not { } file) return [];
        if (!File.Exists(file))
        {
            problems.Add(new Problem(ProblemCatalog.FileNotFound, new SourceLocation(file), Quote.Text(file)));
            return [];
        }
        var names = new Screener(data, actor, [], asOf, knownAt);
        return AnswersFile.Read(file, catalog, m => MentionedParties.Of(m, data.Directory, names, asOf), problems);
    }

    private static bool TooOld(ScanOptions options, LoadedData loaded, ListsInUse lists, DateOnly asOf)
    {
        if (options.MaxDataAgeDays is not { } days) return false;
        bool old = false;
        foreach (var pack in loaded.Law.Packs.Where(p => asOf.DayNumber - p.MaintainedAsOf.DayNumber > days))
        {
            old = true;
            ProblemPrinter.Print(new Problem(ProblemCatalog.DataTooOld, pack.Where, string.Create(CultureInfo.InvariantCulture, $"{pack.Id} kept up to {pack.MaintainedAsOf:yyyy-MM-dd}"),
                string.Create(CultureInfo.InvariantCulture, $"at most {days} days before {asOf:yyyy-MM-dd}")));
        }
        foreach (var snapshot in lists.Snapshots.Where(s => s.AsOf is not { } state || asOf.DayNumber - state.DayNumber > days))
        {
            old = true;
            ProblemPrinter.Print(new Problem(ProblemCatalog.DataTooOld, new SourceLocation($"lists/{snapshot.Publication.Id}"), snapshot.AsOf is { } state ? string.Create(CultureInfo.InvariantCulture, $"its state of {state:yyyy-MM-dd}") : "no day of its state",
                string.Create(CultureInfo.InvariantCulture, $"at most {days} days before {asOf:yyyy-MM-dd}")));
        }
        return old;
    }

    /// <summary>Problems in the order met, with a limit: the report has them all up to its own limit.</summary>
    private static void PrintProblems(Coverage coverage)
    {
        const int shown = 20;
        var worth = coverage.Problems.Where(p => p.Kind.Severity != Severity.Note).ToList();
        ProblemPrinter.Print(worth.Take(shown));
        if (worth.Count > shown) Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"rubicon: {worth.Count - shown} more problems; a JSON report names them"));
    }

    /// <summary>What was decided stands, and is not the whole answer: names read with a guess, records that were not given, law not kept up to the day.</summary>
    private static readonly ProblemKind[] Doubtful =
        [ProblemCatalog.NotUtf8, ProblemCatalog.CycloneDxUnknownVersion, ProblemCatalog.NetBoxMorePages, ProblemCatalog.WalkNoAnswer, ProblemCatalog.ListHeldBack, ProblemCatalog.AfterMaintained];

    /// <summary>The exit code of design 6; a lower number wins between 1 and 4.</summary>
    internal static int Exit(Coverage coverage, Outcome failOn)
    {
        long Of(Outcome outcome) => coverage.Outcomes.First(o => o.Outcome == outcome).Count;
        if (Of(Outcome.Prohibited) > 0) return ExitCodes.Prohibited;
        bool license = failOn <= Outcome.LicenseRequired && Of(Outcome.LicenseRequired) > 0;
        bool review = failOn <= Outcome.Review && Of(Outcome.Review) > 0;
        if (license || review) return ExitCodes.LicenseOrReview;
        bool errors = coverage.Problems.Any(p => p.Kind.Severity == Severity.Error);
        bool doubts = coverage.Problems.Any(p => Doubtful.Contains(p.Kind));
        if (coverage.Read == 0) return errors ? ExitCodes.InputUnreadable : ExitCodes.NothingToAssess;
        if (coverage.Decided == 0 && errors) return ExitCodes.InputUnreadable;
        return coverage.NotAssessed > 0 || errors || doubts ? ExitCodes.Incomplete : ExitCodes.Clean;
    }
}
