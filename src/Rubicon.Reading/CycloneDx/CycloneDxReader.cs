using System.Text.Json;
using Rubicon.Reading.Documents;
using Rubicon.Reading.Json;
using Rubicon.Subjects;

namespace Rubicon.Reading.CycloneDx;

/// <summary>
/// Reads CycloneDX JSON (ECMA-424), versions 1.2 to 1.7 and what the draft of 2.0 has: parties, origins, identifiers,
/// inventories. Yields the product that the bill describes, each component and each service, nested ones after their
/// owner. The product holds all components, because a rule may reach it through a part. Tools that made the bill are no
/// part of the product and are left out.
/// </summary>
internal static class CycloneDxReader
{
    public static bool Is(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object
        && (OtherJson.Text(root, "bomFormat") == "CycloneDX" || OtherJson.Text(root, "specFormat") == "CycloneDX"
            || BillVersions.InAddress(OtherJson.Text(root, "$schema")) is not null);

    public static IEnumerable<ReadRecord> Read(JsonElement document, LineCounter places, InputLedger ledger)
    {
        var root = new JsonDocumentNode(document, places, "$");
        var versions = new BillVersions(ledger);
        versions.Claim(root.Text("specVersion"), BillVersions.InAddress(root.Text("$schema")), root.Text("bomFormat") is not null, root.Line, "$.specVersion");
        versions.SeeBill(root.Members, root.Line);
        var reader = new ComponentReader(ledger, versions, Parties(root));
        Define(reader, root.Child("definitions"));

        foreach (var record in Bill(new BillAssembly(reader, ledger), reader, root)) yield return record;
        foreach (var inventory in root.Entries("inventories").Entries)
            foreach (var record in Inventory(reader, inventory)) yield return record;
        versions.Close();
    }

    private static IEnumerable<ReadRecord> Bill(BillAssembly bill, ComponentReader reader, DocumentNode root)
    {
        if (root.Child("metadata") is { } metadata) bill.Take(BillPiece.Metadata, metadata);
        foreach (var (member, piece) in new[] { ("components", BillPiece.Component), ("services", BillPiece.Service) })
        {
            var list = root.Entries(member);
            if (list.NotAList is not null)
                foreach (var record in bill.TakeRecords(reader.ReadAll(root, member, false, false).Records)) yield return record;
            foreach (var entry in list.Entries)
                foreach (var record in bill.Take(piece, entry)) yield return record;
        }
        bool elsewhere = root.Entries("inventories").Entries.Any();
        foreach (var record in bill.Close(elsewhere ? null : root.Describe())) yield return record;
    }

    /// <summary>An inventory of 2.0: a subject and its components, each in full or by reference.</summary>
    public static IEnumerable<ReadRecord> Inventory(ComponentReader reader, DocumentNode inventory)
    {
        bool device = inventory.Child("subject") is { } s && ComponentStatements.IsDevice(s);
        var parts = reader.ReadAll(inventory, "components", device, service: false);
        return inventory.Child("subject") is { } subject ? reader.Product(subject, null, parts.Own).Records.Concat(parts.Records) : parts.Records;
    }

    private static BillParties Parties(DocumentNode root)
    {
        var parties = new BillParties();
        parties.Collect(root);
        parties.Collect(root.Child("metadata"));
        parties.Collect(root.Child("metadata")?.Child("component"));
        parties.Collect(root.Child("definitions"));
        parties.CollectAll(root, "components");
        if (root.Child("definitions") is { } definitions) parties.CollectAll(definitions, "components");
        foreach (var inventory in root.Entries("inventories").Entries)
        {
            parties.Collect(inventory.Child("subject"));
            parties.CollectAll(inventory, "components");
        }
        return parties;
    }

    /// <summary>Components that inventories refer to.</summary>
    public static void Define(ComponentReader reader, DocumentNode? definitions)
    {
        if (definitions is null) return;
        foreach (var component in definitions.Entries("components").Entries)
            if (component.Text("bom-ref") is { } reference) reader.Defined.TryAdd(reference, component);
    }
}
