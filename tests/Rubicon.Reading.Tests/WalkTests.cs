using Rubicon.Subjects;
using Xunit;

namespace Rubicon.Reading.Tests;

public class WalkTests
{
    [Theory]
    [InlineData("""
        .1.3.6.1.2.1.1.1.0 = STRING: "Huawei Versatile Routing Platform
        Version 5.170"
        .1.3.6.1.2.1.1.2.0 = OID: .1.3.6.1.4.1.2011.2.23.114
        .1.3.6.1.2.1.1.5.0 = STRING: "sw1"
        .1.3.6.1.2.1.2.2.1.6.2 = Hex-STRING: 00 E0 FC 01 02 03
        """, "Name=sw1; SysDescr=Huawei Versatile Routing Platform\nVersion 5.170; SysObjectId=1.3.6.1.4.1.2011.2.23.114; MacAddress=00:e0:fc:01:02:03")]
    [InlineData("""
        SNMPv2-MIB::sysDescr.0 = STRING: Linux box
        SNMPv2-MIB::sysObjectID.0 = OID: SNMPv2-SMI::enterprises.2011.2.1
        SNMPv2-MIB::sysLocation.0 = STRING: Cedar Ridge
        IF-MIB::ifPhysAddress.1 = STRING:
        IF-MIB::ifPhysAddress.2 = STRING: 0:e0:fc:1:2:3
        IF-MIB::ifPhysAddress.3 = STRING: 0:0:0:0:0:0
        ENTITY-MIB::entPhysicalClass.1 = INTEGER: chassis(3)
        ENTITY-MIB::entPhysicalMfgName.1 = STRING: ZTE
        ENTITY-MIB::entPhysicalModelName.1 = STRING: C320
        """, "SysDescr=Linux box; SysObjectId=1.3.6.1.4.1.2011.2.1; EntityMaker=ZTE; EntityModel=C320; MacAddress=00:e0:fc:01:02:03; Site=Cedar Ridge")]
    [InlineData("""
        1.3.6.1.2.1.1.1.0|4|Linux box
        1.3.6.1.2.1.33.1.1.1.0|4|HUAWEI
        1.3.6.1.4.1.39165.1.1.0|4|DS-1
        1.3.6.1.4.1.39165.1.3.0|4|more
        """, "SysDescr=Linux box; EntityMaker=HUAWEI; EntityModel=DS-1; AnsweredOid=1.3.6.1.4.1.39165.1.1; AnsweredOid=1.3.6.1.4.1.39165.1.3")]
    [InlineData("""
        1.3.6.1.2.1.47.1.1.1.1.5.1|2|3
        1.3.6.1.2.1.47.1.1.1.1.7.1|4|QX24-P8
        1.3.6.1.2.1.47.1.1.1.1.13.1|4|
        1.3.6.1.2.1.47.1.1.1.1.5.2|2|9
        1.3.6.1.2.1.47.1.1.1.1.13.2|4|0x0002
        """, "EntityModel=QX24-P8")]
    [InlineData("""
        1.3.6.1.2.1.47.1.1.1.1.13.1|4|
        1.3.6.1.2.1.47.1.1.1.1.13.1000|4|WS-C4948-10GE
        1.3.6.1.2.1.47.1.1.1.1.13.1001|4|X2-10GB-SR
        """, "EntityModel=WS-C4948-10GE; ModuleModel=X2-10GB-SR")]
    [InlineData("""
        1.3.6.1.2.1.1.1.0|4|Printer card
        1.3.6.1.2.1.25.3.2.1.2.1|6|1.3.6.1.2.1.25.3.1.5
        1.3.6.1.2.1.25.3.2.1.3.1|4|Color Press 5
        """, "SysDescr=Printer card; EntityModel=Color Press 5")]
    [InlineData("""
        1.3.6.1.4.1.25461.2.1.2.2.1.0|4|PA-5220
        1.3.6.1.4.1.57344.1.2.6.1.18.1|4|the model of a neighbor
        """, "EntityModel=PA-5220; AnsweredOid=1.3.6.1.4.1.25461.2.1; AnsweredOid=1.3.6.1.4.1.57344.1.2")]
    [InlineData("""
        iso.3.6.1.2.1.1.2.0 = OID: iso.3.6.1.4.1.9.1.1
        iso.3.6.1.2.1.1.1.0 = ""
        iso.3.6.1.2.1.1.6.0 = No Such Object available on this agent at this OID
        """, "SysObjectId=1.3.6.1.4.1.9.1.1")]
    [InlineData("""
        1.3.6.1.2.1.1.1.0|4x|5a5445
        1.3.6.1.2.1.1.2.0|6|.1.3.6.1.4.1.3902.3

        1.3.6.1.2.1.2.2.1.6.1|4x|00d0d0010203
        1.3.6.1.2.1.2.2.1.6.2|4x|000000000000
        1.3.6.1.2.1.2.2.1.6.3|4e|\x00\xd0\xd0\x01\x02\x04
        1.0.8802.1.1.2.1.3.1.0|2|4
        1.0.8802.1.1.2.1.3.2.0|4x|00d0d0010299
        1.0.8802.1.1.2.1.4.1.1.5.0.1.1|4x|00e0fc999999
        """, "SysDescr=ZTE; SysObjectId=1.3.6.1.4.1.3902.3; MacAddress=00:d0:d0:01:02:99; MacAddress=00:d0:d0:01:02:03; MacAddress=00:d0:d0:01:02:04; Neighbor=| 00:e0:fc:99:99:99 |  | port 1 |")]
    [InlineData("""
        1.3.6.1.2.1.1.1.0|4|Linux gw 5.4.137 #0 SMP armv7l
        1.3.6.1.4.1.8072.1.3.2.3.1.1.8.104.97.114.100.119.97.114.101|4|Example Gate 7
        1.3.6.1.4.1.8072.1.3.2.3.1.1.6.115.101.114.105.97.108|4|S123
        """, "SysDescr=Linux gw 5.4.137 #0 SMP armv7l; EntityModel=Example Gate 7; Serial=S123; AnsweredOid=1.3.6.1.4.1.8072.1.3")]
    [InlineData("""
        1.3.6.1.2.1.1.1.0|4|Linux clock 3.2.2 #1 armv5tel
        1.3.6.1.4.1.13827.14.1.16.0|4|Clock_D2 GPS 6010-0067 v 3.04 - Sep 24
        """, "SysDescr=Linux clock 3.2.2 #1 armv5tel; EntityModel=Clock_D2 GPS 6010-0067; AnsweredOid=1.3.6.1.4.1.13827.14.1")]
    [InlineData("""
        1.3.6.1.2.1.1.1.0|4|Linux box
        1.3.6.1.2.1.47.1.1.1.1.5.1|2|3
        1.3.6.1.2.1.47.1.1.1.1.2.1|4|Carrier 5U chassis
        """, "SysDescr=Linux box; EntityModel=Carrier 5U")]
    [InlineData("""
        1.3.6.1.2.1.1.1.0|4|Integrated Access Software
        1.3.6.1.2.1.47.1.1.1.1.5.1|2|3
        1.3.6.1.2.1.47.1.1.1.1.13.1|4|FRAME-300
        1.3.6.1.2.1.47.1.1.1.1.2.9|4|Manufactured Board,MA5603T,H801MABO,1*1
        """, "SysDescr=Integrated Access Software; EntityModel=MA5603T; EntityModel=FRAME-300")]
    [InlineData("""
        1.3.6.1.2.1.1.1.0|4|Hardware: Intel64 Family 6 - Software: Windows
        1.3.6.1.2.1.25.3.2.1.2.1|6|1.3.6.1.2.1.25.3.1.5
        1.3.6.1.2.1.25.3.2.1.3.1|4|Print to file 1
        """, "SysDescr=Hardware: Intel64 Family 6 - Software: Windows")]
    public void A_walk_gives_one_device(string text, string expected)
    {
        var read = Inputs.Read(text);
        var device = Assert.Single(read.Subjects);
        Assert.Equal(expected, Inputs.Text(device), ignoreLineEndingDifferences: true);
        Assert.Equal((SubjectKind.Device, "snmp-walk", ""), (device.Kind, read.Account.Format, read.Codes));
    }

    [Fact]
    public void The_chassis_comes_before_its_modules_and_each_names_its_object()
    {
        var read = Inputs.Read("""
            1.3.6.1.2.1.47.1.1.1.1.5.1|2|9
            1.3.6.1.2.1.47.1.1.1.1.5.2|2|3
            1.3.6.1.2.1.47.1.1.1.1.11.1|4|M-1
            1.3.6.1.2.1.47.1.1.1.1.11.2|4|C-1
            1.3.6.1.2.1.47.1.1.1.1.12.1|4|Huawei
            1.3.6.1.2.1.47.1.1.1.1.12.2|4|Juniper
            1.3.6.1.2.1.47.1.1.1.1.13.1|4|SFP
            """);
        Assert.Equal(
            ["EntityMaker=Juniper 1.3.6.1.2.1.47.1.1.1.1.12.2 (class 3)", "Serial=C-1 1.3.6.1.2.1.47.1.1.1.1.11.2 (class 3)",
             "ModuleMaker=Huawei 1.3.6.1.2.1.47.1.1.1.1.12.1 (class 9)", "ModuleModel=SFP 1.3.6.1.2.1.47.1.1.1.1.13.1 (class 9)"],
            Assert.Single(read.Subjects).Statements.Select(s => $"{s.Field}={s.Text} {s.Pointer}"));
    }

    [Theory]
    [InlineData("1.3.6.1.2.1.1.1.0|4|a\nhello there\n1.3.6.1.2.1.1.2.0|6|1.3.6.1.4.1.9\n", "", 1)]
    [InlineData("1.3.6.1.2.1.1.2.0|6|1.3.6.1.4.1.9\n<<garbage>>\n", "RUB1402", 1)]
    [InlineData("1.3.6.1.2.1.1.1.0|4|a\n1.3.6.1.2.1.2.2.1.6.1|4x|0011\n", "RUB1404", 1)]
    [InlineData("1.3.6.1.2.1.1.2.0|6|1.3.6.1.4.1.9\n1.3.6.1.2.1.1.2.0|6|1.3.6.1.4.1.2011\n", "RUB1405", 1)]
    [InlineData(".1.3.6.1.2.1.1.2.0 = OID: .1.3.6.1.4.1.9\nTimeout: No Response from 10.0.0.1\n", "RUB1403", 1)]
    [InlineData("Timeout: No Response from 10.0.0.1\n", "RUB1403 RUB1401", 0)]
    [InlineData("1.3.6.1.2.1.1.5.0|4|only-a-place\n1.3.6.1.2.1.1.1.0|4", "RUB1402", 1)]
    public void A_damaged_walk_gives_what_it_holds_and_says_what_it_lost(string text, string codes, int subjects)
    {
        var read = Inputs.Read(text);
        Assert.Equal(codes, read.Codes);
        Assert.Equal(subjects, read.Subjects.Count);
    }

    [Fact]
    public void A_walk_that_names_nothing_is_unread()
    {
        var read = Inputs.Read("1.3.6.1.2.1.1.6.0|4|Cedar Ridge\n1.3.6.1.2.1.11.1.0|65|3\n");
        Assert.Equal("in.csv:1: RUB1401 walk names no device: found 2 lines, none of which names the device; expected sysDescr, sysObjectID, entity rows or interface addresses",
            Assert.Single(read.Unread).Problems[0].ToString());
    }
}
