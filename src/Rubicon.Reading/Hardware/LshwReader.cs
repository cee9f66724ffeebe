using System.Text.Json;
using Rubicon.Diagnostics;
using Rubicon.Reading.Documents;
using Rubicon.Reading.Json;
using Rubicon.Reading.Xml;
using Rubicon.Subjects;

namespace Rubicon.Reading.Hardware;

/// <summary>
/// Reads what <c>lshw -json</c> and <c>lshw -xml</c> print of one machine. The node of class system is the device; all others with
/// a vendor are parts inside it. The serial number of a network node is its hardware address.
/// </summary>
internal static class LshwReader
{
    private const int MostStatements = 1000;

    public static bool Is(JsonElement root) => root.ValueKind == JsonValueKind.Array ? root.EnumerateArray().Take(1).Any(IsNode) : IsNode(root);

    public static bool Is(XmlStream xml) => xml.Depth == 0 && xml.Name is "list" or "node";

    public static IEnumerable<ReadRecord> Read(JsonElement root, LineCounter places, InputLedger ledger)
    {
        ledger.Format = "lshw-json";
        int index = 0;
        foreach (var machine in root.ValueKind == JsonValueKind.Array ? root.EnumerateArray().AsEnumerable() : [root])
            yield return Machine(new JsonDocumentNode(machine, places, root.ValueKind == JsonValueKind.Array ? $"$[{index++}]" : "$"), "children", ledger);
    }

    public static IEnumerable<ReadRecord> Read(XmlStream xml, InputLedger ledger)
    {
        ledger.Format = "lshw-xml";
        int line = xml.Line;
        if (xml.Whole() is { } root)
        {
            var machines = root.Name == "node" ? [root] : root.All("node").ToList();
            if (machines.Count == 0) ledger.Report(ProblemCatalog.ListingEmpty, "a list without a node", line);
            for (int i = 0; i < machines.Count; i++) yield return Machine(new XmlDocumentNode(machines[i], $"/list/node[{i + 1}]"), "node", ledger);
        }
        else if (!xml.Failed)
        {
            var where = new SourceLocation(ledger.File, line);
            yield return new(new UnreadRecord(where, [XmlStream.TooLarge(where)]));
        }
    }

    private static bool IsNode(JsonElement node) =>
        node.ValueKind == JsonValueKind.Object && OtherJson.Text(node, "class") is not null && OtherJson.Text(node, "id") is not null
        && (node.TryGetProperty("children", out _) || node.TryGetProperty("claimed", out _) || node.TryGetProperty("product", out _));

    private static ReadRecord Machine(DocumentNode machine, string inside, InputLedger ledger)
    {
        var statements = new RecordStatements();
        if (machine.Text("class") == "system")
        {
            statements.Add(Field.Name, machine.Text("id"));
            statements.Add(Field.Maker, HardwareWords.Stated(machine.Text("vendor")));
            statements.Add(Field.Model, Model(machine.Text("product")));
            statements.Add(Field.Serial, HardwareWords.Stated(machine.Text("serial")));
            statements.Add(Field.Description, machine.Text("description"));
            foreach (var part in machine.Inside(inside)) Part(statements, part, inside);
        }
        else
        {
            Part(statements, machine, inside);
        }
        return statements.Close(SubjectKind.Device, new(ledger.File, machine.Line, 0, machine.Path), ProblemCatalog.ListingEmpty, machine.Describe());
    }

    private static void Part(RecordStatements statements, DocumentNode part, string inside)
    {
        if (!part.IsObject || statements.Count > MostStatements) return;
        string kind = part.Text("class") ?? "";
        if (kind == "network") statements.Add(Field.MacAddress, part.Text("serial"), part.Path, part.Line);
        if (HardwareWords.Stated(part.Text("vendor")) is { } vendor && vendor != "Linux Foundation")
        {
            statements.Add(Field.ModuleMaker, vendor, part.Path, part.Line);
            statements.Add(Field.ModuleModel, Model(part.Text("product")), part.Path, part.Line);
        }
        foreach (var inner in part.Inside(inside)) Part(statements, inner, inside);
    }

    /// <summary>The product without the number of its stock, which some firmware puts behind it in brackets.</summary>
    private static string? Model(string? product)
    {
        if (HardwareWords.Stated(product) is not { } stated) return null;
        int bracket = stated.LastIndexOf(" (", StringComparison.Ordinal);
        return HardwareWords.Stated(bracket > 0 && stated.EndsWith(')') ? stated[..bracket] : stated);
    }
}
