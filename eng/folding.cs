// Writes src/Rubicon.Engine/Matching/FoldingTable.cs from the Unicode character database.
//
//   apt-get install unicode-data bzip2        (Debian 12: unicode-data 15.0.0-1)
//   dotnet run eng/folding.cs [folder of the data, default /usr/share/unicode] [output file]
//
// The table is committed, so that matching never depends on the Unicode version of an operating system or runtime.
#:property RestorePackagesWithLockFile=false
#:property PublishAot=false
#:property NoWarn=$(NoWarn);CS1591

using System.Diagnostics;
using System.Globalization;
using System.Text;

string data = args.Length > 0 ? args[0] : "/usr/share/unicode";
string output = args.Length > 1 ? args[1] : "src/Rubicon.Engine/Matching/FoldingTable.cs";
const string Version = "15.0.0";

if (!File.ReadLines(Path.Combine(data, "PropList.txt")).First().Contains(Version, StringComparison.Ordinal))
    throw new InvalidDataException($"{data} does not hold Unicode {Version}");

// What Unicode itself does not decompose, and what reads better another way in a company name. Code point -> text.
Dictionary<int, string> hand = [];
void Hand(string pairs)
{
    foreach (string pair in pairs.Split(' ', StringSplitOptions.RemoveEmptyEntries))
    {
        int cp = char.ConvertToUtf32(pair, 0);
        hand[cp] = pair[(cp > 0xFFFF ? 2 : 1)..];
    }
}
// Latin letters with strokes and ligatures.
Hand("øo łl đd ðd þth ħh ıi ŋng ŧt ĸk æae œoe ƀb ɓb ɖd ɗd ƒf ɠg ɨi ƙk ƚl ɲn ŋng ɵo ƥp ʈt ƭt ʉu ʋv ƴy ƶz əa ǝe ɛe ɔo ");
// Russian, Ukrainian, Belarusian, Serbian, Macedonian, Kazakh. One Latin spelling each; й, ё, ї, ў come by their marks.
Hand("аa бb вv гg дd еe жzh зz иi кk лl мm нn оo пp рr сs тt уu фf хh цts чch шsh щshch ыy эe юyu яya "
    + "єye іi ґg јj љlj њnj ћc ђdj џdz ѕdz ѣe ѳf ѵi әa ғg қk ңn өo ұu үu һh ҡk ҫs ҙz");
foreach (int sign in new[] { 0x044C, 0x044A, 0x04CF, 0x2B9, 0x2BA, 0x2BB, 0x2BC }) hand[sign] = "";   // hard and soft signs, palochka, modifier apostrophes
// Greek, modern reading.
Hand("αa βv γg δd εe ζz ηi θth ιi κk λl μm νn ξx οo πp ρr σs ςs τt υy φf χch ψps ωo");
hand['&'] = " and ";
foreach (int apostrophe in new[] { 0x27, 0x60, 0xB4, 0x2018, 0x2019, 0x201B, 0x2032, 0xFF07 }) hand[apostrophe] = "";
foreach (int sign in new[] { 0x2122, 0xAE, 0xA9, 0x2120, 0x2117 }) hand[sign] = " ";

Dictionary<int, int[]> decomposition = [];
Dictionary<int, int> digit = [];
HashSet<int> kept = [], dropped = [];
string? first = null;
foreach (string line in File.ReadLines(Path.Combine(data, "UnicodeData.txt")))
{
    string[] f = line.Split(';');
    int cp = Hex(f[0]);
    if (f[1].EndsWith(", First>", StringComparison.Ordinal)) { first = f[0]; continue; }
    int from = f[1].EndsWith(", Last>", StringComparison.Ordinal) ? Hex(first!) : cp;
    for (int c = from; c <= cp; c++) Classify(c, f[2], int.Parse(f[3], CultureInfo.InvariantCulture));
    if (f[5].Length > 0)
        decomposition[cp] = [.. f[5].Split(' ').Where(p => p[0] != '<').Select(Hex)];
    if (f[2] == "Nd") digit[cp] = int.Parse(f[6], CultureInfo.InvariantCulture);
}

// Letters and numbers stay. Accents go (combining class not 0 and not 9, the viramas); vowel signs of class 0 stay, they
// are letters of their scripts. Controls, bidi marks and variation selectors go without leaving a space.
void Classify(int cp, string category, int combiningClass)
{
    bool mark = category is "Mn" or "Mc";
    if (category is "Cf" or "Me" || mark && combiningClass is not 0 and not 9 || cp is 0x34F or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF))
        dropped.Add(cp);
    else if (mark || category[0] is 'L' or 'N')
        kept.Add(cp);
}

Dictionary<int, int[]> folding = [];
foreach (string[] f in File.ReadLines(Path.Combine(data, "CaseFolding.txt")).Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split(';')))
    if (f[1].Trim() is "C" or "F")
        folding[Hex(f[0])] = [.. f[2].Trim().Split(' ').Select(Hex)];

Dictionary<int, int> simplified = [];
foreach (string[] f in Unpack("Unihan_Variants.txt.bz2").Where(l => l.Contains("\tkSimplifiedVariant\t", StringComparison.Ordinal)).Select(l => l.Split('\t')))
{
    int from = Hex(f[0][2..]);
    int to = f[2].Split(' ').Select(u => Hex(u[2..])).FirstOrDefault(u => u != from);
    if (to != 0) simplified[from] = to;
}

// Characters as Japan simplified them in 1946, which Unihan does not tie to the Chinese ones: Japanese lists print names of Chinese firms in them.
const string Japanese = """
    団团 広广 気气 済济 浜滨 発发 実实 楽乐 辺边 変变 対对 図图 圧压 囲围 塩盐 壊坏 売卖 応应 拡扩 鉄铁 駅驿 検检 権权 経经 県县 験验 厳严 斎斋 剤剂 桜樱 雑杂 産产 歯齿
    児儿 釈释 収收 従从 渋涩 焼烧 縄绳 剰剩 畳叠 浄净 譲让 触触 髄髓 斉齐 摂摄 銭钱 専专 浅浅 繊纤 践践 戦战 潜潜 荘庄 騒骚 増增 蔵藏 臓脏 続续 堕堕 帯带 滞滞 滝泷 択择 沢泽
    単单 弾弹 断断 痴痴 昼昼 鋳铸 聴听 逓递 転转 伝传 読读 独独 徳德 届届 悩恼 脳脑 覇霸 拝拜 廃废 髪发 抜拔 仏佛 払拂 並并 弐贰 舗铺 歩步 豊丰 毎每 満满 黙默 訳译 薬药 予预 揺摇
    様样 謡谣 頼赖 覧览 両两 猟猎 緑绿 涙泪 塁垒 霊灵 齢龄 労劳 楼楼 録录 湾湾 営营 栄荣 円圆 縁缘 価价 仮假 絵绘 懐怀 覚觉 岳岳 陥陷 巻卷 勧劝 寛宽 関关 観观 帰归 犠牺 戯戏 拠据
    挙举 暁晓 駆驱 径径 恵惠 渓溪 茎茎 蛍萤 軽轻 鶏鸡 芸艺 撃击 険险 圏圈 顕显 鉱矿 穀谷 総总 恒恒 郷乡 桟栈 処处 稲稻 捜搜 挿插 槙槙 亜亚 悪恶 為为 壱壹 隠隐 衛卫 鋭锐 謁谒 閲阅
    """;
foreach (string pair in Japanese.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
    if (pair[0] != pair[1]) simplified.TryAdd(pair[0], pair[1]);

Dictionary<int, string> done = [];
string Fold(int cp, int depth)
{
    if (done.TryGetValue(cp, out string? known)) return known;
    if (depth > 20) return char.ConvertFromUtf32(cp);   // two Han characters that name each other
    string result =
        hand.TryGetValue(cp, out string? text) ? text
        : dropped.Contains(cp) ? ""
        : digit.TryGetValue(cp, out int value) ? value.ToString(CultureInfo.InvariantCulture)
        : decomposition.TryGetValue(cp, out int[]? parts) ? string.Concat(parts.Select(p => Fold(p, depth + 1)))
        : folding.TryGetValue(cp, out int[]? lower) ? string.Concat(lower.Select(p => Fold(p, depth + 1)))
        : simplified.TryGetValue(cp, out int plain) ? Fold(plain, depth + 1)
        : kept.Contains(cp) ? char.ConvertFromUtf32(cp) : " ";
    if (depth == 0) done[cp] = result;
    return result;
}

StringBuilder mapped = new();
int entries = 0;
List<(int From, int To)> keptRanges = [], droppedRanges = [];
for (int cp = 0; cp <= 0x10FFFF; cp++)
{
    if (cp is >= 0xD800 and <= 0xDFFF) continue;
    string to = Fold(cp, 0);
    for (string next; (next = string.Concat(to.EnumerateRunes().Select(r => Fold(r.Value, 0)))) != to; to = next) { }
    string self = char.ConvertFromUtf32(cp);
    if (to == " ") continue;
    // Runs of kept code points reach over dropped and mapped ones, which are laid on top of them: far fewer runs.
    if (to == self || keptRanges.Count > 0 && keptRanges[^1].To == cp - 1) Extend(keptRanges, cp);
    if (to.Length == 0) Extend(droppedRanges, cp);
    else if (to != self)
    {
        if (entries++ % 24 == 0) mapped.Append(entries == 1 ? "        \"" : "\" +\n        \"");
        Write(self + to + "\0");
    }
}

File.WriteAllText(output, $$"""
// Generated by eng/folding.cs from Unicode {{Version}} (Debian package unicode-data 15.0.0-1: UnicodeData.txt,
// CaseFolding.txt, Unihan_Variants.txt; copyright 1991-2022 Unicode, Inc., https://www.unicode.org/license.txt). Do not edit. {{entries}} mapped code points.
namespace Rubicon.Matching;

/// <summary>What each code point folds to. A code point that stands in none of the three parts becomes a space.</summary>
internal static class FoldingTable
{
    /// <summary>First and last of each run of code points that stay as they are, but for those in the other two parts.</summary>
    public static ReadOnlySpan<int> Kept =>
    [
{{Ranges(keptRanges)}}
    ];

    /// <summary>First and last of each run of code points that vanish without leaving a space.</summary>
    public static ReadOnlySpan<int> Dropped =>
    [
{{Ranges(droppedRanges)}}
    ];

    /// <summary>For each mapped code point: itself, what it becomes, and a zero.</summary>
    public const string Mapped =
{{mapped}}";
}

""");
Console.WriteLine($"{output}: {entries} mapped, {keptRanges.Count} runs kept, {droppedRanges.Count} runs dropped");

// Han and ASCII are written as they are, everything else as escapes: no bidi or look-alike letters in the source.
void Write(string text)
{
    foreach (char c in text)
        mapped.Append(c == '\0' ? "\\0" : c is >= ' ' and < (char)0x7F and not '"' and not '\\' || c is >= (char)0x4E00 and <= (char)0x9FA5
            ? c.ToString() : $"\\u{(int)c:X4}");
}

static void Extend(List<(int From, int To)> ranges, int cp)
{
    if (ranges.Count > 0 && ranges[^1].To == cp - 1) ranges[^1] = (ranges[^1].From, cp);
    else ranges.Add((cp, cp));
}

static string Ranges(List<(int From, int To)> ranges) => string.Join('\n', ranges.Chunk(12)
    .Select(c => "        " + string.Join(" ", c.Select(r => $"0x{r.From:X},0x{r.To:X},"))));

static int Hex(string text) => int.Parse(text.Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

IEnumerable<string> Unpack(string name)
{
    using Process bzip2 = Process.Start(new ProcessStartInfo("bzip2", ["-dc", Path.Combine(data, name)]) { RedirectStandardOutput = true })!;
    while (bzip2.StandardOutput.ReadLine() is { } line) yield return line;
    bzip2.WaitForExit();
    if (bzip2.ExitCode != 0) throw new InvalidDataException($"bzip2 could not read {name}");
}
