using Rubicon.Reports;
using Rubicon.Reports.Summaries;
using Rubicon.Rules.Evaluation;
using Rubicon.Screening;
using Spectre.Console;

namespace Rubicon.Cli.Tables;

/// <summary>
/// The report for a terminal: groups of equal records strictest first, what to ask, what to do, and always last the coverage.
/// Memory is bounded as <see cref="DecisionGroups"/> says.
/// </summary>
/// <param name="console">Made by <see cref="TerminalConsole.Create"/>.</param>
/// <param name="all">True to show every group that was kept; else <see cref="MostShown"/>.</param>
public sealed class TableReport(IAnsiConsole console, bool all) : IReportWriter
{
    /// <summary>At most this many groups, questions and duties are shown unless all are asked for.</summary>
    public const int MostShown = 40;

    /// <summary>At most this many questions and duties are shown unless all are asked for.</summary>
    public const int MostListed = 12;

    /// <summary>The longest outcome word, license-required.</summary>
    private const int OutcomeWidth = 16;

    /// <summary>What four columns take beside their text: a blank after each, and the border.</summary>
    private const int Gaps = 9;

    private readonly DecisionGroups _groups = new();
    private readonly OpenQuestions _questions = new();
    private readonly Duties _duties = new();
    private readonly CountryCounts _countries = new();
    private ReportHead? _head;

    /// <inheritdoc/>
    public void Begin(ReportHead head)
    {
        _head = head;
        Line($"as of {PlainText.Day(head.AsOf)}, known by {PlainText.Day(head.KnownAt)}, as {PlainText.Actor(head.Actor)}");
    }

    /// <inheritdoc/>
    public void Write(Decision decision)
    {
        _groups.Add(decision);
        _questions.Add(decision);
        _duties.Add(decision);
        _countries.Add(decision);
    }

    /// <inheritdoc/>
    public void End(Coverage coverage)
    {
        if (_groups.Count > 0) Groups();
        foreach (var (country, counts) in _countries.Rows) Line($"under the law of {country}: {PlainText.Counts(counts)}");
        new AdvicePart(console, all ? int.MaxValue : MostListed).Write(_questions, _duties);
        new DraftPart(console, all ? int.MaxValue : MostListed).Write(coverage);
        new CoveragePart(console, _head!).Write(coverage);
    }

    private void Groups()
    {
        var shown = _groups.Groups.Take(all ? int.MaxValue : MostShown).ToList();
        int count = shown.Max(g => PlainText.Number(g.Count).Length);
        int rest = Math.Max(2 * ColumnFit.Narrowest, console.Profile.Width - OutcomeWidth - count - Gaps);
        int record = (rest - 1) / 2, rule = rest - record;
        var table = new Table { Border = console.Profile.Capabilities.Unicode ? TableBorder.Horizontal : TableBorder.Ascii, Expand = true };
        table.AddColumn(Column("outcome", OutcomeWidth).NoWrap());
        table.AddColumn(Column("n", count).RightAligned().NoWrap());
        table.AddColumn(Column("record", record));
        table.AddColumn(Column("rule", rule));
        var fit = new ColumnFit(console.Profile.Capabilities.Unicode);
        foreach (var group in shown)
            table.AddRow(
                new Text(Outcomes.Word(group.Outcome), OutcomeStyle.Of(group.Outcome)),
                new Text(PlainText.Number(group.Count)),
                new Text(Record(group, fit, record)),
                new Text(Rule(group, rule)));
        console.Write(table);
        More();
    }

    private void More()
    {
        var hidden = all ? [] : _groups.Groups.Skip(MostShown).ToList();
        if (hidden.Count > 0)
        {
            var counts = hidden.GroupBy(g => g.Outcome).Select(g => (g.Key, g.Sum(x => x.Count)));
            Line($"{PlainText.Count(hidden.Count, "more group")} not shown ({PlainText.Counts(counts)}); --all shows them");
        }
        if (_groups.LeftOut.Any())
            Line($"groups beyond the first {PlainText.Number(DecisionGroups.MostGroups)} are counted only: {PlainText.Counts(_groups.LeftOut)}; the JSON, CSV and SARIF reports name each record");
    }

    private static TableColumn Column(string header, int width) => new(header) { Width = width, Padding = new Padding(0, 0, 1, 0) };

    private static string Record(DecisionGroup group, ColumnFit fit, int width)
    {
        string more = group.Count > 1 ? $"\nand {PlainText.Number(group.Count - 1)} more" : "";
        return PlainText.OneLine(group.First.Title) + "\n" + fit.Place(PlainText.OneLine(group.First.Source.ToString()), width) + more;
    }

    private static string Rule(DecisionGroup group, int width)
    {
        var decision = group.First;
        var lines = new List<string>();
        if (decision.Reason is not null) lines.Add(PlainText.OneLine(decision.Reason));
        var deciding = decision.Findings.Where(f => f.Outcome == decision.Outcome && f.Outcome > Outcome.Allowed).ToList();
        if (deciding.Count > 0)
        {
            lines.Add(ColumnFit.Id(PlainText.OneLine(deciding[0].Provision), width));
            lines.Add(PlainText.OneLine(deciding[0].Citation));
            if (deciding.Count > 1) lines.Add($"and {PlainText.Count(deciding.Count - 1, "more rule")}");
        }
        foreach (var capacities in decision.ByCapacity.GroupBy(c => c.Outcome).OrderByDescending(g => g.Key))
            lines.Add($"{Outcomes.Word(capacities.Key)} for {string.Join(", ", capacities.Select(c => PlainText.OneLine(c.Capacity)))}");
        var countries = decision.ByCountry;
        if (countries.Length > 1) lines.Add(string.Join(", ", countries.Select(c => $"{c.Country} {Outcomes.Word(c.Outcome)}")));
        foreach (var rule in decision.Pending.Take(2))
            lines.Add(PlainText.OneLine($"{PlainText.Status(rule.Status)}, not in force: {rule.Provision}"));
        foreach (string note in decision.Notes.Take(2)) lines.Add(PlainText.OneLine(note));
        return string.Join('\n', lines);
    }

    private void Line(string text)
    {
        console.Write(new Text(text));
        console.WriteLine();
    }
}
