using System.Collections.Immutable;
using System.Text.Json;
using Rubicon.Diagnostics;
using Rubicon.Equipment;
using Rubicon.Reading.Makers;
using Rubicon.Reading.Registries;
using Rubicon.Subjects;
using Xunit;
using Xunit.Abstractions;

namespace Rubicon.Reading.Tests.Makers;

/// <summary>Real SNMP walks with what the device is, when the shared test data is on this machine.</summary>
public class WalkAccuracyTests(ITestOutputHelper output)
{
    /// <summary>Operating systems of the truth and the maker of what runs them; what is not here is a maker without a file.</summary>
    private static readonly (string Prefix, string? Maker)[] MakersByOs =
    [
        ("huawei", "huawei"), ("vrp", "huawei"), ("smartax", "huawei"), ("ibmc", "huawei"), ("oceanstor", "huawei"), ("zxr10", "zte"),
        ("hikvision", "hikvision"), ("fiberhome", "fiberhome"), ("raisecom", "raisecom"), ("ruijie", "ruijie"), ("comware", "h3c"),
        ("baicells", "baicells"), ("jetstream", "tplink"), ("fs-", "fs"), ("iosx", "cisco"), ("ios", "cisco"), ("cisco", "cisco"), ("nxos", "cisco"),
        ("cimc", "cisco"), ("ucos", "cisco"), ("ewc", "extreme"), ("merak", "cisco"), ("junos", "juniper"), ("screenos", "juniper"), ("juniper-mss", "juniper"),
        ("routeros", "mikrotik"), ("swos", "mikrotik"), ("forti", "fortinet"), ("panos", "paloalto"), ("dlink", "dlink"), ("airos", "ubiquiti"),
        ("edgeswitch", "ubiquiti"), ("edgeos", "ubiquiti"), ("unifi", "ubiquiti"), ("procurve", "hpe"), ("arubaos", "hpe"), ("aruba-instant", "hpe"), ("hpe-", "hpe"),
        ("xos", "extreme"), ("voss", "extreme"), ("hiveos", "extreme"), ("powerconnect", "dell"), ("drac", "dell"), ("dnos", "dell"), ("dell", "dell"),
        ("adva-", "adtran"), ("adva_", "adtran"), ("axiscam", "axis"), ("ruckus", "commscope"), ("arris", "commscope"), ("rutos", "teltonika"), ("zynos", "zyxel"), ("zyxel", "zyxel"), ("zywall", "zyxel"), ("ies5", "zyxel"),
        ("nokia", "nokia"), ("ericsson", "ericsson"), ("ipos", "ericsson"), ("seos", "ericsson"), ("ciena", "ciena"), ("aviat", "aviat"), ("siklu", "siklu"), ("ceraos", "ceragon"),
        ("calix", "calix"), ("occamos", "calix"), ("axos", "calix"), ("pmp", "cambium"), ("ptp670", "cambium"), ("cmm", "cambium"), ("ftd", "cisco"), ("ise", "cisco"), ("exa", "calix"), ("jetdirect", "hpe"), ("fujitsu", "fujitsu"), ("sm-os", "siae"),
    ];

    [Fact]
    public void Walks_of_known_makers_are_named_and_others_are_not()
    {
        if (RepositoryFolders.Shared("devices/snmp") is not { } folder)
        {
            output.WriteLine("no shared test data on this machine: not run");
            return;
        }
        var registers = RegisterFiles.Open(RepositoryFolders.Of("registries")).Registers;
        var identifier = new EquipmentIdentifier(MakerFiles.Load(RepositoryFolders.Of("makers")).Knowledge, registers);
        int right = 0, suspected = 0, missed = 0, wrong = 0, others = 0, silent = 0;
        foreach (string truth in Directory.GetFiles(Path.Combine(folder, "truth"), "*.json").Order(StringComparer.Ordinal))
        {
            string name = Path.GetFileNameWithoutExtension(truth);
            var subject = Read(Path.Combine(folder, "walks", name + ".snmprec"), name);
            using var document = JsonDocument.Parse(File.ReadAllBytes(truth));
            string os = document.RootElement.GetProperty("os").GetString() ?? "";
            string? expected = MakersByOs.FirstOrDefault(m => os.StartsWith(m.Prefix, StringComparison.Ordinal)).Maker;
            var found = identifier.Identify(subject);
            string? maker = found.MakerKey is { } key ? MakerOf(identifier, key) : null;
            if (subject.Statements.IsEmpty) silent++;
            if (expected is null)
            {
                others++;
                if (maker is null && found.Suspects.IsEmpty) continue;
                output.WriteLine($"other {name} ({os}): {maker} suspects {string.Join(',', found.Suspects)} {string.Join(" | ", found.Claims.Take(3).Select(c => c.Signal))}");
                if (maker is not null) wrong++;
            }
            else if (maker == expected) right++;
            else if (found.Suspects.Any(s => MakerOf(identifier, s) == expected)) { suspected++; output.WriteLine($"suspect {name} {expected} chosen {maker}: {string.Join(" | ", found.Conflicts)}"); }
            else { missed++; output.WriteLine($"missed {name} ({os}) {expected}: {maker} {string.Join(" | ", subject.Statements.Where(s => s.Field != Field.MacAddress).Select(s => s.Text))}"); }
        }
        output.WriteLine($"known makers: {right} named, {suspected} suspected, {missed} missed; others: {others}, of these named as a known maker {wrong}; {silent} walks without any signal");
        Assert.True(right >= 150, "named " + right);
    }

    [Fact]
    public void Device_types_of_a_stated_maker_raise_few_suspects()
    {
        if (RepositoryFolders.Shared("devices/device-types") is not { } folder)
        {
            output.WriteLine("no shared test data on this machine: not run");
            return;
        }
        var identifier = new EquipmentIdentifier(MakerFiles.Load(RepositoryFolders.Of("makers")).Knowledge, RegisterFiles.Open(RepositoryFolders.Of("registries")).Registers);
        int read = 0, suspected = 0, unnamed = 0;
        var subjects = new List<Subject>();
        foreach (string file in Directory.GetFiles(folder, "*.y*ml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var statements = ImmutableArray.CreateBuilder<Statement>();
            foreach (string line in File.ReadLines(file))
            {
                Field? field = line.StartsWith("manufacturer: ", StringComparison.Ordinal) ? Field.Maker
                    : line.StartsWith("model: ", StringComparison.Ordinal) ? Field.Model
                    : line.StartsWith("part_number: ", StringComparison.Ordinal) ? Field.PartNumber : null;
                if (field is { } known && line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..].Trim(' ', '"', '\'') is { Length: > 0 } text)
                    statements.Add(new Statement(known, text));
            }
            var subject = new Subject(SubjectKind.Device, new SourceLocation(file), statements.DrainToImmutable());
            subjects.Add(subject);
            var found = identifier.Identify(subject);
            read++;
            if (found.MakerKey is null) { unnamed++; output.WriteLine("unnamed: " + string.Join(" | ", statements.Select(s => s.Text)) + string.Join(" | ", subject.Statements.Select(s => s.Text))); }
            if (!found.Suspects.IsEmpty) { suspected++; output.WriteLine(string.Join(" | ", found.Conflicts)); }
        }
        double each = double.MaxValue;
        for (int round = 0; round < 12; round++)
        {
            long start = System.Diagnostics.Stopwatch.GetTimestamp();
            foreach (var subject in subjects) identifier.Identify(subject);
            each = Math.Min(each, System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalMicroseconds / subjects.Count);
        }
        output.WriteLine($"{read} device types, {suspected} with suspects beside the stated maker, {unnamed} unnamed, {each:F1} microseconds each");
        Assert.True(suspected * 50 < read, "suspects: " + suspected);
    }

    private static string MakerOf(EquipmentIdentifier identifier, string key) => identifier.Knowledge.Find(key)!.File;

    /// <summary>The signals of a walk, read as plainly as can be: the real reader is tested elsewhere.</summary>
    internal static Subject Read(string file, string name)
    {
        var statements = ImmutableArray.CreateBuilder<Statement>();
        var answered = new HashSet<string>(StringComparer.Ordinal);
        foreach (string line in File.ReadLines(file))
        {
            string[] parts = line.Split('|', 3);
            if (parts.Length != 3 || parts[2].Length == 0) continue;
            Field? field = parts[0] switch
            {
                "1.3.6.1.2.1.1.1.0" => Field.SysDescr,
                "1.3.6.1.2.1.1.2.0" => Field.SysObjectId,
                _ when parts[0].StartsWith("1.3.6.1.2.1.2.2.1.6.", StringComparison.Ordinal) => Field.MacAddress,
                _ when parts[0].StartsWith("1.3.6.1.2.1.47.1.1.1.1.12.", StringComparison.Ordinal) => Field.EntityMaker,
                _ when parts[0].StartsWith("1.3.6.1.2.1.47.1.1.1.1.13.", StringComparison.Ordinal) => Field.EntityModel,
                _ => null,
            };
            if (field is null && parts[0].StartsWith("1.3.6.1.4.1.", StringComparison.Ordinal) && answered.Add(string.Join('.', parts[0].Split('.').Take(9))))
                statements.Add(new Statement(Field.AnsweredOid, parts[0]));
            if (field is null) continue;
            string text = parts[1].EndsWith('x') && field != Field.MacAddress
                ? System.Text.Encoding.Latin1.GetString(Convert.FromHexString(parts[2].Length % 2 == 0 ? parts[2] : parts[2] + "0")) : parts[2];
            if (text.Trim() is { Length: > 0 } trimmed) statements.Add(new Statement(field.Value, trimmed));
        }
        return new Subject(SubjectKind.Device, new SourceLocation(name), statements.DrainToImmutable());
    }
}
