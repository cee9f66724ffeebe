using System.Text.Json;
using System.Text.Json.Nodes;
using Rubicon.Reading.Requests;
using Rubicon.Rules.Conditions;
using Rubicon.Rules.Evaluation;
using Rubicon.Rules.Facts;
using Rubicon.Rules.Law;
using Rubicon.Subjects;

namespace Rubicon.Docs;

/// <summary>The words that the other schemas refer to, so that these cannot fall behind the code.</summary>
internal static class WordsSchema
{
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Text(LawBook law)
    {
        var defs = new JsonObject();
        foreach (var vocabulary in Vocabularies.All)
            defs[vocabulary.Name.Replace(' ', '-')] = Enumeration(vocabulary.Terms.Select(t => t.Id));
        defs["effect"] = Enumeration(Enum.GetValues<Effect>().Select(Outcomes.Word));
        defs["outcome"] = Enumeration(Enum.GetValues<Outcome>().Select(Outcomes.Word));
        defs["legal-status"] = Enumeration<LegalStatus>();
        defs["relation"] = Enumeration<Relation>();
        defs["through"] = Enumeration<Through>();
        defs["fact-type"] = Enumeration<FactType>();
        defs["clock-unit"] = Enumeration<ClockUnit>();
        defs["subject-kind"] = Enumeration<SubjectKind>();
        defs["field"] = Enumeration(FieldNames.All);
        defs["country"] = new JsonObject { ["type"] = "string", ["pattern"] = "^[A-Z]{2}$" };
        defs["day"] = new JsonObject { ["type"] = "string", ["pattern"] = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$" };
        defs["texts"] = OneOrMore(new JsonObject { ["type"] = "string" });
        defs["yes-no"] = new JsonObject { ["enum"] = new JsonArray("yes", "no", true, false) };
        defs["unknown"] = new JsonObject { ["const"] = "unknown" };
        defs["party"] = Party();
        defs["facts"] = Facts(law);
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = "words.schema.json",
            ["title"] = "Words, values and facts that the other schemas refer to; generated from the code by eng/docs",
            ["$defs"] = defs,
        };
        return schema.ToJsonString(Written) + "\n";
    }

    private static JsonObject Facts(LawBook law)
    {
        var properties = new JsonObject();
        foreach (var fact in law.Catalog.Facts)
            properties[fact.Name] = new JsonObject { ["description"] = fact.Question, ["anyOf"] = new JsonArray(Ref("unknown"), Value(fact)) };
        properties["papers"] = new JsonObject { ["description"] = "Papers held, by their ids.", ["$ref"] = "#/$defs/texts" };
        properties["components"] = new JsonObject { ["description"] = "Facts of the parts.", ["type"] = "array", ["items"] = Ref("facts") };
        // Packs of one's own bring facts that this file cannot know; the loader refuses those that no pack knows.
        return new JsonObject { ["type"] = "object", ["properties"] = properties };
    }

    private static JsonObject Value(Fact fact) => fact.Type switch
    {
        FactType.YesNo => Ref("yes-no"),
        FactType.Date => Ref("day"),
        FactType.Number => new JsonObject { ["type"] = new JsonArray("number", "string") },
        FactType.Party => Ref("party"),
        FactType.Holdings => new JsonObject { ["type"] = "array", ["items"] = Stake() },
        FactType.Country => OneOrMore(Ref("country")),
        FactType.Words => OneOrMore(fact.Vocabulary is { } own && !Vocabularies.All.Contains(own) ? Enumeration(own.Terms.Select(t => t.Id).Append("none")) : OrNone(Ref(fact.Vocabulary!.Name.Replace(' ', '-')))),
        _ => OneOrMore(new JsonObject { ["type"] = new JsonArray("string", "number") }),
    };

    private static JsonObject Party() => new()
    {
        ["anyOf"] = new JsonArray(
            new JsonObject { ["type"] = "string" },
            new JsonObject
            {
                ["type"] = "object",
                ["additionalProperties"] = false,
                ["properties"] = new JsonObject
                {
                    ["party"] = Text("A maker key or the id of a list entry."),
                    ["name"] = Text("The name."),
                    ["of"] = Text("Key of a party that it is stated to be related to."),
                    ["as"] = Ref("relation"),
                    ["maybe"] = Text("Key of a party that it may be."),
                    ["country"] = Ref("country"),
                    ["on"] = new JsonObject { ["description"] = "Ids of the lists on which it was found, when it was looked up on the whole lists.", ["$ref"] = "#/$defs/texts" },
                    ["listed"] = new JsonObject { ["description"] = "No: looked up on all lists and found on none.", ["$ref"] = "#/$defs/yes-no" },
                },
            }),
    };

    private static JsonObject Stake() => new()
    {
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["required"] = new JsonArray("owner", "of"),
        ["properties"] = new JsonObject
        {
            ["owner"] = new JsonObject { ["description"] = "Who holds it: a party, or a role such as supplier.", ["$ref"] = "#/$defs/party" },
            ["of"] = Text("The entity held: a role such as recipient, or a name."),
            ["share"] = new JsonObject { ["type"] = new JsonArray("string", "number"), ["description"] = "Per cent: 50, 25-50, >50, at least 25, unknown." },
            ["kind"] = Enumeration(["equity", "votes", "board", "contract", "special-share", "trust", "nominee", "dominant-minority", "other"]),
            ["from"] = Ref("day"),
            ["to"] = Ref("day"),
            ["source"] = Text("The document."),
        },
    };

    private static JsonObject Text(string description) => new() { ["type"] = "string", ["description"] = description };

    private static JsonObject Ref(string name) => new() { ["$ref"] = "#/$defs/" + name };

    private static JsonObject OrNone(JsonObject value) => new() { ["anyOf"] = new JsonArray(value, new JsonObject { ["const"] = "none" }) };

    private static JsonObject OneOrMore(JsonObject item) =>
        new() { ["anyOf"] = new JsonArray(item, new JsonObject { ["type"] = "array", ["items"] = item.DeepClone() }) };

    private static JsonObject Enumeration<T>() where T : struct, Enum => Enumeration(Enum.GetNames<T>().Select(Reference.Word));

    private static JsonObject Enumeration(IEnumerable<string> words) =>
        new() { ["enum"] = new JsonArray([.. words.Select(w => (JsonNode)w)]) };
}
