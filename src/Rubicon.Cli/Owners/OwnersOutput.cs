using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Rubicon.Ownership;
using Rubicon.Reports;

namespace Rubicon.Cli.Owners;

/// <summary>An answer of one measure.</summary>
/// <param name="Measure">Its word on the command line.</param>
/// <param name="Answer">What it comes to.</param>
internal sealed record MeasuredAnswer(string Measure, OwnershipAnswer Answer);

/// <summary>Answers about owners as text for a person or as JSON.</summary>
internal static class OwnersOutput
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, NewLine = "\n" };

    /// <summary>One object; with one measure its members stand at the top, with several under "measures".</summary>
    public static string Json(string party, IEnumerable<string> listed, DateOnly day, OwnershipGraph graph, ImmutableArray<MeasuredAnswer> answers)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            json.WriteString("party", graph.NameOf(party));
            if (graph.NameOf(party) != party) json.WriteString("partyKey", party);
            json.WriteStartArray("listed");
            foreach (string one in listed) json.WriteStringValue(graph.NameOf(one));
            json.WriteEndArray();
            json.WriteString("asOf", PlainText.Day(day));
            if (answers is [var only])
            {
                Write(json, only);
            }
            else
            {
                json.WriteStartArray("measures");
                foreach (var answer in answers)
                {
                    json.WriteStartObject();
                    Write(json, answer);
                    json.WriteEndObject();
                }
                json.WriteEndArray();
            }
            json.WriteStartArray("holders");
            foreach (var edge in graph.HoldersOf(party)) Write(json, edge);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length) + "\n";
    }

    private static void Write(Utf8JsonWriter json, MeasuredAnswer measured)
    {
        json.WriteString("measure", measured.Measure);
        if (measured is { Measure: "integrated", Answer.Share: { } integrated })
        {
            json.WriteStartObject("answer");
            Bounds(json, integrated);
            json.WriteEndObject();
        }
        else
        {
            json.WriteString("answer", Word(measured.Answer.Truth));
        }
        json.WriteString("reason", measured.Answer.Reason);
        if (measured.Answer.Share is { } share)
        {
            json.WriteStartObject("share");
            Bounds(json, share);
            json.WriteEndObject();
        }
        json.WriteStartArray("path");
        foreach (var edge in measured.Answer.Path) Write(json, edge);
        json.WriteEndArray();
        json.WriteStartArray("missing");
        foreach (var missing in measured.Answer.Missing)
        {
            json.WriteStartObject();
            json.WriteString("owner", missing.Owner);
            json.WriteString("owned", missing.Owned);
            Bounds(json, missing.Known);
            json.WriteString("asks", missing.Identity ? "identity" : "share");
            json.WriteString("settles", missing.Settles);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, StakeEdge edge)
    {
        json.WriteStartObject();
        json.WriteString("owner", edge.OwnerName);
        json.WriteString("owned", edge.OwnedName);
        if (edge.OwnerName != edge.Owner) json.WriteString("ownerKey", edge.Owner);
        if (edge.OwnedName != edge.Owned) json.WriteString("ownedKey", edge.Owned);
        Bounds(json, edge.Share);
        json.WriteString("kind", KindWord(edge.Kind));
        if (edge.IsIndirect) json.WriteBoolean("indirect", true);
        if (edge.IsDisputed) json.WriteBoolean("disputed", true);
        json.WriteStartArray("sources");
        foreach (var stake in edge.Stakes)
        {
            json.WriteStartObject();
            json.WriteString("file", stake.Where.File);
            json.WriteNumber("line", stake.Where.Line);
            json.WriteString("states", stake.Share.ToString());
            if (stake.Holds is { } days) json.WriteString("days", days.ToString());
            if (stake.Document is { } document) json.WriteString("document", document);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Bounds(Utf8JsonWriter json, ShareBounds share)
    {
        var ((least, leastInside), (most, mostInside)) = (share.Least, share.Most);
        json.WriteNumber("minimum", least);
        json.WriteNumber("maximum", most);
        if (!leastInside) json.WriteBoolean("exclusiveMinimum", true);
        if (!mostInside) json.WriteBoolean("exclusiveMaximum", true);
        if (share == ShareBounds.Unknown) json.WriteBoolean("stated", false);
    }

    /// <summary>Text for a person.</summary>
    public static string Table(string party, DateOnly day, OwnershipGraph graph, ImmutableArray<MeasuredAnswer> answers)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{PlainText.OneLine(graph.NameOf(party))}, on {PlainText.Day(day)}\n");
        text.Append(graph.HoldersOf(party).IsEmpty ? "  no holder is stated\n" : "  held by\n");
        foreach (var edge in graph.HoldersOf(party)) Stake(text, edge, "    ");
        foreach (var (measure, answer) in answers)
        {
            text.Append("  ").Append(measure.PadRight(14)).Append(Word(answer.Truth)).Append("  ").Append(PlainText.OneLine(answer.Reason)).Append('\n');
            foreach (var edge in answer.Path) Stake(text, edge, "      ");
            foreach (var missing in answer.Missing)
            {
                if (!missing.Identity)
                    text.Append("      ask: the share of ").Append(PlainText.OneLine(missing.Owner)).Append(" in ").Append(PlainText.OneLine(missing.Owned)).Append(" (").Append(missing.Known).Append(")\n        ");
                else text.Append("      ask: ");
                text.Append(PlainText.OneLine(missing.Settles)).Append('\n');
            }
        }
        return text.ToString();
    }

    private static void Stake(StringBuilder text, StakeEdge edge, string indent)
    {
        text.Append(indent).Append(PlainText.OneLine(edge.OwnerName)).Append(" -> ").Append(PlainText.OneLine(edge.OwnedName)).Append("  ").Append(edge.Share)
            .Append(edge.Kind == StakeKind.Equity ? "" : " " + KindWord(edge.Kind)).Append(edge.IsIndirect ? ", stated total" : "").Append(edge.IsDisputed ? ", sources disagree" : "").Append('\n');
        foreach (var stake in edge.Stakes)
            text.Append(indent).Append("  ").Append(PlainText.OneLine(stake.Where.ToString())).Append(": ").Append(stake.Share).Append(stake.Holds is { } days ? $", {days}" : "").Append('\n');
    }

    /// <summary>certain, possible or no.</summary>
    public static string Word(OwnershipTruth truth) => truth switch { OwnershipTruth.Certain => "certain", OwnershipTruth.Possible => "possible", _ => "no" };

    private static string KindWord(StakeKind kind) => kind switch
    {
        StakeKind.SpecialShare => "special-share",
        StakeKind.DominantMinority => "dominant-minority",
        StakeKind.InConcert => "in-concert",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
