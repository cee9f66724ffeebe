using Rubicon.Subjects;

namespace Rubicon.Reading.Snmp;

/// <summary>One row of the entity table (RFC 6933).</summary>
internal sealed class EntityRow(string index)
{
    /// <summary>entPhysicalClass of a chassis.</summary>
    public const int Chassis = 3;

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
    /// States the rows, those of the device itself first: the chassis, or where no class is known the rows that are in
    /// nothing. Other rows add makers and models not stated yet. The pointer ends with the class where it is known, so
    /// that a module is not taken for the device.
    /// </summary>
    public static void State(IEnumerable<EntityRow> rows, RecordStatements statements)
    {
        var all = rows.ToList();
        bool anyChassis = all.Any(r => r.Class == Chassis);
        var own = all.Where(r => anyChassis ? r.Class == Chassis : r.ContainedIn is "0" || all.Count == 1).ToList();
        foreach (var row in own)
        {
            // A chassis that leaves its model empty often has it in its name or description.
            if (string.IsNullOrWhiteSpace(row.Model) && row.Class == Chassis) row.Model = ModelIn(row.Name) ?? ModelIn(row.Description);
            row.StateMakerAndModel(statements);
            statements.Add(Field.Serial, row.Serial, row.Pointer(11));
            statements.Add(Field.Version, row.SoftwareRev, row.Pointer(10));
        }
        foreach (var row in all.Except(own))
        {
            if (statements.Count >= WalkDevice.MostStatements) return;
            row.StateMakerAndModel(statements);
        }
    }

    // One word with letters and digits that is not the place of a part ("Chassis1", "unit-1").
    private static string? ModelIn(string? text)
    {
        string word = text?.Trim() ?? "";
        return word.Length is >= 4 and <= 40 && !word.Contains(' ') && word.Any(char.IsAsciiLetter) && word.Count(char.IsAsciiDigit) >= 2
            && !Places.Any(p => word.StartsWith(p, StringComparison.OrdinalIgnoreCase)) ? word : null;
    }

    private static readonly string[] Places = ["chassis", "unit", "slot", "module", "stack", "shelf", "subrack", "rack", "frame", "card", "board", "switch"];

    private void StateMakerAndModel(RecordStatements statements)
    {
        statements.Add(Field.EntityMaker, Maker, Pointer(12));
        // Some agents give the number of a USB or PCI product.
        if (Model?.StartsWith("0x", StringComparison.OrdinalIgnoreCase) != true) statements.Add(Field.EntityModel, Model, Pointer(13));
    }

    private string Pointer(int column) =>
        $"{OidNames.Entity}{column}.{Index}{(Class is { } known ? $" (class {known})" : "")}";
}
