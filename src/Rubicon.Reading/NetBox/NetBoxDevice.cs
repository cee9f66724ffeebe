using System.Text.Json;
using Rubicon.Diagnostics;
using Rubicon.Reading.Json;
using Rubicon.Reading.Tables;
using Rubicon.Subjects;

namespace Rubicon.Reading.NetBox;

/// <summary>
/// One device of a NetBox list. Members are understood by the same words as the headers of a table, so that custom
/// fields and the names of other versions (role, device_role) need no list of their own.
/// </summary>
internal static class NetBoxDevice
{
    public static ReadRecord Read(JsonElement device, SourceLocation where)
    {
        var statements = new RecordStatements();
        if (device.ValueKind != JsonValueKind.Object) return Unreadable(where, OtherJson.Describe(device));
        if (device.TryGetProperty("assigned_object", out var port)) return Address(device, port, where);
        if (IsInterface(device)) return Address(device, device, where);
        bool isPart = device.TryGetProperty("device", out var host) && (device.TryGetProperty("module_type", out _) || device.TryGetProperty("part_id", out _) || device.TryGetProperty("manufacturer", out _));
        if (isPart) statements.Add(Field.ItemKind, "component");
        foreach (var member in device.EnumerateObject())
        {
            switch (member.Name)
            {
                case "device_type" or "module_type":
                    Type(statements, member.Value);
                    break;
                case "device" when isPart:
                    // Not the name of the part: two parts of one device are two things, and neither made the other.
                    statements.Add(Field.Note, Named(host) is { } inside ? $"in the device {inside}" : null);
                    break;
                case "device":
                    statements.Add(Field.Name, Named(member.Value));
                    break;
                case "custom_fields" when member.Value.ValueKind == JsonValueKind.Object:
                    foreach (var custom in member.Value.EnumerateObject()) State(statements, custom);
                    break;
                default:
                    State(statements, member);
                    break;
            }
        }
        if (device.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.Null)
            statements.Add(Field.Name, OtherJson.Text(device, "display") ?? OtherJson.Text(device, "display_name"));
        return NetBoxReader.IsDevice(device) || statements.Count > 1
            ? statements.Close(SubjectKind.Device, where, ProblemCatalog.NetBoxDeviceUnreadable, OtherJson.Describe(device))
            : Unreadable(where, OtherJson.Describe(device));
    }

    private static ReadRecord Unreadable(SourceLocation where, string found) =>
        new(new UnreadRecord(where, [new(ProblemCatalog.NetBoxDeviceUnreadable, where, found)], found));

    /// <summary>An address of NetBox 4.2 and later, or an interface of before: it belongs to its device and says nothing else of it.</summary>
    private static ReadRecord Address(JsonElement entry, JsonElement port, SourceLocation where)
    {
        var statements = new RecordStatements();
        if (OtherJson.Text(entry, "mac_address") is not { Length: > 0 } address) return Unreadable(where, "an interface without a hardware address");
        if (port.ValueKind == JsonValueKind.Object && port.TryGetProperty("device", out var device)) statements.Add(Field.Name, Named(device));
        statements.Add(Field.MacAddress, address);
        return statements.Close(SubjectKind.Device, where, ProblemCatalog.NetBoxDeviceUnreadable, OtherJson.Describe(entry));
    }

    private static bool IsInterface(JsonElement entry) =>
        entry.TryGetProperty("mac_address", out _) && entry.TryGetProperty("device", out _) && !entry.TryGetProperty("device_type", out _) && !entry.TryGetProperty("manufacturer", out _)
        && !entry.TryGetProperty("serial", out _);

    private static void Type(RecordStatements statements, JsonElement type)
    {
        if (type.ValueKind != JsonValueKind.Object)
        {
            // A number or a UUID is the key of a type that the page does not show.
            if (type.ValueKind == JsonValueKind.String && !Guid.TryParse(OtherJson.Scalar(type), out _)) statements.Add(Field.Model, OtherJson.Scalar(type));
            return;
        }
        if (type.TryGetProperty("manufacturer", out var manufacturer)) statements.Add(Field.Maker, Named(manufacturer));
        statements.Add(Field.Model, OtherJson.Text(type, "model") ?? OtherJson.Text(type, "display"));
        statements.Add(Field.PartNumber, OtherJson.Text(type, "part_number"));
    }

    private static void State(RecordStatements statements, JsonProperty member)
    {
        if (member.Name.Length <= 64 && HeaderWords.Meaning(member.Name) is { } field) statements.Add(field, Named(member.Value));
    }

    /// <summary>Text of a value, or the name of the object it stands for.</summary>
    private static string? Named(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => OtherJson.Text(value, "name") ?? OtherJson.Text(value, "value") ?? OtherJson.Text(value, "label")
            ?? OtherJson.Text(value, "model") ?? OtherJson.Text(value, "display"),
        _ => OtherJson.Scalar(value),
    };
}
