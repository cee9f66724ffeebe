using System.Collections.Immutable;
using Rubicon.Diagnostics;
using Rubicon.Rules.Facts;

namespace Rubicon.Reports.Saved;

/// <summary>Reads facts and evidence of a saved report.</summary>
internal static class SavedFacts
{
    internal static ImmutableArray<(string Fact, FactValue Value)> Read(SavedPart decision) =>
        [.. decision.Members("facts").Select(m => (m.Name, Value(m.Part)))];

    internal static ImmutableArray<Evidence> Evidence(SavedPart part) =>
        [.. part.List("evidence").Select(e => new Evidence(e.Text("statement"), e.Has("source") ? e.Place() : null, e.OptionalText("from")))];

    private static FactValue Value(SavedPart part)
    {
        var evidence = Evidence(part);
        switch (part.Text("type"))
        {
            case "unknown": return new UnknownValue(part.Text("why"), evidence);
            case "yes-no": return new YesNoValue(part.YesNo("value"), evidence);
            case "words": return new WordsValue(part.Texts("value"), part.YesNo("complete"), evidence);
            case "date": return new DateValue(part.Day("value"), evidence);
            case "number": return new NumberValue(part.Decimal("value"), evidence);
            case "party": return Party(part, evidence);
            case "stakes": return new ShownHoldings(part.Text("value"), evidence);
            default:
                part.Reading.Add(ProblemCatalog.SavedReportBadMember, $"{part.Pointer}.type", Quote.Text(part.OptionalText("type")), "a type of fact");
                return FactValue.NotStated;
        }
    }

    private static PartyValue Party(SavedPart part, ImmutableArray<Evidence> evidence) =>
        new(part.Text("value"), part.YesNo("identified"), Attributions(part), part.Texts("countries"), evidence)
        {
            ControllingCountries = part.Has("controllingCountries") ? part.Texts("controllingCountries") : [],
            PossibleCountries = part.Has("possibleCountries") ? part.Texts("possibleCountries") : [],
        };

    private static ImmutableArray<Attribution> Attributions(SavedPart part) =>
        [.. part.List("attributions").Select(a => new Attribution(
            a.Text("party"), a.Word("relation", ReportWords.ParseRelation), a.Word("truth", ReportWords.ParseTruth), Evidence(a)))];
}
