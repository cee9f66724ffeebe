// Makes registries/product-names.txt and registries/model-objects.txt from folders of MIB files, such as those of netdisco-mibs and LibreNMS:
//   dotnet run eng/mibs.cs -- <folder>…
// A product name is the name under which a maker registered a number that devices answer as sysObjectID. A model object is an object by which an
// agent states its own model. Only numbers and names are taken. Files are read in the order of their paths, and of two modules of one name the
// first is kept, so that a second run over the same files writes the same bytes.
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

if (args.Length == 0)
{
    Console.Error.WriteLine("usage: dotnet run eng/mibs.cs -- <folder of MIB files>…");
    return 64;
}
var modules = new Dictionary<string, Module>(StringComparer.Ordinal);
foreach (string folder in args)
    foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        foreach (var module in Mib.Read(File.ReadAllText(file, Encoding.Latin1))) modules.TryAdd(module.Name, module);
var tree = new Tree(modules);
string registries = Path.Combine(RepositoryRoot(), "registries");
int products = Write(Path.Combine(registries, "product-names.txt"), tree.Products(),
    "# Names that makers registered for products under their enterprise numbers: what follows 1.3.6.1.4.1., and the name.\n# From MIB files, made by eng/mibs.cs.\n");
int objects = Write(Path.Combine(registries, "model-objects.txt"), tree.ModelObjects(),
    "# Objects by which agents state their own model: what follows 1.3.6.1.4.1., then 1 for a model by its name, 2 for a kind of product, 3 for a model by its description, t for a column of a table, and the name.\n# From MIB files, made by eng/mibs.cs.\n");
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{modules.Count} modules, {products} products, {objects} objects"));
return 0;

static string RepositoryRoot()
{
    for (var folder = new DirectoryInfo(Directory.GetCurrentDirectory()); folder is not null; folder = folder.Parent)
        if (File.Exists(Path.Combine(folder.FullName, "rubicon.slnx"))) return folder.FullName;
    throw new DirectoryNotFoundException("run this inside the repository");
}

static int Write(string target, IEnumerable<(string Key, string Text)> lines, string head)
{
    var sorted = new SortedDictionary<string, string>(StringComparer.Ordinal);
    foreach (var (key, text) in lines) sorted.TryAdd(key, text);
    var builder = new StringBuilder(head);
    foreach (var (key, text) in sorted) builder.Append(key).Append('\t').Append(text).Append('\n');
    File.WriteAllText(target, builder.ToString(), new UTF8Encoding(false));
    return sorted.Count;
}

/// <summary>One definition that has a number: its macro, the names and arcs in braces, its first word after SYNTAX and what describes it.</summary>
internal sealed record Definition(string Macro, string[] Place, string Syntax, string Description);

internal sealed record Module(string Name)
{
    public Dictionary<string, string> Imports { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Definition> Definitions { get; } = new(StringComparer.Ordinal);
}

/// <summary>Reads as much of SMIv1 and SMIv2 as names and numbers need; real files break the grammar in many ways.</summary>
internal static partial class Mib
{
    private static readonly HashSet<string> Macros = ["OBJECT-TYPE", "OBJECT-IDENTITY", "MODULE-IDENTITY", "NOTIFICATION-TYPE", "OBJECT-GROUP", "NOTIFICATION-GROUP", "MODULE-COMPLIANCE", "AGENT-CAPABILITIES"];

    public static IEnumerable<Module> Read(string text)
    {
        var tokens = Token().Matches(text).Select(m => m.Value).Where(t => !t.StartsWith("--", StringComparison.Ordinal)).ToArray();
        Module? module = null;
        for (int i = 0; i < tokens.Length; i++)
        {
            if (tokens[i] == "DEFINITIONS" && i > 0)
            {
                int name = i - 1;
                if (tokens[name] == "}")
                {
                    while (name > 0 && tokens[name] != "{") name--;
                    name--;
                }
                if (module is not null) yield return module;
                module = name >= 0 ? new Module(tokens[name]) : null;
            }
            else if (module is not null && tokens[i] == "IMPORTS")
                i = ReadImports(tokens, i + 1, module);
            else if (module is not null && tokens[i] == "::=" && i + 1 < tokens.Length && tokens[i + 1] == "{")
                i = ReadDefinition(tokens, i, module);
        }
        if (module is not null) yield return module;
    }

    private static int ReadImports(string[] tokens, int at, Module module)
    {
        var names = new List<string>();
        for (; at < tokens.Length && tokens[at] != ";"; at++)
        {
            if (tokens[at] == "FROM" && at + 1 < tokens.Length)
            {
                foreach (string name in names) module.Imports[name] = tokens[at + 1];
                names.Clear();
                at++;
            }
            else if (tokens[at] != ",") names.Add(tokens[at]);
        }
        return at;
    }

    private static int ReadDefinition(string[] tokens, int equals, Module module)
    {
        int end = equals + 2;
        while (end < tokens.Length && tokens[end] != "}") end++;
        string[] place = [.. tokens[(equals + 2)..Math.Min(end, tokens.Length)].Where(t => t is not ("(" or ")"))];
        if (equals >= 3 && tokens[equals - 1] == "IDENTIFIER" && tokens[equals - 2] == "OBJECT")
        {
            module.Definitions.TryAdd(tokens[equals - 3], new Definition("OBJECT IDENTIFIER", place, "", ""));
            return end;
        }
        for (int at = equals - 1; at > 0 && at > equals - 4000 && tokens[at] != "::="; at--)
        {
            if (!Macros.Contains(tokens[at]) || !char.IsAsciiLetterLower(tokens[at - 1][0])) continue;
            module.Definitions.TryAdd(tokens[at - 1], new Definition(tokens[at], place, After(tokens, "SYNTAX", at, equals), After(tokens, "DESCRIPTION", at, equals)));
            break;
        }
        return end;
    }

    private static string After(string[] tokens, string word, int from, int to)
    {
        int at = Array.IndexOf(tokens, word, from, to - from);
        return at < 0 || at + 1 >= to ? "" : string.Join(' ', tokens[at + 1].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Trim('"');
    }

    [GeneratedRegex("""
        "[^"]*"|--.*?(?:--|\n|$)|::=|[{}()\[\],;|]|[^\s{}()\[\],;|"]+
        """, RegexOptions.CultureInvariant)]
    private static partial Regex Token();
}

/// <summary>All definitions by their numbers under 1.3.6.1.4.1.</summary>
internal sealed partial class Tree
{
    private static readonly Dictionary<string, string> Roots = new(StringComparer.Ordinal)
    {
        ["iso"] = "1",
        ["org"] = "1.3",
        ["dod"] = "1.3.6",
        ["internet"] = "1.3.6.1",
        ["mgmt"] = "1.3.6.1.2",
        ["mib-2"] = "1.3.6.1.2.1",
        ["private"] = "1.3.6.1.4",
        ["enterprises"] = "1.3.6.1.4.1",
    };

    private const string Enterprises = "1.3.6.1.4.1.";

    private readonly Dictionary<string, Module> _modules;
    private readonly Dictionary<string, string> _homes = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, string), string?> _known = [];
    private readonly SortedDictionary<string, List<(string Module, string Name, Definition Definition)>> _nodes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _parents = new(StringComparer.Ordinal);

    public Tree(Dictionary<string, Module> modules)
    {
        _modules = modules;
        foreach (var module in modules.Values)
            foreach (string name in module.Definitions.Keys) _homes.TryAdd(name, module.Name);
        foreach (var module in modules.Values.OrderBy(m => m.Name, StringComparer.Ordinal))
            foreach (var (name, definition) in module.Definitions)
            {
                if (Resolve(module.Name, name, 0) is not { } oid || !oid.StartsWith(Enterprises, StringComparison.Ordinal)) continue;
                string key = oid[Enterprises.Length..];
                if (!_nodes.TryGetValue(key, out var here)) _nodes[key] = here = [];
                here.Add((module.Name, name, definition));
                for (int dot = key.LastIndexOf('.'); dot > 0 && _parents.Add(key[..dot]); dot = key.LastIndexOf('.', dot - 1)) { }
            }
    }

    /// <summary>
    /// Numbers with nothing below them whose name holds a digit, as names of models do, or whose module is one of products; types of parts inside a
    /// device are left out.
    /// </summary>
    public IEnumerable<(string, string)> Products() =>
        from node in _nodes
        where !_parents.Contains(node.Key) && node.Value.TrueForAll(d => d.Definition.Macro is "OBJECT IDENTIFIER" or "OBJECT-IDENTITY")
        let name = node.Value[0].Name
        where (name.Any(char.IsAsciiDigit) || node.Value[0].Module.Contains("PRODUCTS", StringComparison.Ordinal)) && !NoProduct().IsMatch(name) && !PartModule().IsMatch(node.Value[0].Module)
        select (node.Key, name);

    /// <summary>Scalars and columns whose name says that they hold the model of the device itself.</summary>
    public IEnumerable<(string, string)> ModelObjects() =>
        from node in _nodes
        where !_parents.Contains(node.Key)
        let one = node.Value.Find(d => d.Definition.Macro == "OBJECT-TYPE")
        where one.Name is not null && !Numeric().IsMatch(one.Definition.Syntax)
        let rank = Rank(one.Name, one.Definition.Description)
        where rank > 0
        let column = IsRow(node.Key[..Math.Max(node.Key.LastIndexOf('.'), 0)])
        where !column || rank < 3 && OfTheWhole().IsMatch(one.Name)
        select (node.Key, $"{rank}{(column ? "t" : "")} {one.Name}");

    private static int Rank(string name, string description) =>
        NoModel().IsMatch(name) ? 0 : ModelName().IsMatch(name) ? 1 : ProductKind().IsMatch(name) ? 2
        : DescribedAsModel().IsMatch(description) && !OtherThan().IsMatch(name) && !NoModel().IsMatch(description[..Math.Min(description.Length, 90)]) ? 3 : 0;

    /// <summary>True for a row of a table: its own parent is an object too.</summary>
    private bool IsRow(string key) => key.Length > 0 && _nodes.TryGetValue(key, out var here) && here.Exists(d => d.Definition.Macro == "OBJECT-TYPE");

    private string? Resolve(string module, string name, int depth)
    {
        if (Roots.TryGetValue(name, out string? root)) return root;
        if (_known.TryGetValue((module, name), out string? known)) return known;
        _known[(module, name)] = null;
        if (depth > 60 || !_modules.TryGetValue(module, out var own)) return null;
        string? oid = null;
        if (own.Definitions.TryGetValue(name, out var definition)) oid = Number(module, name, definition, depth);
        else
        {
            if (own.Imports.TryGetValue(name, out string? from) && from != module) oid = Resolve(from, name, depth + 1);
            if (oid is null && _homes.TryGetValue(name, out string? home) && home != module) oid = Resolve(home, name, depth + 1);
        }
        return _known[(module, name)] = oid;
    }

    private string? Number(string module, string name, Definition definition, int depth)
    {
        var oid = new StringBuilder();
        for (int i = 0; i < definition.Place.Length; i++)
        {
            string part = definition.Place[i];
            if (part.All(char.IsAsciiDigit)) oid.Append(oid.Length == 0 ? "" : ".").Append(part);
            else if (i == 0)
            {
                string parent = part[(part.LastIndexOf('.') + 1)..];
                string? above = parent == name ? null : Resolve(module, parent, depth + 1);
                if (above is null) return null;
                oid.Append(above);
            }
        }
        return oid.ToString();
    }

    [GeneratedRegex("(group|groups|compliances?|conformance|traps?|notifications?|objects|mib|events?|alarms?|table|entry|caps?|capabilit(y|ies)|prefix|info|v\\d|reg)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoProduct();

    [GeneratedRegex("VENDORTYPE|CHASSIS-DEFINES|CONDITIONS|BOARDS-MIB|ENTITY-OID|UNITYPE|MODULARUPS|CERENT-GLOBAL", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PartModule();

    [GeneratedRegex("model", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ModelName();

    [GeneratedRegex("(product|appliance|machine)[-_]?(short|level)?[-_]?(type[-_]?)?(name|type|descr|product)|^(device|unit|system|chassis|hardware|platform)[-_]?type([-_]?name)?$|box-?descr$|chassis-?type$|hardware-?type$|board-?name$|infoProduct$|SysIdName$|prod(uct)?(id|identification)?(marketing|display)?-?name$|marketing-?name$|stackProductID$|deviceDescr$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ProductKind();

    [GeneratedRegex("^(a |the |this |indicates |specifies |displays |returns |string |text |textual |description |describing |identifies |identification |containing |contains |shows |gives |of |(device|unit|system|switch|product|equipment|ups|router|chassis|hardware|appliance|platform|rack|pdu|agent|host|board|machine|manufacturer|vendor|box|controller)('s)? )*(model|product) ?(name|number|type|id|designation|identifier|description)?( of (the|this) \\w+)?\\b|^(the )?(name|type) of (the |this )?(product|device|equipment|hardware|appliance|platform|switch|machine|unit)( model)?( for display purposes)?\\.?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DescribedAsModel();

    [GeneratedRegex("host|shelf|url$|build|date|rev|edition|platform|hardware|^name$|aid|dev-?id|config(?!uration)|signature|caps|partnum|pspname|typeform|ProductId$|shadow|description$|url|objectname", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OtherThan();

    [GeneratedRegex("batter|fan|sensor|disk|psu|supply|sfp|xcvr|transceiver|slot|neigh|remote|peer|client|station|user|licen|image|cpu|processor|memory|dimm|trap|vendor|manufact|oem|firmware|software|version|serial|mac(?!hine)|contact|location|modem|sim|drive|raid|interface|port|vlan|policy|profile|channel|alarm|event|filter|threshold|hist|rogue|assoc|detect|dhcp|lldp|cdp|nbr|optic|laser|card|accesspoint|wtp|onu|ont(?!rol)|cpe|outlet|phase|input|output|breaker|probe|module|rectifier|engine|gauge|pump|lamp|tape|media|fpga|encoder|camera|charger|printer|scanner|modelId$|modelRev|modelDate|modelOption|secure|security|cost|traffic|qos|service|antenna|radio|queue|queu|snmp|clock|timing|power-?model|-?mode$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoModel();

    [GeneratedRegex("(unit|chassis|device|dev|system|shelf|box|tower|stack|frame|ne)[A-Za-z]{0,12}model|ProductID$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfTheWhole();

    [GeneratedRegex("^(INTEGER|Integer32|Unsigned32|UInteger32|Counter.*|Gauge.*|TimeTicks|IpAddress|OBJECT|BITS|TruthValue|RowStatus|SEQUENCE|DateAndTime|AutonomousType|.*(Address|Status|State|Index|Percent|Entry))$", RegexOptions.CultureInvariant)]
    private static partial Regex Numeric();
}
