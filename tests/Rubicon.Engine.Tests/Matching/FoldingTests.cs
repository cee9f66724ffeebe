using System.Globalization;
using System.Text;
using FsCheck.Xunit;
using Rubicon.Matching;
using Xunit;

namespace Rubicon.Engine.Tests.Matching;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("HUAWEI Technologies", "huawei technologies")]
    [InlineData("Société Générale", "societe generale")]
    [InlineData("Socie\u0301te\u0301", "societe")]
    [InlineData("Łódź Øresund Đồng Straße Ærø Œuvre", "lodz oresund dong strasse aero oeuvre")]
    [InlineData("ＺＴＥ　Ｃｏｒｐ", "zte corp")]
    [InlineData("AT&T, Inc.", "at and t inc")]
    [InlineData("L’Oréal / O'Neil", "loreal oneil")]
    [InlineData("Хуавэй Технолоджис", "huavei tehnolodzhis")]
    [InlineData("Ελλάδα", "ellada")]
    [InlineData("華為技術有限公司", "华为技术有限公司")]
    [InlineData("㈱日立", "株 日立")]
    [InlineData("Hua\u200Bwei \u202Egnirts", "huawei gnirts")]
    [InlineData("٣٤ ３４ 34", "34 34 34")]
    [InlineData("Huawei™ ®", "huawei")]
    [InlineData("𝐇𝐮𝐚𝐰𝐞𝐢", "huawei")]
    [InlineData("İstanbul ısı", "istanbul isi")]
    [InlineData("", "")]
    [InlineData(" -- ... ", "")]
    [InlineData("a\uD800b", "a b")]
    public void Text_folds_to_small_plain_words(string text, string folded) => Assert.Equal(folded, Folding.Fold(text));

    [Fact]
    public void Decomposed_Hangul_folds_as_composed() =>
        Assert.Equal(Folding.Fold("삼성전자"), Folding.Fold("\u1109\u1161\u11B7\u1109\u1165\u11BC\u110C\u1165\u11AB\u110C\u1161"));

    [Property(MaxTest = 500)]
    public bool Folding_folded_text_changes_nothing(string? text) => Folding.Fold(Folding.Fold(text)) == Folding.Fold(text);

    [Property(MaxTest = 200)]
    public bool Case_does_not_matter(string? text) => Folding.Fold(text?.ToUpperInvariant()) == Folding.Fold(text?.ToUpperInvariant().ToLowerInvariant());

    [Fact]
    public void Every_code_point_folds_to_something_that_stays()
    {
        for (int codePoint = 0; codePoint <= 0x10FFFF; codePoint++)
        {
            if (codePoint is >= 0xD800 and <= 0xDFFF) continue;
            string once = Folding.Fold(char.ConvertFromUtf32(codePoint));
            Assert.Equal(once, Folding.Fold(once));
            Assert.DoesNotContain("  ", once, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Random_text_folds_without_double_spaces()
    {
        Random random = new(20260101);
        for (int i = 0; i < 2_000; i++)
        {
            StringBuilder text = new();
            for (int k = random.Next(40); k > 0; k--) text.Append((char)random.Next(0x10000));
            string folded = Folding.Fold(text.ToString());
            Assert.Equal(folded.Trim(' '), folded);
            Assert.DoesNotContain("  ", folded, StringComparison.Ordinal);
            Assert.Equal(folded, Folding.Fold(folded));
        }
    }

    [Fact]
    public void Culture_does_not_matter()
    {
        CultureInfo hostile = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        hostile.NumberFormat.NumberDecimalSeparator = "@";
        hostile.NumberFormat.NumberGroupSeparator = "_";
        hostile.NumberFormat.NegativeSign = "minus ";
        string text = "HUAWEI İletişim " + new string('x', 2_000);
        string plain = Answer(text);
        CultureInfo before = Thread.CurrentThread.CurrentCulture;
        try
        {
            Thread.CurrentThread.CurrentCulture = hostile;
            Assert.Equal(plain, Answer(text));
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
        static string Answer(string text) => Folding.Fold(text) + string.Join(';', Some.Index.Find(new NameQuery("Huawei Iletisim")).SelectMany(m => m.Reasons));
    }
}
