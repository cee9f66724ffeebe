using System.Text.Json;
using Rubicon.Reading.Json;

namespace Rubicon.Reading.Documents;

/// <summary>A place of a JSON document.</summary>
internal sealed class JsonDocumentNode(JsonElement element, LineCounter places, string path) : DocumentNode(path)
{
    public override int Line => places.LineOf(element);

    public override bool IsObject => element.ValueKind == JsonValueKind.Object;

    public override string? Value => OtherJson.Scalar(element);

    public override string? Text(string member) => OtherJson.Text(element, member);

    public override DocumentNode? Child(string member) =>
        Member(member) is { ValueKind: JsonValueKind.Object } value ? new JsonDocumentNode(value, places, $"{Path}.{member}") : null;

    public override DocumentList Entries(string member)
    {
        string path = $"{Path}.{member}";
        return Member(member) switch
        {
            null or { ValueKind: JsonValueKind.Null } => new([]),
            { ValueKind: JsonValueKind.Array } list => new(list.EnumerateArray().Select((e, i) => new JsonDocumentNode(e, places, $"{path}[{i}]"))),
            { } other => new([], new JsonDocumentNode(other, places, path)),
        };
    }

    public override IEnumerable<DocumentNode> Inside(string name) => Entries(name).Entries;

    public override IEnumerable<string> Members => IsObject ? element.EnumerateObject().Select(m => m.Name) : [];

    public override string Describe() => element.ValueKind switch
    {
        JsonValueKind.Object or JsonValueKind.Array => OtherJson.Describe(element),
        _ => "a single JSON value",
    };

    private JsonElement? Member(string name) => IsObject && element.TryGetProperty(name, out var value) ? value : null;
}
