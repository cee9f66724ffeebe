using Xunit;

namespace Rubicon.Reading.Tests;

public class NmapTests
{
    private const string Head = "<?xml version=\"1.0\"?>\n<!DOCTYPE nmaprun>\n<?xml-stylesheet href=\"file:///usr/share/nmap/nmap.xsl\" type=\"text/xsl\"?>\n<nmaprun scanner=\"nmap\" version=\"7.93\">\n<scaninfo type=\"syn\" services=\"1-3\"/>\n";
    private const string End = "<runstats><finished time=\"1\" exit=\"success\"/><hosts up=\"1\" down=\"0\" total=\"1\"/></runstats>\n</nmaprun>\n";

    private const string Host = """
        <host><status state="up"/><address addr="10.0.0.9" addrtype="ipv4"/><address addr="E0:50:8B:01:02:03" addrtype="mac" vendor="Zhejiang Dahua Technology"/>
        <hostnames><hostname name="cam9" type="PTR"/></hostnames>
        <ports><extraports state="closed" count="998"/>
        <port protocol="tcp" portid="80"><state state="open"/><service name="http" product="Dahua DVR http interface" devicetype="webcam" method="probed" conf="10"/>
         <script id="http-title" output="WEB SERVICE"/><script id="http-methods" output="GET"/></port>
        <port protocol="tcp" portid="22"><state state="open"/><service name="ssh" product="OpenSSH" version="8.0"/></port>
        <port protocol="udp" portid="161"><state state="open"/><script id="snmp-sysdescr" output="IPC-HDW&#xa;  System uptime: 1d"/></port></ports>
        <os><osmatch name="Linux 4.X" accuracy="95"><osclass type="webcam" vendor="Dahua" osfamily="embedded" accuracy="95"/></osmatch></os></host>

        """;

    [Fact]
    public void A_host_is_read_and_the_vendor_of_its_address_is_not_its_maker()
    {
        var read = Inputs.Read(Head + Host + End);
        Assert.Equal(("nmap-xml", ""), (read.Account.Format, read.Codes));
        var host = Assert.Single(read.Subjects);
        Assert.Equal((6, "/nmaprun/host[1]"), (host.Source.Line, host.Source.Pointer));
        Assert.Equal(
            "Name=cam9; Note=address 10.0.0.9; MacAddress=E0:50:8B:01:02:03; Note=nmap: the interface is of Zhejiang Dahua Technology; Banner=Dahua DVR http interface webcam; Banner=WEB SERVICE; "
            + "Guess=OpenSSH 8.0; SysDescr=IPC-HDW; Guess=Linux 4.X; Guess=Dahua embedded",
            Inputs.Text(host));
    }

    [Theory]
    [InlineData(End, "RUB1520", 0)]
    [InlineData("<host><status state=\"down\"/><address addr=\"1.2.3.4\" addrtype=\"ipv4\"/></host>" + End, "RUB1523 RUB1520", 0)]
    [InlineData("<host><status state=\"up\"/></host>" + End, "", 1)]
    [InlineData(Host + "</nmaprun>", "RUB1522", 1)]
    [InlineData(Host + "<host><status state=\"up\"/><addr", "RUB1501", 1)]
    [InlineData(Host + "<host><address addr=\"&x;\"/></host>" + End, "RUB1503", 1)]
    public void A_report_that_is_not_whole_says_why(string rest, string codes, int records)
    {
        var read = Inputs.Read(Head + rest);
        Assert.Equal((codes, records), (read.Codes, read.Records.Count));
    }
}
