using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Rubicon.Equipment;

/// <summary>
/// The model as the system description itself words it, for devices of makers whose grammars are not known: what stands behind "model:", else the
/// first words with letters and digits of the parts between commas, with the word before a bare number ("Netman 204"), else a short title. It names a
/// model and nobody's maker, and no decision rests on it.
/// </summary>
public static partial class DescribedModel
{
    /// <summary>Longest description looked at, in UTF-16 units.</summary>
    private const int LongestText = 400;

    /// <summary>Most parts between commas looked at.</summary>
    private const int MostParts = 4;

    /// <summary>Most words before the one with the digit.</summary>
    private const int MostWordsBefore = 5;

    private static readonly HashSet<string> LegalForms = new(StringComparer.OrdinalIgnoreCase)
    {
        "inc", "ltd", "corp", "corporation", "co", "company", "communications", "technologies", "technology", "systems", "networks", "networking",
        "gmbh", "ag", "llc", "electronics", "incorporated", "international", "group",
    };

    // Words for what a thing is: they do not belong to the name of a model.
    private static readonly HashSet<string> Nouns = new(LegalForms, StringComparer.OrdinalIgnoreCase)
    {
        "the", "a", "an", "and", "for", "with", "switch", "router", "ethernet", "gigabit", "fast", "series", "managed", "smart", "model", "system", "device",
        "network", "unit", "hardware", "product", "ups", "agent", "card", "management", "ont", "onu", "olt", "wireless", "access", "point", "controller",
        "server", "printer", "indoor", "outdoor", "phone", "routing", "industrial", "layer", "stackable", "web",
    };

    /// <summary>The model, or null when the description words none.</summary>
    /// <param name="description">sysDescr as read.</param>
    /// <param name="maker">The maker's name, which may stand before the model; or null.</param>
    /// <param name="platforms">Names of the maker's operating systems, which may stand before the model too.</param>
    public static string? In(string description, string? maker, ImmutableArray<SourcedText> platforms = default)
    {
        string text = Marks().Replace(description.Length > LongestText ? description[..LongestText] : description, " ").TrimStart('=', '-', '*', ' ', '\t', '\\', '"', ',');
        if (text.IndexOf("Copyright", StringComparison.OrdinalIgnoreCase) is > 0 and int legal) text = text[..legal];
        if (Labeled().Match(text) is { Success: true } labeled && labeled.Groups[1].Value.Any(char.IsAsciiLetter)) return labeled.Groups[1].Value.Trim(' ', '.');
        if (HostHardware.IsHost(text)) return null;
        var makerWords = (maker ?? "").Split([' ', ',', '.', '-'], StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (!platforms.IsDefault) makerWords.UnionWith(platforms.Select(p => p.Text).Where(p => !NumberBehind(text, p)));
        string? title = null;
        foreach (string part in Breaks().Split(text).Where(p => !string.IsNullOrWhiteSpace(p)).Take(MostParts))
        {
            string[] words = Trimmed(part, makerWords, maker ?? "");
            if (words.Length == 0) continue;
            if (NameIn(words) is { } name) return name;
            title ??= Title(words);
        }
        return title;
    }

    // "RouterOS RBLHGR" names a product behind the system; in "FortiGate 200B" the name is half of the product.
    private static bool NumberBehind(string text, string platform) =>
        text.StartsWith(platform, StringComparison.OrdinalIgnoreCase) && text.Length > platform.Length + 1 && char.IsAsciiDigit(text[platform.Length + 1]);

    /// <summary>A stated model without the maker's name in front; as it is when nothing that could be a model would remain.</summary>
    public static string WithoutMaker(string model, string? maker)
    {
        if (maker is null) return model;
        var makerWords = maker.Split([' ', ',', '.', '-'], StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);
        string rest = string.Join(' ', Trimmed(model, makerWords, maker));
        return rest.Length >= 3 && rest.AsSpan().ContainsAnyInRange('0', '9') ? rest : model;
    }

    /// <summary>The words of a part from behind the maker to before a version.</summary>
    private static string[] Trimmed(string part, HashSet<string> makerWords, string maker)
    {
        string[] words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int start = 0;
        while (start < words.Length)
        {
            string plain = words[start].Trim('.', ',', '(', ')');
            bool own = makerWords.Contains(plain) || start == 0 && words.Length > 1 && IsInitials(plain, maker);
            if (!own && (start == 0 || !LegalForms.Contains(plain))) break;
            start++;
        }
        // "R6.5.02r NFXS-E FANT-H": what stands behind a leading version is the product.
        while (start + 1 < words.Length && LeadingVersion().IsMatch(words[start])) start++;
        int end = start;
        while (end < words.Length && (end == start || !Version().IsMatch(words[end]))) end++;
        return words[start..end];
    }

    // "APC" of American Power Conversion Corp., "HP" of HPE.
    private static bool IsInitials(string word, string maker)
    {
        if (word.Length is < 2 or > 4 || !word.All(char.IsAsciiLetterUpper)) return false;
        string[] names = maker.Split([' ', ',', '.', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        if (names.Length == 1) return names[0].Length == word.Length + 1 && names[0].StartsWith(word, StringComparison.Ordinal) && names[0].All(char.IsAsciiLetterUpper);
        return names.Length >= word.Length && word.Select((c, i) => char.ToUpperInvariant(names[i][0]) == c).All(same => same);
    }

    private static string? NameIn(string[] words)
    {
        int at = Array.FindIndex(words, IsModel);
        if (at < 0 || at > MostWordsBefore) return null;
        int start = at;
        // A bare number, or a short code, is a model only with the word before it: "Poseidon 4002", "ApeosPro C810".
        bool alone = char.IsAsciiLetter(words[at][0]) && words[at].Length >= 5;
        if (!alone && at == 2 && char.IsAsciiDigit(words[at][0]) && words[..at].All(w => char.IsAsciiLetterUpper(w[0]) && w.All(char.IsAsciiLetter) && !Nouns.Contains(w))) start = 0;
        else if (!alone && at > 0 && !Nouns.Contains(words[at - 1].Trim('.', ':')) && char.IsLetterOrDigit(words[at - 1][0]) && !words[at - 1].EndsWith(':')) start--;
        int end = at + 1;
        while (end < words.Length && end - at < 3 && GoesOn().IsMatch(words[end]) && (!Size().IsMatch(words[end]) || end + 1 < words.Length && OrderNumber().IsMatch(words[end + 1]))) end++;
        // A number alone is no model; with the order number behind it ("1820 8G J9979A") it is one.
        if (start == at && end == at + 1 && words[at].All(char.IsAsciiDigit)) return null;
        return Closed(string.Join(' ', words[start..end]));
    }

    private static string? Title(string[] words)
    {
        int kind = Array.FindIndex(words, w => w.Equals("switch", StringComparison.OrdinalIgnoreCase));
        if (kind > 0) words = words[..kind];
        // A kind of thing is no model: "Gigabit Ethernet".
        if (Array.TrueForAll(words, Nouns.Contains)) return null;
        string text = string.Join(' ', words);
        bool title = (words.Length <= 4 || words.Length == 5 && !text.Any(char.IsAsciiDigit)) && words[0].Any(char.IsAsciiLetterUpper) && char.IsAsciiLetter(words[0][0]) && text.Length >= 3 && !Version().IsMatch(words[0]) && !NoTitle().IsMatch(text);
        return title ? Closed(text) : null;
    }

    private static string Closed(string text)
    {
        string trimmed = text.Trim(' ', '.', ':', ',');
        while (trimmed.EndsWith(')') && trimmed.Count(c => c == ')') > trimmed.Count(c => c == '(')) trimmed = trimmed[..^1];
        return trimmed.Trim('"');
    }

    private static bool IsModel(string word)
    {
        string plain = word.Trim('(', ')', '.', ':', '\'', '"');
        return plain.Length >= 3 && plain[0] != '/' && plain.AsSpan().ContainsAnyInRange('0', '9') && !Version().IsMatch(plain) && !Day().IsMatch(plain) && !Size().IsMatch(plain) && plain.AsSpan().IndexOfAny('=', ':') < 0;
    }

    [GeneratedRegex(@"\b(?:hardware model|model|product|prod|pid)\s*(?:name|type|no\.?|number)?\s*[:=]\s*([A-Za-z0-9][^;,\r\n]{0,40}?)(?=\s*(?:[;,\r\n(]|$|\s-\s|\s\w+\s*[:=]))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Labeled();

    [GeneratedRegex(@"[,;\r\n]|\s-\s|\s\(|^\(", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Breaks();

    [GeneratedRegex(@"^\W*(?:v(?:er(?:sion)?)?\.?\s*[-_:]?\s*\d.*|\d+(?:\.\d+)+\S*|rev(?:ision)?\.?\S*|r\d+\.\d.*|[a-z]{1,3}\.\d+\.\d+\S*|\w+-\d+(?:\.\d+){2,}\S*|fw|firmware|software|version|ver\.?|release|build|running|s/n\S*|sn|serial|[hs]w(?:[:=.]\S*|[-_]?v?\d\S*)?|kernel|copyright|\(c\)|compiled|platform)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Version();

    [GeneratedRegex(@"^[rv]\d+\.\d+\.\w+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LeadingVersion();

    [GeneratedRegex(@"^(?:\d{4}-\d\d?-\d\d?|\d{1,2}/\d{1,2}/\d{2,4}|#?\d{1,2}:\d\d.*|(?:19|20)\d\d)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Day();

    [GeneratedRegex(@"^(?:\d+(?:/\d+)+(?:base\S*)?|\d+(?:\.\d+)?(?:-?ports?|ghz|mhz|kva|kw|w|ge|gb|gbe|mbps|gbps|vac|vdc|hz|mbit|gbit)|\d+-?ports?\S*|(?:10|100|1000|10/100)\S*base\S*|l[23](?:/l?[34])?|802\.\S*|ipv[46]|rs-?(?:232|485)|\d+(?:x\d+)?[gx]|ip[46]|#\d+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Size();

    [GeneratedRegex(@"^(?=.*\d)[A-Za-z0-9][\w+/-]*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex GoesOn();

    [GeneratedRegex(@"^[A-Z]{1,3}\d{3,5}[A-Z]{0,2}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OrderNumber();

    [GeneratedRegex(@"\((?:R|TM|C)\)|[®™©]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Marks();

    [GeneratedRegex(@"\b(?:agent|software|linux|interface|service|platform|hostname|company|products?|interprocess|for)\b|:", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NoTitle();
}
