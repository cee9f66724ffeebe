using System.Text.Json.Nodes;
using Json.Schema;
using Rubicon.Reports;
using Xunit;

namespace Rubicon.Engine.Tests.Reports;

public class ReportSchemaTests
{
    private static readonly string Published = File.ReadAllText(Path.Combine(Golden.Root(), "schema", "report.schema.json"));

    [Fact]
    public void The_sample_follows_the_published_schema() => Assert.True(Follows(Published, Sample()));

    [Fact]
    public void The_schema_names_every_member_that_is_written()
    {
        var closed = JsonNode.Parse(Published)!;
        Close(closed);
        Assert.True(Follows(closed.ToJsonString(), Sample()));
    }

    [Theory]
    [InlineData("coverage")]
    [InlineData("asOf")]
    [InlineData("decisions")]
    public void A_report_without_a_main_part_does_not_follow_it(string member)
    {
        var report = Sample();
        report.AsObject().Remove(member);
        Assert.False(Follows(Published, report));
    }

    [Fact]
    public void An_unknown_outcome_does_not_follow_it()
    {
        var report = Sample();
        report["decisions"]![0]!["outcome"] = "clean";
        Assert.False(Follows(Published, report));
    }

    private static JsonNode Sample() => JsonNode.Parse(SampleReport.Write(s => new JsonReport(s)))!;

    private static bool Follows(string schema, JsonNode report) =>
        JsonSchema.FromText(schema).Evaluate(report, new EvaluationOptions { OutputFormat = OutputFormat.Flag }).IsValid;

    /// <summary>Forbids members that the schema does not name.</summary>
    private static void Close(JsonNode? node)
    {
        if (node is JsonArray list)
            foreach (var item in list) Close(item);
        if (node is not JsonObject schema) return;
        foreach (var (_, value) in schema.ToList()) Close(value);
        if (schema["properties"] is JsonObject && schema["type"]?.ToString() == "object" && schema["additionalProperties"] is null) schema["additionalProperties"] = false;
    }
}
