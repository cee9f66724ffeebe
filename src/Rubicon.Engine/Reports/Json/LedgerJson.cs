using System.Text.Json;
using Rubicon.Equipment;

namespace Rubicon.Reports.Json;

/// <summary>The ledger of a device: what each signal claims, and what was concluded.</summary>
public static class LedgerJson
{
    /// <summary>Writes the member <c>ledger</c> of the current object.</summary>
    public static void Write(Utf8JsonWriter json, Identification ledger)
    {
        json.WriteStartObject("ledger");
        json.Optional("maker", ledger.MakerText);
        json.Optional("makerKey", ledger.MakerKey);
        json.Optional("model", ledger.Model);
        if (ledger.Strength is { } strength) json.WriteString("strength", ReportWords.Word(strength));
        Claims(json, ledger);
        json.Texts("conflicts", ledger.Conflicts);
        json.Texts("suspects", ledger.Suspects);
        json.WriteEndObject();
    }

    /// <summary>Writes the member <c>claims</c> of the current object: strongest first, each with its file and line.</summary>
    public static void Claims(Utf8JsonWriter json, Identification ledger)
    {
        json.WriteStartArray("claims");
        foreach (var claim in ledger.Claims)
        {
            json.WriteStartObject();
            json.WriteString("about", ReportWords.Word(claim.About));
            json.WriteString("maker", claim.MakerText);
            json.Optional("makerKey", claim.MakerKey);
            json.Optional("model", claim.Model);
            json.Optional("category", claim.Category);
            json.WriteString("strength", ReportWords.Word(claim.Strength));
            json.WriteString("signal", claim.Signal);
            json.Place(claim.Where, "file");
            json.WriteString("source", claim.Source.Title);
            json.Optional("published", claim.Source.Published);
            json.WriteString("confidence", ReportWords.Word(claim.Source.Confidence));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
