using System.Globalization;
using System.Text.Json.Nodes;
using Rubicon.Reading.Yaml;

namespace Rubicon.Engine.Tests.Architecture;

/// <summary>YAML as the JSON that an editor's schema check sees: plain numbers, true, false and null are such, the rest is text.</summary>
internal static class YamlAsJson
{
    public static JsonNode? Of(YamlNode node) => node.Kind switch
    {
        YamlKind.Mapping => new JsonObject(node.Entries.Select(e => KeyValuePair.Create(e.Key.Text, Of(e.Value)))),
        YamlKind.Sequence => new JsonArray([.. node.Items.Select(Of)]),
        _ when node.IsNull => null,
        _ when !node.Quoted && node.Text is "true" or "false" => node.Text == "true",
        _ when !node.Quoted && long.TryParse(node.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole) => whole,
        _ when !node.Quoted && decimal.TryParse(node.Text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number) => number,
        _ => node.Text,
    };
}
