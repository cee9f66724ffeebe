using Rubicon.Subjects;

namespace Rubicon.Screening;

/// <summary>A line that names a subject for a reader, and the key of the group of equal ones.</summary>
internal static class SubjectTitle
{
    public static string Of(Subject subject, string? maker)
    {
        string what = string.Join(' ', new[] { maker ?? subject.First(Field.Maker) ?? subject.First(Field.Brand), subject.First(Field.Model) ?? subject.First(Field.PartNumber) ?? subject.First(Field.EntityModel) }
            .Where(s => !string.IsNullOrEmpty(s)));
        if (subject.Kind == SubjectKind.Supplier) what = subject.First(Field.Supplier) ?? what;
        if (what.Length == 0) what = subject.First(Field.Supplier) ?? "";
        string? name = subject.First(Field.Name) ?? subject.First(Field.Description);
        if (what.Length == 0) what = name ?? Number(subject) ?? "unnamed record";
        else if (subject.First(Field.Model) is null && name is not null && subject.Kind != SubjectKind.Supplier && !name.StartsWith(what, StringComparison.OrdinalIgnoreCase)) what += " " + name;
        return subject.First(Field.Site) is { } site ? $"{what} at {site}" : what;
    }

    // A record that names nothing is known by a number of the device.
    private static string? Number(Subject subject)
    {
        foreach (var (field, word) in new[] { (Field.Serial, "serial"), (Field.Imei, "IMEI"), (Field.FccId, "FCC ID"), (Field.MacAddress, "MAC"), (Field.SysObjectId, "sysObjectID") })
            if (subject.First(field) is { } number) return $"{word} {number}";
        return null;
    }

    public static string Group(Subject subject) => string.Join('|', (int)subject.Kind, subject.First(Field.Maker), subject.First(Field.Brand), subject.First(Field.Model),
        subject.First(Field.PartNumber), subject.First(Field.Supplier), subject.First(Field.Recipient),
        subject.First(Field.Model) is null && subject.First(Field.Maker) is null ? subject.First(Field.Description) ?? subject.First(Field.Name) : null);
}
