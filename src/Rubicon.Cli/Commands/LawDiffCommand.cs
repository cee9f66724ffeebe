using System.Collections.Immutable;
using System.CommandLine;
using Rubicon.Cli.Law;
using Rubicon.Cli.Scanning;
using Rubicon.Diagnostics;
using Rubicon.Reading;
using Rubicon.Reports;
using Rubicon.Reports.Summaries;
using Rubicon.Rules.Checks;
using Rubicon.Screening;

namespace Rubicon.Cli.Commands;

/// <summary>`rubicon law diff A B`: what differs between two folders of packs, and what that changes for records.</summary>
internal static class LawDiffCommand
{
    public static Command Create()
    {
        var before = new Argument<string>("before") { Description = "Folder of packs, or a folder that holds one called packs." };
        var after = new Argument<string>("after") { Description = "The folder to compare it with." };
        var inventory = new Option<string[]>("--inventory") { Description = "File or folder of records: shows what the change of law changes for them. May be given several times." };
        var output = new Option<string>("-o", "--output") { Description = "text (default) or json.", DefaultValueFactory = _ => "text" };
        output.Validators.Add(r => Shared.OneOf(r, "text", "json"));
        var command = new Command("diff", "Show what differs between two folders of packs, and what that changes for records.") { before, after, inventory, Shared.Actor, Shared.AsOf, Shared.KnownAt, output };
        command.SetAction((parsed, stop) => Task.FromResult(Run(parsed.GetValue(before)!, parsed.GetValue(after)!, [.. parsed.GetValue(inventory) ?? []],
            parsed.GetValue(Shared.Actor), parsed.GetValue(Shared.AsOf), parsed.GetValue(Shared.KnownAt), parsed.GetValue(output)!, stop)));
        return command;
    }

    private static int Run(string before, string after, ImmutableArray<string> inventory, string? actorText, DateOnly? asOfOption, DateOnly? knownAtOption, string format, CancellationToken stop)
    {
        if (LoadedData.Load(DataFolders.Find(Packs(before))) is not { } old || LoadedData.Load(DataFolders.Find(Packs(after))) is not { } now) return ExitCodes.DataMissing;
        var asOf = asOfOption ?? DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().Date);
        var knownAt = knownAtOption ?? asOf;
        var problems = new List<Problem>();
        // Facts about the actor may be new in the second law; the first passes over those that it does not know.
        var options = new ScanOptions { Paths = inventory, Actor = actorText, Outputs = [], Folders = DataFolders.Find(null) };
        var actor = ScanSettings.Find(options, now.Law.Catalog, problems)?.Actor;
        ProblemPrinter.Print(problems);
        if (actor is null || problems.Any(p => p.Kind.Severity == Severity.Error)) return ExitCodes.Usage;
        var records = inventory.IsEmpty ? null : new LawImpact();
        bool whole = true;
        if (records is not null)
        {
            if (old.ForScreening() is not { } oldData || now.ForScreening() is not { } nowData) return ExitCodes.DataMissing;
            whole = Compare(new Screener(oldData, actor, [], asOf, knownAt), new Screener(nowData, actor, [], asOf, knownAt), inventory, records, stop);
        }
        var diff = new LawDiff(before, after, old.Law.Packs, now.Law.Packs, LawDifference.Of(old.Law, now.Law), asOf, knownAt,
            new ReportActor(actor.Name, actor.Capacities, actor.Country), records);
        Console.Out.Write(format == "json" ? LawDiffJson.Of(diff) : LawDiffText.Of(diff));
        if (records is { Read: 0 }) return whole ? ExitCodes.NothingToAssess : ExitCodes.InputUnreadable;
        return whole ? ExitCodes.Clean : ExitCodes.Incomplete;
    }

    /// <summary>False when something of the inventory could not be read or decided; problems are printed.</summary>
    private static bool Compare(Screener before, Screener after, ImmutableArray<string> inventory, LawImpact records, CancellationToken stop)
    {
        var found = InputFiles.Find(inventory);
        var problems = found.Problems.ToList();
        bool unread = false;
        foreach (string file in found.Files)
        {
            using var reader = RecordReader.Read(file);
            foreach (var record in reader.Records())
            {
                stop.ThrowIfCancellationRequested();
                if (record.Subject is { } subject)
                {
                    records.Add(before.Decide(subject), after.Decide(subject));
                    continue;
                }
                unread = true;
                problems.AddRange(record.Unread!.Problems);
                records.Add(Screener.Unread(record.Unread), Screener.Unread(record.Unread));
            }
            problems.AddRange(reader.Account.Problems);
        }
        ProblemPrinter.Print(problems.Where(p => p.Kind.Severity != Severity.Note).Take(Coverage.MostProblems));
        return !unread && records.NotAssessedAfter == 0 && problems.All(p => p.Kind.Severity != Severity.Error);
    }

    private static string Packs(string folder)
    {
        string inside = Path.Combine(folder, "packs");
        return Directory.Exists(inside) ? inside : folder;
    }
}
