using System.Collections.Immutable;
using Rubicon.Reading.Documents;
using Rubicon.Reading.Tables;
using Rubicon.Subjects;

namespace Rubicon.Reading.CycloneDx;

/// <summary>What one component or service of a bill states by itself.</summary>
internal static class ComponentStatements
{
    /// <summary>What a property may state by its name; others mean too many things (cdx:device:location is a place on a board).</summary>
    private static readonly ImmutableArray<Field> FromProperties =
    [
        Field.Quantity, Field.Serial, Field.Maker, Field.PartNumber, Field.Origin, Field.OriginDesigned, Field.OriginDeveloped,
        Field.OriginAssembled, Field.MacAddress, Field.FccId, Field.Imei, Field.Eccn, Field.Lei, Field.Uei, Field.Cage, Field.Uscc,
    ];

    public static bool IsDevice(DocumentNode component) => component.Text("type") == "device";

    public static void State(RecordStatements statements, DocumentNode component, bool insideDevice)
    {
        string? name = component.Text("name");
        statements.Add(Field.Name, name);
        if (IsDevice(component)) statements.Add(Field.Model, name);
        var (kind, category) = OfType(component.Text("type"), insideDevice);
        statements.Add(Field.ItemKind, kind);
        statements.Add(Field.Category, category);
        statements.Add(Field.Maker, Organization(component, "manufacturer"));
        statements.Add(Field.Supplier, Organization(component, "supplier"));
        Note(statements, component, "publisher");
        Note(statements, component, "group");
        Note(statements, component, "author");
        foreach (var author in component.Entries("authors").Entries.Take(100)) Note(statements, author, "name");
        statements.Add(Field.Version, component.Text("version"));
        statements.Add(Field.Description, component.Text("description"));
        statements.Add(Field.PackageUrl, component.Text("purl"));
        statements.Add(Field.PackageUrl, component.Text("cpe"));
        if (component.Child("swid")?.Text("tagId") is { } tag) statements.Add(Field.PackageUrl, "swid:" + tag);
        Properties(statements, component);
        Identities(statements, component);
        Origins(statements, component);
        statements.Add(Field.Quantity, component.Child("quantity")?.Text("value"));
        statements.Add(Field.Description, component.Child("classification")?.Text("subcategory") ?? component.Child("classification")?.Text("category"));
    }

    public static void StateService(RecordStatements statements, DocumentNode service)
    {
        statements.Add(Field.Name, service.Text("name"));
        statements.Add(Field.ItemKind, "service");
        statements.Add(Field.Supplier, Organization(service, "provider"));
        Note(statements, service, "group");
        statements.Add(Field.Version, service.Text("version"));
        statements.Add(Field.Description, service.Text("description"));
        Properties(statements, service);
        Origins(statements, service);
    }

    /// <summary>The name of an organization, written as an object or, by some generators, as text.</summary>
    public static string? Organization(DocumentNode? owner, string member) => owner?.Child(member)?.Text("name") ?? owner?.Text(member);

    /// <summary>Words of the vocabularies for a CycloneDX type; nothing where the type says neither.</summary>
    private static (string? Kind, string? Category) OfType(string? type, bool insideDevice) => type switch
    {
        "device" => (insideDevice ? "component" : "equipment", null),
        "firmware" => ("software", "firmware"),
        "device-driver" => ("software", "firmware"),
        "application" or "framework" or "library" or "operating-system" or "container" or "platform" => ("software", "application-software"),
        "file" => ("software", null),
        "service" => ("service", null),
        _ => (null, null),
    };

    private static void Note(RecordStatements statements, DocumentNode owner, string member)
    {
        if (owner.Text(member) is { Length: > 0 } text) statements.Add(Field.Note, $"{member}: {text}");
    }

    private static void Properties(RecordStatements statements, DocumentNode owner)
    {
        foreach (var property in owner.Entries("properties").Entries.Take(1000))
        {
            if (property.Text("name") is not { Length: > 0 and <= 200 } name) continue;
            if (HeaderWords.Meaning(name[(name.LastIndexOf(':') + 1)..]) is { } field && FromProperties.Contains(field))
                statements.Add(field, property.Text("value"));
        }
    }

    /// <summary>Identifiers of 2.0, grouped by who asserts them.</summary>
    private static void Identities(RecordStatements statements, DocumentNode component)
    {
        foreach (var identifier in component.Entries("identifiers").Entries.Take(100))
            foreach (var identity in identifier.Entries("identities").Entries.Take(100))
                if (FieldOf(identity.Text("scheme")) is { } field)
                    statements.Add(field, identity.Text("value"), identity.Path);
    }

    private static Field? FieldOf(string? scheme) => scheme switch
    {
        "mpn" or "part-number" or "sku" => Field.PartNumber,
        "model-number" => Field.Model,
        "serial-number" => Field.Serial,
        "fcc-id" => Field.FccId,
        "imei" => Field.Imei,
        "mac-address" => Field.MacAddress,
        "purl" or "cpe" or "swid" => Field.PackageUrl,
        _ => null,
    };

    /// <summary>
    /// Origins of 2.0, by stage: every country of the distribution, whatever its share, because rules ask whether any was
    /// in a country and a small share is one. Stages that no rule names are kept as remarks.
    /// </summary>
    private static void Origins(RecordStatements statements, DocumentNode component)
    {
        foreach (var origin in component.Entries("origins").Entries.Take(100))
        {
            string stage = origin.Text("stage") ?? origin.Child("stage")?.Text("name") ?? "";
            var codes = origin.Entries("distribution").Entries.Take(300).Select(r => r.Text("isoCode") ?? r.Text("country")).OfType<string>()
                .Select(c => c.Split('-')[0].Trim()).Where(c => c.Length > 0).Distinct(StringComparer.Ordinal).ToList();
            if (codes.Count == 0) continue;
            string countries = string.Join(", ", codes);
            Field? field = stage switch
            {
                "" or "manufactured" or "built" => Field.Origin,
                "designed" => Field.OriginDesigned,
                "developed" => Field.OriginDeveloped,
                "assembled" => Field.OriginAssembled,
                _ => null,
            };
            if (field is { } known) statements.Add(known, countries, origin.Path);
            else statements.Add(Field.Note, $"{stage} in {countries}", origin.Path);
        }
    }
}
