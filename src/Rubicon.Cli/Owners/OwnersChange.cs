using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Rubicon.Diagnostics;
using Rubicon.Ownership;
using Rubicon.Reading.Ownership;
using Rubicon.Reports;

namespace Rubicon.Cli.Owners;

/// <summary>A difference of answers: measure, party, before and after.</summary>
internal sealed record AnswerDifference(string Measure, ReachChange Change);

/// <summary>What a change of stakes does to whom the listed reach.</summary>
/// <param name="Before">The graph before.</param>
/// <param name="After">The graph after.</param>
/// <param name="Stakes">What was added or ended, in words; empty when two days are compared.</param>
/// <param name="Differences">Whose answers changed.</param>
internal sealed record OwnersChange(OwnershipGraph Before, OwnershipGraph After, ImmutableArray<string> Stakes, ImmutableArray<AnswerDifference> Differences)
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, NewLine = "\n" };

    /// <summary>Stakes added and ended one by one, each counted by itself. Null, with problems printed, when a stake to end is not there.</summary>
    /// <param name="graph">The graph before.</param>
    /// <param name="listed">The listed.</param>
    /// <param name="measure">One measure, or null for both that reach.</param>
    /// <param name="inConcert">True when the votes of the listed are added.</param>
    /// <param name="add">Table of stakes to add, or null.</param>
    /// <param name="end">Table of stakes to end, or null.</param>
    public static OwnersChange? Of(OwnershipGraph graph, ImmutableArray<string> listed, string? measure, bool inConcert, string? add, string? end)
    {
        if (Read(graph, add) is not { } added || Read(graph, end) is not { } ended) return null;
        bool missing = false;
        foreach (var stake in ended.Where(s => graph.Without(s.Owner, s.Owned, s.Kind) == graph))
        {
            ProblemPrinter.Print(new Problem(ProblemCatalog.StakeToEnd, stake.Where, $"{Quote.Text(stake.Owner)} in {Quote.Text(stake.Owned)}"));
            missing = true;
        }
        if (missing) return null;
        var differences = ImmutableArray.CreateBuilder<AnswerDifference>();
        var after = graph;
        foreach (string one in OwnersQuestion.Measures.Take(2).Where(m => measure is null || m == measure))
        {
            var standing = one == "control" ? StandingReach.Control(graph, listed, inConcert) : StandingReach.FiftyPercent(graph, listed);
            var changes = new Dictionary<string, ReachChange>(StringComparer.Ordinal);
            foreach (var stake in ended) Keep(changes, standing.Ending(stake.Owner, stake.Owned, stake.Kind), out standing);
            foreach (var stake in added) Keep(changes, standing.Adding(stake), out standing);
            differences.AddRange(changes.Values.Where(c => c.Before != c.After).OrderBy(c => c.Party, StringComparer.Ordinal).Select(c => new AnswerDifference(one, c)));
            after = standing.Graph;
        }
        return new OwnersChange(graph, after, [.. ended.Select(s => $"ended: {Words(s)}"), .. added.Select(s => $"added: {Words(s)}")], differences.ToImmutable());
    }

    /// <summary>What differs between two days of the same stakes.</summary>
    public static OwnersChange Since(OwnershipGraph before, OwnershipGraph after, ImmutableArray<string> listed, string? measure, bool inConcert)
    {
        var differences = ImmutableArray.CreateBuilder<AnswerDifference>();
        foreach (string one in OwnersQuestion.Measures.Take(2).Where(m => measure is null || m == measure))
        {
            Dictionary<string, OwnershipTruth> Reached(OwnershipGraph graph) =>
                (one == "control" ? ControlMeasure.Reach(graph, listed, inConcert) : FiftyPercentRule.Reach(graph, listed)).ToDictionary(r => r.Party, r => r.Truth, StringComparer.Ordinal);
            var (then, now) = (Reached(before), Reached(after));
            differences.AddRange(then.Keys.Union(now.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .Select(p => new ReachChange(p, then.GetValueOrDefault(p), now.GetValueOrDefault(p))).Where(c => c.Before != c.After).Select(c => new AnswerDifference(one, c)));
        }
        return new OwnersChange(before, after, [], differences.ToImmutable());
    }

    /// <summary>The difference in a format: table or json. Of one party where it is named.</summary>
    public string Text(string format, string? party)
    {
        ImmutableArray<AnswerDifference> shown = party is null ? Differences : [.. Differences.Where(d => d.Change.Party == party)];
        return format == "json" ? Json(shown) : Table(shown);
    }

    private string Table(ImmutableArray<AnswerDifference> shown)
    {
        var text = new StringBuilder();
        foreach (string stake in Stakes) text.Append(PlainText.OneLine(stake)).Append('\n');
        if (Before.Day != After.Day) text.Append(CultureInfo.InvariantCulture, $"from {PlainText.Day(Before.Day)} to {PlainText.Day(After.Day)}\n");
        if (shown.IsEmpty) text.Append("no answer changes\n");
        foreach (var (measure, change) in shown)
            text.Append(CultureInfo.InvariantCulture, $"{measure,-14} {OwnersOutput.Word(change.Before),-8} -> {OwnersOutput.Word(change.After),-8}  {PlainText.OneLine(After.NameOf(change.Party))}\n");
        return text.ToString();
    }

    private string Json(ImmutableArray<AnswerDifference> shown)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            json.WriteString("before", PlainText.Day(Before.Day));
            json.WriteString("after", PlainText.Day(After.Day));
            json.WriteStartArray("stakes");
            foreach (string stake in Stakes) json.WriteStringValue(stake);
            json.WriteEndArray();
            json.WriteStartArray("difference");
            foreach (var (measure, change) in shown)
            {
                json.WriteStartObject();
                json.WriteString("measure", measure);
                json.WriteString("party", After.NameOf(change.Party));
                json.WriteString("key", change.Party);
                json.WriteString("before", OwnersOutput.Word(change.Before));
                json.WriteString("after", OwnersOutput.Word(change.After));
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length) + "\n";
    }

    private static void Keep(Dictionary<string, ReachChange> changes, (StandingReach After, ImmutableArray<ReachChange> Difference) step, out StandingReach standing)
    {
        foreach (var change in step.Difference) changes[change.Party] = changes.TryGetValue(change.Party, out var known) ? known with { After = change.After } : change;
        standing = step.After;
    }

    /// <summary>Stakes of a table, with the parties of the graph for the names that they have there; empty without a file, null when it cannot be read whole.</summary>
    private static ImmutableArray<Stake>? Read(OwnershipGraph graph, string? file)
    {
        if (file is null) return [];
        if (!File.Exists(file))
        {
            ProblemPrinter.Print(new Problem(ProblemCatalog.FileNotFound, new SourceLocation(file), Quote.Text(file)));
            return null;
        }
        var register = new StakeRegister();
        using var stream = File.OpenRead(file);
        var reading = new OwnershipFile(register).Read(file, stream);
        ProblemPrinter.Print(reading.Problems.Where(p => p.Kind != ProblemCatalog.StakeShareMissing));
        if (reading.Problems.Any(p => p.Kind.Severity == Severity.Error)) return null;
        var finder = new PartyFinder(graph.Register);
        string Key(string key) => finder.Find(key) is [var known] ? known : key;
        return [.. Enumerable.Range(0, register.Count).Select(register.StakeOf).Select(s => s with { Owner = Key(s.Owner), Owned = Key(s.Owned) })];
    }

    private static string Words(Stake stake) => $"{stake.Owner} -> {stake.Owned} {stake.Share}{(stake.Kind == StakeKind.Equity ? "" : $" {stake.Kind.ToString().ToLowerInvariant()}")} ({stake.Where})";
}
