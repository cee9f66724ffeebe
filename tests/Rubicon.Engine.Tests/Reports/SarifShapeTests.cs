using System.Text.Json;
using Rubicon.Reports;
using Xunit;

namespace Rubicon.Engine.Tests.Reports;

/// <summary>The members of SARIF 2.1.0 that viewers need, as its text requires them.</summary>
public class SarifShapeTests
{
    private static readonly string[] Kinds = ["notApplicable", "pass", "fail", "review", "open", "informational"];
    private static readonly string[] Levels = ["none", "note", "warning", "error"];

    private static JsonElement Run { get; } = JsonDocument.Parse(SampleReport.Write(s => new SarifReport(s))).RootElement.GetProperty("runs")[0];

    [Fact]
    public void Every_result_names_a_rule_of_the_driver_by_id_and_index()
    {
        var rules = Run.GetProperty("tool").GetProperty("driver").GetProperty("rules");
        foreach (var result in Run.GetProperty("results").EnumerateArray())
            Assert.Equal(result.GetProperty("ruleId").GetString(), rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString());
    }

    [Fact]
    public void Kinds_and_levels_are_words_of_the_standard_and_a_level_above_none_stands_at_a_fail_only()
    {
        foreach (var result in Run.GetProperty("results").EnumerateArray())
        {
            string kind = result.GetProperty("kind").GetString()!;
            Assert.Contains(kind, Kinds);
            if (!result.TryGetProperty("level", out var level)) continue;
            Assert.Contains(level.GetString(), Levels);
            if (kind != "fail") Assert.Equal("none", level.GetString());
        }
    }

    [Fact]
    public void Every_result_has_a_message_a_place_and_a_fingerprint()
    {
        foreach (var result in Run.GetProperty("results").EnumerateArray())
        {
            Assert.NotEqual("", result.GetProperty("message").GetProperty("text").GetString());
            Assert.NotEqual("", result.GetProperty("partialFingerprints").GetProperty("rubiconFinding/v1").GetString());
            var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
            Assert.True(Uri.IsWellFormedUriString(place.GetProperty("artifactLocation").GetProperty("uri").GetString(), UriKind.RelativeOrAbsolute));
            Assert.True(place.GetProperty("region").GetProperty("startLine").GetInt32() >= 1);
        }
    }

    [Fact]
    public void A_record_that_was_not_assessed_is_open_and_never_passes()
    {
        var open = Run.GetProperty("results").EnumerateArray().Where(r => r.GetProperty("ruleId").GetString() == "rubicon/not-assessed").ToList();
        Assert.Equal(2, open.Count);
        Assert.All(open, r => Assert.Equal("open", r.GetProperty("kind").GetString()));
        Assert.False(Run.GetProperty("invocations")[0].GetProperty("executionSuccessful").GetBoolean());
    }

    [Fact]
    public void Coverage_and_problems_travel_with_the_run()
    {
        Assert.Equal(9, Run.GetProperty("properties").GetProperty("coverage").GetProperty("read").GetInt32());
        var codes = Run.GetProperty("invocations")[0].GetProperty("toolExecutionNotifications").EnumerateArray()
            .Where(n => n.TryGetProperty("descriptor", out _)).Select(n => n.GetProperty("descriptor").GetProperty("id").GetString());
        Assert.Equal(["RUB3005", "RUB1003"], codes);
    }

    [Theory]
    [InlineData("inventory.csv", "inventory.csv")]
    [InlineData("a b/c#d%.csv", "a%20b/c%23d%25.csv")]
    [InlineData("C:\\lists\\x.csv", "C%3A/lists/x.csv")]
    [InlineData("/data/x.csv", "file:///data/x.csv")]
    public void File_names_become_uris(string file, string uri)
    {
        using var stream = new MemoryStream();
        var writer = new SarifReport(stream);
        writer.Begin(SampleReport.Head);
        writer.Write(new Screening.Decision
        {
            Id = "d",
            Title = "x",
            Outcome = Rubicon.Rules.Evaluation.Outcome.Allowed,
            GroupKey = "x",
            Subject = new Subjects.Subject(Subjects.SubjectKind.Device, new Diagnostics.SourceLocation(file, 1), []),
        });
        writer.End(SampleReport.Coverage);
        Assert.Contains($"\"uri\": \"{uri}\"", System.Text.Encoding.UTF8.GetString(stream.ToArray()), StringComparison.Ordinal);
    }
}
