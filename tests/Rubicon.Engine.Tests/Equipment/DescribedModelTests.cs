using Rubicon.Equipment;
using Xunit;

namespace Rubicon.Engine.Tests.Equipment;

public class DescribedModelTests
{
    [Theory]
    [InlineData("QX350-10 10-Port Gigabit Managed Switch", null, "QX350-10")]
    [InlineData("QuartzCOM 9924Tx, version 3.2.1-04, built 08-Sep-2009", null, "QuartzCOM 9924Tx")]
    [InlineData("Bluelamp TM-5300 /P", "Bluelamp", "TM-5300")]
    [InlineData("RadioOS (MODEL: 225), Version 8.4.0.0", null, "225")]
    [InlineData("Product: VX900 ;SW Version: 7.40A", null, "VX900")]
    [InlineData("Linux host7 4.9.0 #1 SMP Mon Dec 12", null, null)]
    [InlineData("24-port Switch", null, null)]
    [InlineData("Switch v3.2.1", null, null)]
    [InlineData("2009-09-08", null, null)]
    [InlineData("", null, null)]
    public void The_words_of_a_description_give_the_model_or_nothing(string description, string? maker, string? model) =>
        Assert.Equal(model, DescribedModel.In(description, maker));

    [Fact]
    public void A_long_description_is_looked_at_up_to_a_bound() =>
        Assert.Null(DescribedModel.In(new string('x', 100_000) + " MODEL: 225", null));
}
