using System.Text.Json;
using Rubicon.Diagnostics;
using Rubicon.Reading.Json;
using Rubicon.Subjects;

namespace Rubicon.Reading.NetBox;

/// <summary>
/// Reads the inventory of LibreNMS: the rows of the entity table (RFC 6933) of one device, or of several told apart by
/// device_id. One device is one record; what is not its chassis is a part inside it.
/// </summary>
internal static class LibreInventory
{
    private const int MostStatements = 4096;

    public static IEnumerable<ReadRecord> Read(JsonElement rows, LineCounter places, InputLedger ledger)
    {
        var devices = new Dictionary<string, List<(JsonElement Row, int Index)>>(StringComparer.Ordinal);
        var order = new List<string>();
        int index = 0;
        foreach (var row in rows.EnumerateArray())
        {
            string id = OtherJson.Text(row, "device_id") ?? "";
            if (!devices.TryGetValue(id, out var own))
            {
                devices[id] = own = [];
                order.Add(id);
            }
            own.Add((row, index++));
        }
        foreach (string id in order) yield return Device(id, devices[id], places, ledger.File);
        if (index == 0) ledger.Report(ProblemCatalog.HeaderOnly, "an empty list", expected: "at least one device");
    }

    private static ReadRecord Device(string id, List<(JsonElement Row, int Index)> rows, LineCounter places, string file)
    {
        var statements = new RecordStatements();
        bool anyChassis = rows.Exists(r => IsChassis(r.Row));
        foreach (var (row, index) in rows.OrderByDescending(r => IsOwn(r.Row, anyChassis, rows.Count)).ThenBy(r => r.Index))
        {
            if (statements.Count >= MostStatements) break;
            bool own = IsOwn(row, anyChassis, rows.Count);
            string pointer = $"$.inventory[{index}]";
            int line = places.LineOf(row);
            statements.Add(own ? Field.EntityMaker : Field.ModuleMaker, OtherJson.Text(row, "entPhysicalMfgName"), pointer, line);
            statements.Add(own ? Field.EntityModel : Field.ModuleModel, OtherJson.Text(row, "entPhysicalModelName"), pointer, line);
            if (!own) continue;
            statements.Add(Field.Serial, OtherJson.Text(row, "entPhysicalSerialNum"), pointer, line);
            statements.Add(Field.Version, OtherJson.Text(row, "entPhysicalSoftwareRev"), pointer, line);
            statements.Add(Field.Description, OtherJson.Text(row, "entPhysicalDescr"), pointer, line);
        }
        if (statements.Count > 0 && id.Length > 0) statements.Add(Field.Note, $"device {id} of LibreNMS");
        return statements.Close(SubjectKind.Device, new(file, places.LineOf(rows[0].Row), 0, $"$.inventory[{rows[0].Index}]"), ProblemCatalog.NetBoxDeviceUnreadable, "rows without maker and model");
    }

    private static bool IsOwn(JsonElement row, bool anyChassis, int count) =>
        anyChassis ? IsChassis(row) : OtherJson.Text(row, "entPhysicalContainedIn") == "0" || count == 1;

    private static bool IsChassis(JsonElement row) => OtherJson.Text(row, "entPhysicalClass") == "chassis";
}
