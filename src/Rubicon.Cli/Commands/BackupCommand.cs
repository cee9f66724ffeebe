using System.CommandLine;
using System.Globalization;
using Rubicon.Diagnostics;
using Rubicon.Storage;
using Rubicon.Storage.Backups;

namespace Rubicon.Cli.Commands;

/// <summary>`rubicon backup` and `rubicon restore`: the store of a server in one file, checked both ways.</summary>
internal static class BackupCommand
{
    private static readonly Option<string> Data = new("--data") { Description = "The server's data folder.", Required = true };

    private static readonly Option<string?> Postgres = new("--postgres") { Description = "Connection string, when the server keeps its database in PostgreSQL; RUBICON_POSTGRES too." };

    public static Command Backup()
    {
        var file = new Argument<string>("file") { Description = "The file to write; it must not exist." };
        var command = new Command("backup", "Write the whole store of a server into one file, beside the running server, and check that it can be restored.") { file, Data, Postgres };
        command.SetAction(parsed => With(() =>
        {
            string path = Path.GetFullPath(parsed.GetValue(file)!);
            if (File.Exists(path)) throw StoreException.Taken(path);
            string fresh = path + ".new", trial = path + ".trial";
            try
            {
                BackupAccount written;
                using (var output = new FileStream(fresh, Private()))
                {
                    written = StoreBackup.Write(Place(parsed), output);
                    output.Flush(flushToDisk: true);
                }
                // What was written is read back and restored beside it: a backup of which nobody knows that it can be restored is none.
                using (var input = File.OpenRead(fresh)) StoreBackup.Restore(input, new StorePlace(trial));
                File.Move(fresh, path);
                Say("backed up and checked", written);
                return ExitCodes.Clean;
            }
            finally
            {
                if (File.Exists(fresh)) File.Delete(fresh);
                if (Directory.Exists(trial)) Directory.Delete(trial, recursive: true);
            }
        }));
        return command;
    }

    public static Command Restore()
    {
        var file = new Argument<string>("file") { Description = "A file that `rubicon backup` wrote." };
        var command = new Command("restore", "Restore a backup into an empty data folder, of either database, and check its whole log.") { file, Data, Postgres };
        command.SetAction(parsed => With(() =>
        {
            string path = parsed.GetValue(file)!;
            if (!File.Exists(path))
            {
                ProblemPrinter.Print(new Problem(ProblemCatalog.FileNotFound, new SourceLocation(path), Quote.Text(path)));
                return ExitCodes.InputUnreadable;
            }
            using var input = File.OpenRead(path);
            Say("restored and checked", StoreBackup.Restore(input, Place(parsed)));
            return ExitCodes.Clean;
        }));
        return command;
    }

    private static StorePlace Place(ParseResult parsed) =>
        new(Path.GetFullPath(parsed.GetValue(Data)!), parsed.GetValue(Postgres) ?? (Environment.GetEnvironmentVariable("RUBICON_POSTGRES") is { Length: > 0 } named ? named : null));

    private static FileStreamOptions Private()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }

    private static void Say(string done, BackupAccount account)
    {
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{done}: {account.Events} events, {account.Rows} rows, {account.Files} files"));
        Console.Out.WriteLine($"root {account.Root}");
    }

    private static int With(Func<int> run)
    {
        try
        {
            return run();
        }
        catch (StoreException error)
        {
            ProblemPrinter.Print(error.Problem);
            return ExitCodes.DataMissing;
        }
    }
}
