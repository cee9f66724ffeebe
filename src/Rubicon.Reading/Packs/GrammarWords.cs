using Rubicon.Parties;
using Rubicon.Rules.Conditions;
using Rubicon.Rules.Facts;
using Rubicon.Rules.Law;

namespace Rubicon.Reading.Packs;

/// <summary>The words of the pack grammar and what they stand for.</summary>
internal static class GrammarWords
{
    public static readonly Dictionary<string, Effect> Effects = new(StringComparer.Ordinal)
    {
        ["prohibited"] = Effect.Prohibited,
        ["license-required"] = Effect.LicenseRequired,
        ["reviewable"] = Effect.Reviewable,
        ["allowed"] = Effect.Allowed,
        ["duty"] = Effect.Duty,
        ["status"] = Effect.Status,
    };

    public static readonly Dictionary<string, LegalStatus> Statuses = new(StringComparer.Ordinal)
    {
        ["reported"] = LegalStatus.Reported,
        ["proposed"] = LegalStatus.Proposed,
        ["adopted"] = LegalStatus.Adopted,
        ["in-force"] = LegalStatus.InForce,
        ["suspended"] = LegalStatus.Suspended,
        ["superseded"] = LegalStatus.Superseded,
        ["lifted"] = LegalStatus.Lifted,
        ["expired"] = LegalStatus.Expired,
        ["unconfirmed"] = LegalStatus.Unconfirmed,
    };

    public static readonly Dictionary<string, Relation> Relations = new(StringComparer.Ordinal)
    {
        ["named"] = Relation.Named,
        ["branch"] = Relation.Branch,
        ["subsidiary"] = Relation.Subsidiary,
        ["affiliate"] = Relation.Affiliate,
        ["parent"] = Relation.Parent,
        ["half-owned"] = Relation.HalfOwned,
        ["successor"] = Relation.Successor,
    };

    public static readonly Dictionary<string, Through> Throughs = new(StringComparer.Ordinal)
    {
        ["self"] = Through.Self,
        ["component"] = Through.Component,
        ["service"] = Through.Service,
    };

    public static readonly Dictionary<string, HoldingMeasure> Measures = new(StringComparer.Ordinal)
    {
        ["half"] = HoldingMeasure.Half,
        ["half-alone"] = HoldingMeasure.HalfAlone,
        ["control"] = HoldingMeasure.Control,
        ["affiliate"] = HoldingMeasure.Affiliate,
    };

    public static readonly Dictionary<string, FactType> FactTypes = new(StringComparer.Ordinal)
    {
        ["yes-no"] = FactType.YesNo,
        ["words"] = FactType.Words,
        ["date"] = FactType.Date,
        ["number"] = FactType.Number,
        ["party"] = FactType.Party,
        ["country"] = FactType.Country,
        ["label"] = FactType.Label,
    };

    public static readonly Dictionary<string, ClockUnit> Units = new(StringComparer.Ordinal)
    {
        ["calendar-days"] = ClockUnit.CalendarDays,
        ["business-days"] = ClockUnit.BusinessDays,
        ["months"] = ClockUnit.Months,
        ["years"] = ClockUnit.Years,
        ["hours"] = ClockUnit.Hours,
    };

    public static readonly Dictionary<string, Confidence> Confidences = new(StringComparer.Ordinal)
    {
        ["V"] = Confidence.Verified,
        ["K"] = Confidence.Known,
        ["U"] = Confidence.Unsure,
    };
}
