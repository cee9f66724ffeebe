using Rubicon.Reports.Summaries;

namespace Rubicon.Reports.Html;

/// <summary>What to ask and what to do, merged over all records.</summary>
internal static class AdviceSection
{
    internal static void Write(HtmlPage page, OpenQuestions questions, Duties duties)
    {
        var asked = questions.MostEffectiveFirst.ToList();
        if (asked.Count > 0)
        {
            page.Open("section");
            page.Element("h2", "Questions to ask");
            page.Table("Open questions, the one that decides most records first", ["Question", "Who can answer", "Records", "What each answer makes of them"],
                asked.Select(q => new[] { q.Text, q.Who, PlainText.Number(q.Records), Effects(q) }));
            if (questions.LeftOut > 0) page.Element("p", $"Further questions were met {PlainText.Count(questions.LeftOut, "time")}; the JSON report has them all.", "left");
            page.Close("section");
        }
        var due = duties.InOrder.ToList();
        if (due.Count == 0) return;
        page.Open("section");
        page.Element("h2", "What must be done");
        page.Table("Duties by day", ["Due", "Do", "Rule", "Records", "How the day was counted"], due.Select(d => Duty(d.Duty, d.Records)));
        if (duties.LeftOut > 0) page.Element("p", $"Further duties were met {PlainText.Count(duties.LeftOut, "time")}; the JSON report has them all.", "left");
        page.Close("section");
    }

    private static string Effects(MergedQuestion question) =>
        string.Join("; ", [.. question.Answers.Select(a => $"{a.Answer}: {PlainText.Counts(a.Effects)}"), .. Together(question)]);

    private static IEnumerable<string> Together(MergedQuestion question) =>
        question.Decisive == question.Records ? [] : [$"{PlainText.Count(question.Records - question.Decisive, "record")}: only together with other answers"];

    private static string[] Duty(Screening.Obligation duty, long records) =>
    [
        duty.Due is { } day ? PlainText.Day(day) : "day not known",
        duty.Certain ? duty.Do : $"{duty.Do}, if an open finding turns out to hold",
        $"{duty.Citation} ({duty.Provision})", PlainText.Number(records), duty.Arithmetic,
    ];
}
