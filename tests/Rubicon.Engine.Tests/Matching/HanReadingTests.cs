using Rubicon.Matching;
using Xunit;

namespace Rubicon.Engine.Tests.Matching;

public class HanReadingTests
{
    [Theory]
    [InlineData("华为技术有限公司", "hua wei technology company limited", "huawei technology company limited")]
    [InlineData("浙江大华技术股份有限公司", "zhejiang dahua technology company limited")]
    [InlineData("深圳市桑达无线通讯技术有限公司", "shenzhen sangda wireless communication technology company limited")]
    [InlineData("中国电子科技集团公司第五十四研究所", "china electronic technology group 54 research institute")]
    [InlineData("上海新力机器厂有限公司", "shanghai xinlijiqichang company limited")]
    [InlineData("哈尔滨工业大学", "harbin industry university")]
    [InlineData("北京成興貿易有限公司", "beijing chengxing trading company limited")]
    [InlineData("中国電子科技集団公司", "china electronic technology group")]
    public void A_firm_is_read_with_its_words_translated_and_the_rest_in_pinyin(string han, params string[] readings) =>
        Assert.Contains(HanReading.Of(WordReader.Read(han)).Select(Text).First(), readings);

    [Fact]
    public void A_word_that_a_firm_may_leave_in_Chinese_is_read_both_ways()
    {
        string[] readings = [.. HanReading.Of(WordReader.Read("北京东方科技有限公司")).Select(Text)];
        Assert.Equal(["beijing oriental technology company limited", "beijing dongfang technology company limited"], readings);
    }

    [Fact]
    public void Two_or_three_characters_alone_are_read_as_family_name_and_given_name() =>
        Assert.Equal("liao lei", Text(Assert.Single(HanReading.Of(WordReader.Read("廖雷")))));

    [Theory]
    [InlineData("Huawei")]
    [InlineData("")]
    [InlineData("삼성전자")]
    public void What_is_not_Han_is_not_read(string text) => Assert.Empty(HanReading.Of(WordReader.Read(text)));

    [Theory]
    [InlineData("华为技术有限公司", "Huawei Technologies Co., Ltd.")]
    [InlineData("华为", "Huawei")]
    [InlineData("上海申石软件有限公司", "Shanghai Shenshi Software Co., Ltd.")]
    public void A_Han_name_and_a_Latin_one_find_each_other_and_the_reading_is_told(string han, string latin)
    {
        foreach (var (query, name) in new[] { (han, latin), (latin, han) })
        {
            var match = Some.Best(query, PartyIndex.Build([Some.Party("x", name)]));
            Assert.NotNull(match);
            Assert.True(match.Score >= MatchThreshold.Strong, $"{query}: {match.Score}");
            Assert.Contains(match.Reasons, r => r.Kind == MatchReasonKind.HanRead);
        }
    }

    [Fact]
    public void A_party_whose_own_Han_name_is_another_is_no_strong_hit_by_its_reading()
    {
        var match = Some.Best("华微技术有限公司", PartyIndex.Build([Some.Huawei]));
        Assert.True(match is null || match.Score < MatchThreshold.Strong);
    }

    [Fact]
    public void Names_that_only_sound_alike_do_not_meet() => Assert.Null(Some.Best("华微电子有限公司", PartyIndex.Build([Some.Party("x", "华为电子有限公司")])));

    [Fact]
    public void Initials_that_a_text_states_beside_their_words_count_for_nothing_more() =>
        Assert.True(Some.Best("China Electronics Technology Group Corporation (CETC)", PartyIndex.Build([Some.Party("x", "China Electronics Technology Group Corporation")]))?.Score >= 0.97);

    private static string Text(Word[] words) => string.Join(' ', words.Select(w => w.Text));
}
