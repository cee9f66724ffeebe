using System.CommandLine;
using System.Globalization;
using System.Text;
using Rubicon.Cli.Devices;
using Rubicon.Diagnostics;
using Rubicon.Reading;
using Rubicon.Screening;

namespace Rubicon.Cli.Commands;

/// <summary>`rubicon identify PATH…`: who made each device of files and folders, and how it is known.</summary>
internal static class IdentifyCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("path") { Description = "Files and folders to read; - is standard input.", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string>("-o", "--output") { Description = "table (default), json, jsonl or csv.", DefaultValueFactory = _ => "table" };
        output.Validators.Add(r => Shared.OneOf(r, DeviceOutput.Formats));
        var asKind = new Option<string?>("--as") { Description = "Take tables for purchases, suppliers, inventory, visits or updates, whatever their columns." };
        asKind.Validators.Add(r => Shared.OneOf(r, "purchases", "suppliers", "inventory", "visits", "updates"));
        var command = new Command("identify", "Identify devices: maker, model, category, with the evidence.") { paths, output, asKind, Shared.AsOf, Shared.Packs };
        command.SetAction((parsed, stop) => Task.FromResult(Run(parsed.GetValue(paths)!, parsed.GetValue(output)!, Shared.Word<TableKind>(parsed.GetValue(asKind)),
            parsed.GetValue(Shared.AsOf), DataFolders.Find(parsed.GetValue(Shared.Packs)), stop)));
        return command;
    }

    private static int Run(string[] paths, string format, TableKind? asKind, DateOnly? asOfOption, DataFolders folders, CancellationToken stop)
    {
        if (LoadedData.Load(folders) is not { } loaded || loaded.ForScreening() is not { } data) return ExitCodes.DataMissing;
        var identifier = new DeviceIdentifier(data, asOfOption ?? DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().Date));
        var found = InputFiles.Find(paths);
        ProblemPrinter.Print(found.Problems);
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 64 * 1024);
        if (format == "csv") output.Write(DeviceOutput.CsvHeader + "\n");
        if (format == "json") output.Write("[\n");
        long read = 0, named = 0, unread = 0;
        void Write(string text) => output.Write(format == "json" && read > 1 ? "," + text : text);
        foreach (string file in found.Files)
        {
            using var reader = RecordReader.Read(file, asKind);
            foreach (var record in reader.Records())
            {
                stop.ThrowIfCancellationRequested();
                read++;
                if (record.Subject is { } subject)
                {
                    var device = identifier.Identify(subject);
                    if (device.Maker is not null) named++;
                    Write(DeviceOutput.Of(format, device));
                    continue;
                }
                unread++;
                Write(DeviceOutput.Of(format, record.Unread!));
            }
            var account = reader.Account;
            ProblemPrinter.Print(account.Problems);
            // A file of which nothing could be read is one record that was not assessed.
            if (account.Records > 0 || account.Problems.All(p => p.Kind.Severity != Severity.Error)) continue;
            read++;
            unread++;
            Write(DeviceOutput.Of(format, new Subjects.UnreadRecord(new SourceLocation(file), [.. account.Problems.Where(p => p.Kind.Severity == Severity.Error)])));
        }
        if (format == "json") output.Write("]\n");
        output.Flush();
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"rubicon: read {read} from {found.Files.Length} files, identified {read - unread} ({named} with a maker), not assessed {unread}"));
        bool failed = unread > 0 || found.Problems.Any(p => p.Kind.Severity == Severity.Error);
        return failed ? ExitCodes.Incomplete : read == 0 ? ExitCodes.NothingToAssess : ExitCodes.Clean;
    }
}
