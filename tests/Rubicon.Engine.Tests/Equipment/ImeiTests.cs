using Rubicon.Diagnostics;
using Rubicon.Equipment;
using Rubicon.Parties;
using Rubicon.Subjects;
using Xunit;

namespace Rubicon.Engine.Tests.Equipment;

public class ImeiTests
{
    [Theory]
    [InlineData("490154203237518", "49015420", true)]
    [InlineData("49-015420-323751-8", "49015420", true)]
    [InlineData("490154203237517", "49015420", false)]
    [InlineData("49015420323751", "49015420", true)]
    [InlineData("4901542032375101", "49015420", true)]
    [InlineData("49015420", "49015420", true)]
    public void A_number_is_read_with_and_without_its_check_digit(string text, string allocation, bool checks)
    {
        Assert.True(Imei.TryRead(text, out var imei));
        Assert.Equal((allocation, checks), (imei.TypeAllocation, imei.Checks));
    }

    [Theory]
    [InlineData("")]
    [InlineData("4901542")]
    [InlineData("000000000000000")]
    [InlineData("49015420323751X")]
    [InlineData("A0000012345678")]
    public void Anything_else_is_no_such_number(string text) => Assert.False(Imei.TryRead(text, out _));

    [Fact]
    public void A_known_type_allocation_code_names_the_maker_and_an_unknown_one_is_said_to_be_unknown()
    {
        var allocated = new StatementSource("a register of the test", null, Confidence.Verified);
        var entry = new MakerEntry
        {
            Party = new Party("acme", "Acme", [], [], null, []),
            File = "acme",
            TypeAllocations = [new SourcedText("49015420", allocated)],
        };
        var identifier = new EquipmentIdentifier(new MakerKnowledge([entry], [], []), Registers.None);
        var known = identifier.Identify(Phone("490154203237518"));
        Assert.Equal(("acme", Strength.SystemObjectId), (known.MakerKey, known.Strength));
        var unknown = identifier.Identify(Phone("861234012345670"));
        Assert.Null(unknown.MakerText);
        Assert.Contains(unknown.Notes, n => n.Contains("type allocation code 86123401", StringComparison.Ordinal) && n.Contains("TAF of China", StringComparison.Ordinal));
        Assert.Contains(identifier.Identify(Phone("490154203237517")).Notes, n => n.Contains("check digit", StringComparison.Ordinal));
        Assert.Contains(identifier.Identify(Phone("none")).Notes, n => n.Contains("no IMEI", StringComparison.Ordinal));
    }

    private static Subject Phone(string imei) => new(SubjectKind.Device, new SourceLocation("phones.csv", 2), [new Statement(Field.Imei, imei, 1)]);
}
