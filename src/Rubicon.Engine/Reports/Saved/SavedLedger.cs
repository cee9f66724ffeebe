using Rubicon.Equipment;
using Rubicon.Parties;

namespace Rubicon.Reports.Saved;

/// <summary>Reads the ledger of a decision of a saved report.</summary>
internal static class SavedLedger
{
    internal static Identification Read(SavedPart part) => new()
    {
        Claims = [.. part.List("claims").Select(Claim)],
        MakerText = part.OptionalText("maker"),
        MakerKey = part.OptionalText("makerKey"),
        Model = part.OptionalText("model"),
        Strength = part.Has("strength") ? part.Word("strength", ReportWords.ParseStrength) : null,
        Conflicts = part.Texts("conflicts"),
        Suspects = part.Texts("suspects"),
    };

    private static Claim Claim(SavedPart part) => new(
        part.Word("about", ReportWords.ParseClaimed), part.OptionalText("makerKey"), part.Text("maker"), part.OptionalText("model"), part.OptionalText("category"),
        part.Word("strength", ReportWords.ParseStrength), part.Text("signal"), part.Place("file"),
        new StatementSource(part.Text("source"), part.OptionalText("published"), part.Word("confidence", ReportWords.ParseConfidence)));
}
