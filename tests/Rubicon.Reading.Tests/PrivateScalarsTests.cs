using Rubicon.Subjects;
using Xunit;

namespace Rubicon.Reading.Tests;

public class PrivateScalarsTests
{
    [Theory]
    [InlineData("TCW241 SNMP Agent", true)]
    [InlineData("SWV-1623K-24N1", true)]
    [InlineData("RH2288H V3", true)]
    [InlineData("PT3080", true)]
    // Versions, days, addresses, readings.
    [InlineData("V1.2.3", false)]
    [InlineData("03.V05", false)]
    [InlineData("2024-05-01", false)]
    [InlineData("10.0.0.1", false)]
    [InlineData("54 VDC", false)]
    [InlineData("firmware7.bin", false)]
    // Numbers of the unit.
    [InlineData("GA10K33096", false)]
    [InlineData("HK30AGNZ88H", false)]
    [InlineData("8024S-100-70043", false)]
    [InlineData("00E0FC123456", false)]
    // Names of parts.
    [InlineData("Humidity1", false)]
    [InlineData("Port 7A", false)]
    [InlineData("", false)]
    public void A_text_formed_like_a_model_is_told_from_others(string text, bool model)
    {
        var subject = Assert.Single(Inputs.Read($"1.3.6.1.2.1.1.2.0|6|1.3.6.1.4.1.99999.1\n1.3.6.1.4.1.99999.1.2.0|4|{text}\n").Subjects);
        Assert.Equal(model ? text : null, subject.First(Field.Guess));
    }

    [Theory]
    // The first model among the scalars of the maker's own tree, where no object that is known states one.
    [InlineData("1.3.6.1.2.1.1.2.0|6|1.3.6.1.4.1.99999.1\n1.3.6.1.4.1.99999.1.1.0|4|V1.2.3\n1.3.6.1.4.1.99999.1.2.0|4|QX-700\n1.3.6.1.4.1.99999.1.3.0|4|AB-200\n", "QX-700")]
    // Of another tree only where that is the only one.
    [InlineData("1.3.6.1.2.1.1.2.0|6|1.3.6.1.4.1.8072.3.2.10\n1.3.6.1.4.1.99999.1.2.0|4|QX-700\n", "QX-700")]
    [InlineData("1.3.6.1.2.1.1.2.0|6|1.3.6.1.4.1.8072.3.2.10\n1.3.6.1.4.1.99999.1.2.0|4|QX-700\n1.3.6.1.4.1.99998.1.2.0|4|AB-200\n", "")]
    // What somebody typed in as the name is no model.
    [InlineData("1.3.6.1.2.1.1.2.0|6|1.3.6.1.4.1.99999.1\n1.3.6.1.2.1.1.5.0|4|QX-700\n1.3.6.1.4.1.99999.1.2.0|4|QX-700\n", "")]
    // The words of the chassis, without the word itself.
    [InlineData("1.3.6.1.2.1.1.2.0|6|1.3.6.1.4.1.99999.1\n1.3.6.1.2.1.1.1.0|4|System\n1.3.6.1.2.1.47.1.1.1.1.2.1|4|SSR 8020 chassis\n1.3.6.1.2.1.47.1.1.1.1.5.1|2|3\n", "SSR 8020")]
    public void A_walk_without_a_stated_model_gives_a_guess(string walk, string guess)
    {
        var subject = Assert.Single(Inputs.Read(walk).Subjects);
        Assert.Equal(guess, subject.First(Field.Guess) ?? "");
    }
}
