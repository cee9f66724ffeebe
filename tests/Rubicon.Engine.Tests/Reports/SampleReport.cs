using System.Collections.Immutable;
using Rubicon.Diagnostics;
using Rubicon.Equipment;
using Rubicon.Parties;
using Rubicon.Reports;
using Rubicon.Reports.Summaries;
using Rubicon.Rules.Conditions;
using Rubicon.Rules.Evaluation;
using Rubicon.Rules.Facts;
using Rubicon.Rules.Law;
using Rubicon.Screening;
using Rubicon.Subjects;

namespace Rubicon.Engine.Tests.Reports;

/// <summary>A small report with every kind of thing in it: each outcome, an unread record, a hostile one, a pending rule.</summary>
internal static class SampleReport
{
    internal const string Hostile = "<script>alert(\"x\")</script>";

    internal static readonly ReportHead Head = new(
        "1.0", "0.1.0", Day(2026, 11, 21), Day(2026, 11, 21), new ReportActor("Rural carrier", ["usf-recipient", "broadband-provider"], "US"),
        [
            new DataSource("pack", "us-fcc", Day(2026, 11, 20), new string('a', 64)),
            new DataSource("makers", "huawei", null, null),
        ]);

    private static readonly Question Support = new(
        "fcc-support", "Is any universal service support spent on this unit (maintenance, power, lease)?", "finance",
        [new AnswerEffect("yes", Outcome.Prohibited), new AnswerEffect("no", Outcome.Allowed)], ["us-fcc/54-9-a"]);

    private static readonly Draft Order = new("order", "An order that was reported", LegalStatus.Reported, "an order with a power and no names", Day(2027, 1, 1),
        [
            new DraftReport("one", "A newspaper", "2018-05", Day(2018, 5, 31), "agencies are meant", null, Confidence.Unsure),
            new DraftReport("two", "An agency", "2018-12-27", Day(2018, 12, 27), "carriers are meant", "a copy", Confidence.Verified),
        ],
        [new DraftReading("order/carriers", "Carriers may not buy", ["two"], ["order/agencies"]), new DraftReading("order/agencies", "Agencies may not buy", ["one"], [])],
        new string('c', 64), new SourceLocation("order.yaml"));

    internal static readonly ImmutableArray<Decision> Decisions =
        [Review(214, "Cedar Ridge"), Review(215, "Elk Butte"), Prohibited(), License(), Allowed(), ByCapacity(), HostileRecord(), Unread(), NoLaw()];

    internal static readonly Coverage Coverage = new(
        9, 7, 2,
        [(Outcome.Prohibited, 1), (Outcome.LicenseRequired, 1), (Outcome.Review, 4), (Outcome.Allowed, 1), (Outcome.NotAssessed, 2)],
        [
            new InputAccount("inventory.csv", "csv/inventory", 9, 1, new string('b', 64), []),
            new InputAccount("photo.csv", null, 0, 0, null, [new Problem(ProblemCatalog.UnknownFormat, new SourceLocation("photo.csv"), "a JPEG image")]),
        ],
        [("no provision of the loaded packs binds this actor", 1), ("date not understood", 1)],
        [("us-bis", "not loaded: --packs names us-fcc only")],
        [
            new Problem(ProblemCatalog.BadDate, new SourceLocation("inventory.csv", 220, 7), "\"31 February 2020\""),
            new Problem(ProblemCatalog.UnknownFormat, new SourceLocation("photo.csv"), "a JPEG image"),
        ], 2)
    {
        Assumptions = [("the record states no paper: none is held", 2)],
        Drafts =
        [
            new DraftSummary(Order, 7, 2, 1, [(Outcome.Review, Outcome.Prohibited, 1), (Outcome.Allowed, Outcome.Allowed, 1)],
                [new ReadingShare(Order.Readings[0], [(Outcome.Prohibited, 1), (Outcome.Allowed, 1)], 1), new ReadingShare(Order.Readings[1], [], 0)],
                [new PartyShare("Huawei", 2, 1, 2.5m)], [new PartyShare(Hostile, 1, 0, 1), new PartyShare(DraftImpact.NotStated, 1, 1, 1)],
                [("USD", 11850.5m), ("", 3)], 1, [(Support, 1)], ["order/agencies"]),
        ],
    };

    /// <summary>Writes the sample with a writer of bytes and gives them back.</summary>
    internal static byte[] Write(Func<Stream, IReportWriter> writer)
    {
        using var stream = new MemoryStream();
        WriteTo(writer(stream));
        return stream.ToArray();
    }

    internal static void WriteTo(IReportWriter writer)
    {
        writer.Begin(Head);
        foreach (var decision in Decisions) writer.Write(decision);
        writer.End(Coverage);
    }

    internal static DateOnly Day(int year, int month, int day) => new(year, month, day);

    internal static Decision Make(Outcome outcome, int line, string title, string? groupKey = null) => new()
    {
        Id = $"d-{line}",
        Subject = new Subject(SubjectKind.Device, new SourceLocation("inventory.csv", line), [new Statement(Field.Name, title, 1)]),
        Title = title,
        Outcome = outcome,
        LawDate = Head.AsOf,
        GroupKey = groupKey ?? title,
    };

    private static Evidence Label(int line) => new("label \"Huawei\"", new SourceLocation("inventory.csv", line, 3));

    private static Decision Review(int line, string site)
    {
        var duty = new Obligation("us-fcc/1-50007", "Report covered equipment", "report it to the Commission", Day(2027, 3, 31),
            "every year by 03-31; the next is 2027-03-31", "47 CFR 1.50007", false);
        return new Decision
        {
            Id = $"7f3a{line}",
            Subject = new Subject(SubjectKind.Device, new SourceLocation("inventory.csv", line),
            [
                new Statement(Field.Name, $"BBU at {site}", 1), new Statement(Field.Maker, "Huawei", 3), new Statement(Field.Model, "BBU3900", 4),
                new Statement(Field.Site, site, 5), new Statement(Field.MacAddress, "00:e0:fc:00:00:01", 6), new Statement(Field.MacAddress, "00:e0:fc:00:00:02", 6),
            ], [], line == 214 ? [new SourceLocation("walks/cedar.walk", 1), new SourceLocation("netbox.json", 12, 0, "$.results[3]")] : []),
            Ledger = Ledger(line),
            Title = $"Huawei BBU3900 at {site}",
            Outcome = Outcome.Review,
            LawDate = Head.AsOf,
            Findings =
            [
                new Finding("f54-9", "us-fcc/54-9-a", "Universal service support may not pay for equipment of covered companies", "us-fcc/54-9",
                    "47 CFR 54.9(a)", Outcome.Review, Effect.Prohibited, Truth.Unknown, ReviewProof(line), [Support], [duty], "Reaches parents, affiliates and subsidiaries."),
            ],
            Pending = [new PendingRule("us-fcc/draft-1", "Interconnection with covered networks", "FCC 26-10 (proposed)", LegalStatus.Proposed, Effect.Prohibited, Truth.True)],
            Questions = [Support],
            Facts =
            [
                ("producer", new PartyValue("Huawei Technologies Co., Ltd.", true,
                    [new Attribution("huawei", Relation.Named, Truth.True, [Label(line)])], ["CN"], [Label(line), new Evidence("model BBU3900", null, "makers/huawei 2026-08-01")])),
                ("category", new WordsValue(["base-station"], true, [])),
                ("installed", new DateValue(Day(2017, 6, 2), [])),
                ("obtained-abroad", new YesNoValue(false, [])),
                ("price", new NumberValue(1250.50m, [])),
                ("fcc-support", FactValue.NotStated),
            ],
            Notes = ["MAC address says Huawei; it names the maker of the interface only"],
            Assumptions = ["the record states no paper: none is held"],
            GroupKey = "huawei|bbu3900|base-station",
        };
    }

    private static Identification Ledger(int line) => new()
    {
        Claims =
        [
            new Claim(ClaimSubject.DeviceMaker, "huawei", "Huawei", null, null, Strength.Label, "label \"Huawei\"", new SourceLocation("inventory.csv", line, 3), new StatementSource("the record itself", null, Confidence.Verified)),
            new Claim(ClaimSubject.DeviceMaker, null, Hostile, "7750 SR-1", "routing", Strength.SystemDescription, "sysDescr \"TiMOS\"", new SourceLocation("walks/cedar.walk", 1, 0, "1.3.6.1.2.1.1.1.0"), new StatementSource("general knowledge", "2026-08", Confidence.Unsure)),
            new Claim(ClaimSubject.InterfaceMaker, "huawei", "Huawei", null, null, Strength.Hint, "MAC 00:e0:fc:00:00:01", new SourceLocation("inventory.csv", line, 6), new StatementSource("IEEE register of MAC prefixes", null, Confidence.Known)),
        ],
        MakerKey = "huawei",
        MakerText = "Huawei",
        Strength = Strength.Label,
        Model = "BBU3900",
        Conflicts = ["label \"Huawei\" says Huawei; sysDescr \"TiMOS\" says Nokia"],
        Suspects = ["nokia"],
    };

    private static Proof ReviewProof(int line) => new(Truth.Unknown, "provision", "Universal service support may not pay for equipment of covered companies", null, "47 CFR 54.9(a)", [],
    [
        new Proof(Truth.True, "producer", "the producer is designated", "any company posing a national security threat", null,
            [Label(line), new Evidence("matches \"Huawei Technologies Co., Ltd.\"", null, "us-fcc/designations/huawei, DA 20-690")],
            [new Proof(Truth.True, "designated", "designated since 2020-06-30", null, "DA 20-690", [], [])]),
        new Proof(Truth.Unknown, "support", "whether support is spent on it is not stated",
            "No universal service support may be used to purchase, obtain, maintain, improve, modify, or otherwise support", null, [], []),
        new Proof(Truth.False, "unless", "not an exception: \u534e\u4e3a", null, null, [], []),
    ]);

    private static Finding Simple(string id, string provision, string title, string citation, Outcome outcome, Effect effect) =>
        new(id, provision, title, provision[..provision.LastIndexOf('/')], citation, outcome, effect, Truth.True,
            new Proof(Truth.True, "provision", title, null, citation, [], []), [], [], null);

    private static Decision Prohibited() => new()
    {
        Id = "9b01",
        Subject = new Subject(SubjectKind.Purchase, new SourceLocation("inventory.csv", 3, 0, "Sheet1!A3"),
            [new Statement(Field.Maker, "Hytera", 2, "Sheet1!B3"), new Statement(Field.Supplier, "Prairie Radio", 3)]),
        Title = "Hytera RD985 repeater",
        Outcome = Outcome.Prohibited,
        LawDate = Day(2026, 10, 1),
        Findings = [Simple("f889", "us-ndaa-889/a-1-B", "Agencies may not contract with users of covered equipment", "Pub. L. 115-232 sec. 889(a)(1)(B)", Outcome.Prohibited, Effect.Prohibited)],
        Obligations = [new Obligation("us-far/d-1", "Report within one business day", "report it to the contracting officer", Day(2026, 11, 23), "the as-of day 2026-11-21 + 1 business days (no Saturdays, Sundays, federal holidays) = 2026-11-23", "FAR 52.204-25(d)", true)],
        ByRegime = [new("uk-vendor-direction", "GB", Outcome.Review), new("us-bis", "US", Outcome.Allowed), new("us-fcc", "", Outcome.NotAssessed), new("us-ndaa-889", "US", Outcome.Prohibited)],
        Drafts = [new DraftEffect("order", Outcome.Prohibited, Outcome.Prohibited, [new DraftFinding("order/carriers", "Carriers may not buy", Outcome.Review, false)], [Support])],
        Flips = new FlipSearch([new Flip([new FactChange("us-ndaa-889/waiver-dni", "not stated", "yes")], Outcome.Allowed),
            new Flip([new FactChange("producer", "Hytera", "another firm, on none of the lists"), new FactChange("part 1", "made by ZTE", "not inside")], Outcome.Review)], false),
        GroupKey = "hytera|rd985",
    };

    private static Decision License() => new()
    {
        Id = "9b02",
        Subject = new Subject(SubjectKind.Transaction, new SourceLocation("inventory.csv", 4), []),
        Title = "Release of technology to ZTE",
        Outcome = Outcome.LicenseRequired,
        LawDate = Head.AsOf,
        Findings = [Simple("fbis", "us-bis/744-11", "License for listed entities", "15 CFR 744.11", Outcome.LicenseRequired, Effect.LicenseRequired)],
        Obligations = [new Obligation("us-bis/762-6", "Keep records", "keep the records for five years", null, "5 years after act-date, which is not stated", "15 CFR 762.6", true)],
        GroupKey = "zte|release",
    };

    private static Decision Allowed() => Make(Outcome.Allowed, 5, "Ericsson RBS 6601");

    private static Decision ByCapacity() => new()
    {
        Id = "9b04",
        Subject = new Subject(SubjectKind.Supplier, new SourceLocation("inventory.csv", 6), [new Statement(Field.Supplier, "Dahua")]),
        Title = "Dahua",
        Outcome = Outcome.Review,
        Reason = "the law of us-fcc was kept up only until before 2026-11-21",
        LawDate = Head.AsOf,
        ByCapacity = [("executive-agency", Outcome.Prohibited), ("federal-contractor", Outcome.Prohibited), ("us-person", Outcome.Allowed)],
        GroupKey = "dahua",
    };

    private static Decision HostileRecord() => new()
    {
        Id = "9b05",
        Subject = new Subject(SubjectKind.Device, new SourceLocation("=1+1.csv", 7),
        [
            new Statement(Field.Name, Hostile), new Statement(Field.Maker, "=HYPERLINK(\"http://x.example\")"), new Statement(Field.Model, " +cmd|' /C calc'!A0"),
            new Statement(Field.Supplier, "-2+3"), new Statement(Field.Site, "@SUM(A1)"), new Statement(Field.Note, "line\r\nbreak \u001b[31mred \u202eRLO"),
        ]),
        Title = $"{Hostile} \u001b[31mred",
        Outcome = Outcome.Review,
        Reason = Hostile,
        LawDate = Head.AsOf,
        Findings =
        [
            new Finding(Hostile, "a/" + Hostile, Hostile, Hostile, Hostile, Outcome.Review, Effect.Reviewable, Truth.True,
                new Proof(Truth.True, Hostile, Hostile, Hostile, Hostile, [new Evidence(Hostile, new SourceLocation(Hostile, 1, 1, Hostile), Hostile)], []),
                [new Question(Hostile, Hostile, Hostile, [new AnswerEffect(Hostile, Outcome.Prohibited)], [Hostile])],
                [new Obligation(Hostile, Hostile, Hostile, null, Hostile, Hostile, true)], Hostile),
        ],
        Pending = [new PendingRule(Hostile, Hostile, Hostile, LegalStatus.Reported, Effect.Prohibited, Truth.Unknown)],
        Notes = [Hostile],
        Assumptions = [Hostile],
        GroupKey = Hostile,
    };

    private static Decision Unread() => new()
    {
        Id = "9b06",
        Unread = new UnreadRecord(new SourceLocation("inventory.csv", 220),
            [new Problem(ProblemCatalog.BadDate, new SourceLocation("inventory.csv", 220, 7), "\"31 February 2020\"")], "BBU;Huawei;31 February 2020"),
        Title = "record that could not be read",
        Outcome = Outcome.NotAssessed,
        Reason = "date not understood",
        LawDate = Head.AsOf,
        GroupKey = "unread|RUB3005",
    };

    private static Decision NoLaw() => new()
    {
        Id = "9b07",
        Subject = new Subject(SubjectKind.Service, new SourceLocation("inventory.csv", 221), [new Statement(Field.Name, "Tower lease")]),
        Title = "Tower lease",
        Outcome = Outcome.NotAssessed,
        Reason = "no provision of the loaded packs binds this actor",
        LawDate = Head.AsOf,
        GroupKey = "no-law",
    };
}
