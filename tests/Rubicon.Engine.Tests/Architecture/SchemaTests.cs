using System.Text.Json.Nodes;
using Json.Schema;
using Rubicon.Diagnostics;
using Rubicon.Reading.Yaml;
using Xunit;

namespace Rubicon.Engine.Tests.Architecture;

/// <summary>The published schemas accept every committed file of their kind and refuse what the loaders refuse.</summary>
public sealed class SchemaTests
{
    private static readonly Dictionary<string, JsonSchema> Schemas = Load();

    [Fact]
    public void Every_pack_file_follows_its_schema()
    {
        foreach (string file in Repository.Files("packs", "*.yaml")) Follows(SchemaOf(file), file, Yaml(file));
    }

    [Fact]
    public void Every_settings_and_answers_file_of_the_examples_follows_its_schema()
    {
        foreach (string file in Repository.Files("examples", "rubicon.yaml")) Follows("settings.schema.json", file, Yaml(file));
        foreach (string file in Repository.Files("examples", "answers.yaml")) Follows("answers.schema.json", file, Yaml(file));
    }

    [Fact]
    public void Every_draft_of_the_examples_follows_its_schema()
    {
        foreach (string file in Repository.Files("examples/drafts", "*.yaml")) Follows("draft.schema.json", file, Yaml(file));
    }

    [Fact]
    public void Every_request_of_the_examples_follows_its_schema()
    {
        foreach (string file in Repository.Files("examples", "*.json"))
        {
            var json = JsonNode.Parse(Repository.Text(file));
            if (json is JsonObject request && (request.ContainsKey("facts") || request.ContainsKey("record"))) Follows("request.schema.json", file, json);
        }
    }

    [Theory]
    [InlineData("provision.schema.json", "{ id: a/b, title: t, instrument: a/i, citation: c, versions: [{ known: 2020-01-01, effective: { from: 2020-01-01 }, outcome: forbidden }] }")]
    [InlineData("provision.schema.json", "{ id: a/b, title: t, instrument: a/i, citation: c, versions: [{ known: 2020-01-01, effective: { from: 2020-01-01 }, outcome: prohibited, unles: [a/c] }] }")]
    [InlineData("provision.schema.json", "{ id: a/b, title: t, instrument: a/i, citation: c, versions: [{ known: 2020-01-01, effective: { from: 2020-01-01 }, outcome: duty }] }")]
    [InlineData("provision.schema.json", "{ id: a/b, title: t, instrument: a/i, citation: c, versions: [{ known: 2020-01-01, effective: { from: 2020-01-01 }, outcome: prohibited, act: { any: [procure] } }] }")]
    [InlineData("condition.schema.json", "{ matches: \".*\", words: w }")]
    [InlineData("condition.schema.json", "{ act: [purchase], words: w }")]
    [InlineData("condition.schema.json", "{ all: [], words: w }")]
    [InlineData("pack.schema.json", "{ id: a, title: t, country: USA, maintained-as-of: 2020-01-01 }")]
    [InlineData("designations.schema.json", "{ list: a/l, title: t, citation: c, read: 2020-01-01, entries: [{ id: e, reach: [cousin] }] }")]
    [InlineData("procedure.schema.json", "{ procedure: a/p, title: t, instrument: a/i, citation: c, roles: {}, states: [{ id: s, title: t }], steps: [{ id: x, title: t, by: [judge], citation: c }], clocks: [] }")]
    [InlineData("cases.schema.json", "{ provision: a/b, cases: [{ name: n, as-of: 2020-01-01, expect: forbidden }] }")]
    [InlineData("answers.schema.json", "[{ fact: usf-support, value: no, who: controller, when: 2020-01-01 }]")]
    [InlineData("settings.schema.json", "{ actor: { capacities: [carrier] } }")]
    [InlineData("draft.schema.json", "{ draft: d, title: t, country: US, status: in-force, reports: [{ id: r, by: b, published: 2020-01, says: s }], provisions: [{ id: d/p, title: t, follows: [r], outcome: prohibited }] }")]
    [InlineData("draft.schema.json", "{ draft: d, title: t, country: US, status: reported, reports: [{ id: r, by: b, published: 2020-01, says: s }], provisions: [{ id: d/p, title: t, outcome: prohibited }] }")]
    [InlineData("request.schema.json", "{ title: t }")]
    [InlineData("request.schema.json", "{ facts: { act: purchase } }")]
    [InlineData("request.schema.json", "{ record: { vendor: Huawei } }")]
    public void What_the_loaders_refuse_the_schemas_refuse(string schema, string yaml) =>
        Assert.False(Schemas[schema].Evaluate(YamlAsJson.Of(Parse("bad.yaml", yaml))).IsValid);

    [Fact]
    public void A_whole_request_follows_the_schema() => Follows("request.schema.json", "request", JsonNode.Parse("""
        {
          "title": "three base stations", "asOf": "2026-11-21",
          "actor": { "name": "a carrier", "capacities": ["usf-recipient"], "country": "US", "facts": { "usf-support": "no" } },
          "kind": "purchase",
          "record": { "maker": "Huawei", "part-number": "02312", "mac-address": ["00:e0:fc:00:00:01"], "quantity": 3 },
          "facts": { "act": "procure", "producer": { "name": "Huawei", "country": "CN" }, "usf-support": true, "papers": ["none"], "obtained": "unknown" }
        }
        """));

    private static string SchemaOf(string file) => file.Split('/') switch
    {
        [_, _, "rules", _] => "provision.schema.json",
        [_, _, "cases", _] => "cases.schema.json",
        [_, _, "procedures", _] => "procedure.schema.json",
        [_, _, "designations", _] => "designations.schema.json",
        _ => "pack.schema.json",
    };

    private static void Follows(string schema, string file, JsonNode? json)
    {
        var result = Schemas[schema].Evaluate(json, new EvaluationOptions { OutputFormat = OutputFormat.List });
        if (result.IsValid) return;
        var why = result.Details.Where(d => d.HasErrors).OrderByDescending(d => d.InstanceLocation.ToString().Count(c => c == '/'))
            .SelectMany(d => d.Errors!.Select(e => $"{d.InstanceLocation} {d.EvaluationPath}: {e.Value}")).Take(12);
        Assert.Fail($"{file} does not follow {schema}:\n{string.Join('\n', why)}");
    }

    private static JsonNode? Yaml(string file) => YamlAsJson.Of(Parse(file, Repository.Text(file)));

    private static YamlNode Parse(string file, string text)
    {
        var problems = new List<Problem>();
        var node = YamlReader.Read(file, new StringReader(text), problems);
        Assert.Empty(problems);
        return node!;
    }

    private static Dictionary<string, JsonSchema> Load()
    {
        var schemas = Repository.Files("schema", "*.schema.json").Where(f => !f.EndsWith("report.schema.json", StringComparison.Ordinal))
            .ToDictionary(f => Path.GetFileName(f), f => JsonSchema.FromText(Repository.Text(f)), StringComparer.Ordinal);
        foreach (var schema in schemas.Values) SchemaRegistry.Global.Register(schema);
        return schemas;
    }
}
