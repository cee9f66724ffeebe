using Rubicon.Reports;
using Rubicon.Rules.Conditions;
using Rubicon.Rules.Evaluation;
using Rubicon.Screening;

namespace Rubicon.Server.Pages;

/// <summary>A finding with each step of its proof, the quoted words and the evidence.</summary>
internal static class ProofPart
{
    /// <summary>Writes a finding; its proof is folded unless it is to be open, as in print.</summary>
    public static void Write(Html page, Finding finding, bool open)
    {
        page.Add($"<article class=\"{Outcomes.Word(finding.Outcome)}\">\n<h3>{finding.Title}</h3>\n<p>").Add(Page.Badge(Outcomes.Word(finding.Outcome)))
            .Add($" <cite>{finding.Citation}</cite> (<a href=\"/law/{finding.Provision}\">{finding.Provision}</a>)</p>\n");
        if (finding.Note is not null) page.Add($"<p>Note: {finding.Note}</p>\n");
        page.Add($"<details").Add(open ? new Html().Add($" open") : new Html()).Add($"><summary>Proof, step by step</summary>\n<ul class=\"proof\">\n");
        Step(page, finding.Proof);
        page.Add($"</ul>\n</details>\n");
        foreach (var duty in finding.Obligations) Duty(page, duty);
        page.Add($"</article>\n");
    }

    /// <summary>What to do by when, with the arithmetic.</summary>
    public static void Duty(Html page, Obligation duty) =>
        page.Add($"<p>{(duty.Due is { } day ? $"Do by {PlainText.Day(day)}" : "Do, day not known")}: {duty.Do} ({duty.Citation}; {duty.Arithmetic}){(duty.Certain ? "" : ", if an open finding turns out to hold")}</p>\n");

    private static void Step(Html page, Proof step)
    {
        page.Add($"<li><strong>{ReportWords.Word(step.Truth)}</strong> {step.Says}");
        if (step.Words is not null) page.Add($" <q>{step.Words}</q>");
        if (step.Citation is not null) page.Add($" <cite>{step.Citation}</cite>");
        if (!step.Evidence.IsEmpty || !step.Children.IsEmpty)
        {
            page.Add($"\n<ul>\n");
            foreach (var evidence in step.Evidence) page.Add($"<li class=\"evidence\">{ExplainText.EvidenceText(evidence)}</li>\n");
            foreach (var child in step.Children) Step(page, child);
            page.Add($"</ul>\n");
        }
        page.Add($"</li>\n");
    }
}
