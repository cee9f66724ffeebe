using System.Collections.Frozen;

namespace Rubicon.Screening;

/// <summary>
/// Signs in a company's name that it may be organized in a country that rules on foreign adversaries name: places, legal forms and scripts.
/// A sign never says that it is; it only keeps an unstated country from being taken for granted.
/// </summary>
internal static class CountryHints
{
    private static readonly FrozenSet<string> Words = new[]
    {
        "china", "chinese", "prc", "sino", "hongkong", "macau", "macao", "beijing", "peking", "shanghai", "shenzhen", "guangzhou", "guangdong", "dongguan",
        "foshan", "zhuhai", "huizhou", "hangzhou", "zhejiang", "ningbo", "wenzhou", "jiaxing", "nanjing", "jiangsu", "suzhou", "wuxi", "changzhou", "nantong", "xuzhou",
        "chengdu", "sichuan", "chongqing", "wuhan", "hubei", "changsha", "hunan", "xian", "shaanxi", "tianjin", "qingdao", "jinan", "shandong", "yantai", "weihai", "dalian",
        "shenyang", "liaoning", "harbin", "heilongjiang", "changchun", "jilin", "fujian", "fuzhou", "xiamen", "quanzhou", "hefei", "anhui", "nanchang", "jiangxi", "zhengzhou",
        "henan", "shijiazhuang", "hebei", "taiyuan", "shanxi", "kunming", "yunnan", "guiyang", "guizhou", "nanning", "guangxi", "haikou", "hainan", "lanzhou", "gansu",
        "urumqi", "xinjiang", "hohhot", "mongolia", "lhasa", "tibet", "yinchuan", "ningxia", "xining", "qinghai",
        "russia", "russian", "rossiya", "moscow", "moskva", "novosibirsk", "yekaterinburg", "kazan", "tatarstan", "ooo", "oao", "zao", "pao", "fgup", "gup",
        "iran", "iranian", "tehran", "teheran", "isfahan", "mashhad", "tabriz", "cuba", "cuban", "cubana", "cubano", "havana", "habana", "pyongyang", "dprk", "venezuela", "caracas",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The sign found, or null: a word of the name, or "Han script" and the like.</summary>
    public static string? Find(string name)
    {
        foreach (char c in name)
            if (c is >= '\u4E00' and <= '\u9FFF') return "Han script";
            else if (c is >= '\u0400' and <= '\u04FF') return "Cyrillic script";
            else if (c is >= '\u0600' and <= '\u06FF') return "Arabic script";
        if (name.Contains("hong kong", StringComparison.OrdinalIgnoreCase)) return "Hong Kong";
        if (name.Contains("xi'an", StringComparison.OrdinalIgnoreCase) || name.Contains("xi\u2019an", StringComparison.OrdinalIgnoreCase)) return "Xi'an";
        foreach (string word in name.Split([' ', ',', '.', '(', ')', '-', '/', '&', '\'', '"'], StringSplitOptions.RemoveEmptyEntries))
            if (Words.Contains(word)) return word;
        return null;
    }
}
