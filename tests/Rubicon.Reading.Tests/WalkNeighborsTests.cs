using Rubicon.Subjects;
using Xunit;

namespace Rubicon.Reading.Tests;

public class WalkNeighborsTests
{
    private const string Own = "1.3.6.1.2.1.1.1.0|4|a switch\n1.3.6.1.2.1.1.5.0|4|core-1\n";

    [Theory]
    // LLDP: chassis of kind 4 is an address, the port's description is what a person calls it.
    [InlineData("1.0.8802.1.1.2.1.3.7.1.3.7|4|7\n1.0.8802.1.1.2.1.3.7.1.4.7|4|ge-0/0/7\n1.0.8802.1.1.2.1.4.1.1.4.0.7.1|2|4\n1.0.8802.1.1.2.1.4.1.1.5.0.7.1|4x|00e0fc010203\n1.0.8802.1.1.2.1.4.1.1.7.0.7.1|4|512\n1.0.8802.1.1.2.1.4.1.1.8.0.7.1|4|xe-1/0\n1.0.8802.1.1.2.1.4.1.1.9.0.7.1|4|core-2\n1.0.8802.1.1.2.1.4.1.1.10.0.7.1|4|Huawei VRP\n",
        "core-2 | 00:e0:fc:01:02:03 | xe-1/0 | ge-0/0/7 | Huawei VRP")]
    // A chassis of another kind is no address; a port without a description keeps its number.
    [InlineData("1.0.8802.1.1.2.1.4.1.1.4.0.7.1|2|7\n1.0.8802.1.1.2.1.4.1.1.5.0.7.1|4|rack 9\n1.0.8802.1.1.2.1.4.1.1.9.0.7.1|4|core-2\n", "core-2 |  |  | port 7 |")]
    // CDP.
    [InlineData("1.3.6.1.4.1.9.9.23.1.2.1.1.6.10101.1|4|sw-9\n1.3.6.1.4.1.9.9.23.1.2.1.1.7.10101.1|4|GigabitEthernet0/1\n1.3.6.1.4.1.9.9.23.1.2.1.1.8.10101.1|4|cisco WS-C2960|X\n", "sw-9 |  | GigabitEthernet0/1 |  | cisco WS-C2960/X")]
    // By name, as snmpwalk prints it.
    [InlineData("LLDP-MIB::lldpRemSysName.0.7.1 = STRING: core-2\nLLDP-MIB::lldpRemSysDesc.0.7.1 = STRING: two\n", "core-2 |  |  | port 7 | two")]
    // Says nothing of anybody.
    [InlineData("1.0.8802.1.1.2.1.4.1.1.7.0.7.1|4|512\n", null)]
    [InlineData("1.0.8802.1.1.2.1.4.1.1|4|512\n1.0.8802.1.1.2.1.4.1.1.9|4|x\n", null)]
    public void Neighbors_are_stated_on_the_device_that_sees_them(string table, string? expected)
    {
        string own = table.StartsWith("LLDP", StringComparison.Ordinal) ? "SNMPv2-MIB::sysDescr.0 = STRING: a switch\nSNMPv2-MIB::sysName.0 = STRING: core-1\n" : Own;
        var subject = Assert.Single(Inputs.Read(own + table).Subjects);
        Assert.Equal("core-1", subject.First(Field.Name));
        Assert.Equal(expected, subject.First(Field.Neighbor));
        Assert.DoesNotContain(subject.Statements, s => s.Field == Field.MacAddress);
    }

    [Fact]
    public void Random_tables_never_stop_a_walk()
    {
        var random = new Random(3);
        for (int round = 0; round < 300; round++)
        {
            string table = string.Concat(Enumerable.Range(0, 20).Select(_ =>
                $"{(random.Next(2) == 0 ? "1.0.8802.1.1.2.1.4.1.1" : "1.3.6.1.4.1.9.9.23.1.2.1.1")}.{random.Next(12)}.{random.Next(3)}.{random.Next(3)}{(random.Next(3) == 0 ? "" : ".1")}|{(random.Next(2) == 0 ? "4" : "4x")}|{new string([.. Enumerable.Range(0, random.Next(8)).Select(_ => (char)random.Next(32, 127))])}\n"));
            Assert.Equal("core-1", Assert.Single(Inputs.Read(Own + table).Subjects).First(Field.Name));
        }
    }
}
