using Xunit;

namespace Rubicon.Reading.Tests;

public class NetBoxTests
{
    private const string Device = """
        {"id": 1, "url": "https://nb/api/dcim/devices/1/", "name": "olt-1",
         "device_type": {"id": 3, "manufacturer": {"id": 2, "name": "Huawei", "slug": "huawei"}, "model": "MA5800-X7", "slug": "ma5800-x7"},
         "role": {"name": "OLT"}, "platform": {"name": "VRP"}, "serial": "2102", "site": {"name": "Cedar Ridge"},
         "status": {"value": "active", "label": "Active"}, "latitude": 1.5, "comments": "", "primary_ip": {"address": "10.0.0.1/24"},
         "custom_fields": {"install_date": "2017-06-02", "country_of_origin": null, "color": "red"}, "tags": []}
        """;

    private const string Expected = "Name=olt-1; Maker=Huawei; Model=MA5800-X7; Category=OLT; Platform=VRP; Serial=2102; Site=Cedar Ridge; Status=active; Latitude=1.5; Installed=2017-06-02";

    [Fact]
    public void A_page_of_the_REST_API_is_read()
    {
        var read = Inputs.Read($$"""{"count": 1, "next": null, "previous": null, "results": [{{Device}}]}""");
        Assert.Equal(Expected, Inputs.Text(Assert.Single(read.Subjects)));
        Assert.Equal("$.results[0]", read.Subjects[0].Source.Pointer);
        Assert.Equal(("netbox-json", ""), (read.Account.Format, read.Codes));
    }

    [Fact]
    public void A_bare_list_and_JSON_Lines_are_read()
    {
        Assert.Equal(Expected, Inputs.Text(Assert.Single(Inputs.Read($"[{Device}]").Subjects)));
        string line = Device.ReplaceLineEndings(" ");
        var lines = Inputs.Read($"{line}\n{{\"broken\": \n\n{line}\n");
        Assert.Equal([Expected, Expected], lines.Subjects.Select(Inputs.Text));
        Assert.Equal([1, 4], lines.Subjects.Select(s => s.Source.Line));
        Assert.Equal("RUB1201", Assert.Single(lines.Unread).Problems[0].Kind.Code);
        Assert.Equal(2, lines.Unread[0].Source.Line);
    }

    [Fact]
    public void Older_names_modules_and_inventory_items_are_understood()
    {
        var read = Inputs.Read("""
            {"results": [
             {"name": null, "display": "shelf", "device_type": {"manufacturer": {"name": "ZTE"}, "model": "C320"}, "device_role": {"name": "access"}},
             {"device": {"name": "r1"}, "module_type": {"manufacturer": {"name": "H3C"}, "model": "LSQ"}, "serial": "9"},
             {"device": {"name": "r1"}, "name": "sfp", "manufacturer": {"name": "FiberHome"}, "part_id": "P-1", "serial": "8"}]}
            """);
        Assert.Equal(
            ["Maker=ZTE; Model=C320; Category=access; Name=shelf", "ItemKind=component; Note=in the device r1; Maker=H3C; Model=LSQ; Serial=9", "ItemKind=component; Note=in the device r1; Name=sfp; Maker=FiberHome; PartNumber=P-1; Serial=8"],
            read.Subjects.Select(Inputs.Text));
    }

    [Fact]
    public void LibreNMS_lists_are_read()
    {
        var read = Inputs.Read("""{"status": "ok", "devices": [{"device_id": 1, "hostname": "sw1", "sysObjectID": ".1.3.6.1.4.1.2011.2.23", "hardware": "S5735", "os": "vrp", "location": "HQ"}], "count": 1}""");
        Assert.Equal("librenms-json", read.Account.Format);
        Assert.Equal("Name=sw1; SysObjectId=.1.3.6.1.4.1.2011.2.23; Model=S5735; Platform=vrp; Site=HQ", Inputs.Text(Assert.Single(read.Subjects)));
    }

    [Fact]
    public void Addresses_and_interfaces_belong_to_their_device()
    {
        var read = Inputs.Read("""
            {"results": [
             {"mac_address": "00:e0:fc:01:02:03", "assigned_object_type": "dcim.interface", "assigned_object": {"name": "GE0", "device": {"name": "r1"}}},
             {"device": {"name": "r2"}, "name": "GE1", "mac_address": "00:11:22:33:44:55"},
             {"device": {"name": "r2"}, "name": "GE2", "mac_address": null}]}
            """);
        Assert.Equal(["Name=r1; MacAddress=00:e0:fc:01:02:03", "Name=r2; MacAddress=00:11:22:33:44:55"], read.Subjects.Select(Inputs.Text));
        Assert.Equal("RUB1303", Assert.Single(read.Unread).Problems[0].Kind.Code);
    }

    [Fact]
    public void The_key_of_a_type_is_no_model()
    {
        var read = Inputs.Read("""[{"name": "n1", "device_type": "0b2fd8a4-0000-4000-8000-000000000001", "serial": "1"}, {"name": "n2", "device_type": 7, "serial": "2"}]""");
        Assert.Equal(["Name=n1; Serial=1", "Name=n2; Serial=2"], read.Subjects.Select(Inputs.Text));
    }

    [Fact]
    public void The_inventory_of_LibreNMS_is_one_device_with_its_parts()
    {
        var read = Inputs.Read("""
            {"status": "ok", "inventory": [
             {"device_id": 4, "entPhysicalClass": "module", "entPhysicalContainedIn": 1, "entPhysicalMfgName": "Finisar", "entPhysicalModelName": "FTLX"},
             {"device_id": 4, "entPhysicalClass": "chassis", "entPhysicalContainedIn": 0, "entPhysicalMfgName": "Huawei", "entPhysicalModelName": "S5735", "entPhysicalSerialNum": "2102"},
             {"device_id": 5, "entPhysicalClass": "chassis", "entPhysicalContainedIn": 0, "entPhysicalMfgName": "", "entPhysicalModelName": ""}], "count": 3}
            """);
        Assert.Equal("librenms-json", read.Account.Format);
        Assert.Equal("EntityMaker=Huawei; EntityModel=S5735; Serial=2102; ModuleMaker=Finisar; ModuleModel=FTLX; Note=device 4 of LibreNMS", Inputs.Text(Assert.Single(read.Subjects)));
        Assert.Equal("RUB1303", Assert.Single(read.Unread).Problems[0].Kind.Code);
    }

    [Theory]
    [InlineData("{\"error\": \"no such column\", \"exception\": \"ProgrammingError\", \"netbox_version\": \"4.2\"}", "in.csv:1: RUB1301 NetBox answered with an error: found \"no such column\"; expected a page of devices")]
    [InlineData("{\"detail\": \"Invalid token\"}", "in.csv:1: RUB1301 NetBox answered with an error: found \"Invalid token\"; expected a page of devices")]
    [InlineData("{\"count\": 0, \"results\": []}", "in.csv: RUB1107 table has no rows: found an empty list; expected at least one device")]
    [InlineData("{\"count\": 0, \"results\": 5}", "in.csv:1: RUB1003 format not recognized: found results that are Number, not a list; expected CSV, TSV, XLSX, CycloneDX, SPDX, NetBox, nmap XML, an SNMP walk or another format that is read")]
    public void A_page_without_devices_says_why(string text, string expected)
    {
        Assert.Equal(expected, Assert.Single(Inputs.Read(text).Account.Problems).ToString());
    }

    [Fact]
    public void A_page_that_another_follows_is_said()
    {
        var read = Inputs.Read($$"""{"count": 3000, "next": "https://nb/api/dcim/devices/?offset=1000", "results": [{{Device}}]}""");
        Assert.Equal("in.csv ($.next): RUB1302 more pages follow: found 1 of 3000 entries; expected all pages of the list", Assert.Single(read.Account.Problems).ToString());
    }

    [Fact]
    public void Entries_that_are_no_devices_are_accounted_for()
    {
        var read = Inputs.Read($$"""{"results": [7, {"id": 4}, {{Device}}]}""");
        Assert.Equal(["RUB1303", "RUB1303"], read.Unread.Select(u => u.Problems[0].Kind.Code));
        Assert.Single(read.Subjects);
    }
}
