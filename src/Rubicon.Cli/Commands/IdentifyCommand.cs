using System.CommandLine;
using System.Globalization;
using System.Text;
using Rubicon.Cli.Devices;
using Rubicon.Diagnostics;
using Rubicon.Equipment.Joining;
using Rubicon.Reading;
using Rubicon.Reports.Network;
using Rubicon.Screening;
using Rubicon.Subjects;

namespace Rubicon.Cli.Commands;

/// <summary>`rubicon identify PATH…`: who made each device of files and folders, and how it is known.</summary>
internal static class IdentifyCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("path") { Description = "Files and folders to read; - is standard input.", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string>("-o", "--output") { Description = "table (default), json, jsonl, csv, or html: the network by maker with its neighbors. FORMAT=FILE writes to a file.", DefaultValueFactory = _ => "table" };
        output.Validators.Add(r => PageOutput.Check(r, DeviceOutput.Formats));
        var asKind = new Option<string?>("--as") { Description = "Take tables for purchases, suppliers, inventory, visits or updates, whatever their columns." };
        asKind.Validators.Add(r => Shared.OneOf(r, "purchases", "suppliers", "inventory", "visits", "updates"));
        var command = new Command("identify", "Identify devices: maker, model, category, with the evidence.") { paths, output, asKind, Shared.AsOf, Shared.Packs };
        command.SetAction((parsed, stop) => Task.FromResult(Run(parsed.GetValue(paths)!, parsed.GetValue(output)!, Shared.Word<TableKind>(parsed.GetValue(asKind)),
            parsed.GetValue(Shared.AsOf), DataFolders.Find(parsed.GetValue(Shared.Packs)), stop)));
        return command;
    }

    private static int Run(string[] paths, string output, TableKind? asKind, DateOnly? asOfOption, DataFolders folders, CancellationToken stop)
    {
        if (LoadedData.Load(folders) is not { } loaded || loaded.ForScreening() is not { } data) return ExitCodes.DataMissing;
        var identifier = new DeviceIdentifier(data, asOfOption ?? DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().Date));
        var found = InputFiles.Find(paths);
        ProblemPrinter.Print(found.Problems);
        var reading = new DeviceReading(found.Files, asKind);
        var watch = new NeighborWatch();
        long written = 0, named = 0;
        IdentifiedDevice Identified(Subject subject)
        {
            stop.ThrowIfCancellationRequested();
            watch.Add(subject);
            var device = identifier.Identify(subject);
            if (device.Maker is not null) named++;
            written++;
            return device;
        }
        PageOutput.Write(output, (format, stream) =>
        {
            if (format == "html") Page(reading, Identified, identifier, stream);
            else Lines(reading, Identified, format, stream);
        });
        ProblemPrinter.Print(watch.Problems());
        string joined = reading.Joined == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", joined {reading.Joined} to others");
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"rubicon: read {reading.Read} from {found.Files.Length} files{joined}, identified {written} ({named} with a maker), not assessed {reading.Unread}"));
        bool failed = reading.Unread > 0 || found.Problems.Any(p => p.Kind.Severity == Severity.Error);
        return failed ? ExitCodes.Incomplete : reading.Read == 0 ? ExitCodes.NothingToAssess : ExitCodes.Clean;
    }

    private static void Lines(DeviceReading reading, Func<Subject, IdentifiedDevice> identify, string format, Stream stream)
    {
        using var output = new StreamWriter(stream, new UTF8Encoding(false), 64 * 1024, leaveOpen: true);
        if (format == "csv") output.Write(DeviceOutput.CsvHeader + "\n");
        if (format == "json") output.Write("[\n");
        bool first = true;
        foreach (var (device, unread) in reading.Devices())
        {
            if (!first && format == "json") output.Write(',');
            first = false;
            output.Write(device is not null ? DeviceOutput.Of(format, identify(device)) : DeviceOutput.Of(format, unread!));
        }
        if (format == "json") output.Write("]\n");
    }

    private static void Page(DeviceReading reading, Func<Subject, IdentifiedDevice> identify, DeviceIdentifier identifier, Stream stream)
    {
        var devices = new List<IdentifiedDevice>();
        var unreadable = new List<UnreadRecord>();
        foreach (var (device, unread) in reading.Devices())
            if (device is not null) devices.Add(identify(device));
            else unreadable.Add(unread!);
        NetworkPage.Write(stream, new NetworkMap(devices, identifier), unreadable);
    }
}
