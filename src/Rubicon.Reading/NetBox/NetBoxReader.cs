using System.Text.Json;
using Rubicon.Diagnostics;
using Rubicon.Reading.Json;
using Rubicon.Subjects;

namespace Rubicon.Reading.NetBox;

/// <summary>
/// Reads devices, modules and inventory items as the REST API of NetBox and Nautobot gives them, a page or a bare list,
/// and the device and inventory lists of LibreNMS, which have the same shape under other names.
/// </summary>
internal static class NetBoxReader
{
    private static readonly string[] DeviceMembers =
        ["device_type", "module_type", "manufacturer", "serial", "sysObjectID", "sysDescr", "entPhysicalModelName", "entPhysicalMfgName", "mac_address"];

    public static bool Is(JsonElement root) => root.ValueKind switch
    {
        JsonValueKind.Object => root.TryGetProperty("results", out _) || IsError(root) || LibreList(root).ValueKind == JsonValueKind.Array || IsDevice(root),
        JsonValueKind.Array => root.EnumerateArray().Take(20).Any(IsDevice),
        _ => false,
    };

    /// <summary>True for the name of a member that only a device or part of one has.</summary>
    public static bool IsDeviceMember(string name) => DeviceMembers.Contains(name);

    /// <summary>True for an object that has what only a device or part of one has.</summary>
    public static bool IsDevice(JsonElement entry)
    {
        if (entry.ValueKind != JsonValueKind.Object) return false;
        foreach (string member in DeviceMembers)
            if (entry.TryGetProperty(member, out _)) return true;
        return false;
    }

    public static IEnumerable<ReadRecord> Read(JsonElement root, LineCounter places, InputLedger ledger)
    {
        ledger.Format = "netbox-json";
        if (root.ValueKind == JsonValueKind.Array) return List(root, "$", places, ledger);
        if (root.TryGetProperty("results", out var results)) return Page(root, results, places, ledger);
        if (IsError(root))
        {
            ledger.Report(ProblemCatalog.NetBoxErrorPage, Quote.Text(OtherJson.Text(root, "detail") ?? OtherJson.Text(root, "message") ?? OtherJson.Text(root, "error")), 1);
            return [];
        }
        if (IsDevice(root)) return [NetBoxDevice.Read(root, new(ledger.File, places.LineOf(root), 0, "$"))];
        ledger.Format = "librenms-json";
        return root.TryGetProperty("devices", out _) ? List(LibreList(root), "$.devices", places, ledger) : LibreInventory.Read(LibreList(root), places, ledger);
    }

    private static bool IsError(JsonElement root) =>
        (OtherJson.Text(root, "detail") is not null && !IsDevice(root) && root.EnumerateObject().Count() <= 4)
        || (OtherJson.Text(root, "status") == "error" && OtherJson.Text(root, "message") is not null)
        // What the server itself writes when it fails.
        || (OtherJson.Text(root, "error") is not null && (root.TryGetProperty("exception", out _) || root.TryGetProperty("netbox_version", out _) || root.TryGetProperty("nautobot_version", out _)));

    private static JsonElement LibreList(JsonElement root)
    {
        foreach (string member in new[] { "devices", "inventory" })
        {
            if (root.TryGetProperty(member, out var list) && list.ValueKind == JsonValueKind.Array && OtherJson.Text(root, "status") is not null)
                return list;
        }
        return default;
    }

    private static IEnumerable<ReadRecord> Page(JsonElement page, JsonElement results, LineCounter places, InputLedger ledger)
    {
        if (results.ValueKind != JsonValueKind.Array)
        {
            ledger.Report(ProblemCatalog.UnknownFormat, $"results that are {results.ValueKind}, not a list", places.LineOf(results));
            return [];
        }
        if (OtherJson.Text(page, "next") is { Length: > 0 })
            ledger.Report(ProblemCatalog.NetBoxMorePages, $"{results.GetArrayLength()} of {OtherJson.Text(page, "count") ?? "more"} entries", pointer: "$.next");
        return List(results, "$.results", places, ledger);
    }

    private static IEnumerable<ReadRecord> List(JsonElement list, string path, LineCounter places, InputLedger ledger)
    {
        int index = 0;
        foreach (var entry in list.EnumerateArray())
            yield return NetBoxDevice.Read(entry, new(ledger.File, places.LineOf(entry), 0, $"{path}[{index++}]"));
        if (index == 0) ledger.Report(ProblemCatalog.HeaderOnly, "an empty list", expected: "at least one device");
    }
}
