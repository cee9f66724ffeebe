using System.Text.Json;
using Rubicon.Rules.Evaluation;
using Rubicon.Screening;

namespace Rubicon.Reports.Sarif;

/// <summary>The provisions that results name, in the order in which they were first named.</summary>
internal sealed class SarifRules
{
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    private readonly List<(string Id, string Title, string Help)> _rules = [];

    /// <summary>Id of the rule that stands for an outcome no provision decided.</summary>
    internal static string IdOf(Outcome outcome) => "rubicon/" + Outcomes.Word(outcome);

    internal int IndexOf(Finding finding) => IndexOf(finding.Provision, finding.Title, finding.Citation);

    internal int IndexOf(PendingRule rule) => IndexOf(rule.Provision, rule.Title, rule.Citation);

    internal int IndexOf(Outcome outcome) => outcome switch
    {
        Outcome.Allowed => IndexOf(IdOf(outcome), "Nothing in the law applied bars the record", "No provision of the loaded packs bars it on the day asked about."),
        Outcome.NotAssessed => IndexOf(IdOf(outcome), "The record was not assessed", "It could not be read, or no loaded law binds the actor. This is not a clean result."),
        _ => IndexOf(IdOf(outcome), $"The record comes to {Outcomes.Word(outcome)}", "See the message for the reason."),
    };

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartArray("rules");
        foreach (var (id, title, help) in _rules)
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            Message(json, "shortDescription", title);
            Message(json, "help", help);
            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", id == IdOf(Outcome.Allowed) ? "none" : "warning");
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>A message of plain text. Viewers make links of <c>[text](target)</c> (SARIF 3.11.6); text of a record must not become one.</summary>
    internal static void Message(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", PlainText.OneLine(text).Replace("](", "] (", StringComparison.Ordinal));
        json.WriteEndObject();
    }

    private int IndexOf(string id, string title, string help)
    {
        if (_index.TryGetValue(id, out int index)) return index;
        _index.Add(id, _rules.Count);
        _rules.Add((id, title, help));
        return _rules.Count - 1;
    }
}
