using Rubicon.Matching;
using Rubicon.Parties;

namespace Rubicon.Engine.Tests.Matching;

/// <summary>Parties and queries of the matching tests.</summary>
internal static class Some
{
    private static readonly StatementSource Source = new("test list", "2026-01-01", Confidence.Verified);

    public static readonly Party Huawei = Party("huawei", "Huawei Technologies Co., Ltd.",
        (NameKind.Brand, "Huawei"), (NameKind.Legal, "华为技术有限公司"));

    public static readonly Party Zte = Party("zte", "ZTE Corporation",
        (NameKind.Brand, "ZTE"), (NameKind.Former, "Zhongxing Telecommunications Equipment Corporation"), (NameKind.Legal, "中兴通讯股份有限公司"));

    public static readonly Party Dahua = Party("dahua", "Zhejiang Dahua Technology Co., Ltd.", (NameKind.Brand, "Dahua"));

    public static readonly Party Hikvision = Party("hikvision", "Hangzhou Hikvision Digital Technology Co., Ltd.",
        (NameKind.Brand, "Hikvision"), (NameKind.Legal, "杭州海康威视数字技术股份有限公司"));

    public static readonly Party ChinaTelecomAmericas = Party("china-telecom-americas", "China Telecom (Americas) Corp.");

    public static readonly Party ChinaMobileUsa = Party("china-mobile-usa", "China Mobile International (USA) Inc.");

    public static readonly PartyIndex Index = PartyIndex.Build([Huawei, Zte, Dahua, Hikvision, ChinaTelecomAmericas, ChinaMobileUsa]);

    public static Party Party(string key, string name, params (NameKind Kind, string Text)[] others) =>
        new(key, name, [new PartyName(name, NameKind.Legal, Source), .. others.Select(o => new PartyName(o.Text, o.Kind, Source))], [], null, []);

    public static PartyIdentifier Id(string scheme, string value) => new(scheme, value, Source);

    public static NameMatch? Best(string text, PartyIndex? index = null) => (index ?? Index).Find(new NameQuery(text)).FirstOrDefault();
}
