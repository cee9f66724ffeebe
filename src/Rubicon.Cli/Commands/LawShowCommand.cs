using System.CommandLine;
using System.Globalization;
using Rubicon.Cli.Law;
using Rubicon.Diagnostics;
using Rubicon.Reports;
using Rubicon.Rules.Evaluation;
using Rubicon.Rules.Law;

namespace Rubicon.Cli.Commands;

/// <summary>`rubicon law list`, `show` and `timeline`.</summary>
internal static class LawShowCommand
{
    public static Command List()
    {
        var command = new Command("list", "List packs and provisions with their state on a day.") { Shared.AsOf, Shared.Packs };
        command.SetAction(parsed => With(parsed, (law, day) =>
        {
            foreach (var pack in law.Packs)
            {
                Line($"{pack.Id}  {pack.Title} (kept up to {pack.MaintainedAsOf:yyyy-MM-dd})");
                foreach (var provision in law.Provisions.Where(p => p.PackId == pack.Id))
                {
                    var version = provision.VersionOn(day, day);
                    string state = version is null ? "not in force" : version.Decides ? Outcomes.Word(version.Effect) : ReportWords.Word(version.Status);
                    Line($"  {provision.Id,-44} {state,-17} {provision.Title}");
                }
            }
            return ExitCodes.Clean;
        }));
        return command;
    }

    public static Command Show()
    {
        var id = new Argument<string>("id") { Description = "Id, or the beginning of ids, of provisions and lists." };
        var output = new Option<string>("-o", "--output") { Description = "text (default) or html; html=FILE writes a file.", DefaultValueFactory = _ => "text" };
        output.Validators.Add(r => PageOutput.Check(r, "text", "html"));
        var command = new Command("show", "Show provisions and lists: words beside tests, dates, exceptions, sources and cases.") { id, Shared.AsOf, Shared.Packs, output };
        command.SetAction(parsed =>
        {
            string asked = parsed.GetValue(id)!;
            if (LoadedData.Load(DataFolders.Find(parsed.GetValue(Shared.Packs))) is not { } loaded) return ExitCodes.DataMissing;
            var (provisions, lists) = Named(loaded.Law, asked);
            if (provisions.Count + lists.Count == 0) return Unknown(asked);
            var day = parsed.GetValue(Shared.AsOf) ?? DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().Date);
            var cases = loaded.Cases();
            PageOutput.Write(parsed.GetValue(output)!, text: () => LawText.Of(loaded.Law, provisions, lists, cases, day), json: () => "",
                html: stream => LawPage.Write(stream, loaded.Law, provisions, lists, cases, day));
            return loaded.HasErrors ? ExitCodes.InputUnreadable : ExitCodes.Clean;
        });
        return command;
    }

    /// <summary>The provision or list of that id; else all whose ids begin with it.</summary>
    private static (List<string> Provisions, List<string> Lists) Named(LawBook law, string id)
    {
        if (law.FindProvision(id) is not null) return ([id], []);
        if (law.FindList(id) is not null) return ([], [id]);
        bool Begins(string other) => other.StartsWith(id, StringComparison.Ordinal);
        return ([.. law.Provisions.Select(p => p.Id).Where(Begins)], [.. law.Lists.Select(l => l.Id).Where(Begins)]);
    }

    public static Command Timeline()
    {
        var id = new Argument<string>("id") { Description = "Id, or the beginning of ids, of provisions, lists or instruments." };
        var command = new Command("timeline", "Show from when to when provisions, list entries and instruments hold.") { id, Shared.Packs };
        command.SetAction(parsed => With(parsed, (law, _) =>
        {
            var rows = Rows(law, parsed.GetValue(id)!).OrderBy(r => r.Day).ThenBy(r => r.Text, StringComparer.Ordinal).ToList();
            foreach (var (day, text) in rows) Line($"{day:yyyy-MM-dd}  {text}");
            return rows.Count > 0 ? ExitCodes.Clean : Unknown(parsed.GetValue(id)!);
        }));
        return command;
    }

    private static IEnumerable<(DateOnly Day, string Text)> Rows(LawBook law, string prefix)
    {
        bool Named(string id) => id.StartsWith(prefix, StringComparison.Ordinal);
        foreach (var provision in law.Provisions.Where(p => Named(p.Id)))
            foreach (var version in provision.Versions)
            {
                string state = version.Status == LegalStatus.InForce ? Outcomes.Word(version.Effect) : ReportWords.Word(version.Status);
                yield return (version.Effective.From, $"{provision.Id} begins ({state}; known {version.Effective.Known:yyyy-MM-dd})");
                foreach (var row in Ends(provision.Id, version.Effective)) yield return row;
            }
        foreach (var entry in law.Lists.SelectMany(l => l.Entries).Where(e => Named(e.Id)))
        {
            yield return (entry.Effective.From, $"{entry.Id} listed: {entry.Name}");
            foreach (var row in Ends(entry.Id, entry.Effective)) yield return row;
        }
        foreach (var instrument in law.Packs.SelectMany(p => p.Instruments).Where(i => Named(i.Id)))
            foreach (var status in instrument.Status) yield return (status.From, $"{instrument.Id} is {ReportWords.Word(status.Is)} ({status.Source})");
    }

    private static IEnumerable<(DateOnly Day, string Text)> Ends(string id, Effective effective)
    {
        if (effective.To is { } to) yield return (to, $"{id} ends (last day), as first published");
        foreach (var revision in effective.Revised)
            if (revision.To is { } last) yield return (last, $"{id} ends (last day), as known from {revision.Known:yyyy-MM-dd}");
    }

    private static int With(ParseResult parsed, Func<LawBook, DateOnly, int> show)
    {
        if (LoadedData.Load(DataFolders.Find(parsed.GetValue(Shared.Packs))) is not { } loaded) return ExitCodes.DataMissing;
        return show(loaded.Law, parsed.GetValue(Shared.AsOf) ?? DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().Date));
    }

    private static int Unknown(string id)
    {
        Console.Error.WriteLine($"rubicon: nothing in the packs is called {Quote.Text(id)}; `rubicon law list` names the provisions");
        return ExitCodes.Usage;
    }

    private static void Line(FormattableString text) => Console.Out.WriteLine(Inv(text));

    private static string Inv(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
