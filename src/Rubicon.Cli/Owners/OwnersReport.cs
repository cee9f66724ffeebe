using System.Globalization;
using System.Text;
using Rubicon.Ownership;
using Rubicon.Reports;
using Rubicon.Reports.Pictures;

namespace Rubicon.Cli.Owners;

/// <summary>The answer to a question about owners in one format.</summary>
internal static class OwnersReport
{
    /// <summary>The text of a format.</summary>
    public static string Of(OwnersQuestion question, string format) => format switch
    {
        "svg" => Picture(question),
        "html" => Page(question),
        "json" or "jsonl" when question.Party is { } party => OwnersOutput.Json(party, question, format == "json"),
        _ when question.Party is { } party => OwnersTable.Text(party, question.Graph.Day, question.Graph, question.Answers()),
        _ when question.Listed.IsEmpty => Summary(question.Graph, format),
        "json" or "jsonl" => OwnersOutput.Everybody(question, format == "json"),
        _ => Everybody(question),
    };

    private static string Summary(OwnershipGraph graph, string format)
    {
        var (stakes, parties, day) = (graph.Register.Count, graph.Register.Parties.Count, PlainText.Day(graph.Day));
        return format is "json" or "jsonl"
            ? string.Create(CultureInfo.InvariantCulture, $"{{\"asOf\":\"{day}\",\"stakes\":{stakes},\"parties\":{parties}}}\n")
            : string.Create(CultureInfo.InvariantCulture, $"{stakes} stakes of all days among {parties} parties; name a party, or --listed, for an answer as of {day}\n");
    }

    private static string Everybody(OwnersQuestion question)
    {
        var text = new StringBuilder();
        foreach (var (measure, party, truth) in question.Reached())
            text.Append(CultureInfo.InvariantCulture, $"{measure,-14} {OwnersOutput.Word(truth),-9} {PlainText.OneLine(question.Graph.NameOf(party))}\n");
        return text.ToString();
    }

    private static string Picture(OwnersQuestion question)
    {
        var graph = question.Graph;
        var reached = question.Party is null
            ? question.Reached().GroupBy(r => r.Party, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Max(r => r.Truth), StringComparer.Ordinal)
            : question.Listed.IsEmpty ? [] : FiftyPercentRule.Reach(graph, question.Listed).ToDictionary(r => r.Party, r => r.Truth, StringComparer.Ordinal);
        var part = question.Party is { } party
            ? Surroundings.Above(graph, party, OwnershipPicture.MostParties)
            : Surroundings.Below(graph, question.Listed, OwnershipPicture.MostParties, reached.ContainsKey);
        PictureMark Mark(string key) => key == question.Party ? PictureMark.Asked
            : question.Listed.Contains(key, StringComparer.Ordinal) ? PictureMark.Listed
            : reached.GetValueOrDefault(key) switch { OwnershipTruth.Certain => PictureMark.Reached, OwnershipTruth.Possible => PictureMark.MayBeReached, _ => PictureMark.None };
        return OwnershipPicture.Svg(part, graph, Mark, Title(question));
    }

    private static string Title(OwnersQuestion question)
    {
        string listed = string.Join(", ", question.Listed.Take(3).Select(question.Graph.NameOf)) + (question.Listed.Length > 3 ? string.Create(CultureInfo.InvariantCulture, $" and {question.Listed.Length - 3} more") : "");
        return question.Party is { } party ? $"Who holds {question.Graph.NameOf(party)}" : $"Whom {listed} reach";
    }

    private static string Page(OwnersQuestion question)
    {
        string text = question.Party is { } party ? OwnersTable.Text(party, question.Graph.Day, question.Graph, question.Answers()) : Everybody(question);
        return OwnershipPage.Html(Title(question), Picture(question), text);
    }
}
