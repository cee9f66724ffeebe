using Xunit;

namespace Rubicon.Reading.Tests;

public class ListingTests
{
    private const string Dhcpd = """
        # The format of this file is documented in the dhcpd.leases(5) manual page.
        lease 10.0.0.5 {
          starts 4 2026/01/01 00:00:00;
          binding state active;
          hardware ethernet 00:e0:fc:01:02:03;
          set vendor-class-identifier = "udhcp 1.2 Huawei HG8245";
          client-hostname "ont-5";
        }
        lease 10.0.0.5 {
          hardware ethernet 00:e0:fc:01:02:03;
          client-hostname "ont-5";
        }
        lease 10.0.0.6 {
          hardware ethernet 01:00:5e:00:00:01;
        }
        lease 10.0.0.7 {
          hardware ethernet zz;
        }
        lease 10.0.0.8 {
          hardware ethernet 00:11:22:33:44:55;
        """;

    [Fact]
    public void Leases_of_dhcpd_are_devices_once()
    {
        var read = Inputs.Read(Dhcpd);
        Assert.Equal("dhcpd-leases", read.Account.Format);
        Assert.Equal(["2 Name=ont-5; MacAddress=00:e0:fc:01:02:03; Banner=udhcp 1.2 Huawei HG8245; Note=address 10.0.0.5"], read.Subjects.Select(s => $"{s.Source.Line} {Inputs.Text(s)}"));
        Assert.Equal(["RUB1541", "RUB1543"], read.Account.Problems.Select(p => p.Kind.Code).Where(c => c.StartsWith("RUB15", StringComparison.Ordinal)));
    }

    [Fact]
    public void Leases_of_dnsmasq_are_devices()
    {
        var read = Inputs.Read("1700000000 00:e0:fc:01:02:03 192.168.0.5 ont * \n1700000000 00:11:22:33:44:55 192.168.0.6 * 01:00\nduid 00:01:00\n1700000000 1234 fd00::5 ont 00:01\n");
        Assert.Equal("dnsmasq-leases", read.Account.Format);
        Assert.Equal(["Name=ont; MacAddress=00:e0:fc:01:02:03; Note=address 192.168.0.5", "Name=192.168.0.6; MacAddress=00:11:22:33:44:55"], read.Subjects.Select(Inputs.Text));
    }

    [Fact]
    public void Leases_of_Kea_are_a_table()
    {
        var read = Inputs.Read("address,hwaddr,client_id,valid_lifetime,expire,subnet_id,fqdn_fwd,fqdn_rev,hostname,state,user_context,pool_id\n10.0.0.5,00:e0:fc:01:02:03,,3600,1700000000,1,0,0,ont-5,0,,0\n");
        Assert.Equal("csv/inventory", read.Account.Format);
        Assert.Equal("MacAddress=00:e0:fc:01:02:03; Name=ont-5; Status=0", Inputs.Text(Assert.Single(read.Subjects)));
    }

    [Theory]
    [InlineData("# nodes\nolt1.example:10.0.0.1:zteolt:user:secret\nsw1:10.0.0.2:vrp::\n", "Name=olt1.example; Platform=zteolt; Banner=ZTE optical line terminal; Note=address 10.0.0.1", "Name=sw1; Platform=vrp; Banner=Huawei VRP; Note=address 10.0.0.2")]
    [InlineData("r1:ios\nr2:junos\n", "Name=r1; Platform=ios", "Name=r2; Platform=junos")]
    [InlineData("r1;comware;x\nr2;eos;y\n", "Name=r1; Platform=comware; Banner=Comware", "Name=r2; Platform=eos")]
    public void Nodes_of_Oxidized_are_devices_and_their_passwords_are_not_kept(string text, string first, string second)
    {
        var read = Inputs.Read(text);
        Assert.Equal(("oxidized-router-db", ""), (read.Account.Format, read.Codes));
        Assert.Equal([first, second], read.Subjects.Select(Inputs.Text));
    }

    [Theory]
    [InlineData("!Software Version V200R019C00SPC500\n#\nsysname core-1\n#\nvlan batch 10\n", "vrp", "Version=V200R019C00SPC500; Name=core-1; Platform=vrp; Banner=Software Version V200R019C00SPC500")]
    [InlineData("#\n version 7.1.070, Release 6318P01\n#\n sysname agg-1\n#\n", "comware", "Version=7.1.070, Release 6318P01; Name=agg-1; Platform=comware")]
    [InlineData("[MA5600V800R018: 5205]\n#\n sysname olt-9\n", "smartax", "Version=MA5600V800R018; Model=MA5600; Name=olt-9; Platform=smartax")]
    [InlineData("! Last configuration change\nversion 15.2\nservice timestamps\nhostname acc-1\n!\n! Chassis type: WS-C2960X\n", "ios", "Version=15.2; Name=acc-1; Model=WS-C2960X; Platform=ios; Banner=Chassis type: WS-C2960X")]
    [InlineData("# jan/02/2026 10:00:00 by RouterOS 7.11\n# model = RB4011iGS+\n# serial number = ABC123\n/system identity\nset name=edge\n", "routeros", "Version=7.11; Model=RB4011iGS+; Serial=ABC123; Name=edge; Platform=routeros; Banner=model = RB4011iGS+")]
    [InlineData("#config-version=FGT60F-7.0.5-FW-build0304:opmode=0\nconfig system global\n    set hostname \"fw-1\"\nend\n", "fortios", "Model=FGT60F; Version=7.0.5; Name=fw-1; Platform=fortios; Banner=config-version=FGT60F-7.0.5-FW-build0304:opmode=0")]
    [InlineData("version 18.4R3.3;\nsystem {\n    host-name mx-1;\n}\n", "junos", "Version=18.4R3.3; Name=mx-1; Platform=junos")]
    [InlineData("! Command: show running-config\n! device: leaf1 (DCS-7050TX-64, EOS-4.20.1F)\n!\nhostname leaf1\n", "eos", "Model=DCS-7050TX-64; Version=4.20.1F; Name=leaf1; Platform=eos")]
    [InlineData("; J9772A Configuration Editor; Created on release #YA.16.04\nhostname \"sw-3\"\n", "procurve", "Model=J9772A; Version=YA.16.04; Name=sw-3; Platform=procurve")]
    public void A_configuration_tells_platform_and_name(string text, string platform, string expected)
    {
        var read = Inputs.Read(text);
        Assert.Equal(($"configuration/{platform}", ""), (read.Account.Format, read.Codes));
        Assert.Equal(expected, Inputs.Text(Assert.Single(read.Subjects)));
    }

    [Fact]
    public void A_device_type_of_the_library_is_read_with_its_lines()
    {
        var read = Inputs.Read("---\nmanufacturer: Huawei\nmodel: AR6121E\npart_number: 02353TBH\nslug: huawei-ar6121e\nu_height: 1.0\ninterfaces:\n  - name: GE0\n    type: 1000base-t\n");
        Assert.Equal(("device-type", ""), (read.Account.Format, read.Codes));
        Assert.Equal(["2 Maker=Huawei", "3 Model=AR6121E", "4 PartNumber=02353TBH"], Assert.Single(read.Subjects).Statements.Select(s => $"{s.Line} {s.Field}={s.Text}"));
    }

    [Theory]
    [InlineData("manufacturer: Huawei\nmanufacturer: ZTE\nmodel: a\n", "RUB2002", 1)]
    [InlineData("manufacturer: [\nmodel: a\n", "RUB2001", 0)]
    [InlineData("manufacturer: ~\nmodel: ~\nu_height: 1\n", "", 1)]
    public void A_device_type_that_is_not_sound_is_named(string text, string code, int records)
    {
        var read = Inputs.Read(text);
        Assert.Equal((code, records), (read.Codes, read.Records.Count));
        if (code.Length == 0) Assert.Equal("RUB1544", Assert.Single(read.Unread).Problems[0].Kind.Code);
    }
}
