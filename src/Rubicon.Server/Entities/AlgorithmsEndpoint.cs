using System.Text.Json;

namespace Rubicon.Server.Entities;

/// <summary>GET /algorithms: there is one matcher; the names of others are taken, so that clients that state one go on working.</summary>
internal static class AlgorithmsEndpoint
{
    private const string Own = "rubicon";

    private static readonly string[] Taken = ["logic-v2", "logic-v1", "ofac", "name-based", "name-qualified", "regression-v1"];

    private static readonly (string Name, string Says, double Weight)[] Features =
    [
        ("name_match", "Names compared word by word, in any script; generic words, legal forms and places weigh little.", 1),
        ("identifier_match", "A registered identifier is the same.", 1),
        ("country_mismatch", "Both state a country, and not the same one.", -0.03),
    ];

    public static bool IsKnown(string name) => name is Own or "best" or "default" || Taken.Contains(name);

    public static IResult Get() => ScreeningAnswer.Object(json =>
    {
        json.WriteStartArray("algorithms");
        Write(json, Own, "Identifiers first, then names in any script, each score with its reasons.");
        foreach (string name in Taken) Write(json, name, $"Answered by {Own}: the name is taken for clients that state it.");
        json.WriteEndArray();
        json.WriteString("default", "best");
        json.WriteString("best", Own);
    });

    private static void Write(Utf8JsonWriter json, string name, string says)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteString("description", says);
        WriteFeatures(json);
        json.WriteStartObject("docs");
        json.WriteString("name", name);
        json.WriteString("description", says);
        json.WriteStartObject("config");
        json.WriteEndObject();
        WriteFeatures(json);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteFeatures(Utf8JsonWriter json)
    {
        json.WriteStartObject("features");
        foreach (var (feature, description, weight) in Features)
        {
            json.WriteStartObject(feature);
            json.WriteString("description", description);
            json.WriteNumber("coefficient", weight);
            json.WriteNull("url");
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }
}
