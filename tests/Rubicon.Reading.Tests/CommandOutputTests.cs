using System.Text;
using Rubicon.Subjects;
using Xunit;

namespace Rubicon.Reading.Tests;

public class CommandOutputTests
{
    [Theory]
    [InlineData("""
        core1>display version
        Huawei Versatile Routing Platform Software
        VRP (R) software, Version 5.170 (S5735 V200R019C10SPC500)
        Copyright (C) 2000-2020 HUAWEI TECH Co., Ltd.
        HUAWEI S5735-L24T4S-A uptime is 3 weeks, 1 day
        """, "command/version", "EntityModel=S5735-L24T4S-A")]
    [InlineData("""
        Model: mx204
        Junos: 21.4R3
        Hostname: edge7
        """, "command/version", "EntityModel=mx204")]
    [InlineData("""
        NAME: "Chassis", DESCR: "Example chassis"
        PID: C8300-2N2S-6T     , VID: V01, SN: ABC1234X
        NAME: "Fan 0", DESCR: "Fan tray"
        PID: C8300-FAN-1R      , VID: V01, SN: DEF1234X
        """, "command/inventory", "EntityModel=C8300-2N2S-6T")]
    [InlineData("""
        Slot 1:
        DEVICE_NAME          : S5130-28S-HI
        DEVICE_SERIAL_NUMBER : 210235A1AAA000000001
        MAC_ADDRESS          : 00E0-FC00-0001
        VENDOR_NAME          : H3C
        """, "command/inventory", "EntityMaker=H3C")]
    [InlineData("""
        Local Intf: Te1/1/1
        Chassis id: 00e0.fc01.0203
        Port id: GigabitEthernet0/0/1
        System Name: agg-4
        System Description:
        S6730-H48X6C
        Huawei Versatile Routing Platform Software

        Time remaining: 100 seconds
        """, "command/neighbors", "Link=Te1/1/1 to GigabitEthernet0/0/1")]
    [InlineData("""
        Protocol  Address          Age (min)  Hardware Addr   Type   Interface
        Internet  192.0.2.7               12  00e0.fc01.0203  ARPA   Vlan10
        """, "command/addresses", "Name=192.0.2.7; MacAddress=00:e0:fc:01:02:03")]
    [InlineData("""
        GigabitEthernet0/0/1 current state : UP
        Line protocol current state : UP
        IP Sending Frames' Format is PKTFMT_ETHNT_2, Hardware address is 00e0-fc01-0203
        """, "command/interfaces", "MacAddress=00:e0:fc:01:02:03")]
    [InlineData("""
          F/S/P   ONT         SN         Control     Run      Config   Match    Protect
                  ID                     flag        state    state    state    side
          0/ 1/0    0  485754430A0B0C0D  active      online   normal   match    no
        """, "command/optical-terminals", "Serial=485754430A0B0C0D")]
    public void What_a_terminal_prints_is_told_by_its_text(string text, string format, string holds)
    {
        var read = Inputs.Read(text, name: "out.txt");
        Assert.Equal(format, read.Account.Format);
        Assert.Contains(holds, Inputs.Text(read.Subjects[0]), StringComparison.Ordinal);
        Assert.Empty(read.Unread);
    }

    [Fact]
    public void Each_neighbor_is_a_device_of_its_own_with_its_line()
    {
        var read = Inputs.Read("""
            Device ID: phone-1
            Platform: Example Phone 7, Capabilities: Host
            Port ID (outgoing port): Port 1
            -------------------------
            Device ID: ap-1
            Platform: cisco AIR-AP1, Capabilities: Trans-Bridge
            Port ID (outgoing port): Gi0
            """, name: "cdp.txt");
        Assert.Equal([1, 5], read.Subjects.Select(s => s.Source.Line));
        Assert.Equal("AIR-AP1", read.Subjects[1].First(Field.EntityModel));
    }

    [Fact]
    public void Addresses_of_groups_are_nobodys_and_addresses_made_up_say_nothing()
    {
        var read = Inputs.Read("""
            Vlan    Mac Address       Type        Ports
             10     0100.5e00.0001    STATIC      CPU
             10     00e0.fc01.0203    DYNAMIC     Gi0/1
             10     0a00.0000.0001    DYNAMIC     Gi0/2
            """, name: "mac.txt");
        Assert.Equal(2, read.Subjects.Count);
        Assert.Equal("RUB6202 RUB6203", read.Codes);
    }

    [Fact]
    public void An_output_of_a_known_command_without_a_device_is_said_to_name_none()
    {
        var read = Inputs.Read("Device ID        Local Intrfce     Holdtme    Capability  Platform  Port ID\n\nTotal cdp entries displayed : 0\n", name: "cdp.txt");
        Assert.Empty(read.Subjects);
        Assert.Equal("RUB6201", read.Codes);
    }

    [Theory]
    [InlineData("Dahua|IPC|1\nmfr|part number|mac\nHikvision|DS-1|00:11:22:33:44:55")]
    [InlineData("Manufacturer,Model\nHuawei Versatile,AR1\n")]
    public void A_row_of_known_headers_makes_a_table(string text) => Assert.StartsWith("csv", Inputs.Read(text).Account.Format, StringComparison.Ordinal);

    [Fact]
    public void Whatever_a_terminal_sends_the_account_is_true()
    {
        var random = new Random(5);
        string[] samples =
        [
            "Huawei Versatile Routing Platform Software\nHUAWEI NE40E uptime is 1 day\nESN of device: 1\n",
            "NAME: \"Chassis\", DESCR: \"x\"\nPID: A-1 , VID: V01, SN: 9\n",
            "Local Intf: 1\nChassis id: 00e0.fc01.0203\nPort id: 2\nSystem Description:\nx\n",
            "F/S/P   ONT  SN\n0/1/0 0 485754430A0B0C0D active\nF/S/P : 0/1/0\nSN : 4857544300000000\n",
            "Protocol Address Hardware Addr\nx 192.0.2.1 00e0.fc01.0203\n",
        ];
        for (int round = 0; round < 2000; round++)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(samples[round % samples.Length]);
            for (int change = random.Next(4); change >= 0; change--) bytes[random.Next(bytes.Length)] = (byte)random.Next(1, 256);
            var read = Inputs.Read(bytes[..random.Next(1, bytes.Length + 1)], name: "out.txt");
            Assert.Equal(read.Account.Records, read.Subjects.Count + read.Unread.Count);
        }
    }
}
