using System.Globalization;
using Rubicon.Diagnostics;
using Rubicon.Equipment;
using Rubicon.Matching;
using Rubicon.Reading.Makers;
using Rubicon.Reading.Packs;
using Rubicon.Reading.Registries;
using Rubicon.Rules.Evaluation;
using Rubicon.Rules.Facts;
using Rubicon.Screening;
using Rubicon.Subjects;
using Xunit;

namespace Rubicon.Engine.Tests.EqualRecords;

/// <summary>A screener decides equal records once. What it shares must be what each would come to by itself.</summary>
public class EqualRecordsTests
{
    private const int Records = 3000;
    private const int Alone = 120;

    /// <summary>Records are of so many sorts, and differ within one only in what mostly does not matter.</summary>
    private const int Sorts = 40;

    private static readonly DateOnly Day = new(2026, 11, 21);

    private static readonly (Field Field, string[] Texts)[] Stated =
    [
        (Field.Maker, ["Huawei", "Nokia", "Hikvision", "Lorex", "Honeywell", "Cisco", "ZTE", "MikroTik", "Acme Boxes", "Motorola", "Ericsson", "TP-Link", "Ruckus"]),
        (Field.Model, ["BBU3900", "7750 SR-1", "DS-2CD2143G2-I", "F660", "CRS326-24G-2S+", "N841A8", "AHEGA", "RB4011", "Archer AX50"]),
        (Field.Name, ["cr-elkbench09-bbu-01", "cr-hilltop-rtr-02", "office camera 3", "DS-7608NI-I2 recorder", "huawei test", "sw-77", "IPC-HDW2431T behind Honeywell box", "Дом 3", "F660 ONT", "core router 2", "nothing to see"]),
        (Field.Description, ["firewall of the head office", "wifi router for a home", "Dahua camera, white", "BBU3900 spare", "a box"]),
        (Field.MacAddress, ["00:e0:fc:12:34:56", "00-1B-21-aa-bb-cc", "02:00:00:00:00:01", "4c:11:bf:00:00:01", "00:00:00:00:00:00", "not one", "70:b3:d5:00:10:00", "70:b3:d5:00:20:00"]),
        (Field.Category, ["base station", "camera", "routing", "box"]),
        (Field.Supplier, ["Prairie Wireless Supply LLC", "Huawei Technologies USA Inc.", "Shenzhen Bright Trading", "Dahua Technology USA"]),
        (Field.Obtained, ["2016-09-14", "2018-08-13", "2018-08-14", "2022-05-24", "2022-05-25", "2023-01-01", "2019", "2026-12-01", "2021-02-31"]),
        (Field.Installed, ["2014-01-01", "2018-01-01", "2024-02-01", "2025-06-01"]),
        (Field.ActDate, ["2019-08-12", "2019-08-13", "2026-11-20", "2026-12-24"]),
        (Field.Status, ["active", "planned", "retired"]),
        (Field.Funding, ["universal service", "own funds", "luck"]),
        (Field.Act, ["buy", "repair return", "use"]),
        (Field.Serial, ["A1", "A2", "A3", "HWTC12345678", "4857544387654321", "ALCLF9A0B1C2"]),
        (Field.Site, ["Elk Bench", "Hilltop"]),
    ];

    [Fact]
    public void What_equal_records_share_is_what_each_comes_to_alone()
    {
        var data = Data();
        var actor = new ActorProfile(null, ["usf-recipient", "broadband-provider", "exporter"], "US", []);
        Answer[] answers =
        [
            new("usf-support", new YesNoValue(false), [(Field.Serial, "a2")], "finance", Day, "asked", null, new SourceLocation("answers.yaml", 1)),
            new("usf-support", new YesNoValue(true), [(Field.Site, "Hilltop")], "finance", Day, "asked", null, new SourceLocation("answers.yaml", 9)),
        ];
        var random = new Random(7);
        var together = new Screener(data, actor, [.. answers], Day, Day);
        var ahead = new Screener(data, actor, [.. answers], Day, Day);
        var keying = ahead.Keying();
        for (int i = 0; i < Records; i++)
        {
            var subject = Some(random, i + 1);
            var shared = together.Decide(subject);
            var keyed = ahead.Decide(keying.Key(new ReadRecord(subject)));
            if (i < Records - Alone) continue;
            var alone = new Screener(data, actor, [.. answers], Day, Day).Decide(subject);
            Assert.Equal(Shown(alone), Shown(shared));
            Assert.Equal(Shown(alone), Shown(keyed));
        }
    }

    private static Subject Some(Random random, int line)
    {
        var statements = new List<Statement>();
        var sort = new Random(random.Next(Sorts));
        foreach (var (field, texts) in Stated)
        {
            var drawn = field is Field.Name or Field.MacAddress or Field.Obtained or Field.Installed or Field.Serial or Field.Site ? random : sort;
            if (drawn.Next(5) < 3) statements.Add(new Statement(field, texts[drawn.Next(texts.Length)]));
        }
        if (statements.Count == 0) statements.Add(new Statement(Field.Name, "x"));
        var kind = sort.Next(4) switch { 0 => SubjectKind.Purchase, 1 => SubjectKind.Supplier, _ => SubjectKind.Device };
        return new Subject(kind, new SourceLocation("some.csv", line), [.. statements]);
    }

    // Everything that a report can show, each record's own law date and proofs among it.
    private static string Shown(Decision decision) => string.Join('\n',
        decision.LawDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), decision.Reason, string.Join('|', decision.Findings.Select(f => Steps(f.Proof))),
        decision.Id, decision.Title, Outcomes.Word(decision.Outcome), decision.GroupKey,
        string.Join('|', decision.Findings.Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Id} {f.Provision} {f.Outcome} {f.Truth} {string.Join(',', f.Obligations.Select(o => o.Provision + o.Arithmetic + o.Certain))}"))),
        string.Join('|', decision.Questions.Select(q => q.Fact + q.Text + string.Join(',', q.Answers.Select(a => a.Answer + a.Outcome)))),
        string.Join('|', decision.Pending.Select(p => p.Provision + p.Truth)),
        string.Join('|', decision.Obligations.Select(o => o.Provision + o.Arithmetic + o.Certain)),
        string.Join('|', decision.Facts.Select(f => f.Fact + f.Value.Signature)),
        string.Join('|', decision.Notes), string.Join('|', decision.Assumptions));

    private static string Steps(Rubicon.Rules.Conditions.Proof proof) =>
        $"{proof.Truth} {proof.Says} {string.Join(';', proof.Evidence)} [{string.Join(' ', proof.Children.Select(Steps))}]";

    internal static ScreeningData Data()
    {
        var law = PackFiles.Load(Repository("packs")).Law!;
        var makers = MakerFiles.Load(Repository("makers")).Knowledge;
        var directory = new PartyDirectory(makers.Parties, law);
        return new ScreeningData(law, directory, PartyIndex.Build(directory.Parties), new EquipmentIdentifier(makers, RegisterFiles.Open(Repository("registries")).Registers));
    }

    private static string Repository(string folder)
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "rubicon.slnx"))) return Path.Combine(at.FullName, folder);
        throw new DirectoryNotFoundException("tests run inside the repository");
    }
}
