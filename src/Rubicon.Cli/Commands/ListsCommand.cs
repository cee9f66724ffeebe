using System.CommandLine;
using Rubicon.Cli.Lists;
using Rubicon.Diagnostics;
using Rubicon.Reading.Lists.Snapshots;

namespace Rubicon.Cli.Commands;

/// <summary>`rubicon lists …`: lists of parties kept in the data folder.</summary>
internal static class ListsCommand
{
    public static Command Create() => new("lists", "Keep lists of parties: import, status, verify, diff, search.") { Import(), Status(), Verify(), Diff(), Search() };

    private static Command Import()
    {
        var files = new Argument<string[]>("file") { Description = "Files of publishers, or folders of them. OFAC's legacy files (sdn.csv, alt.csv, add.csv) are given together.", Arity = ArgumentArity.OneOrMore };
        var list = new Option<string?>("--list-id") { Description = "Id of the list, where the content does not show it: us-bis/unverified-list, or one of your own." };
        var publisher = new Option<string?>("--publisher") { Description = "Who publishes it." };
        var license = new Option<string?>("--license") { Description = "On which terms it may be used." };
        var retrieved = Shared.Day("--retrieved", "Day on which the files were fetched, YYYY-MM-DD (default: the time of the file, said so).");
        var asOf = Shared.Day("--as-of", "Day of the state of the list, YYYY-MM-DD (default: as the content, or the name of the file, says).");
        var mapping = new Option<string?>("--mapping") { Description = "YAML file that says which columns of a CSV hold what." };
        var accept = new Option<bool>("--accept") { Description = "Use the state even though it is much shorter than the one in use, or has many refused rows." };
        var output = Output();
        var command = new Command("import", "Read files of lists and keep them: all or nothing of each, the state before is kept.") { files, list, publisher, license, asOf, retrieved, mapping, accept, Shared.Data, output };
        command.SetAction(parsed => ListImport.Run(new ListStore(DataFolders.DataFolder(parsed.GetValue(Shared.Data))), new ListImportOptions(parsed.GetValue(files)!, parsed.GetValue(list), parsed.GetValue(publisher),
            parsed.GetValue(license), parsed.GetValue(asOf), parsed.GetValue(retrieved), parsed.GetValue(mapping), parsed.GetValue(accept), parsed.GetValue(output) == "json")));
        return command;
    }

    private static Command Status()
    {
        var rows = new Option<string?>("--rows") { Description = "Id of a list: what was met in its rows, refused ones with their reason." };
        var output = Output();
        var command = new Command("status", "What is kept: list, day of its state, entries, refused rows, digest.") { rows, Shared.Data, output };
        command.SetAction(parsed => ListStatus.Run(new ListStore(DataFolders.DataFolder(parsed.GetValue(Shared.Data))), parsed.GetValue(rows), parsed.GetValue(output) == "json"));
        return command;
    }

    private static Command Verify()
    {
        var command = new Command("verify", "Check the digests and accounts of all that is kept.") { Shared.Data };
        command.SetAction(parsed =>
        {
            var store = new ListStore(DataFolders.DataFolder(parsed.GetValue(Shared.Data)));
            var problems = store.Verify();
            ProblemPrinter.Print(problems);
            var kept = store.Kept(new List<Problem>());
            Console.WriteLine(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{kept.Sum(k => k.Snapshots.Length)} snapshots of {kept.Length} lists checked, {problems.Length} problems"));
            return problems.IsEmpty ? kept.IsEmpty ? ExitCodes.NothingToAssess : ExitCodes.Clean : ExitCodes.DataMissing;
        });
        return command;
    }

    private static Command Diff()
    {
        var before = new Argument<string>("a") { Description = "A kept list (its state before, when B is not given), a snapshot's id, or a file." };
        var after = new Argument<string?>("b") { Description = "The same, later.", Arity = ArgumentArity.ZeroOrOne };
        var output = Output();
        var command = new Command("diff", "Who was added, removed, changed from one state of a list to another.") { before, after, Shared.Data, output };
        command.SetAction(parsed => ListDiffOutput.Run(new ListStore(DataFolders.DataFolder(parsed.GetValue(Shared.Data))), parsed.GetValue(before)!, parsed.GetValue(after), parsed.GetValue(output) == "json"));
        return command;
    }

    private static Command Search()
    {
        var text = new Argument<string>("text") { Description = "Part of a name, whatever its case and accents, or an id or identifier of an entry." };
        var list = new Option<string?>("--list-id") { Description = "Only entries of this list." };
        var output = Output();
        var command = new Command("search", "Entries of the kept lists whose names hold a text; it compares letters only, rubicon screen matches names.") { text, list, Shared.Data, output };
        command.SetAction(parsed => ListSearch.Run(new ListStore(DataFolders.DataFolder(parsed.GetValue(Shared.Data))), parsed.GetValue(text)!, parsed.GetValue(list), parsed.GetValue(output) == "json"));
        return command;
    }

    private static Option<string> Output()
    {
        var output = new Option<string>("-o", "--output") { Description = "table (default) or json.", DefaultValueFactory = _ => "table" };
        output.Validators.Add(r => Shared.OneOf(r, "table", "json"));
        return output;
    }
}
