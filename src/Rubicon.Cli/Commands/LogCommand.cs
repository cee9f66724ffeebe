using System.CommandLine;
using System.Globalization;
using Rubicon.Diagnostics;
using Rubicon.Storage;
using Rubicon.Storage.Log;

namespace Rubicon.Cli.Commands;

/// <summary>`rubicon log verify` and `log prove`: the record of a server, checked without it.</summary>
internal static class LogCommand
{
    private static readonly Option<string> Data = new("--data") { Description = "The server's data folder.", Required = true };

    private static readonly Option<string?> Postgres = new("--postgres") { Description = "Connection string, when the server keeps its database in PostgreSQL." };

    public static Command Create() => new("log", "Check the record of a server: nothing changed, nothing missing.") { Verify(), Prove() };

    private static Command Verify()
    {
        var command = new Command("verify", "Check every event, record and checkpoint; exit code 5 when something does not fit.") { Data, Postgres };
        command.SetAction(parsed => With(() =>
        {
            var account = LogCheck.Run(Place(parsed));
            ProblemPrinter.Print(account.Problems);
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(account.Problems.IsEmpty ? "whole" : "NOT WHOLE")}: {account.Size} events, {account.Rows} records, {account.Checkpoints} checkpoints"));
            Console.Out.WriteLine($"root {account.Root}");
            return account.Problems.IsEmpty ? ExitCodes.Clean : ExitCodes.DataMissing;
        }));
        return command;
    }

    private static Command Prove()
    {
        var asked = new Argument<string>("event") { Description = "Number of an event, or id of a decision, scan or token (its newest event)." };
        var command = new Command("prove", "Prove that an event is in the log: audit path and signed checkpoint as JSON.") { asked, Data, Postgres };
        command.SetAction(parsed => With(() =>
        {
            string name = parsed.GetValue(asked)!;
            if (LogProof.Of(Place(parsed), name) is { } proof)
            {
                Console.Out.Write(proof.Json());
                return ExitCodes.Clean;
            }
            ProblemPrinter.Print(new Problem(ProblemCatalog.NoEvent, new SourceLocation("log"), Quote.Text(name)));
            return ExitCodes.Usage;
        }));
        return command;
    }

    private static StorePlace Place(ParseResult parsed) => new(parsed.GetValue(Data)!, parsed.GetValue(Postgres));

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
