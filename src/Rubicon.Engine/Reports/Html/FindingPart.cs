using Rubicon.Rules.Conditions;
using Rubicon.Rules.Evaluation;
using Rubicon.Rules.Facts;
using Rubicon.Screening;

namespace Rubicon.Reports.Html;

/// <summary>One finding with the steps of its proof.</summary>
internal static class FindingPart
{
    internal static void Write(HtmlPage page, Finding finding)
    {
        page.Element("h4", finding.Title);
        page.Start("p", "rule");
        page.Inline("b", finding.Citation);
        page.Text($" ({finding.Provision}): ");
        page.Inline("b", Outcomes.Word(finding.Outcome));
        page.Constant("</p>");
        if (finding.Note is not null) page.Element("p", $"Note: {finding.Note}");
        page.Open("ul", "proof");
        if (finding.Proof.Children.IsEmpty) Step(page, finding.Proof);
        foreach (var step in finding.Proof.Children) Step(page, step);
        page.Close("ul");
        Questions(page, finding.Questions);
        Duties(page, finding.Obligations);
    }

    internal static void Questions(HtmlPage page, IEnumerable<Question> questions)
    {
        foreach (var question in questions)
        {
            page.Start("p", "ask");
            page.Inline("b", $"Ask {question.Who}: ");
            page.Text(question.Text);
            if (!question.Answers.IsEmpty) page.Text(" " + string.Join("; ", question.Answers.Select(a => $"{a.Answer}: {Outcomes.Word(a.Outcome)}")) + ".");
            page.Constant("</p>");
        }
    }

    internal static void Flips(HtmlPage page, FlipSearch? search)
    {
        if (search is null || search.Flips.IsEmpty) return;
        page.Element("p", "The smallest changes of fact that would flip it:");
        page.Open("ul");
        foreach (var flip in search.Flips) page.Element("li", ExplainText.FlipText(flip));
        page.Close("ul");
        if (!search.Complete) page.Element("p", ExplainText.FlipsLeftOut, "left");
    }

    internal static void Duties(HtmlPage page, IEnumerable<Obligation> duties)
    {
        foreach (var duty in duties)
        {
            page.Start("p", "do");
            page.Inline("b", duty.Due is { } day ? $"Do by {PlainText.Day(day)}: " : "Do, day not known: ");
            page.Text($"{duty.Do}{(duty.Certain ? "" : ", if an open finding turns out to hold")} ({duty.Citation}; {duty.Arithmetic})");
            page.Constant("</p>");
        }
    }

    private static void Step(HtmlPage page, Proof step)
    {
        string word = ReportWords.Word(step.Truth);
        page.Open("li");
        page.Start("span", "mark " + word);
        page.Constant($"<span aria-hidden=\"true\">{Mark(step.Truth)}</span> {word}</span>");
        page.Inline("span", step.Says);
        if (step.Words is not null)
        {
            page.Text(" ");
            page.Inline("q", step.Words);
        }
        if (step.Citation is not null) page.Inline("span", $" {step.Citation}", "citation");
        if (!step.Evidence.IsEmpty || !step.Children.IsEmpty)
        {
            page.Open("ul");
            foreach (var evidence in step.Evidence) page.Element("li", ExplainText.EvidenceText(evidence), "evidence");
            foreach (var child in step.Children) Step(page, child);
            page.Close("ul");
        }
        page.Close("li");
    }

    /// <summary>Signs differ in shape, the word stands beside them, and the color only repeats it.</summary>
    private static string Mark(Truth truth) => truth switch
    {
        Truth.True => "&#10003;",
        Truth.False => "&#10007;",
        _ => "?",
    };
}
