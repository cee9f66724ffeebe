using System.CommandLine;
using System.Globalization;
using Rubicon.Diagnostics;
using Rubicon.Reports;
using Rubicon.Rules.Conditions;
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
        var id = new Argument<string>("provision") { Description = "Id of a provision." };
        var command = new Command("show", "Show a provision: its versions, conditions, words and sources.") { id, Shared.AsOf, Shared.Packs };
        command.SetAction(parsed => With(parsed, (law, day) =>
        {
            if (law.FindProvision(parsed.GetValue(id)!) is not { } provision) return Unknown(parsed.GetValue(id)!);
            Line($"{provision.Id}: {provision.Title}");
            Line($"  {provision.Citation}");
            foreach (var version in provision.Versions) Show(version, ReferenceEquals(version, provision.VersionOn(day, day)), day);
            return ExitCodes.Clean;
        }));
        return command;
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

    private static void Show(ProvisionVersion version, bool current, DateOnly day)
    {
        var end = version.Effective.EndAsKnown(day);
        Line($"  {(current ? "*" : " ")} from {version.Effective.From:yyyy-MM-dd}{(end is { } e ? Inv($" to {e:yyyy-MM-dd}") : "")}, known {version.Effective.Known:yyyy-MM-dd}: {ReportWords.Word(version.Status)}, {Outcomes.Word(version.Effect)}");
        foreach (var part in version.Parts) Show(part, 3);
        foreach (string id in version.Unless) Line($"      unless {id}");
        foreach (string id in version.WaivableBy) Line($"      waivable by {id}");
        foreach (string id in version.Obligations) Line($"      with the duty {id}");
        if (version.Do is not null) Line($"      do: {version.Do}");
        if (version.Clock is { } clock) Line($"      due: \"{clock.Words}\"");
        if (version.Note is not null) Line($"      note: {version.Note}");
        foreach (var source in version.Sources) Line($"      source: {source.Title}{(source.Published is null ? "" : $" ({source.Published})")}");
    }

    private static void Show(Condition condition, int depth)
    {
        string indent = new(' ', depth * 2);
        string asked = condition switch
        {
            FactCondition fact => $"{fact.Fact.Name} {fact.Asked}",
            CoveredCondition covered => $"covered by {string.Join(", ", covered.Lists)}",
            ListedCondition listed => $"{listed.Role.Name} on {string.Join(", ", listed.Lists)}",
            OwnedCondition owned => $"{owned.Role.Name} owned by parties of {string.Join(", ", owned.Lists)} ({owned.Measure.ToString().ToLowerInvariant()})",
            OfConcernCondition concern => $"{concern.Role.Name} of {string.Join(", ", concern.Countries)}",
            OriginCondition origin => $"produced {(origin.Outside ? "outside" : "in")} {string.Join(", ", origin.Countries)}",
            _ => condition.Predicate,
        };
        Line($"{indent}{asked}{(condition.Quotation.Words is { } words ? $": \"{words}\"" : "")}");
        foreach (var child in condition.Children) Show(child, depth + 1);
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
