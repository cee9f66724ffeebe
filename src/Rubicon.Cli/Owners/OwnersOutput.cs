using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Rubicon.Ownership;
using Rubicon.Reports;

namespace Rubicon.Cli.Owners;

/// <summary>An answer of one measure.</summary>
/// <param name="Measure">Its word on the command line.</param>
/// <param name="Answer">What it comes to.</param>
/// <param name="Owners">The listed owners whose shares count, in words; empty where the measure does not add them up.</param>
internal sealed record MeasuredAnswer(string Measure, OwnershipAnswer Answer, ImmutableArray<string> Owners);

/// <summary>Answers about owners as JSON.</summary>
internal static class OwnersOutput
{
    /// <summary>One object; with one measure its members stand at the top, with several under "measures".</summary>
    public static string Json(string party, OwnersQuestion question, bool indented)
    {
        var (graph, answers) = (question.Graph, question.Answers());
        return Text(indented, json =>
        {
            json.WriteStartObject();
            json.WriteString("party", graph.NameOf(party));
            if (graph.NameOf(party) != party) json.WriteString("partyKey", party);
            Head(json, question);
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
        });
    }

    /// <summary>Everybody whom the listed reach: one object, or a line for each party.</summary>
    public static string Everybody(OwnersQuestion question, bool indented)
    {
        void Reached(Utf8JsonWriter json, (string Measure, string Party, OwnershipTruth Truth) reached)
        {
            json.WriteStartObject();
            json.WriteString("measure", reached.Measure);
            json.WriteString("party", question.Graph.NameOf(reached.Party));
            json.WriteString("key", reached.Party);
            json.WriteString("answer", Word(reached.Truth));
            json.WriteEndObject();
        }
        if (!indented) return string.Concat(question.Reached().Select(r => Text(indented, json => Reached(json, r))));
        return Text(indented, json =>
        {
            json.WriteStartObject();
            Head(json, question);
            json.WriteStartArray("reached");
            foreach (var reached in question.Reached()) Reached(json, reached);
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static string Text(bool indented, Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = indented, NewLine = "\n" })) write(json);
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length) + "\n";
    }

    private static void Head(Utf8JsonWriter json, OwnersQuestion question)
    {
        json.WriteStartArray("listed");
        foreach (string one in question.Listed) json.WriteStringValue(question.Graph.NameOf(one));
        json.WriteEndArray();
        json.WriteString("asOf", PlainText.Day(question.Graph.Day));
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
        if (!measured.Owners.IsEmpty)
        {
            json.WriteStartArray("listedOwners");
            foreach (string owner in measured.Owners) json.WriteStringValue(owner);
            json.WriteEndArray();
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

    /// <summary>certain, possible or no.</summary>
    public static string Word(OwnershipTruth truth) => truth switch { OwnershipTruth.Certain => "certain", OwnershipTruth.Possible => "possible", _ => "no" };

    /// <summary>The kind as the command line writes it.</summary>
    public static string KindWord(StakeKind kind) => kind switch
    {
        StakeKind.SpecialShare => "special-share",
        StakeKind.DominantMinority => "dominant-minority",
        StakeKind.InConcert => "in-concert",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
