using Rubicon.Matching;
using Rubicon.Matching.Identifiers;
using Rubicon.Parties;
using Xunit;

namespace Rubicon.Engine.Tests.Matching;

public sealed class IdentifierTests
{
    // Examples: GLEIF's own LEI (506700GE1G29325QX363) and the Bank of Utah's, both public; Huawei's USCC from its filings.
    [Theory]
    [InlineData("lei", "506700GE1G29325QX363", true)]
    [InlineData("lei", "506700GE1G29325QX364", false)]
    [InlineData("lei", "506700GE1G29325QX36", false)]
    [InlineData("lei", "506700ge1G29325QX363", false)]
    [InlineData("uscc", "914403001922038216", true)]
    [InlineData("uscc", "914403001922038217", false)]
    [InlineData("uscc", "91440300192203821I", false)]
    [InlineData("uei", "ZQGGHJH74DW7", true)]
    [InlineData("uei", "0QGGHJH74DW7", false)]
    [InlineData("uei", "ZQGGHJH74DWO", false)]
    [InlineData("cage", "1ABC2", true)]
    [InlineData("cage", "1ABC", false)]
    [InlineData("cage", "1ABO2", false)]
    [InlineData("fcc-grantee", "QIS", true)]
    [InlineData("fcc-grantee", "2ABCD", true)]
    [InlineData("fcc-grantee", "2AB", false)]
    [InlineData("fcc-grantee", "ABCDE", false)]
    [InlineData("registry:cn", "X", true)]
    [InlineData("lei", "", false)]
    public void Identifiers_are_checked_by_their_scheme(string scheme, string value, bool valid) =>
        Assert.Equal(valid, Identifier.IsValid(scheme, value));

    [Fact]
    public void Each_changed_digit_of_an_LEI_is_noticed()
    {
        const string Lei20 = "506700GE1G29325QX363";
        for (int i = 0; i < Lei20.Length; i++)
        {
            char other = Lei20[i] == '7' ? '1' : '7';
            Assert.False(Lei.IsValid(Lei20[..i] + other + Lei20[(i + 1)..]));
        }
    }

    private static readonly PartyIndex Index = PartyIndex.Build(
    [
        Some.Huawei with { Identifiers = [Some.Id("uscc", "914403001922038216"), Some.Id("fcc-grantee", "QIS")] },
        Some.Zte,
    ]);

    private static NameMatch? Best(string text, params PartyIdentifier[] identifiers) =>
        Index.Find(new NameQuery(text, null, [.. identifiers])).FirstOrDefault();

    [Fact]
    public void An_equal_identifier_scores_one_whatever_the_name()
    {
        NameMatch match = Assert.IsType<NameMatch>(Best("Something Else Entirely", Some.Id("uscc", "9144 0300-1922038216")));
        Assert.Equal(1, match.Score);
        Assert.Equal("914403001922038216", match.Identifier?.Value);
        Assert.Null(match.Name);
        Assert.Contains(match.Reasons, r => r.Kind == MatchReasonKind.IdentifierEqual && r.Text.Contains("\"914403001922038216\"", StringComparison.Ordinal));
        Assert.Contains(match.Reasons, r => r.Kind == MatchReasonKind.NameDiffers);
    }

    [Fact]
    public void An_identifier_alone_is_enough() => Assert.Equal("huawei", Best("", Some.Id("fcc-grantee", "qis"))?.Party.Key);

    [Fact]
    public void An_identifier_that_contradicts_takes_a_strong_name_below_strong()
    {
        NameMatch match = Assert.IsType<NameMatch>(Best("Huawei Technologies Co., Ltd.", Some.Id("fcc-grantee", "2ABCD")));
        Assert.InRange(match.Score, MatchThreshold.Possible, MatchThreshold.Strong);
        Assert.Contains(match.Reasons, r => r.Kind == MatchReasonKind.IdentifierDiffers && r.Text.Contains("\"QIS\"", StringComparison.Ordinal));
    }

    [Fact]
    public void An_identifier_that_fails_its_check_is_not_held_against_the_party()
    {
        NameMatch match = Assert.IsType<NameMatch>(Best("Huawei Technologies Co., Ltd.", Some.Id("uscc", "914403001922038217")));
        Assert.True(match.Score >= MatchThreshold.Strong);
        Assert.Contains(match.Reasons, r => r.Kind == MatchReasonKind.IdentifierInvalid);
    }

    [Fact]
    public void An_empty_identifier_matches_nobody() => Assert.Null(Best("", Some.Id("uscc", " - ")));
}
