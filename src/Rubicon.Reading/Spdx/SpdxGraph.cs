using System.Text.Json;
using Rubicon.Reading.Documents;
using Rubicon.Reading.Json;
using Rubicon.Subjects;

namespace Rubicon.Reading.Spdx;

/// <summary>
/// Reads SPDX 3 JSON-LD: a graph of elements that refer to each other. Suppliers and originators are agents elsewhere in
/// the graph, in any order, or stand inside the package.
/// </summary>
internal static class SpdxGraph
{
    public static bool Is(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty("@context", out var context)
        && context.ToString().Contains("spdx.org/rdf/3", StringComparison.OrdinalIgnoreCase);

    public static IEnumerable<ReadRecord> Read(JsonElement document, LineCounter places, InputLedger ledger)
    {
        var root = new JsonDocumentNode(document, places, "$");
        var graph = root.Entries("@graph").Entries.ToList();
        if (graph.Count == 0) graph.Add(root);
        SpdxVersions.Claim(graph.Select(e => e.Text("specVersion") ?? e.Child("creationInfo")?.Text("specVersion")).FirstOrDefault(v => v is not null), root.Line, ledger);
        var names = new Dictionary<string, (string Type, string Name)>(StringComparer.Ordinal);
        foreach (var element in graph)
            if (Id(element) is { } id && element.Text("name") is { } name) names.TryAdd(id, (Type(element), name));
        var bill = new SpdxBill(ledger);
        foreach (var element in graph) Element(bill, element, names);
        return bill.Close();
    }

    private static void Element(SpdxBill bill, DocumentNode element, Dictionary<string, (string Type, string Name)> names)
    {
        string type = Type(element);
        if (type.EndsWith("Package", StringComparison.Ordinal))
        {
            Package(bill, element, names);
            return;
        }
        bill.AddOther(Id(element));
        if (type.EndsWith("File", StringComparison.Ordinal)) bill.Files++;
        if (type is "SpdxDocument" or "software_Sbom" or "Bom" or "Bundle")
        {
            foreach (var described in element.Entries("rootElement").Entries) bill.Describe(described.Value ?? Id(described), described.Line);
            // What a document gathers from another document is no loose end of this one.
            foreach (var import in element.Entries("import").Entries) bill.AddOther(import.Text("externalSpdxId"));
        }
        if (!type.EndsWith("Relationship", StringComparison.Ordinal)) return;
        // A license is no part, and mostly stands outside the document.
        if (element.Text("relationshipType") is "hasConcludedLicense" or "hasDeclaredLicense") return;
        foreach (var to in element.Entries("to").Entries)
            bill.Relate(new(element.Text("from") ?? Id(element.Child("from")) ?? "", element.Text("relationshipType") ?? "", to.Value ?? Id(to) ?? "", element.Line));
    }

    private static void Package(SpdxBill bill, DocumentNode element, Dictionary<string, (string Type, string Name)> names)
    {
        var package = new SpdxPackage(Id(element) ?? element.Path, element.Line, element.Path);
        string? name = element.Text("name");
        package.Name(name);
        if (element.Text("software_primaryPurpose") is { } purpose) package.Purpose(purpose, name);
        foreach (var agent in Agents(element, "originatedBy")) package.Originator(Agent(agent, names));
        foreach (var agent in Agents(element, "suppliedBy")) package.Supplier(Agent(agent, names));
        package.State(Field.Version, element.Text("software_packageVersion"));
        package.State(Field.Description, element.Text("description") ?? element.Text("summary"));
        package.Reference("purl", element.Text("software_packageUrl"));
        foreach (var identifier in element.Entries("externalIdentifier").Entries.Take(1000))
            package.Reference(identifier.Text("externalIdentifierType"), identifier.Text("identifier"));
        package.Note("downloaded from", element.Text("software_downloadLocation"));
        package.Note("copyright", element.Text("software_copyrightText"));
        bill.Add(package);
        foreach (string member in new[] { "originatedBy", "suppliedBy" })
            foreach (var agent in Agents(element, member))
                if (agent.Value is { } reference) bill.Relate(new(package.Id, member, reference, element.Line));
    }

    /// <summary>One agent or a list of them; each a reference or an agent in full.</summary>
    private static IEnumerable<DocumentNode> Agents(DocumentNode element, string member)
    {
        if (element.Child(member) is { } one) return [one];
        var list = element.Entries(member);
        return list.NotAList is { } single ? [single] : list.Entries;
    }

    private static string? Agent(DocumentNode agent, Dictionary<string, (string Type, string Name)> names)
    {
        if (agent.IsObject) return Named(Type(agent), agent.Text("name"));
        return agent.Value is { } reference && names.TryGetValue(reference, out var known) ? Named(known.Type, known.Name) : null;
    }

    private static string? Named(string type, string? name) => name is null ? null : type == "Person" ? $"Person: {name}" : name;

    private static string? Id(DocumentNode? element) => element?.Text("spdxId") ?? element?.Text("@id");

    private static string Type(DocumentNode element) => element.Text("type") ?? element.Text("@type") ?? "";
}
