using Rubicon.Equipment;
using Rubicon.Reading.Registries;
using Rubicon.Reading.Tests.Makers;
using Xunit;

namespace Rubicon.Reading.Tests.Registries;

public class RegisterFilesTests
{
    private static readonly string Folder = RepositoryFolders.Of("registries");

    [Fact]
    public void The_registers_of_the_repository_are_sorted_and_whole() =>
        Assert.Equal("", string.Join("\n", RegisterFiles.Check(Folder)));

    [Theory]
    [InlineData("00:e0:fc:12:34:56", "HUAWEI TECHNOLOGIES CO.,LTD")]
    [InlineData("3c:ef:8c:00:00:01", "Zhejiang Dahua Technology Co., Ltd.")]
    public void A_prefix_gives_its_registrant(string text, string registrant)
    {
        Assert.True(MacAddress.TryRead(text, out var address));
        Assert.Equal(registrant, RegisterFiles.Open(Folder).Registers.Mac!.Find(address));
    }

    [Theory]
    [InlineData(9u, "ciscoSystems")]
    [InlineData(2011u, "HUAWEI Technology Co.,Ltd")]
    [InlineData(39165u, "Hikvision Digital Technology Co., Ltd.")]
    public void A_number_gives_its_registrant(uint number, string registrant) =>
        Assert.Equal(registrant, RegisterFiles.Open(Folder).Registers.Enterprise!.Find(number));

    [Theory]
    [InlineData("1.3.6.1.4.1.9.1.615", "catalyst3560G24TS")]
    [InlineData("1.3.6.1.4.1.12356.101.1.644", "fgt60F")]
    [InlineData("1.3.6.1.4.1.8072.3.2.10", null)]
    [InlineData("1.3.6.1.2.1.1", null)]
    public void An_object_identifier_gives_the_name_of_the_product(string oid, string? name) =>
        Assert.Equal(name, RegisterFiles.Open(Folder).Registers.Products!.Find(oid));

    [Fact]
    public void A_missing_register_is_said_and_names_nobody()
    {
        var reading = RegisterFiles.Open(Path.Combine(Folder, "nowhere"));
        Assert.Equal(["RUB2120", "RUB2120", "RUB2120"], reading.Problems.Select(p => p.Kind.Code));
        Assert.Null(reading.Registers.Mac);
    }
}
