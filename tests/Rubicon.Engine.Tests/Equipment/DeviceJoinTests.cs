using FsCheck;
using FsCheck.Xunit;
using Rubicon.Diagnostics;
using Rubicon.Equipment.Joining;
using Rubicon.Subjects;
using Xunit;

namespace Rubicon.Engine.Tests.Equipment;

public class DeviceJoinTests
{
    [Theory]
    [InlineData("serial=AB-12345", "serial=ab12345", 1)]
    // An optical terminal's number with its maker's letters, and as most OLTs print it.
    [InlineData("serial=HWTC0A0B0C0D", "serial=485754430A0B0C0D", 1)]
    [InlineData("serial=unknown", "serial=unknown", 2)]
    [InlineData("serial=00000000", "serial=00000000", 2)]
    [InlineData("mac=00:e0:fc:01:02:03", "mac=00e0.fc01.0203", 1)]
    // Made-up addresses, groups and the addresses of virtual routers are no device's own.
    [InlineData("mac=02:e0:fc:01:02:03", "mac=02:e0:fc:01:02:03", 2)]
    [InlineData("mac=01:00:5e:00:00:01", "mac=01:00:5e:00:00:01", 2)]
    [InlineData("mac=00:00:5e:00:01:0a", "mac=00:00:5e:00:01:0a", 2)]
    [InlineData("name=core-1.example.net", "name=CORE-1", 1)]
    [InlineData("name=localhost", "name=localhost", 2)]
    [InlineData("name=192.0.2.1", "name=192.0.2.1", 2)]
    [InlineData("name=core-1;site=North", "name=core-1;site=South", 2)]
    [InlineData("name=core-1;serial=FOC12A4", "name=core-1;serial=FOC98B7", 2)]
    [InlineData("mac=00:e0:fc:01:02:03;serial=FOC12A4", "mac=00:e0:fc:01:02:03;serial=FOC98B7", 2)]
    // What was typed into a device as its place is not the name of a site.
    [InlineData("name=core-1;site=North", "name=core-1;oid=1.3.6.1.4.1.9.1.1;site=rack 3", 1)]
    // Two products are two devices, whatever number the blade shows of its chassis.
    [InlineData("serial=FOC12A4;oid=1.3.6.1.4.1.674.1", "serial=FOC12A4;oid=1.3.6.1.4.1.674.2", 2)]
    [InlineData("mac=00:e0:fc:01:02:03;oid=1.3.6.1.4.1.674.1;own=Chassis M1", "mac=00:e0:fc:01:02:03;oid=1.3.6.1.4.1.674.1;own=Blade R6", 2)]
    public void Records_of_two_files_are_one_device_by_keys_that_only_one_device_has(string one, string other, int devices) =>
        Assert.Equal(devices, DeviceJoin.Join([Of("a", 1, one), Of("b", 2, other)]).Devices.Length);

    [Fact]
    public void Every_record_can_keep_its_place_and_have_what_the_others_say_beside_it()
    {
        var beside = DeviceJoin.Beside([Of("inventory.csv", 4, "name=core-1;maker=Honeywell"), Of("inventory.csv", 5, "name=core-2;maker=Nokia"), Of("core-1.walk", 1, "name=core-1;oid=1.3.6.1.4.1.2011.2.23")]).Devices;
        Assert.Equal(["inventory.csv:4", "inventory.csv:5", "core-1.walk:1"], beside.Select(s => s.Source.ToString()));
        Assert.Equal(["core-1.walk:1"], beside[0].Joined.Select(p => p.ToString()));
        Assert.Empty(beside[1].Joined);
        Assert.Equal("Honeywell", beside[2].First(Field.Maker));
        Assert.Equal("inventory.csv:4", beside[2].LocationOf(beside[2].Statements.First(s => s.Field == Field.Maker)).ToString());
        Assert.Equal("1.3.6.1.4.1.2011.2.23", beside[0].First(Field.SysObjectId));
    }

    [Fact]
    public void A_joined_device_keeps_every_statement_with_its_file_and_line()
    {
        var joined = DeviceJoin.Join([Of("inventory.csv", 4, "name=core-1;serial=FOC12A4;maker=Honeywell"), Of("arp.txt", 9, "mac=00:e0:fc:01:02:03"), Of("core-1.walk", 1, "name=core-1;serial=FOC12A4;mac=00:e0:fc:01:02:03;oid=1.3.6.1.4.1.2011.2.23")]);
        var device = Assert.Single(joined.Devices);
        Assert.Equal("inventory.csv:4", device.Source.ToString());
        Assert.Equal(["arp.txt:9", "core-1.walk:1"], device.Joined.Select(s => s.ToString()));
        var oid = device.Statements.Single(s => s.Field == Field.SysObjectId);
        Assert.Equal("core-1.walk:1", device.LocationOf(oid).ToString());
        Assert.Empty(joined.Problems);
    }

    [Fact]
    public void One_serial_number_on_two_devices_of_one_file_is_said_and_joins_nothing()
    {
        var joined = DeviceJoin.Join([Of("a.csv", 2, "name=cam-1;serial=FOC12A4"), Of("a.csv", 3, "name=cam-2;serial=FOC12A4"), Of("b.csv", 2, "name=cam-3;serial=FOC98B7")]);
        Assert.Equal(3, joined.Devices.Length);
        Assert.Equal("a.csv:3: RUB6204 one serial number on two devices: found \"FOC12A4\" of \"cam-2\" and of \"cam-1\" (a.csv:2); expected a serial number that one device bears", Assert.Single(joined.Problems).ToString());
    }

    [Fact]
    public void Rows_of_one_inventory_with_one_name_stay_devices_of_their_own_and_neighbors_do_not()
    {
        Assert.Equal(3, DeviceJoin.Join([Of("a.csv", 2, "name=ap-hall;model=X1"), Of("a.csv", 3, "name=ap-hall;model=X1"), Of("w", 1, "name=ap-hall")]).Devices.Length);
        Assert.Single(DeviceJoin.Join([Of("lldp", 1, "name=agg-1;link=1 to 2"), Of("lldp", 9, "name=agg-1;link=3 to 4")]).Devices);
    }

    [Fact]
    public void A_purchase_is_never_joined()
    {
        var line = new Subject(SubjectKind.Purchase, new("buy.csv", 2), [new(Field.Serial, "FOC12A4")]);
        Assert.Equal(2, DeviceJoin.Join([line, Of("a", 1, "serial=FOC12A4")]).Devices.Length);
    }

    [Property]
    public void Every_statement_survives_and_every_record_is_in_one_device(PositiveInt seed)
    {
        var random = new System.Random(seed.Get);
        var records = Enumerable.Range(0, random.Next(1, 12)).Select(i => Of("f" + random.Next(4), i + 1, $"name=n{random.Next(4)}x;serial=SER{random.Next(5)}99;mac=00:e0:fc:00:00:0{random.Next(5)};note={i}")).ToList();
        var joined = DeviceJoin.Join(records).Devices;
        Assert.Equal(records.Count, joined.Sum(d => 1 + d.Joined.Length));
        Assert.Equal(Enumerable.Range(0, records.Count).Select(i => i.ToString()).Order(), joined.SelectMany(d => d.Statements).Where(s => s.Field == Field.Note).Select(s => s.Text).Order());
    }

    private static Subject Of(string file, int line, string stated) => new(SubjectKind.Device, new SourceLocation(file, line), [.. stated.Split(';').Select(s => s.Split('=')).Select(p => new Statement(p[0] switch
    {
        "serial" => Field.Serial,
        "mac" => Field.MacAddress,
        "name" => Field.Name,
        "site" => Field.Site,
        "oid" => Field.SysObjectId,
        "maker" => Field.Maker,
        "model" => Field.Model,
        "own" => Field.EntityModel,
        "link" => Field.Link,
        _ => Field.Note,
    }, p[1]))]);
}
