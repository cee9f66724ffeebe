using System.Text.Json;
using Rubicon.Diagnostics;
using Rubicon.Reading.Json;
using Rubicon.Subjects;

namespace Rubicon.Reading.Lldp;

/// <summary>
/// Reads the neighbors that <c>lldpcli show neighbors -f json</c> and <c>-f json0</c> print. In the first shape names are
/// keys and a list of one is its only entry; in the second every value is a list of objects.
/// </summary>
internal static class LldpJson
{
    public static bool Is(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && ((root.TryGetProperty("lldp", out var lldp) && lldp.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
            || (root.TryGetProperty("local-chassis", out var local) && local.ValueKind is JsonValueKind.Object or JsonValueKind.Array));

    public static IEnumerable<ReadRecord> Read(JsonElement root, LineCounter places, InputLedger ledger)
    {
        ledger.Format = "lldpcli-json";
        bool any = false;
        if (root.TryGetProperty("local-chassis", out var local))
        {
            foreach (var own in Each(local))
            {
                any = true;
                yield return Device(own, null, new(ledger.File, places.LineOf(own), 0, "$.local-chassis"));
            }
        }
        if (root.TryGetProperty("lldp", out var lldp))
        {
            foreach (var (port, seen) in Each(lldp).SelectMany(l => Members(l, "interface")).SelectMany(Interfaces))
            {
                any = true;
                yield return Device(seen, port, new(ledger.File, places.LineOf(seen), 0, port is null ? "$.lldp.interface" : $"$.lldp.interface.{port}"));
            }
        }
        if (!any) ledger.Report(ProblemCatalog.LldpNoNeighbor, OtherJson.Describe(root));
    }

    /// <summary>The interfaces of an entry: by name as keys, or one object with its name inside.</summary>
    private static IEnumerable<(string? Port, JsonElement Seen)> Interfaces(JsonElement entry)
    {
        if (entry.ValueKind != JsonValueKind.Object) return [(null, entry)];
        if (entry.TryGetProperty("chassis", out _) || entry.TryGetProperty("via", out _)) return [(Value(entry, "name"), entry)];
        return entry.EnumerateObject().SelectMany(m => Each(m.Value).Select(e => ((string?)m.Name, e)));
    }

    private static ReadRecord Device(JsonElement seen, string? port, SourceLocation where)
    {
        var statements = new RecordStatements();
        foreach (var (name, chassis) in Members(seen, "chassis").SelectMany(Chassis)) State(statements, chassis, name);
        foreach (var id in Members(seen, "port").SelectMany(p => Members(p, "id")))
            if (Value(id, "type") == "mac") statements.Add(Field.MacAddress, Value(id, "value"));
        foreach (var inventory in Members(seen, "lldp-med").SelectMany(m => Members(m, "inventory")))
        {
            statements.Add(Field.EntityMaker, Value(inventory, "manufacturer"));
            statements.Add(Field.EntityModel, Value(inventory, "model"));
            statements.Add(Field.Serial, Value(inventory, "serial"));
            statements.Add(Field.Version, Value(inventory, "software") ?? Value(inventory, "firmware"));
        }
        if (statements.Count > 0 && port is not null) statements.Add(Field.Link, Members(seen, "port").Select(Port).FirstOrDefault() is { } other ? $"{port} to {other}" : port);
        return statements.Count > 0 || statements.TooLong is not null
            ? statements.Close(SubjectKind.Device, where, ProblemCatalog.LldpNeighborUnreadable, OtherJson.Describe(seen))
            : new(new UnreadRecord(where, [new(ProblemCatalog.LldpNeighborUnreadable, where, OtherJson.Describe(seen))]));
    }

    private static string? Port(JsonElement port) => Members(port, "id").Select(i => Value(i, "value")).FirstOrDefault(t => t is not null) ?? Value(port, "descr");

    /// <summary>A chassis: under its name as key, or with its name inside, or without one.</summary>
    private static IEnumerable<(string? Name, JsonElement Chassis)> Chassis(JsonElement chassis)
    {
        if (chassis.ValueKind != JsonValueKind.Object) return [];
        if (chassis.TryGetProperty("id", out var id) && id.ValueKind is JsonValueKind.Array or JsonValueKind.Object && (id.ValueKind == JsonValueKind.Array || id.TryGetProperty("type", out _)))
            return [(Value(chassis, "name"), chassis)];
        return chassis.EnumerateObject().Where(m => m.Value.ValueKind == JsonValueKind.Object).Select(m => ((string?)m.Name, m.Value));
    }

    private static void State(RecordStatements statements, JsonElement chassis, string? name)
    {
        statements.Add(Field.Name, name);
        statements.Add(Field.Banner, Value(chassis, "descr"), "system description");
        foreach (var id in Members(chassis, "id"))
        {
            if (Value(id, "type") == "mac") statements.Add(Field.MacAddress, Value(id, "value"));
            else if (name is null) statements.Add(Field.Name, Value(id, "value"));
        }
        foreach (var address in Members(chassis, "mgmt-ip"))
            statements.Add(Field.Note, Scalar(address) is { } ip ? $"address {ip}" : null);
    }

    /// <summary>The entries of a member: of a list each, of anything else itself.</summary>
    private static IEnumerable<JsonElement> Members(JsonElement owner, string member) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(member, out var value) ? Each(value) : [];

    private static IEnumerable<JsonElement> Each(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().Take(100_000),
        JsonValueKind.Null => [],
        _ => [value],
    };

    private static string? Value(JsonElement owner, string member) => Members(owner, member).Select(Scalar).FirstOrDefault(t => t is not null);

    /// <summary>The text of a value, which json0 wraps as <c>{"value": "…"}</c>.</summary>
    private static string? Scalar(JsonElement value) => value.ValueKind == JsonValueKind.Object ? OtherJson.Text(value, "value") : OtherJson.Scalar(value);
}
