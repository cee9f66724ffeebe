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
    /// <param name="rows">The rows in the order walked.</param>
    /// <param name="statements">Where they go.</param>
    /// <param name="host">True when the system description is an operating system's and says nothing of a model.</param>
    public static void State(IEnumerable<EntityRow> rows, RecordStatements statements, bool host)
    {
        var all = rows.ToList();
        bool anyChassis = all.Any(r => r.Class == Chassis);
        var own = all.Where(r => anyChassis ? r.Class == Chassis : (r.ContainedIn is "0" || all.Count == 1) && r.Class is not (6 or 7 or 8 or 10 or 12)).ToList();
        // Where no class was walked, the first row with a model is the device.
        if (!own.Exists(r => !Empty(r.Model)) && all.TrueForAll(r => r.Class is null) && all.Find(r => !Empty(r.Model)) is { } first) own.Add(first);
        // Huawei's access nodes give a frame's number as its model and name the product in the text of each board.
        foreach (var row in own.TrueForAll(r => Empty(r.Model) || r.Model!.StartsWith("FRAME", StringComparison.Ordinal)) ? all : [])
            if (row.Description is { } board && board.StartsWith("Manufactured Board,", StringComparison.Ordinal) && board.Split(',') is { Length: > 2 } cells)
            {
                statements.Add(Field.EntityModel, cells[1], row.Pointer(2), row.Line);
                break;
            }
        foreach (var row in own)
        {
            // A chassis that leaves its model empty, or gives an order number without letters, often has it in its name or description.
            if (row.Class is Chassis or Stack && (Empty(row.Model) || !row.Model!.Any(char.IsAsciiLetter))) row.Model = ModelIn(row.Name) ?? ModelIn(row.Description) ?? row.Model;
            if (row.Class is Chassis or Stack && row.Model is { } spoken && !IsModel(spoken)) row.Model = null;
            row.State(statements, Field.EntityMaker, Field.EntityModel);
            statements.Add(Field.Serial, row.Serial, row.Pointer(11), row.Line);
            statements.Add(Field.Version, row.SoftwareRev, row.Pointer(10), row.Line);
        }
        // Where neither a chassis nor the system states a model, the description of the chassis does, in words ("Carrier 5U").
        if (host && own.TrueForAll(r => Empty(r.Model)) && own.Find(r => r.Class is Chassis or Stack || all.Count == 1) is { } chassis && (Words(chassis.Description) ?? Words(chassis.Name)) is { } worded)
            statements.Add(Field.EntityModel, worded, chassis.Pointer(2), chassis.Line);
        foreach (var row in all.Except(own))
        {
            if (statements.Count >= WalkDevice.MostStatements) return;
            row.State(statements, Field.ModuleMaker, Field.ModuleModel);
        }
    }

    /// <summary>The model as the description or name of the chassis words it ("SSR 8020 chassis", "Cisco C8500-20X6C Chassis"), or null.</summary>
    public static (string Text, string Pointer, int Line)? Chassised(IEnumerable<EntityRow> rows) =>
        (rows.FirstOrDefault(r => r.Class is Chassis or Stack) ?? (rows.All(r => r.Class is null) ? rows.FirstOrDefault() : null)) is { } chassis && (Words(chassis.Description) ?? Words(chassis.Name)) is { } words
            ? (words, chassis.Pointer(2), chassis.Line) : null;

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

    // A short description with a digit, without the word for a chassis and without a version.
    private static string? Words(string? text)
    {
        string[] words = (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int length = words.Length > 1 && words[^1].Equals("chassis", StringComparison.OrdinalIgnoreCase) ? words.Length - 1 : words.Length;
        string name = string.Join(' ', words.Take(length));
        bool says = length is >= 1 and <= 5 && name.Length is >= 4 and <= 40 && name.Any(char.IsAsciiLetter) && name.Any(char.IsAsciiDigit)
            && !Places.Any(p => name.StartsWith(p, StringComparison.OrdinalIgnoreCase)) && !words.Any(w => w.Count(c => c == '.') >= 2 || w.Contains(':', StringComparison.Ordinal));
        return says ? name : null;
    }

    private static readonly string[] Places = ["chassis", "unit", "slot", "module", "stack", "shelf", "subrack", "rack", "frame", "card", "board", "switch", "mips", "arm", "intel", "amd", "cpu"];

    private int Line { get; } = line;

    private void State(RecordStatements statements, Field maker, Field model)
    {
        if (!Empty(Maker)) statements.Add(maker, Maker, Pointer(12), Line);
        if (Model is { } stated && IsModel(stated)) statements.Add(model, stated, Pointer(13), Line);
    }

    private string Pointer(int column) =>
        $"{OidNames.Entity}{column}.{Index}{(Class is { } known ? $" (class {known})" : "")}";
}
