using Rubicon.Matching;
using Xunit;

namespace Rubicon.Engine.Tests.Matching;

public class PalladiusTests
{
    [Theory]
    [InlineData("Хуавэй", "huawei")]
    [InlineData("Дахуа", "dahua")]
    [InlineData("Чжунсин", "zhongxing")]
    [InlineData("Хайкан", "haikang")]
    [InlineData("Шэньчжэнь", "shenzhen")]
    [InlineData("Цзянсу", "jiangsu")]
    [InlineData("Гуанчжоу", "guangzhou")]
    [InlineData("Бэйцзин", "beijing")]
    [InlineData("Сычуань", "sichuan")]
    [InlineData("ООО Хуавэй Ltd", "ООО huawei Ltd")]
    public void A_word_of_the_system_is_read_back(string russian, string pinyin) => Assert.Equal(pinyin, Palladius.ToPinyin(russian));

    [Theory]
    [InlineData("Росток")]
    [InlineData("Ижевский завод")]
    [InlineData("Huawei")]
    [InlineData("Да")]
    [InlineData("")]
    public void Other_words_are_left_as_they_stand(string text) => Assert.Null(Palladius.ToPinyin(text));

    [Fact]
    public void A_name_in_Russian_letters_finds_its_party()
    {
        var index = PartyIndex.Build([Some.Huawei]);
        Assert.Equal("huawei", Assert.Single(index.Find(new NameQuery("Хуавэй"))).Party.Key);
    }
}
