using System.Collections.Immutable;
using System.Text.Json;
using Rubicon.Diagnostics;
using Rubicon.Reading.Json;
using Rubicon.Reading.Tables;
using Rubicon.Subjects;

namespace Rubicon.Reading.CycloneDx;

/// <summary>Reads components and services, with what is nested in them.</summary>
internal sealed class ComponentReader(LineCounter places, string file)
{
    /// <summary>What a property may state by its name; others mean too many things (cdx:device:location is a place on a board).</summary>
    private static readonly ImmutableArray<Field> FromProperties =
    [
        Field.Quantity, Field.Serial, Field.Maker, Field.PartNumber, Field.Origin, Field.OriginDesigned, Field.OriginDeveloped,
        Field.OriginAssembled, Field.MacAddress, Field.FccId, Field.Eccn, Field.Lei, Field.Uei, Field.Cage, Field.Uscc,
    ];

    /// <summary>All entries of a list, each followed by what is nested in it.</summary>
    public ReadParts ReadAll(JsonElement owner, string member, string path, bool insideDevice, bool service)
    {
        if (owner.ValueKind != JsonValueKind.Object || !owner.TryGetProperty(member, out var list) || list.ValueKind == JsonValueKind.Null)
            return new([], []);
        if (list.ValueKind != JsonValueKind.Array)
            return new([Unreadable(new(file, places.LineOf(list), 0, path), $"{list.ValueKind} in place of a list")], []);

        var records = ImmutableArray.CreateBuilder<ReadRecord>();
        var own = ImmutableArray.CreateBuilder<Subject>();
        int index = 0;
        foreach (var entry in list.EnumerateArray())
        {
            var (record, nested) = One(entry, $"{path}[{index++}]", insideDevice, service);
            records.Add(record);
            records.AddRange(nested);
            if (record.Subject is { } subject) own.Add(subject);
        }
        return new(records.ToImmutable(), own.ToImmutable());
    }

    /// <summary>The product that the bill describes: maker and supplier may stand beside it in the metadata (until 1.5, "manufacture").</summary>
    public IEnumerable<ReadRecord> Product(JsonElement product, JsonElement metadata, ImmutableArray<Subject> parts)
    {
        var where = new SourceLocation(file, places.LineOf(product), 0, "$.metadata.component");
        var statements = new RecordStatements();
        State(statements, product, insideDevice: false);
        statements.Add(Field.Maker, Organization(metadata, "manufacture"), "$.metadata.manufacture");
        statements.Add(Field.Supplier, Organization(metadata, "supplier"), "$.metadata.supplier");
        var nested = ReadAll(product, "components", "$.metadata.component.components", IsDevice(product), service: false);
        yield return statements.Close(SubjectKind.Component, where, ProblemCatalog.ComponentUnreadable, OtherJson.Describe(product), nested.Own.AddRange(parts));
        foreach (var record in nested.Records) yield return record;
    }

    private (ReadRecord Record, ImmutableArray<ReadRecord> Nested) One(JsonElement entry, string path, bool insideDevice, bool service)
    {
        var where = new SourceLocation(file, places.LineOf(entry), 0, path);
        if (entry.ValueKind != JsonValueKind.Object) return (Unreadable(where, OtherJson.Describe(entry)), []);
        string member = service ? "services" : "components";
        var nested = ReadAll(entry, member, $"{path}.{member}", insideDevice || IsDevice(entry), service);
        var statements = new RecordStatements();
        if (service) StateService(statements, entry);
        else State(statements, entry, insideDevice);
        var kind = service ? SubjectKind.Service : SubjectKind.Component;
        bool named = OtherJson.Text(entry, "name") is not null || OtherJson.Text(entry, "purl") is not null || OtherJson.Text(entry, "cpe") is not null;
        var record = named
            ? statements.Close(kind, where, ProblemCatalog.ComponentUnreadable, OtherJson.Describe(entry), nested.Own)
            : Unreadable(where, OtherJson.Describe(entry));
        return (record, nested.Records);
    }

    private static bool IsDevice(JsonElement component) => OtherJson.Text(component, "type") == "device";

    private static void State(RecordStatements statements, JsonElement component, bool insideDevice)
    {
        string? name = OtherJson.Text(component, "name");
        statements.Add(Field.Name, name);
        if (IsDevice(component)) statements.Add(Field.Model, name);
        var (kind, category) = OfType(OtherJson.Text(component, "type"), insideDevice);
        statements.Add(Field.ItemKind, kind);
        statements.Add(Field.Category, category);
        statements.Add(Field.Maker, Organization(component, "manufacturer"));
        statements.Add(Field.Supplier, Organization(component, "supplier"));
        Note(statements, component, "publisher");
        Note(statements, component, "group");
        Authors(statements, component);
        statements.Add(Field.Version, OtherJson.Text(component, "version"));
        statements.Add(Field.Description, OtherJson.Text(component, "description"));
        statements.Add(Field.PackageUrl, OtherJson.Text(component, "purl"));
        statements.Add(Field.PackageUrl, OtherJson.Text(component, "cpe"));
        if (OtherJson.Text(CycloneDxReader.Object(component, "swid"), "tagId") is { } tag) statements.Add(Field.PackageUrl, "swid:" + tag);
        Properties(statements, component);
    }

    private static void StateService(RecordStatements statements, JsonElement service)
    {
        statements.Add(Field.Name, OtherJson.Text(service, "name"));
        statements.Add(Field.ItemKind, "service");
        statements.Add(Field.Supplier, Organization(service, "provider"));
        Note(statements, service, "group");
        statements.Add(Field.Version, OtherJson.Text(service, "version"));
        statements.Add(Field.Description, OtherJson.Text(service, "description"));
        Properties(statements, service);
    }

    /// <summary>Words of the vocabularies for a CycloneDX type; nothing where the type says neither.</summary>
    private static (string? Kind, string? Category) OfType(string? type, bool insideDevice) => type switch
    {
        "device" => (insideDevice ? "component" : "equipment", null),
        "firmware" => ("software", "firmware"),
        "device-driver" => ("software", "firmware"),
        "application" or "framework" or "library" or "operating-system" or "container" or "platform" => ("software", "application-software"),
        "file" => ("software", null),
        _ => (null, null),
    };

    private static string? Organization(JsonElement owner, string member) =>
        OtherJson.Text(CycloneDxReader.Object(owner, member), "name") ?? OtherJson.Text(owner, member);

    private static void Note(RecordStatements statements, JsonElement owner, string member)
    {
        if (OtherJson.Text(owner, member) is { Length: > 0 } text) statements.Add(Field.Note, $"{member}: {text}");
    }

    private static void Authors(RecordStatements statements, JsonElement component)
    {
        Note(statements, component, "author");
        if (!component.TryGetProperty("authors", out var authors) || authors.ValueKind != JsonValueKind.Array) return;
        foreach (var author in authors.EnumerateArray().Take(100)) Note(statements, author, "name");
    }

    private static void Properties(RecordStatements statements, JsonElement owner)
    {
        if (!owner.TryGetProperty("properties", out var properties) || properties.ValueKind != JsonValueKind.Array) return;
        foreach (var property in properties.EnumerateArray().Take(1000))
        {
            if (OtherJson.Text(property, "name") is not { Length: > 0 and <= 200 } name) continue;
            if (HeaderWords.Meaning(name[(name.LastIndexOf(':') + 1)..]) is { } field && FromProperties.Contains(field))
                statements.Add(field, OtherJson.Text(property, "value"));
        }
    }

    private static ReadRecord Unreadable(SourceLocation where, string found) =>
        new(new UnreadRecord(where, [new(ProblemCatalog.ComponentUnreadable, where, found)], found));
}
