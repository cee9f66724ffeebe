using Rubicon.Equipment;
using Xunit;

namespace Rubicon.Engine.Tests.Equipment;

public class DescribedModelTests
{
    [Theory]
    [InlineData("Netman 204", "UPS Manufacturing", "Netman 204")]
    [InlineData("SiteBoss 360 2.12.540 STD", "Asentria Corporation", "SiteBoss 360")]
    [InlineData("Room Alert 12E v3.3.0", "AVTECH Software, Inc.", "Room Alert 12E")]
    [InlineData("HP J9625A 2620-24-PoEP Switch, revision RA.16.02.0012", "HP", "J9625A 2620-24-PoEP")]
    [InlineData("Juniper Networks, Inc. ex3400-48t Ethernet Switch, kernel JUNOS 15.1X53", "Juniper", "ex3400-48t")]
    [InlineData("EdgeSwitch 24-Port 250W, 1.0.1.4720839, Linux 3.6.5", "Ubiquiti", "EdgeSwitch 24-Port 250W")]
    [InlineData("DES-3526 Fast-Ethernet Switch", "D-Link", "DES-3526")]
    [InlineData("PLANET, WDAP-3000AX, Indoor 3000AX Wireless AP", "PLANET Technology Corp.", "WDAP-3000AX")]
    [InlineData("Hardware Model:EC_AS7712-32X, Software version: OcNOS,6.5", null, "EC_AS7712-32X")]
    [InlineData("SAF microwave radio;CFIP Lumina FODU v2.64.33;Model:2;HW:15", "SAF tehnika", "CFIP Lumina FODU")]
    [InlineData("Meraki MR28 Cloud Managed AP", "Meraki", "MR28")]
    [InlineData("be.IP plus", "BinTec", "be.IP plus")]
    [InlineData("Linux box 4.19.0 #1 SMP", null, null)]
    [InlineData("UPS SNMP Agent", null, null)]
    [InlineData("Station, built 2017-01-02 12:00", null, "Station")]
    [InlineData("", null, null)]
    [InlineData("HPE OfficeConnect Switch 1820 8G J9979A, PT.02.01", "HPE", "1820 8G J9979A")]
    [InlineData("APC Web/SNMP Management Card (MB:v1)", "American Power Conversion Corp.", "Web/SNMP Management Card")]
    [InlineData("\"SiteBoss 571 2.11.380 STD", "Asentria Corporation", "SiteBoss 571")]
    [InlineData("ExtremeXOS (X650-24x(SSns)) version 15", "Extreme", "X650-24x(SSns)")]
    [InlineData("Ericsson IPOS-18.1.1.9.98p30-Release", "Ericsson", null)]
    public void The_model_is_the_first_words_with_a_number_behind_the_maker(string description, string? maker, string? model) =>
        Assert.Equal(model, DescribedModel.In(description, maker));

    [Theory]
    [InlineData("Hardware: Intel64 Family 6 Model 23 Stepping 6 AT/AT COMPATIBLE - Software: Windows Version 6.1", "Intel x64")]
    [InlineData("Hardware: AMD64 Family 16 Model 2 Stepping 3", "AMD x64")]
    [InlineData("Hardware: x86 Family 6 Model 1 Stepping 9", "Generic x86")]
    [InlineData("OpenBSD hostname 5.3 GENERIC.MP#58 i386", "Generic x86")]
    [InlineData("Linux AP 4.9.241 #2 SMP armv7l", "Generic ARM")]
    [InlineData("Linux RUT955.com 3.18.44 #1 mips", "Generic MIPS")]
    [InlineData("A router for x86_64 hosts", null)]
    public void A_host_tells_its_processor(string description, string? hardware) => Assert.Equal(hardware, HostHardware.In(description));
}
