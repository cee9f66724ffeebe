namespace Rubicon.Benchmarks.Accuracy;

/// <summary>
/// Who made the devices of a collection of walks, by the word under which network monitoring knows their operating system. The word stands in the truth
/// of a walk, and before the first underscore of its file name where no truth was stated. Of systems that run on hardware of many makers nothing is said.
/// </summary>
internal static class DeviceMakers
{
    /// <summary>Makers that lists name: none of their devices may be missed, and none of anybody else's may be taken for theirs.</summary>
    public static readonly string[] Covered = ["huawei", "zte", "hikvision", "dahua", "hytera", "tplink", "dji", "fiberhome"];

    private static readonly (string Start, string Maker)[] Starts =
    [
        ("vrp", "huawei"), ("huawei", "huawei"), ("smartax", "huawei"), ("ibmc", "huawei"), ("oceanstor", "huawei"), ("quidway", "huawei"),
        ("zxr10", "zte"), ("zte", "zte"), ("zxa10", "zte"), ("hikvision", "hikvision"), ("dahua", "dahua"), ("hytera", "hytera"),
        ("jetstream", "tplink"), ("tplink", "tplink"), ("omada", "tplink"), ("fiberhome", "fiberhome"), ("comware", "h3c"),
        ("ios", "cisco"), ("iosxe", "cisco"), ("iosxr", "cisco"), ("nxos", "cisco"), ("cisco", "cisco"), ("cimc", "cisco"), ("ftd", "cisco"), ("ise", "cisco"), ("ucos", "cisco"), ("asa", "cisco"), ("pixos", "cisco"),
        ("junos", "juniper"), ("screenos", "juniper"), ("panos", "paloalto"), ("forti", "fortinet"), ("routeros", "mikrotik"), ("swos", "mikrotik"),
        ("dlink", "dlink"), ("procurve", "hpe"), ("jetdirect", "hpe"), ("hpe", "hpe"), ("arubaos-cx", "hpe"), ("drac", "dell"), ("dell", "dell"), ("powerconnect", "dell"), ("dnos", "dell"),
        ("edgeos", "ubiquiti"), ("edgeswitch", "ubiquiti"), ("unifi", "ubiquiti"), ("airos", "ubiquiti"), ("zynos", "zyxel"), ("zywall", "zyxel"), ("zyxel", "zyxel"), ("ies52", "zyxel"),
        ("nokia", "nokia"), ("timos", "nokia"), ("ericsson", "ericsson"), ("ceraos", "ceragon"), ("siklu", "siklu"), ("pmp", "cambium"), ("ptp", "cambium"), ("cnmatrix", "cambium"),
        ("raisecom", "raisecom"), ("baicells", "baicells"), ("calix", "calix"), ("axos", "calix"), ("exa", "calix"), ("occamos", "calix"), ("axiscam", "axis"), ("ruijie", "ruijie"),
        ("adva", "adtran"), ("aviat", "aviat"), ("arris", "commscope"), ("arista", "arista"), ("xos", "extreme"), ("voss", "extreme"), ("rutos", "teltonika"), ("sm-os", "siae"), ("bdcom", "bdcom"), ("infinera", "infinera"),
    ];

    /// <summary>The maker of the longest beginning that fits; null where the word tells none.</summary>
    /// <param name="system">"vrp", "hikvision-cam".</param>
    public static string? Of(string system)
    {
        string? maker = null;
        int length = 0;
        foreach (var (start, named) in Starts)
        {
            // A short word must be the whole word: "ios" is not the beginning of "iosafe".
            bool fits = start.Length <= 4 ? system.Equals(start, StringComparison.Ordinal) || system.StartsWith(start + "-", StringComparison.Ordinal)
                : system.StartsWith(start, StringComparison.Ordinal);
            if (fits && start.Length > length) (maker, length) = (named, start.Length);
        }
        return maker;
    }
}
