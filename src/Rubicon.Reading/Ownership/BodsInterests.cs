using System.Text.Json;
using Rubicon.Diagnostics;
using Rubicon.Ownership;

namespace Rubicon.Reading.Ownership;

/// <summary>One interest of a BODS relationship as a stake.</summary>
/// <param name="Kind">What it gives.</param>
/// <param name="Share">How much, as far as stated.</param>
/// <param name="IsIndirect">True for a total over others, and where it is not known whether it is direct.</param>
/// <param name="Start">First day, or null.</param>
/// <param name="End">Last day, or null.</param>
internal sealed record BodsInterest(StakeKind Kind, ShareBounds Share, bool IsIndirect, DateOnly? Start, DateOnly? End);

/// <summary>Reads interests of BODS 0.3 and 0.4: kinds, shares with their bounds, days.</summary>
internal static class BodsInterests
{
    /// <summary>
    /// The interest. A share that contradicts itself is a problem and counts as not known; days that do may be any: an interest that is stated is never taken for none.
    /// </summary>
    public static BodsInterest Read(StatementNode interest)
    {
        var start = interest.Day("startDate");
        var end = interest.Day("endDate");
        bool undated = (start is null && interest.Text("startDate") is { Length: > 0 }) || (end is null && interest.Text("endDate") is { Length: > 0 });
        if (end < start)
        {
            interest.Account.Report(ProblemCatalog.StakeDate, interest.Where, $"an end ({end:yyyy-MM-dd}) before the start ({start:yyyy-MM-dd})");
            undated = true;
        }
        var share = Share(interest) ?? ShareBounds.Unknown;
        string directness = interest.Text("directOrIndirect") ?? interest.Text("interestLevel") ?? "";
        if (directness is not ("" or "direct" or "indirect" or "unknown")) interest.Account.Report(ProblemCatalog.StatementMember, interest.Where, Quote.Text(directness), "direct, indirect or unknown");
        var kind = Kind(interest, share);
        bool isIndirect = directness is "indirect" or "unknown";
        return undated ? new BodsInterest(Doubt.Of(kind), share.AtMost(), isIndirect, null, null) : new BodsInterest(kind, share, isIndirect, start, end);
    }

    private static StakeKind Kind(StatementNode interest, ShareBounds share)
    {
        string type = interest.Text("type") ?? "";
        switch (type.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant())
        {
            case "shareholding": return StakeKind.Equity;
            case "votingrights": return StakeKind.Votes;
            // The standard means the right to appoint the board; where a share of it is stated, half or less is not most of it.
            case "appointmentofboard": return share == ShareBounds.Unknown || share.Minimum > ShareBounds.Whole / 2 ? StakeKind.Board : StakeKind.Influence;
            case "controlviacompanyrulesorarticles" or "controlbylegalframework": return StakeKind.SpecialShare;
            case "otherinfluenceorcontrol" or "influenceorcontrol" or "settlor" or "settloroftrust" or "protector" or "protectoroftrust" or "rightsgrantedbycontract" or "conditionalrightsgrantedbycontract":
                return StakeKind.Influence;
            case "trustee" or "trusteeoftrust": return StakeKind.Trust;
            case "nominee": return StakeKind.Nominee;
            case "seniormanagingofficial" or "boardmember" or "boardchair" or "enjoymentanduseofassets" or "righttoprofitorincomefromassets": return StakeKind.Office;
            case "beneficiaryoflegalarrangement" or "beneficiaryoftrust" or "rightstosurplusassetsondissolution" or "rightstosurplusassets" or "rightstoprofitorincome" or "unknowninterest"
                or "unpublishedinterest" or "nominator" or "otherinfluenceorcontroloftrust" or "":
                return StakeKind.Other;
            default:
                interest.Account.Report(ProblemCatalog.StakeKindUnknown, interest.Where, Quote.Text(type), "a type of the interest code list; it is used as another interest");
                return StakeKind.Other;
        }
    }

    private static ShareBounds? Share(StatementNode interest)
    {
        if (interest.Object("share") is not { } share) return ShareBounds.Unknown;
        if (!Number(share, "exact", out decimal? exact) || !Number(share, "minimum", out decimal? least) || !Number(share, "maximum", out decimal? most)) return null;
        // 0.4 writes exclusive ends as numbers, 0.3 as a mark beside the inclusive ones.
        bool markLeast = Marked(share, "exclusiveMinimum"), markMost = Marked(share, "exclusiveMaximum");
        if (!Number(share, "exclusiveMinimum", out decimal? above) || !Number(share, "exclusiveMaximum", out decimal? below)) return null;
        if (exact is { } value) return Bounds(share, value, value, true, true);
        if (above is not null || below is not null || least is not null || most is not null)
            return Bounds(share, above ?? least ?? 0, below ?? most ?? 100, above is null && !markLeast, below is null && !markMost);
        interest.Account.Report(ProblemCatalog.StakeShareMissing, share.Where, "a share without exact, minimum or maximum");
        return ShareBounds.Unknown;
    }

    private static ShareBounds? Bounds(StatementNode share, decimal least, decimal most, bool leastInside, bool mostInside)
    {
        if (least >= 0 && most <= 100 && (least < most || (least == most && leastInside && mostInside))) return new ShareBounds(least, most, leastInside, mostInside);
        share.Account.Report(ProblemCatalog.StakeShare, share.Where, Quote.Text(share.Element.GetRawText()), "a share between 0 and 100 per cent whose ends do not cross");
        return null;
    }

    private static bool Marked(StatementNode share, string name) => share.Find(name) is { Element.ValueKind: JsonValueKind.True };

    private static bool Number(StatementNode share, string name, out decimal? number)
    {
        number = null;
        if (share.Find(name) is not { } node || node.Element.ValueKind is JsonValueKind.True or JsonValueKind.False) return true;
        if (node.Element.ValueKind == JsonValueKind.Number && node.Element.TryGetDecimal(out decimal value) && value is >= 0 and <= 100)
        {
            number = decimal.Round(value, 9);
            return true;
        }
        share.Account.Report(ProblemCatalog.StakeShare, node.Where, Quote.Text(node.Element.GetRawText()), "a number from 0 to 100");
        return false;
    }
}
