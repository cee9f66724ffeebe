using Rubicon.Diagnostics;
using Rubicon.Reading.Yaml;
using Rubicon.Subjects;

namespace Rubicon.Reading.DeviceTypes;

/// <summary>
/// Reads one device or module type of the libraries that NetBox and Nautobot share: YAML with maker, model and part number.
/// A type is no device that stands somewhere; it is read so that a catalog can be checked before it is bought from.
/// </summary>
internal static class DeviceTypeFile
{
    public static bool Is(IReadOnlyList<string> lines) =>
        lines.Any(l => l.StartsWith("manufacturer:", StringComparison.Ordinal)) && lines.Any(l => l.StartsWith("model:", StringComparison.Ordinal));

    public static IEnumerable<ReadRecord> Read(TextReader text, InputLedger ledger)
    {
        var problems = new List<Problem>();
        var type = YamlReader.Read(ledger.File, text, problems);
        foreach (var problem in problems) ledger.Report(problem.Kind, problem.Found, problem.Where.Line, problem.Where.Column);
        if (type is null) yield break;
        var statements = new RecordStatements();
        Add(statements, Field.Maker, type.Find("manufacturer"));
        Add(statements, Field.Model, type.Find("model"));
        Add(statements, Field.PartNumber, type.Find("part_number"));
        Add(statements, Field.Description, type.Find("description"));
        // A module type has no height and no front: it is a part.
        if (type.Find("u_height") is null && type.Find("is_full_depth") is null && type.Find("slug") is null) statements.Add(Field.ItemKind, "component");
        yield return statements.Close(SubjectKind.Device, new(ledger.File, Math.Max(1, type.Line)), ProblemCatalog.DeviceTypeUnreadable, "a device type without maker and model");
    }

    private static void Add(RecordStatements statements, Field field, YamlNode? value)
    {
        if (value is { Kind: YamlKind.Scalar, IsNull: false }) statements.Add(field, value.Text, null, value.Line);
    }
}
