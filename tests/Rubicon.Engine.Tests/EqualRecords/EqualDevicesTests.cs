using System.Collections.Immutable;
using Rubicon.Diagnostics;
using Rubicon.Screening;
using Rubicon.Subjects;
using Xunit;

namespace Rubicon.Engine.Tests.EqualRecords;

/// <summary>An identifier that remembers what it made of earlier records says of each the same as one that never saw another.</summary>
public class EqualDevicesTests
{
    private static readonly (Field Field, string[] Texts)[] Drawn =
    [
        (Field.Name, ["bts-1", "bts-2", "to-zte-core", "core-nokia-1", "S5720-28X"]), (Field.Maker, ["Huawei", "Honeywell", "Nobody Ltd", "HUAWEI TECH INV"]), (Field.Brand, ["Lorex", "Huawei"]),
        (Field.Model, ["BBU3900", "7750 SR-1", "DS-2CD2043", "X1"]), (Field.PartNumber, ["02311VFK", "H805GPFD"]), (Field.Description, ["a base station", "camera by Dahua", "spare"]),
        (Field.MacAddress, ["00:e0:fc:00:00:01", "00e0.fc00.0002", "4c:11:bf:00:00:01", "4c-11-bf-00-00-02", "02:00:00:00:00:01", "none"]), (Field.Serial, ["A1", "HWTC12345678", "ALCLF9A0B1C2"]),
        (Field.SysObjectId, ["1.3.6.1.4.1.2011.2.23.444", "1.3.6.1.4.1.8072.3.2.10"]), (Field.SysDescr, ["Huawei Versatile Routing Platform", "Linux a 5.10 x86_64"]),
        (Field.Category, ["camera", "router"]), (Field.FccId, ["QISABC"]), (Field.Imei, ["490154203237518"]), (Field.Site, ["North", "South"]), (Field.Note, ["x", "Huawei"]),
        (Field.Platform, ["vrp"]), (Field.Banner, ["DNVRS-Webs"]), (Field.ModuleMaker, ["Quectel"]), (Field.UsbId, ["12d1:1506"]), (Field.Version, ["1", "V800R012"]), (Field.Link, ["ge-0/0/1"]),
    ];

    [Fact]
    public void What_is_remembered_is_what_a_first_look_gives()
    {
        var data = EqualRecordsTests.Data();
        var day = new DateOnly(2026, 11, 21);
        var one = new DeviceIdentifier(data, day);
        var random = new Random(5);
        for (int line = 2; line < 4000; line++)
        {
            var subject = Record(random, line);
            Assert.Equal(Text(new DeviceIdentifier(data, day).Identify(subject)), Text(one.Identify(subject)));
        }
    }

    private static Subject Record(Random random, int line)
    {
        var statements = ImmutableArray.CreateBuilder<Statement>();
        int column = 1;
        foreach (var (field, texts) in Drawn)
            for (int times = random.Next(field == Field.MacAddress ? 3 : 5) is var n && field == Field.MacAddress ? n : n == 0 ? 1 : 0; times > 0; times--)
                statements.Add(new Statement(field, texts[random.Next(texts.Length)], column++));
        return new Subject(SubjectKind.Device, new SourceLocation("inventory.csv", line), statements.ToImmutable());
    }

    private static string Text(IdentifiedDevice device) => string.Join('\n',
        device.Subject.Source, device.Name, device.Maker, device.MakerKey, device.Model, device.Category, device.Seen.MakerText, device.Seen.Model, device.Seen.Strength,
        string.Join('\n', device.Seen.Claims), string.Join('\n', device.Seen.Conflicts), string.Join('\n', device.Seen.Notes), string.Join('\n', device.Seen.Suspects),
        string.Join('\n', device.Seen.Categories), string.Join('\n', device.Seen.Relabels), string.Join('\n', device.Seen.Cautions));
}
