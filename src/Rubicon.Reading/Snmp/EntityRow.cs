using Rubicon.Subjects;

namespace Rubicon.Reading.Snmp;

/// <summary>One row of the entity table (RFC 6933).</summary>
internal sealed class EntityRow(string index, int line)
{
    /// <summary>entPhysicalClass of a chassis.</summary>
    public const int Chassis = 3;

    private const int Stack = 11;

    public string Index { get; } = index;

    public int? Class { get; set; }

    public string? ContainedIn { get; set; }

    public string? Maker { get; set; }

    public string? Model { get; set; }

    public string? Serial { get; set; }

    public string? Name { get; set; }

    public string? Description { get; set; }

    public string? SoftwareRev { get; set; }

    /// <summary>
    /// States the rows: those of the device itself as its own maker and model, all others as parts inside. Of the device itself are the chassis, or
    /// where no row is one, the rows that are in nothing and are no port, fan, sensor or power supply. A part is never taken for the device.
    /// </summary>
    public static void State(IEnumerable<EntityRow> rows, RecordStatements statements)
    {
        var all = rows.ToList();
        bool anyChassis = all.Any(r => r.Class == Chassis);
        var own = all.Where(r => anyChassis ? r.Class == Chassis : (r.ContainedIn is "0" || all.Count == 1) && r.Class is not (6 or 7 or 8 or 10 or 12)).ToList();
        // Where no class was walked, the first row with a model is the device.
        if (!own.Exists(r => !Empty(r.Model)) && all.TrueForAll(r => r.Class is null) && all.Find(r => !Empty(r.Model)) is { } first) own.Add(first);
        foreach (var row in own)
        {
            // A chassis that leaves its model empty, or gives an order number without letters, often has it in its name or description.
            if (row.Class is Chassis or Stack && (Empty(row.Model) || !row.Model!.Any(char.IsAsciiLetter))) row.Model = ModelIn(row.Name) ?? ModelIn(row.Description) ?? row.Model;
            row.State(statements, Field.EntityMaker, Field.EntityModel);
            statements.Add(Field.Serial, row.Serial, row.Pointer(11), row.Line);
            statements.Add(Field.Version, row.SoftwareRev, row.Pointer(10), row.Line);
        }
        foreach (var row in all.Except(own))
        {
            if (statements.Count >= WalkDevice.MostStatements) return;
            row.State(statements, Field.ModuleMaker, Field.ModuleModel);
        }
    }

    /// <summary>False for texts that agents give instead of a model: nothing, "N/A", the number of a USB or PCI product, a sign alone.</summary>
    public static bool IsModel(string text) =>
        !Empty(text) && !text.StartsWith("0x", StringComparison.OrdinalIgnoreCase) && text.AsSpan().Trim().Length > 1 && text.Any(char.IsAsciiLetterOrDigit);

    private static bool Empty(string? text) =>
        text is null || text.Trim() is "" or "-" or "--" or "N/A" or "n/a" or "NA" or "None" or "none" or "unknown" or "Unknown" or "Not Specified" or "null" or "(null)" or "\"\"" or "To Be Filled By O.E.M.";

    // One word with letters and digits that is not the place of a part ("Chassis1", "unit-1").
    private static string? ModelIn(string? text)
    {
        string word = text?.Trim() ?? "";
        return word.Length is >= 4 and <= 40 && !word.Contains(' ') && word.Any(char.IsAsciiLetter) && word.Count(char.IsAsciiDigit) >= 2
            && !Places.Any(p => word.StartsWith(p, StringComparison.OrdinalIgnoreCase)) ? word : null;
    }

    private static readonly string[] Places = ["chassis", "unit", "slot", "module", "stack", "shelf", "subrack", "rack", "frame", "card", "board", "switch"];

    private int Line { get; } = line;

    private void State(RecordStatements statements, Field maker, Field model)
    {
        if (!Empty(Maker)) statements.Add(maker, Maker, Pointer(12), Line);
        if (Model is { } stated && IsModel(stated)) statements.Add(model, stated, Pointer(13), Line);
    }

    private string Pointer(int column) =>
        $"{OidNames.Entity}{column}.{Index}{(Class is { } known ? $" (class {known})" : "")}";
}
