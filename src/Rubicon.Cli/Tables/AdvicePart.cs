using Rubicon.Reports;
using Rubicon.Reports.Summaries;
using Spectre.Console;

namespace Rubicon.Cli.Tables;

/// <summary>What to ask and what to do, merged over all records.</summary>
internal sealed class AdvicePart(IAnsiConsole console, int most)
{
    public void Write(OpenQuestions questions, Duties duties)
    {
        var asked = questions.MostEffectiveFirst.ToList();
        if (asked.Count > 0) Title("ask");
        foreach (var question in asked.Take(most)) Question(question);
        More(asked.Count, "more question", questions.LeftOut);
        var due = duties.InOrder.ToList();
        if (due.Count > 0) Title("do");
        foreach (var (duty, records) in due.Take(most))
        {
            string day = duty.Due is { } known ? $"by {PlainText.Day(known)}" : "day still open";
            string certain = duty.Certain ? "" : ", only if an open finding turns out to hold";
            Item(PlainText.OneLine($"{day}{certain}: {duty.Do}"), 2);
            Item(PlainText.OneLine($"{PlainText.Count(records, "record")}; {duty.Provision}; {duty.Arithmetic}"), 6);
        }
        More(due.Count, "more duty", duties.LeftOut, "more duties");
    }

    private void Question(MergedQuestion question)
    {
        Item(PlainText.OneLine($"{question.Who}: {question.Text} ({PlainText.Count(question.Records, "record")} wait{(question.Records == 1 ? "s" : "")} for it)"), 2);
        string arrow = console.Profile.Capabilities.Unicode ? "→" : "->";
        foreach (var (answer, effects) in question.Answers)
            Item(PlainText.OneLine($"{answer} {arrow} {PlainText.Counts(effects)}"), 6);
        if (question.Decisive < question.Records)
            Item(question.Decisive == 0 ? "counts only together with other answers" : $"{PlainText.Count(question.Records - question.Decisive, "record")}: only together with other answers", 6);
    }

    private void More(int count, string what, long leftOut, string? plural = null)
    {
        if (count > most) Item($"{PlainText.Count(count - most, what, plural)} not shown; --all shows them", 2);
        if (leftOut > 0) Item($"further ones were met {PlainText.Count(leftOut, "time")} and are only in the JSON report", 2);
    }

    private void Title(string word)
    {
        console.WriteLine();
        console.Write(new Text(word, new Style(decoration: Decoration.Bold)));
        console.WriteLine();
    }

    private void Item(string text, int indent) => console.Write(new Padder(new Text(text), new Padding(indent, 0, 0, 0)));
}
