using Xunit;

namespace Rubicon.Reading.Tests;

public class LldpTests
{
    [Theory]
    [InlineData("""
        {"lldp": {"interface": [
          {"eth0": {"via": "LLDP", "rid": "1", "chassis": {"olt-1": {"id": {"type": "mac", "value": "00:e0:fc:01:02:03"}, "descr": "Huawei VRP S5735", "mgmt-ip": ["10.0.0.1", "fe80::1"], "capability": [{"type": "Bridge", "enabled": true}]}},
                    "port": {"id": {"type": "ifname", "value": "GE0/0/1"}, "descr": "to core"}}},
          {"eth1": {"chassis": {"id": {"type": "local", "value": "phone"}}, "port": {"id": {"type": "mac", "value": "00:11:22:33:44:55"}}, "lldp-med": {"inventory": {"manufacturer": "Yealink", "model": "T46", "serial": "7", "firmware": "66.8"}}}}]}}
        """)]
    [InlineData("""
        {"lldp": [{"interface": [
          {"name": "eth0", "via": "LLDP", "chassis": [{"id": [{"type": "mac", "value": "00:e0:fc:01:02:03"}], "name": [{"value": "olt-1"}], "descr": [{"value": "Huawei VRP S5735"}], "mgmt-ip": [{"value": "10.0.0.1"}, {"value": "fe80::1"}]}],
           "port": [{"id": [{"type": "ifname", "value": "GE0/0/1"}]}]},
          {"name": "eth1", "chassis": [{"id": [{"type": "local", "value": "phone"}]}], "port": [{"id": [{"type": "mac", "value": "00:11:22:33:44:55"}]}],
           "lldp-med": [{"inventory": [{"manufacturer": [{"value": "Yealink"}], "model": [{"value": "T46"}], "serial": [{"value": "7"}], "firmware": [{"value": "66.8"}]}]}]}]}]}
        """)]
    public void Both_shapes_read_the_same(string text)
    {
        var read = Inputs.Read(text);
        Assert.Equal(("lldpcli-json", ""), (read.Account.Format, read.Codes));
        Assert.Equal(
            ["Name=olt-1; Banner=Huawei VRP S5735; MacAddress=00:e0:fc:01:02:03; Note=address 10.0.0.1; Note=address fe80::1; Link=eth0 to GE0/0/1",
             "Name=phone; MacAddress=00:11:22:33:44:55; EntityMaker=Yealink; EntityModel=T46; Serial=7; Version=66.8; Link=eth1 to 00:11:22:33:44:55"],
            read.Subjects.Select(Inputs.Text));
        Assert.Equal(["$.lldp.interface.eth0", "$.lldp.interface.eth1"], read.Subjects.Select(s => s.Source.Pointer));
    }

    [Fact]
    public void A_single_neighbor_is_no_list()
    {
        var read = Inputs.Read("""{"lldp": {"interface": {"eth0": {"chassis": {"sw": {"id": {"type": "mac", "value": "00:e0:fc:01:02:03"}}}}}}}""");
        Assert.Equal("Name=sw; MacAddress=00:e0:fc:01:02:03; Link=eth0", Inputs.Text(Assert.Single(read.Subjects)));
    }

    [Theory]
    [InlineData("{\"lldp\": {}}", "RUB1530")]
    [InlineData("{\"lldp\": [{}]}", "RUB1530")]
    public void No_neighbor_is_an_error(string text, string code) => Assert.Equal(code, Inputs.Read(text).Codes);

    [Fact]
    public void A_neighbor_that_states_nothing_is_accounted_for()
    {
        var read = Inputs.Read("""{"lldp": {"interface": [{"eth0": {"via": "LLDP"}}]}}""");
        Assert.Equal("RUB1531", Assert.Single(read.Unread).Problems[0].Kind.Code);
    }
}
