using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Rubicon.Ownership;
using Rubicon.Reports;

namespace Rubicon.Cli.Owners;

/// <summary>Answers about owners as text for a person, 80 columns wide.</summary>
internal static class OwnersTable
{
    /// <summary>Stakes shown of one kind; of more the number is said, and JSON has them all.</summary>
    private const int MostShown = 40;

    /// <summary>Who holds the party, then each measure with what carries it and what to ask.</summary>
    public static string Text(string party, DateOnly day, OwnershipGraph graph, ImmutableArray<MeasuredAnswer> answers)
    {
        var text = new StringBuilder();
        TextWrap.Add(text, "", $"{graph.NameOf(party)}, on {PlainText.Day(day)}");
        var holders = graph.HoldersOf(party);
        text.Append(holders.IsEmpty ? "  no holder is stated\n" : "  held by\n");
        Stakes(text, holders, "    ");
        foreach (var (measure, answer, owners) in answers)
        {
            TextWrap.Add(text, "  ", $"{measure}: {OwnersOutput.Word(answer.Truth)}. {answer.Reason}");
            if (owners.Length > 1) TextWrap.Add(text, "      ", $"listed owners that count: {string.Join("; ", owners)}");
            Stakes(text, answer.Path, "      ");
            foreach (var missing in answer.Missing)
            {
                if (!missing.Identity) TextWrap.Add(text, "      ", $"ask: the share of {missing.Owner} in {missing.Owned} ({missing.Known})");
                TextWrap.Add(text, missing.Identity ? "      " : "        ", missing.Identity ? $"ask: {missing.Settles}" : missing.Settles);
            }
        }
        return text.ToString();
    }

    private static void Stakes(StringBuilder text, ImmutableArray<StakeEdge> edges, string indent)
    {
        foreach (var edge in edges.Take(MostShown)) Stake(text, edge, indent);
        if (edges.Length > MostShown) text.Append(indent).Append(CultureInfo.InvariantCulture, $"and {edges.Length - MostShown} more, in the JSON\n");
    }

    private static void Stake(StringBuilder text, StakeEdge edge, string indent)
    {
        string kind = edge.Kind == StakeKind.Equity ? "" : $" {OwnersOutput.KindWord(edge.Kind)}";
        TextWrap.Add(text, indent, $"{edge.OwnerName} -> {edge.OwnedName}  {edge.Share}{kind}{(edge.IsIndirect ? ", stated total" : "")}{(edge.IsDisputed ? ", sources disagree" : "")}");
        foreach (var stake in edge.Stakes)
            TextWrap.Add(text, $"{indent}  ", $"{stake.Where}: {stake.Share}{(stake.Holds is { } days ? $", {days}" : "")}{(stake.Document is { } document ? $", {document}" : "")}");
    }
}
