using Rubicon.Matching;
using Rubicon.Parties;
using Xunit;

namespace Rubicon.Engine.Tests.Matching;

public sealed class PartyIndexTests
{
    [Theory]
    [InlineData("Huawei Tech Co Ltd", "huawei")]
    [InlineData("HUAWEI TECH. CO., LTD", "huawei")]
    [InlineData("华为技术有限公司", "huawei")]
    [InlineData("華為", "huawei")]
    [InlineData("Hua Wei", "huawei")]
    [InlineData("Huawei Deutschland GmbH", "huawei")]
    [InlineData("Huaweitech", "huawei")]
    [InlineData("Hauwei Technologies Co., Ltd.", "huawei")]
    [InlineData("Huawei 华为技术有限公司", "huawei")]
    [InlineData("Z.T.E.", "zte")]
    [InlineData("Хуавэй", "huawei")]
    [InlineData("Zhongxing Telecom", "zte")]
    [InlineData("Dahua", "dahua")]
    [InlineData("Technology Dahua, Zhejiang", "dahua")]
    [InlineData("Hangzhou Hikvision Dig Tech", "hikvision")]
    [InlineData("HangzhouHikvision", "hikvision")]
    [InlineData("海康威视", "hikvision")]
    [InlineData("China Telecom Americas", "china-telecom-americas")]
    [InlineData("China Mobile Intl USA", "china-mobile-usa")]
    public void Other_spellings_of_a_name_are_strong(string text, string key)
    {
        NameMatch match = Assert.IsType<NameMatch>(Some.Best(text));
        Assert.Equal(key, match.Party.Key);
        Assert.True(match.Score >= MatchThreshold.Strong, $"{match.Score} {string.Join("; ", match.Reasons)}");
    }

    [Theory]
    [InlineData("Huawei Hotel Ltd")]
    [InlineData("华为酒店")]
    [InlineData("华为 Hotel")]
    [InlineData("ZTE Zahntechnik Elsner")]
    [InlineData("Dahua Street Bakery")]
    [InlineData("Shanghai Dahua Scale Factory")]
    [InlineData("China Telecom Global")]
    [InlineData("China Telecom")]
    [InlineData("China Mobile Hong Kong")]
    [InlineData("Ciena Corporation")]
    [InlineData("Dell Technologies")]
    [InlineData("Zhongxing Bakery Equipment")]
    public void Other_firms_and_doubtful_spellings_are_not_strong(string text) =>
        Assert.True((Some.Best(text)?.Score ?? 0) < MatchThreshold.Strong, string.Join("; ", Some.Best(text)?.Reasons ?? []));

    [Theory]
    [InlineData("Хуавэй", "huawei")]
    [InlineData("Huavei", "huawei")]
    [InlineData("Huawei Marine", "huawei")]
    [InlineData("made by Huawei Technologies for Acme", "huawei")]
    [InlineData("China Telecom", "china-telecom-americas")]
    public void What_a_person_must_look_at_is_returned(string text, string key) => Assert.Equal(key, Some.Best(text)?.Party.Key);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("-- . () \u202E")]
    [InlineData("Ciena")]
    [InlineData("Technology Co., Ltd.")]
    [InlineData("Hangzhou Digital Technology")]
    [InlineData("11420 Corp.")]
    public void Text_that_means_no_party_gives_an_empty_answer(string text) => Assert.Empty(Some.Index.Find(new NameQuery(text), MatchThreshold.Possible));

    [Fact]
    public void A_weak_alias_is_never_strong()
    {
        PartyIndex index = PartyIndex.Build([Some.Party("x", "Gulf Vesturi Trading", (NameKind.WeakAlias, "Vesturi"))]);
        NameMatch match = Assert.IsType<NameMatch>(Some.Best("Vesturi", index));
        Assert.InRange(match.Score, MatchThreshold.Possible, MatchThreshold.Strong);
    }

    [Theory]
    [InlineData(NameKind.Brand, "a brand")]
    [InlineData(NameKind.Former, "a former name")]
    [InlineData(NameKind.Alias, "an alias")]
    public void The_kind_of_name_is_a_reason(NameKind kind, string words)
    {
        PartyIndex index = PartyIndex.Build([Some.Party("x", "Osterheim Fabrik GmbH", (kind, "Vesturi"))]);
        NameMatch match = Assert.IsType<NameMatch>(Some.Best("vesturi ltd", index));
        Assert.True(match.Score >= MatchThreshold.Strong);
        Assert.Contains(match.Reasons, r => r.Kind == MatchReasonKind.NameKind && r.Text.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public void Stated_initials_are_a_name_of_the_party()
    {
        PartyIndex index = PartyIndex.Build([Some.Party("stated", "Emal Bilal Construction Company (EBCC)"), Some.Party("not", "Orsk Pelmeni Machine Works")]);
        Assert.Equal("stated", Some.Best("EBCC", index)?.Party.Key);
        Assert.True(Some.Best("Emal Bilal Construction Company", index)?.Score >= MatchThreshold.Strong);
    }

    [Fact]
    public void Initials_count_where_the_list_is_too_short_for_them_to_be_met_by_chance()
    {
        Party works = Some.Party("works", "Orsk Pelmeni Machine Works JSC");
        PartyIndex alone = PartyIndex.Build([works]);
        NameMatch match = Assert.IsType<NameMatch>(Some.Best("OPMW China", alone));
        Assert.True(match.Score >= MatchThreshold.Strong);
        Assert.Contains(match.Reasons, r => r.Text.StartsWith("\"opmw\" are the first letters of the name's words", StringComparison.Ordinal));
        Assert.Null(Some.Best("OPMW Hotel", alone));
        Assert.Null(Some.Best("PMW", alone));
        PartyIndex among = PartyIndex.Build([works, .. Enumerable.Range(0, 4_000).Select(i => Some.Party($"p{i}", $"Vesturi{i} Kestrel Lumenhaus"))]);
        Assert.DoesNotContain(among.Find(new NameQuery("OPMW")), m => m.Party.Key == "works");
    }

    [Theory]
    [InlineData("Semiconductor Mfg Intl Corp", true)]
    [InlineData("Semiconductor Manufacturing International", true)]
    [InlineData("Semiconductor Manufacturing", false)]
    [InlineData("Info Tech", true)]
    [InlineData("Information Technology Limited", false)]
    public void Names_of_common_words_have_to_agree_closely(string text, bool strong)
    {
        PartyIndex index = PartyIndex.Build([Some.Party("a", "Semiconductor Manufacturing International Corporation (SMIC)"), Some.Party("b", "Info Tech")]);
        NameMatch match = Assert.IsType<NameMatch>(Some.Best(text, index));
        Assert.Equal(strong, match.Score >= MatchThreshold.Strong);
    }

    [Fact]
    public void Why_a_score_is_held_below_strong_is_said() => Assert.Contains(Some.Best("Huabei")!.Reasons,
        r => r is { Kind: MatchReasonKind.NeedsAPerson, Text: "a person must look: one misspelled word is all that agrees, and it may be another word" });

    [Theory]
    [InlineData("Vesturi S.r.l.", false)]
    [InlineData("Vesturi GmbH", false)]
    [InlineData("Vesturi LLC", true)]
    [InlineData("Vesturi", true)]
    public void One_word_with_a_legal_form_of_another_country_is_not_enough(string text, bool strong) =>
        Assert.Equal(strong, Some.Best(text, PartyIndex.Build([Some.Party("x", "OOO Vesturi")]))?.Score >= MatchThreshold.Strong);

    [Fact]
    public void A_number_has_to_agree()
    {
        PartyIndex index = PartyIndex.Build([Some.Party("54", "Xandong 54th Research Institute")]);
        Assert.True(Some.Best("No. 54 Research Institute Xandong", index)?.Score >= MatchThreshold.Strong);
        Assert.False(Some.Best("Xandong 55th Research Institute", index)?.Score >= MatchThreshold.Strong);
    }

    [Fact]
    public void A_country_that_differs_ranks_lower_and_is_said()
    {
        Party party = Some.Huawei with { Country = "CN" };
        PartyIndex index = PartyIndex.Build([party]);
        NameMatch same = index.Find(new NameQuery("Huawei", "CN", []))[0], other = index.Find(new NameQuery("Huawei", "DE", []))[0];
        Assert.True(other.Score < same.Score);
        Assert.Contains(other.Reasons, r => r.Kind == MatchReasonKind.CountryDiffers);
        Assert.Contains(same.Reasons, r => r.Kind == MatchReasonKind.CountryEqual);
    }

    [Theory]
    [InlineData("Vestruri Switchgear Ldt.", true)]
    [InlineData("Vesturi Switchgear S.Ak", true)]
    [InlineData("Vesturi Swtchgear TLD", true)]
    [InlineData("VesturiSwitchgear", true)]
    [InlineData("Vesturi Systems Ltd.", false)]
    public void Typing_errors_in_any_word_are_read_over(string text, bool strong) =>
        Assert.Equal(strong, Some.Best(text, PartyIndex.Build([Some.Party("x", "Vesturi Switchgear Ltd."), Some.Party("y", "Vesturi Switchgear S.A.")]))?.Score >= MatchThreshold.Strong);

    [Theory]
    [InlineData("Kestrel Vesturi Machine Works", "Kestrel Vesturi Lumenhaus Machine Works", true)]
    [InlineData("Machine Works", "Kestrel Machine Works", false)]
    [InlineData("Kestrel Works 7", "Kestrel Works 7 Lumenhaus Vesturi", false)]
    public void One_word_of_many_may_be_left_out(string text, string name, bool strong) =>
        Assert.Equal(strong, Some.Best(text, PartyIndex.Build([Some.Party("x", name)]))?.Score >= MatchThreshold.Strong);

    [Fact]
    public void A_firm_is_no_person_who_bears_one_of_its_words()
    {
        PartyIndex index = PartyIndex.Build([Some.Party("x", "Vesturi") with { Kind = PartyKind.Person }, Some.Party("y", "Kestrel") with { Kind = PartyKind.Organization }]);
        NameMatch firm = Assert.IsType<NameMatch>(Some.Best("Vesturi Telecom Ltd", index));
        Assert.True(firm.Score < MatchThreshold.Strong);
        Assert.Contains(firm.Reasons, r => r is { Kind: MatchReasonKind.KindDiffers, Text: "the party is a person, and \"telecom\" stands in names of firms" });
        Assert.True(Some.Best("Mr. Vesturi", index)?.Score >= MatchThreshold.Strong);
        Assert.True(Some.Best("Kestrel Telecom Ltd", index)?.Score >= MatchThreshold.Strong);
        Assert.True(index.Find(new NameQuery("Kestrel") { Kind = PartyKind.Person })[0].Score < index.Find(new NameQuery("Kestrel"))[0].Score);
    }

    [Fact]
    public void A_word_that_many_parties_bear_is_no_other_word_misspelled()
    {
        PartyIndex index = PartyIndex.Build([Some.Party("x", "Ivan Hernandez"), .. Enumerable.Range(0, 30).Select(i => Some.Party($"p{i}", $"Fernandez Vesturi{(char)('a' + i % 26)}{i}"))]);
        Assert.True(Some.Best("Ivan Hernandes", index)?.Score >= MatchThreshold.Strong);
        Assert.False(index.Find(new NameQuery("Ivan Fernandez")).Single(m => m.Party.Key == "x").Score >= MatchThreshold.Strong);
    }

    [Fact]
    public void Of_names_that_fold_alike_the_one_printed_alike_comes_first()
    {
        PartyIndex index = PartyIndex.Build([Some.Party("a", "VESTURI Kestrel"), Some.Party("b", "Vesturi-Kestrel"), Some.Party("c", "Vesturi KESTREL")]);
        Assert.Equal("c", Some.Best("Vesturi KESTREL", index)?.Party.Key);
        Assert.Equal("b", Some.Best("Vesturi-Kestrel", index)?.Party.Key);
    }

    [Fact]
    public void Equal_scores_are_ordered_by_key()
    {
        PartyIndex index = PartyIndex.Build([Some.Party("b", "Vesturi AG"), Some.Party("a", "Vesturi AG")]);
        Assert.Equal(["a", "b"], index.Find(new NameQuery("Vesturi AG")).Select(m => m.Party.Key));
    }

    [Fact]
    public void Reasons_name_the_values_compared()
    {
        NameMatch match = Assert.IsType<NameMatch>(Some.Best("Huawei Hotel"));
        Assert.Contains(match.Reasons, r => r.Text.Contains("\"huawei\" equals \"huawei\"", StringComparison.Ordinal));
        Assert.Contains(match.Reasons, r => r is { Kind: MatchReasonKind.WordsExtra, Text: "not in the party's name: \"hotel\"" });
    }

    [Fact]
    public void An_index_of_nothing_answers_nothing() => Assert.Empty(PartyIndex.Build([]).Find(new NameQuery("Huawei", "CN", [Some.Id("lei", "X")])));

    [Fact]
    public void Numbers_of_the_reasons_never_change() => Assert.Equal(
        "IdentifierEqual=0 IdentifierDiffers=1 IdentifierInvalid=2 NameEqual=3 WordEqual=4 WordMisspelled=5 WordsJoined=6 CommonWordsEqual=7 "
        + "WordsMissing=8 WordsExtra=9 WordsConflict=10 WordOrder=11 LegalForm=12 NameInside=13 NameKind=14 CountryEqual=15 CountryDiffers=16 "
        + "ScriptPart=17 TextCut=18 NameDiffers=19 NameCompared=20 NeedsAPerson=21 Initial=22 TextAlike=23 KindDiffers=24 HanRead=25",
        string.Join(' ', Enum.GetValues<MatchReasonKind>().Select(k => $"{k}={(int)k}")));
}
