using System.Collections.Frozen;

namespace Rubicon.Screening;

/// <summary>Countries as records write them: ISO 3166-1 alpha-2 and alpha-3 codes and English names, former and common ones too.</summary>
public static class CountryWords
{
    private const string Table = """
        CN CHN china|people's republic of china|peoples republic of china|prc|p.r. china|p.r.c.|mainland china|made in china
        HK HKG hong kong|hong kong sar
        MO MAC macau|macao
        TW TWN taiwan|republic of china|taiwan, province of china|chinese taipei
        US USA united states|united states of america|u.s.|u.s.a.|america|made in usa
        RU RUS russia|russian federation
        IR IRN iran|islamic republic of iran
        KP PRK north korea|democratic people's republic of korea|dprk
        CU CUB cuba
        VE VEN venezuela
        KR KOR south korea|korea|republic of korea|korea, republic of
        JP JPN japan
        IN IND india
        VN VNM vietnam|viet nam
        TH THA thailand
        MY MYS malaysia
        SG SGP singapore
        PH PHL philippines
        ID IDN indonesia
        KH KHM cambodia
        BD BGD bangladesh
        PK PAK pakistan
        MX MEX mexico
        CA CAN canada
        BR BRA brazil
        DE DEU germany|deutschland
        FR FRA france
        GB GBR united kingdom|great britain|england|scotland|wales|northern ireland|uk|u.k.
        IE IRL ireland
        NL NLD netherlands|the netherlands|holland
        BE BEL belgium
        LU LUX luxembourg
        CH CHE switzerland
        AT AUT austria
        IT ITA italy
        ES ESP spain
        PT PRT portugal
        SE SWE sweden
        FI FIN finland
        NO NOR norway
        DK DNK denmark
        EE EST estonia
        LV LVA latvia
        LT LTU lithuania
        PL POL poland
        CZ CZE czechia|czech republic
        SK SVK slovakia
        HU HUN hungary
        RO ROU romania
        BG BGR bulgaria
        GR GRC greece
        HR HRV croatia
        SI SVN slovenia
        RS SRB serbia
        UA UKR ukraine
        BY BLR belarus
        TR TUR turkey|türkiye|turkiye
        IL ISR israel
        AE ARE united arab emirates|uae
        SA SAU saudi arabia
        QA QAT qatar
        EG EGY egypt
        ZA ZAF south africa
        NG NGA nigeria
        KE KEN kenya
        AU AUS australia
        NZ NZL new zealand
        AR ARG argentina
        CL CHL chile
        CO COL colombia
        PE PER peru
        CR CRI costa rica
        KZ KAZ kazakhstan
        SY SYR syria|syrian arab republic
        MM MMR myanmar|burma
        LA LAO laos
        LK LKA sri lanka
        """;

    private static readonly FrozenDictionary<string, string> ByWord = Read();

    /// <summary>
    /// The alpha-2 code, or null when the text names no country known here. Two capital letters are taken as a code even when the
    /// country is not in the table.
    /// </summary>
    public static string? Find(string text)
    {
        string trimmed = text.Trim();
        if (ByWord.TryGetValue(trimmed, out string? code)) return code;
        return trimmed.Length == 2 && char.IsAsciiLetterUpper(trimmed[0]) && char.IsAsciiLetterUpper(trimmed[1]) ? trimmed : null;
    }

    private static FrozenDictionary<string, string> Read()
    {
        var words = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (string line in Table.Split('\n'))
        {
            words[line[..2]] = line[..2];
            words[line[3..6]] = line[..2];
            foreach (string name in line[7..].Split('|')) words[name.Trim()] = line[..2];
        }
        return words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
