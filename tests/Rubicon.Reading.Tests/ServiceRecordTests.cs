using Xunit;

namespace Rubicon.Reading.Tests;

public class ServiceRecordTests
{
    [Theory]
    [InlineData("Visit Date,Technician,Employer,Employer Country,Site,Manufacturer,Model\n2026-03-01,T-7,Huawei Device,CN,Cedar Ridge,Huawei,BBU3900\n",
        "Service: ActDate=2026-03-01; Note=T-7; Performer=Huawei Device; PerformerCountry=CN; Site=Cedar Ridge; Maker=Huawei; Model=BBU3900; ItemKind=service visit; Act=maintenance", "csv/visits")]
    [InlineData("Visit ID,Contractor,Technician,Site\n9,ZTE USA,T-8,HQ\n", "Service: Supplier=ZTE USA; Performer=ZTE USA; Note=T-8; Site=HQ; ItemKind=service visit; Act=maintenance", "csv/visits")]
    [InlineData("Update date;Device;Firmware;Signed by;Hosted by;Hosted in;Performed by\n2026-03-01;r1;V2;ZTE;Cloud Host;HK;Own NOC\n",
        "Service: ActDate=2026-03-01; Version=V2; Performer=ZTE; Supplier=Cloud Host; SupplierCountry=HK; Performer=Own NOC; ItemKind=firmware update; Act=update", "csv/updates")]
    [InlineData("Update date,Signed by,Act,Item Type\n2026-03-01,ZTE,patch,software update\n", "Service: ActDate=2026-03-01; Performer=ZTE; Act=patch; ItemKind=software update", "csv/updates")]
    public void Records_of_visits_and_updates_tell_who_performs_and_from_where(string text, string expected, string format)
    {
        var read = Inputs.Read(text);
        var subject = Assert.Single(read.Subjects);
        Assert.Equal((format, expected), (read.Account.Format, $"{subject.Kind}: {Inputs.Text(subject)}"));
    }

    [Fact]
    public void An_inventory_that_says_who_maintains_a_device_stays_an_inventory()
    {
        var read = Inputs.Read("Manufacturer,Model,Serial,Technician\nZTE,F660,1,Acme\n");
        Assert.Equal(("csv/inventory", "Maker=ZTE; Model=F660; Serial=1; Performer=Acme"), (read.Account.Format, Inputs.Text(Assert.Single(read.Subjects))));
    }

    [Theory]
    [InlineData("IP Address,MAC Address,VLAN,Vendor\n10.0.0.5,00:e0:fc:01:02:03,7,Huawei\n", "MacAddress=00:e0:fc:01:02:03; Note=Huawei", true)]
    [InlineData("Name,IP,Manufacturer,MAC address\ncam,10.0.0.6,Realtek,00:e0:4c:01:02:03\n", "Name=cam; Note=Realtek; MacAddress=00:e0:4c:01:02:03", true)]
    [InlineData("Name,IP,Manufacturer,Model,MAC address\ncam,10.0.0.6,Dahua,IPC-1,00:e0:4c:01:02:03\n", "Name=cam; Maker=Dahua; Model=IPC-1; MacAddress=00:e0:4c:01:02:03", false)]
    public void The_vendor_of_an_address_is_not_the_maker_of_the_device(string text, string expected, bool said)
    {
        var read = Inputs.Read(text);
        Assert.Equal(expected, Inputs.Text(Assert.Single(read.Subjects)));
        Assert.Equal(said, read.Account.Problems.Any(p => p.Kind.Code == "RUB1545"));
    }

    [Fact]
    public void Handsets_are_known_by_IMEI_and_type_allocation_code()
    {
        var read = Inputs.Read("IMEI,TAC,FCC ID\n861234012345678,86123401,QISABC\n");
        Assert.Equal(("csv/inventory", "Imei=861234012345678; Imei=86123401; FccId=QISABC"), (read.Account.Format, Inputs.Text(Assert.Single(read.Subjects))));
    }
}
