using System.Collections.Frozen;
using System.Net;
using Rubicon.Diagnostics;
using Rubicon.Subjects;

namespace Rubicon.Reading.Oxidized;

/// <summary>
/// Reads <c>router.db</c> of Oxidized: a node a line, by default <c>name:model</c> or <c>name:ip:model:user:password</c>. The
/// place of the fields is set elsewhere, so that the model is found by its words; passwords are never kept.
/// </summary>
internal static class RouterDb
{
    private static readonly char[] Separators = [':', ';', ',', '\t', '|'];

    public static bool Is(IReadOnlyList<string> lines) => Shape(lines) is not null;

    public static IEnumerable<ReadRecord> Read(TextReader text, InputLedger ledger)
    {
        var lines = new TextLines(text);
        var first = new List<(string Line, int Number)>();
        while (first.Count < 50 && lines.Next() is { } line) first.Add((line, lines.Number));
        if (Shape([.. first.Select(l => l.Line.TrimEnd())]) is not { } shape) yield break;
        foreach (var (line, number) in first)
            if (Node(line, number, shape, ledger) is { } record) yield return record;
        while (lines.Next() is { } line)
            if (Node(line, lines.Number, shape, ledger) is { } record) yield return record;
    }

    private static ReadRecord? Node(string line, int number, (char Separator, int Model) shape, InputLedger ledger)
    {
        string text = line.Trim();
        if (text.Length == 0 || text[0] == '#') return null;
        string[] fields = text.Split(shape.Separator);
        var where = new SourceLocation(ledger.File, number);
        string name = fields[0].Trim();
        if (fields.Length <= shape.Model || name.Length == 0)
            return new(new UnreadRecord(where, [new(ProblemCatalog.LinesNotUnderstood, where, "a line without a name or a model")]));
        var statements = new RecordStatements();
        statements.Add(Field.Name, name);
        string model = fields[shape.Model].Trim();
        statements.Add(Field.Platform, model);
        if (Words.TryGetValue(model, out string? words)) statements.Add(Field.Banner, words, "model of Oxidized");
        if (fields.FirstOrDefault(f => f.Contains('.', StringComparison.Ordinal) && IPAddress.TryParse(f.Trim(), out _)) is { } ip && ip.Trim() != name) statements.Add(Field.Note, $"address {ip.Trim()}");
        return statements.Close(SubjectKind.Device, where, ProblemCatalog.LinesNotUnderstood, "a node");
    }

    /// <summary>The separator and the place of the model, when nearly every line has a known model there.</summary>
    private static (char Separator, int Model)? Shape(IReadOnlyList<string> lines)
    {
        var nodes = lines.Select(l => l.Trim()).Where(l => l.Length > 0 && l[0] != '#').Take(50).ToList();
        if (nodes.Count == 0) return null;
        foreach (char separator in Separators)
        {
            var rows = nodes.ConvertAll(n => n.Split(separator));
            for (int i = 1; i < Math.Min(rows[0].Length, 6); i++)
                if (rows.Count(r => r.Length > i && r.Length <= 12 && Models.Contains(r[i].Trim())) * 10 >= rows.Count * 9) return (separator, i);
        }
        return null;
    }

    /// <summary>Models whose name is no name of a platform that maker files have, in words that they have.</summary>
    private static readonly FrozenDictionary<string, string> Words = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["zteolt"] = "ZTE optical line terminal",
        ["smartax"] = "Huawei SmartAX",
        ["vrp"] = "Huawei VRP",
        ["comware"] = "Comware",
        ["h3c"] = "H3C",
        ["tplink"] = "TP-Link",
        ["dlink"] = "D-Link",
        ["dlinknextgen"] = "D-Link",
        ["raisecom"] = "Raisecom",
        ["bdcom"] = "BDCOM",
        ["gcombnps"] = "GCOM",
        ["qtech"] = "QTECH",
        ["dcnos"] = "DCN",
        ["edgecos"] = "Edge-Core",
        ["ruijie"] = "Ruijie",
        ["grandstream"] = "Grandstream",
        ["eltex"] = "Eltex",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Names of models of Oxidized 0.30 and before.</summary>
    private static readonly FrozenSet<string> Models = """
        acos acsw adtran adva airfiber airos alteonos alvarion aos aos7 aosw aoscx apc_aos arbos aricentiss arubainstant asa asyncos audiocodes audiocodesmp awplus axos
        bdcom boss br6910 c4cmts cambium cambiumepmp casa catos cisconga ciscosma ciscosmb ciscospark ciscovpn3k cnos comtrol comware coriant8600 coriantgroove corianttmos cumulus datacom dcnos
        dellx dlink dlinknextgen dnos ecos edgecos edgeos edgeswitch eltex enterasys enterprise_sonic eos fabricos fastiron fiberdriver firebrick firelinuxos firewareos fortigate fortios fortiwlc fsos ftos
        fujitsupy gaiaos garderos gcombnps grandstream h3c hatteras hirschmann hios hpebladesystem hpemsa hpmsm ibos icotera ingate ios iosxe iosxr ipos ironware isam junos kornfeldos
        lancom lenovonos linksyssrw linuxgeneric masteros mikrotik mlnxos mrv mtrlrfs ndms necix netgear netonix netscaler nos nsxconfig nsxdfw nsxfirewall nxos oneaccess oneos openbsd opengear
        openwrt opnsense os10 os6 panos perle pfsense planet powerconnect procurve purityos qtech quantaos raisecom rgos riverbed routeros ruijie saos saos10 screenos sgos siklu siklumhtg
        slxos smartax smartbyte sonicos speedtouch sros srosmd stoneos supermicro swos tdre telco tmos tnsr tplink trango ucs unifiap uplinkolt vmwareedge voltaire voss vrp
        vyatta vyos weos xbs xos yamaha zhoneolt zpeisp zteolt zynos zynoscli zynosgs zynosmgs zyxel1308 zyxelolt
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
