using System.Text.Json;
using Rubicon.Diagnostics;
using Rubicon.Reading.CycloneDx;
using Rubicon.Reading.Documents;
using Rubicon.Reading.NetBox;
using Rubicon.Reading.Tables;
using Rubicon.Subjects;

namespace Rubicon.Reading.Json;

/// <summary>
/// Reads JSON that is too large to be held, or that breaks off: lists of devices and bills of materials, record by record.
/// The format is told from the first members, so that no more than the beginning need be looked at.
/// </summary>
internal static class JsonPieces
{
    private enum Kind
    {
        Unknown,
        Bill,
        Devices,
    }

    /// <summary>Records of the document, or null when its beginning does not tell a format that is read in pieces.</summary>
    public static IEnumerable<ReadRecord>? Read(Stream content, ReadOnlySpan<byte> head, InputLedger ledger) => Look(head) switch
    {
        Kind.Bill => Bill(content, ledger),
        Kind.Devices => Devices(content, ledger),
        _ => null,
    };

    private static Kind Look(ReadOnlySpan<byte> head)
    {
        var reader = new Utf8JsonReader(head.StartsWith("\uFEFF"u8) ? head[3..] : head, isFinalBlock: false, default);
        var members = new HashSet<string>(StringComparer.Ordinal);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType != JsonTokenType.PropertyName) continue;
                string name = reader.GetString() ?? "";
                if (reader.CurrentDepth == 1)
                {
                    members.Add(name);
                    if (name is "bomFormat" or "specFormat") return Kind.Bill;
                    if (name == "results") return Kind.Devices;
                    if (name is "devices" or "inventory" && members.Contains("status")) return Kind.Devices;
                }
                else if (reader.CurrentDepth == 2 && members.Count == 0 && NetBoxReader.IsDeviceMember(name))
                {
                    return Kind.Devices;
                }
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // What is wrong will be said by whoever reads it.
        }
        return Kind.Unknown;
    }

    private static IEnumerable<ReadRecord> Devices(Stream content, InputLedger ledger)
    {
        using var text = TextEncoding.Open(content, out var strays);
        var pieces = new JsonStream(text, ledger);
        ledger.Format = "netbox-json";
        long records = 0;
        bool more = false;
        string? count = null;
        while (pieces.Next(out var piece))
        {
            if (piece.Member is "devices" or "inventory") ledger.Format = "librenms-json";
            bool ofList = piece.Index >= 0 && piece.Member is "" or "results" or "devices" or "inventory";
            if (!ofList && piece.Member is not ("next" or "count")) continue;
            using var document = JsonInput.Parse(piece.Text, ledger.File, piece.LinesBefore, out var problem);
            if (!ofList)
            {
                if (piece.Member == "count") count = document is null ? null : OtherJson.Scalar(document.RootElement);
                else more = document?.RootElement.ValueKind == JsonValueKind.String;
                continue;
            }
            records++;
            var where = new SourceLocation(ledger.File, piece.LinesBefore + 1, 0, piece.Path);
            yield return document is null
                ? new ReadRecord(new UnreadRecord(where, [problem!]))
                : NetBoxDevice.Read(document.RootElement, where);
        }
        if (more) ledger.Report(ProblemCatalog.NetBoxMorePages, $"{records} of {count ?? "more"} entries", pointer: "$.next");
        if (records == 0 && !ledger.HasError) ledger.Report(ProblemCatalog.HeaderOnly, "an empty list", expected: "at least one device");
        Strays(strays, ledger);
    }

    private static IEnumerable<ReadRecord> Bill(Stream content, InputLedger ledger)
    {
        using var text = TextEncoding.Open(content, out var strays);
        var pieces = new JsonStream(text, ledger);
        var versions = new BillVersions(ledger);
        var parties = new BillParties();
        var reader = new ComponentReader(ledger, versions, parties);
        var bill = new BillAssembly(reader, ledger);
        bool inventories = false;
        var stated = new Dictionary<string, string?>(StringComparer.Ordinal);
        while (pieces.Next(out var piece))
        {
            if (piece.Index <= 0) versions.SeeBill([piece.Member], piece.LinesBefore + 1);
            bool scalar = piece.Member is "specVersion" or "$schema" or "bomFormat" or "specFormat";
            if (!scalar && piece.Member is not ("metadata" or "definitions" or "parties" or "components" or "services" or "inventories")) continue;
            var document = JsonInput.Parse(piece.Text, ledger.File, piece.LinesBefore, out var problem);
            if (document is null)
            {
                if (!scalar)
                    foreach (var record in bill.Refuse(problem! with { Where = problem.Where with { Pointer = piece.Path } })) yield return record;
                continue;
            }
            var node = new JsonDocumentNode(document.RootElement, new LineCounter(piece.Text, piece.LinesBefore), piece.Path);
            if (scalar) stated[piece.Member] = node.Value;
            inventories |= piece.Member == "inventories";
            int known = parties.Count;
            foreach (var record in Take(bill, reader, parties, piece, node)) yield return record;
            // Parties may be referred to by what follows; they live as long as their piece.
            if (piece.Index >= 0 && parties.Count == known) document.Dispose();
        }
        // A version that may stand in the part that is missing is not missed.
        ledger.Format = "cyclonedx";
        if (stated.ContainsKey("specVersion") || !pieces.Failed)
            versions.Claim(stated.GetValueOrDefault("specVersion"), BillVersions.InAddress(stated.GetValueOrDefault("$schema")), stated.ContainsKey("bomFormat"), 1, "$.specVersion");
        foreach (var record in bill.Close(inventories ? null : "a bill without components and services")) yield return record;
        versions.Close();
        Strays(strays, ledger);
    }

    private static IEnumerable<ReadRecord> Take(BillAssembly bill, ComponentReader reader, BillParties parties, in JsonPiece piece, DocumentNode node)
    {
        switch (piece.Member)
        {
            case "metadata":
                parties.Collect(node);
                return bill.Take(BillPiece.Metadata, node);
            case "definitions":
                parties.Collect(node);
                CycloneDxReader.Define(reader, node);
                return [];
            case "inventories" when piece.Index >= 0:
                parties.CollectAll(node, "components");
                return CycloneDxReader.Inventory(reader, node);
            case "components" when piece.Index >= 0:
                parties.Collect(node);
                parties.CollectAll(node, "components");
                return bill.Take(BillPiece.Component, node);
            case "services" when piece.Index >= 0:
                return bill.Take(BillPiece.Service, node);
            default:
                return [];
        }
    }

    private static void Strays(StrayBytes strays, InputLedger ledger)
    {
        if (strays.Count > 0) ledger.Report(ProblemCatalog.NotUtf8, $"{strays.Count} bytes that are not UTF-8");
    }
}
