namespace Rubicon.Engine.Tests.Architecture;

/// <summary>
/// Numbers of enums that reach disk, JSON or schemas. A member may be added at the end of its row; none may be renumbered, renamed or
/// taken out, or a saved file would mean something else.
/// </summary>
internal static class FrozenNumbers
{
    public static readonly Dictionary<string, string> Table = new(StringComparer.Ordinal)
    {
        ["ClockKind"] = "Deadline=0 Earliest=1 Keep=2",
        ["ClockState"] = "Running=0 Met=1 MetLate=2 Lapsed=3 Over=4 NotCounted=5",
        ["ClockUnit"] = "CalendarDays=0 BusinessDays=1 Months=2 Years=3 Hours=4",
        ["Confidence"] = "Verified=0 Known=1 Unsure=2",
        ["DutyState"] = "Ahead=0 Done=1 DoneLate=2 Overdue=3",
        ["Effect"] = "Status=0 Allowed=1 Duty=2 Reviewable=3 LicenseRequired=4 Prohibited=5",
        ["FactType"] = "YesNo=0 Words=1 Date=2 Number=3 Party=4 Country=5 Label=6 Holdings=7",
        ["LawChangeKind"] = "Added=0 Removed=1 Changed=2",
        ["LegalStatus"] = "Reported=0 Proposed=1 Adopted=2 InForce=3 Suspended=4 Superseded=5 Lifted=6 Expired=7 Unconfirmed=8",
        ["MatchReasonKind"] = "IdentifierEqual=0 IdentifierDiffers=1 IdentifierInvalid=2 NameEqual=3 WordEqual=4 WordMisspelled=5 WordsJoined=6 CommonWordsEqual=7 WordsMissing=8 WordsExtra=9 WordsConflict=10 WordOrder=11 LegalForm=12 NameInside=13 NameKind=14 CountryEqual=15 CountryDiffers=16 ScriptPart=17 TextCut=18 NameDiffers=19 NameCompared=20 NeedsAPerson=21 Initial=22 TextAlike=23 KindDiffers=24 HanRead=25",
        ["NameKind"] = "Legal=0 Short=1 Former=2 Brand=3 Alias=4 WeakAlias=5",
        ["Outcome"] = "NotAssessed=0 Allowed=1 Review=2 LicenseRequired=3 Prohibited=4",
        ["OwnerKind"] = "NotStated=0 Entity=1 Person=2 State=3 Unknown=4",
        ["OwnershipTruth"] = "No=0 Possible=1 Certain=2",
        ["TieToCountry"] = "Incorporated=0 Headquartered=1 PrincipalPlace=2 Citizen=3 Resident=4 StateOf=5",
        ["PartyKind"] = "NotStated=0 Person=1 Organization=2 Vessel=3 Aircraft=4",
        ["RelabelKind"] = "Whole=0 Chip=1 Module=2 Software=3 Ownership=4",
        ["Relation"] = "Named=0 Branch=1 Subsidiary=2 Affiliate=3 Parent=4 HalfOwned=5 Successor=6",
        ["StakeKind"] = "Equity=0 Votes=1 Board=2 Contract=3 SpecialShare=4 Trust=5 Nominee=6 DominantMinority=7 Other=8 InConcert=9 Influence=10 Office=11 Consolidated=12",
        ["RelationKind"] = "SubsidiaryOf=0 AffiliateOf=1 FormerlyPartOf=2 BranchOf=3 SuccessorOf=4",
        ["ReviewRole"] = "Agency=0 Party=1 Consulted=2",
        ["Severity"] = "Note=0 Warning=1 Error=2",
        ["Strength"] = "Hint=10 Banner=20 SystemDescription=30 SystemObjectId=40 Model=50 Label=60",
        ["SubjectKind"] = "Purchase=0 Supplier=1 Device=2 Component=3 Service=4 Transaction=5",
        ["Through"] = "Self=0 Component=1 Service=2",
        ["TrapKind"] = "LookAlike=0 ContractMaker=1 MeaninglessTree=2",
        ["Truth"] = "False=0 Unknown=1 True=2",
    };
}
