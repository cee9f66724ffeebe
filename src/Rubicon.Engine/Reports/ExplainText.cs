using Rubicon.Rules.Conditions;
using Rubicon.Rules.Evaluation;
using Rubicon.Rules.Facts;
using Rubicon.Screening;

namespace Rubicon.Reports;

/// <summary>One decision opened as text: who, when, which rule, each step with its words and evidence, what to ask, what to do.</summary>
public static class ExplainText
{
    private const int TruthWidth = 9;
    private const int StrengthWidth = 20;
    private const int Width = 80;

    // Steps that lie deep are given at least this much, and so reach past the width.
    private const int LeastWidth = 40;

    // Of more packs than this that do not bind the actor only the number is said.
    private const int MostNotBinding = 5;

    /// <summary>
    /// Writes the decision, or one finding of it. Text from records is shown on one line without control characters. Lines end
    /// with LF; they are wrapped at 80 columns. The proof of a finding that bars nothing is written when that finding is asked for.
    /// </summary>
    /// <param name="writer">Where to write; its line end is not used.</param>
    /// <param name="head">Head of the report that the decision belongs to.</param>
    /// <param name="decision">The decision.</param>
    /// <param name="findingId">Id or provision of one finding, or null for all.</param>
    /// <returns>False, with nothing written, when the decision has no such finding.</returns>
    public static bool Write(TextWriter writer, ReportHead head, Decision decision, string? findingId)
    {
        var findings = decision.Findings.Where(f => findingId is null || f.Id == findingId || f.Provision == findingId).ToList();
        if (findingId is not null && findings.Count == 0) return false;
        var text = new ExplainLines(writer);
        text.Line(0, $"{Outcomes.Word(decision.Outcome).ToUpperInvariant()}  {decision.Source}  {decision.Title}");
        string lawDate = decision.LawDate == head.AsOf ? "" : $" (law of {PlainText.Day(decision.LawDate)}, the day of the act)";
        text.Line(2, $"as {PlainText.Actor(head.Actor)}, on {PlainText.Day(head.AsOf)}{lawDate}, known by {PlainText.Day(head.KnownAt)}");
        foreach (var place in decision.Subject?.Joined ?? []) text.Line(2, $"also in {place}");
        if (decision.Reason is not null) text.Line(2, $"because {decision.Reason}");
        foreach (var (capacity, outcome) in decision.ByCapacity) text.Line(2, $"as {capacity}: {Outcomes.Word(outcome)}");
        if (findingId is null) Regimes(text, decision);
        if (decision.Unread is { } unread)
        {
            if (unread.Excerpt is not null) text.Line(2, $"read as far as: {Diagnostics.Quote.Text(unread.Excerpt)}");
            foreach (var problem in unread.Problems)
            {
                text.Line(2, problem.ToString());
                text.Line(4, $"cause: {problem.Kind.Cause}; fix: {problem.Kind.Fix}");
            }
        }
        foreach (var finding in findings) Finding(text, finding, findingId is not null || finding.Outcome > Outcome.Allowed);
        if (findingId is null && decision.Ledger is { } ledger) Ledger(text, ledger);
        var questions = findingId is null ? decision.Questions.Concat(findings.SelectMany(f => f.Questions)) : findings.SelectMany(f => f.Questions);
        foreach (var question in questions.DistinctBy(q => (q.Fact, q.Text))) Question(text, question);
        var duties = findingId is null ? Summaries.Duties.Of(decision) : findings.SelectMany(f => f.Obligations);
        foreach (var duty in duties.Distinct()) Duty(text, duty);
        if (findingId is not null) return true;
        if (decision.Flips is { } flips) Flips(text, flips);
        foreach (var rule in decision.Pending)
            text.Line(2, $"not in force ({PlainText.Status(rule.Status)})  {rule.Provision}  {rule.Citation}  {(rule.Truth == Truth.True ? "would be" : "might be")} {Outcomes.Word(rule.Effect)}: {rule.Title}");
        foreach (var effect in decision.Drafts.Where(d => !d.Findings.IsEmpty))
            text.Line(2, $"draft {effect.Draft}: {Outcomes.Word(effect.With)} if it were law ({string.Join(", ", effect.Findings.Select(f => f.Provision))})");
        foreach (string note in decision.Notes) text.Line(2, $"note {note}");
        foreach (string assumption in decision.Assumptions) text.Line(2, $"taken for granted: {assumption}");
        return true;
    }

    /// <summary>A line a country where several bind; else one line an outcome, strictest first. Regimes that do not bind the actor last.</summary>
    private static void Regimes(ExplainLines text, Decision decision)
    {
        var countries = decision.ByCountry;
        if (countries.Length > 1)
        {
            foreach (var country in countries) text.Line(2, $"in {country.Country}: {CountryText(country)}");
            var rest = decision.ByRegime.Where(r => r.Outcome == Outcome.NotAssessed).Select(r => r.Regime).ToList();
            if (rest.Count > 0) text.Line(2, NotBinding(rest));
            return;
        }
        foreach (var group in decision.ByRegime.GroupBy(r => r.Outcome).OrderByDescending(g => g.Key))
            text.Line(2, group.Key == Outcome.NotAssessed ? NotBinding([.. group.Select(r => r.Regime)]) : $"{Outcomes.Word(group.Key)}: {string.Join(", ", group.Select(r => r.Regime))}");
    }

    private static string NotBinding(List<string> packs) => packs.Count > MostNotBinding
        ? $"{PlainText.Number(packs.Count)} packs do not bind this actor (named in the JSON report)" : $"does not bind this actor: {string.Join(", ", packs)}";

    /// <summary>"prohibited (uk-vendor-direction); allowed (uk-other)".</summary>
    internal static string CountryText(CountryOutcome country) => string.Join("; ", country.Regimes.GroupBy(r => r.Outcome).OrderByDescending(g => g.Key)
        .Select(g => $"{Outcomes.Word(g.Key)} ({string.Join(", ", g.Select(r => r.Regime))})"));

    private static void Flips(ExplainLines text, FlipSearch search)
    {
        foreach (var flip in search.Flips) text.Line(2, FlipText(flip));
        if (!search.Complete) text.Line(2, FlipsLeftOut);
    }

    /// <summary>"allowed if usf-support were no (now yes)".</summary>
    internal static string FlipText(Flip flip) =>
        $"{Outcomes.Word(flip.Outcome)} if {string.Join(" and ", flip.Changes.Select(c => $"{c.Fact} were {c.To} (now {c.From})"))}";

    internal const string FlipsLeftOut = "not every change of two facts was tried: others may flip the answer too";

    private static void Finding(ExplainLines text, Finding finding, bool withProof)
    {
        text.Line(2, $"{finding.Provision}  {finding.Citation}  {Outcomes.Word(finding.Outcome)}  [{finding.Id}]");
        text.Line(4, finding.Title);
        if (finding.Note is not null) text.Line(4, $"note {finding.Note}");
        if (!withProof) return;
        if (finding.Proof.Children.IsEmpty) Step(text, finding.Proof, 4);
        foreach (var step in finding.Proof.Children) Step(text, step, 4);
    }

    private static void Step(ExplainLines text, Proof step, int indent)
    {
        string citation = step.Citation is null ? "" : $" ({step.Citation})";
        text.Line(indent, $"{ReportWords.Word(step.Truth).PadRight(TruthWidth)}{step.Predicate}  {step.Says}{(step.Words is null ? citation : "")}", TruthWidth);
        int inner = indent + TruthWidth;
        if (step.Words is not null) text.Line(inner, $"\"{step.Words}\"{citation}");
        foreach (var evidence in step.Evidence) text.Line(inner, $"- {EvidenceText(evidence)}");
        foreach (var child in step.Children) Step(text, child, indent + 2);
    }

    /// <summary>Strongest first: how strong, of what it speaks, who or what, by which signal and where.</summary>
    private static void Ledger(ExplainLines text, Equipment.Identification ledger)
    {
        text.Line(2, $"who made it: {ledger.MakerText ?? "no signal settles it"}{(ledger.Strength is { } best ? $" (by {ReportWords.Word(best)})" : "")}");
        foreach (var claim in ledger.Claims)
            text.Line(4, $"{ReportWords.Word(claim.Strength).PadRight(StrengthWidth)}{ReportWords.Word(claim.About).Replace('-', ' ')}: {claim.MakerText}{(claim.Model is null ? "" : $" {claim.Model}")}; {claim.Signal} ({claim.Where}; {claim.Source.Title}{(claim.Source.Confidence == Parties.Confidence.Unsure ? ", unsure" : "")})", StrengthWidth);
        foreach (string conflict in ledger.Conflicts) text.Line(4, $"conflict: {conflict}");
        if (!ledger.Suspects.IsEmpty) text.Line(4, $"may have made it: {string.Join(", ", ledger.Suspects)}");
    }

    private static void Question(ExplainLines text, Question question)
    {
        text.Line(2, $"ask {question.Who}: {question.Text}");
        text.Line(4, string.Join("        ", question.Answers.Select(a => $"{a.Answer} -> {Outcomes.Word(a.Outcome)}")));
    }

    private static void Duty(ExplainLines text, Obligation duty)
    {
        string due = duty.Due is { } day ? $"by {PlainText.Day(day)}" : "day not known";
        text.Line(2, $"do   {duty.Provision}  {duty.Do}, {due} ({duty.Arithmetic}; {duty.Citation}){(duty.Certain ? "" : ", if an open finding turns out to hold")}");
    }

    /// <summary>The statement with its place in the records and its outside source.</summary>
    public static string EvidenceText(Evidence evidence)
    {
        string place = string.Join(", ", new[] { evidence.Where?.ToString(), evidence.Source }.Where(p => p is not null));
        return place.Length == 0 ? evidence.Statement : $"{evidence.Statement} ({place})";
    }

    private sealed class ExplainLines(TextWriter writer)
    {
        /// <summary>Writes words from the indent on; what does not fit in the width goes on below, deeper by the hang. A longer word stands whole.</summary>
        internal void Line(int indent, string line, int hang = 2)
        {
            int room = Math.Max(Width - indent, LeastWidth), used = 0, spaces = 0;
            Pad(indent);
            foreach (string word in PlainText.OneLine(line).Split(' '))
            {
                if (used > hang && used + spaces + word.Length > room)
                {
                    writer.Write('\n');
                    Pad(indent + hang);
                    used = hang;
                    spaces = 0;
                }
                if (word.Length > 0)
                {
                    Pad(spaces);
                    writer.Write(word);
                    used += spaces + word.Length;
                    spaces = 0;
                }
                spaces++;
            }
            writer.Write('\n');
        }

        private void Pad(int columns)
        {
            for (int i = 0; i < columns; i++) writer.Write(' ');
        }
    }
}
