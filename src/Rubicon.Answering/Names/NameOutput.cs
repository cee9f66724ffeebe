using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Rubicon.Reports;
using Rubicon.Rules.Facts;
using Rubicon.Screening;

namespace Rubicon.Answering.Names;

/// <summary>Answers to names as text for a person, JSON Lines or CSV. One answer a name, in the order of the names.</summary>
public static class NameOutput
{
    /// <summary>The formats, the default first.</summary>
    public static readonly string[] Formats = ["table", "jsonl", "csv"];

    private const int LongestShown = 1_024;

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The header of a CSV file.</summary>
    public const string CsvHeader = "id,name,outcome,score,entry,list,list state,entry name,party,relation,from,to,in force,reasons";

    /// <summary>One answer as one text, with its line end.</summary>
    public static string Of(string format, ScreenedName screened) => format switch
    {
        "jsonl" => JsonLine(screened),
        "csv" => CsvRows(screened),
        _ => Table(screened),
    };

    private static string JsonLine(ScreenedName screened)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            json.WriteString("id", screened.Name.Id);
            if (screened.Name.Query is { } query) json.WriteString("name", Cut(query.Text));
            json.WriteStartArray("matches");
            foreach (var match in screened.Answer.Matches) Write(json, match);
            json.WriteEndArray();
            if (!screened.Answer.Related.IsEmpty)
            {
                json.WriteStartArray("related");
                foreach (var match in screened.Answer.Related) Write(json, match);
                json.WriteEndArray();
            }
            if (screened.Answer.Margin is { } margin) json.WriteNumber("margin", Math.Round(margin, 4));
            if (screened.Problem is { } problem)
            {
                json.WriteStartObject("notAssessed");
                json.WriteString("code", problem.Kind.Code);
                json.WriteString("reason", $"{problem.Kind.Title}: found {problem.Found}");
                json.WriteString("where", problem.Where.ToString());
                json.WriteEndObject();
            }
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length) + "\n";
    }

    private static void Write(Utf8JsonWriter json, ListMatch match)
    {
        json.WriteStartObject();
        json.WriteString("entry", match.Entry);
        json.WriteString("list", match.List);
        json.WriteString("name", match.Name);
        json.WriteNumber("score", Math.Round(match.Score, 4));
        json.WriteString("party", match.Party);
        json.WriteString("relation", RelationWords(match.Relation));
        if (!match.IsCertain) json.WriteBoolean("certain", false);
        if (match.ListState is { } state) json.WriteString("listState", Day(state));
        if (match.From is { } from) json.WriteString("from", Day(from));
        if (match.To is { } to) json.WriteString("to", Day(to));
        json.WriteBoolean("inForce", match.InForce);
        json.WriteStartArray("reasons");
        foreach (string reason in match.Reasons) json.WriteStringValue(reason);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string CsvRows(ScreenedName screened)
    {
        var text = new StringBuilder();
        string name = screened.Name.Query is { } query ? Cut(query.Text) : "";
        if (screened.Problem is { } problem)
            Row(text, screened.Name.Id, name, $"not-assessed: {problem.Kind.Code} {problem.Kind.Title}", "", "", "", "", "", "", "", "", "", "", "");
        else if (screened.Answer.Matches.IsEmpty)
            Row(text, screened.Name.Id, name, "no match", "", "", "", "", "", "", "", "", "", "", "");
        foreach (var (match, outcome) in screened.Answer.Matches.Select(m => (m, "match")).Concat(screened.Answer.Related.Select(m => (m, "related"))))
            Row(text, screened.Name.Id, name, outcome, Score(match.Score), match.Entry, match.List, match.ListState is { } state ? Day(state) : "", match.Name, match.Party,
                RelationWords(match.Relation), match.From is { } from ? Day(from) : "", match.To is { } to ? Day(to) : "", match.InForce ? "yes" : "no", string.Join("; ", match.Reasons));
        return text.ToString();
    }

    private static void Row(StringBuilder text, params string[] cells) => text.AppendJoin(',', cells.Select(CsvReport.Cell)).Append('\n');

    private static string Table(ScreenedName screened)
    {
        var text = new StringBuilder();
        string name = screened.Name.Query is { } query ? Cut(query.Text) : screened.Name.Id;
        string told = screened.Problem is { } problem ? $"NOT ASSESSED  {problem.Kind.Code} {problem.Kind.Title}"
            : screened.Answer.Matches.IsEmpty && screened.Answer.Related.IsEmpty ? "no entry at or above the threshold" : "";
        text.Append(PlainText.OneLine(name)).Append(told.Length > 0 ? "  " + told : "").Append('\n');
        if (screened.Answer.Matches.IsEmpty && !screened.Answer.Related.IsEmpty) text.Append("  not listed by name; these entries may reach it by a stated relation:\n");
        foreach (var match in screened.Answer.Matches.Concat(screened.Answer.Related))
        {
            text.Append("  ").Append(Score(match.Score)).Append("  ").Append(PlainText.OneLine(match.Name)).Append('\n');
            text.Append("        ").Append(match.Entry).Append('\n');
            text.Append("        ").Append(Period(match)).Append('\n');
            if (match.Relation != Relation.Named)
                text.Append("        by relation: ").Append(PlainText.OneLine(match.Party)).Append(" is its ").Append(RelationWords(match.Relation)).Append(match.IsCertain ? "" : ", by an unsure source").Append('\n');
            foreach (string reason in match.Reasons) Wrapped(text, "        - ", PlainText.OneLine(reason));
        }
        return text.ToString();
    }

    private static string Period(ListMatch match) =>
        (match.InForce ? "in force" : "not in force on the day asked about") + (match.From is { } from ? $", from {Day(from)}" : ", first day not stated")
        + (match.To is { } to ? $" to {Day(to)}" : "") + (match.ListState is { } state ? $", list in its state of {Day(state)}" : $", list {match.List}");

    private static void Wrapped(StringBuilder text, string indent, string words)
    {
        int width = 80 - indent.Length, used = 0;
        text.Append(indent);
        foreach (string word in words.Split(' '))
        {
            if (used > 0 && used + 1 + word.Length > width)
            {
                text.Append('\n').Append(' ', indent.Length);
                used = 0;
            }
            if (used > 0) text.Append(' ');
            text.Append(word);
            used += word.Length + (used > 0 ? 1 : 0);
        }
        text.Append('\n');
    }

    private static string RelationWords(Relation relation) => relation switch
    {
        Relation.Named => "named",
        Relation.HalfOwned => "half-owned",
        _ => relation.ToString().ToLowerInvariant(),
    };

    private static string Cut(string text) => text.Length <= LongestShown ? text : string.Concat(text.AsSpan(0, LongestShown), "…");

    private static string Score(double score) => score.ToString("0.000", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
