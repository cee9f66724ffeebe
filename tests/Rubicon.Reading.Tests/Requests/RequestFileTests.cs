using System.Text;
using Rubicon.Diagnostics;
using Rubicon.Reading.Requests;
using Rubicon.Rules.Facts;
using Rubicon.Subjects;
using Xunit;

namespace Rubicon.Reading.Tests.Requests;

public sealed class RequestFileTests
{
    private static readonly FactCatalog Catalog = new([new Fact("usf-support", FactType.YesNo, "Is it paid with support?", "finance")]);

    [Fact]
    public void A_request_has_days_actor_record_and_facts()
    {
        var (request, problems) = Read("""
            { "title": "a radio", "asOf": "2026-11-21", "actor": ["usf-recipient"], "kind": "purchase",
              "record": { "maker": "Huawei", "mac-address": ["00:e0:fc:00:00:01", "00:e0:fc:00:00:02"] }, "facts": { "usf-support": true } }
            """);
        Assert.Empty(problems);
        Assert.Equal(("a radio", new DateOnly(2026, 11, 21), SubjectKind.Purchase), (request!.Title, request.AsOf!.Value, request.Record.Kind));
        Assert.Null(request.KnownAt);
        Assert.Equal("usf-recipient", Assert.Single(request.Actor!.Capacities));
        Assert.Equal(3, request.Record.Statements.Length);
        Assert.True(Assert.IsType<YesNoValue>(request.Facts[Catalog["usf-support"]]).Value);
    }

    [Theory]
    [InlineData("", "RUB3004")]
    [InlineData("{", "RUB3004")]
    [InlineData("[]", "RUB3004 1:1")]
    [InlineData("{}", "RUB3004 1:1")]
    [InlineData("{ \"facts\": {} } x", "RUB3004")]
    [InlineData("{ \"facts\": {}, \"facts\": {} }", "RUB2002 1:16")]
    [InlineData("{ \"facts\": {}, \"fact\": {} }", "RUB2003 1:16")]
    [InlineData("{ \"facts\": {}, \"asOf\": \"2026-02-31\" }", "RUB3005 1:24")]
    [InlineData("{ \"facts\": { \"usf\": true } }", "RUB3002 1:14")]
    [InlineData("{ \"facts\": { \"usf-support\": \"perhaps\" } }", "RUB3003 1:29")]
    [InlineData("{ \"facts\": { \"act\": \"purchase\" } }", "RUB3003 1:21")]
    [InlineData("{ \"facts\": { \"origin-manufactured\": \"China\" } }", "RUB3003 1:37")]
    [InlineData("{ \"facts\": { \"quantity\": \"many\" } }", "RUB3003 1:26")]
    [InlineData("{ \"facts\": {}, \"actor\": [\"carrier\"] }", "RUB3001 1:25")]
    [InlineData("{ \"record\": { \"vendor\": \"Huawei\" } }", "RUB2003 1:15")]
    [InlineData("{ \"facts\": { \"act\": \"\\uD800\" } }", "RUB3004 1:21")]
    [InlineData("{ \"record\": {}, \"kind\": \"order\" }", "RUB2005 1:25")]
    [InlineData("{ \"facts\": { \"stakes\": [ { \"owner\": \"X\", \"of\": \"Y\", \"share\": \"150\" } ] } }", "RUB3003 1:62")]
    [InlineData("{ \"facts\": { \"stakes\": [ { \"owner\": \"X\", \"share\": 50 } ] } }", "RUB2004 1:26")]
    [InlineData("{ \"facts\": { \"stakes\": [ { \"owner\": \"X\", \"of\": \"Y\", \"kind\": \"gold\" } ] } }", "RUB2005")]
    [InlineData("{ \"facts\": { \"stakes\": [ { \"owner\": \"X\", \"of\": \"Y\", \"from\": \"2024-02-01\", \"to\": \"2024-01-01\" } ] } }", "RUB2005")]
    [InlineData("{ \"facts\": { \"supplier\": { \"name\": \"X\", \"on\": \"us-ofac/sdnn\" } } }", "RUB3003 1:47")]
    public void A_mistake_has_its_code_and_place(string json, string expected) =>
        Assert.Contains(Read(json).Problems.Select(p => $"{p.Kind.Code} {p.Where.Line}:{p.Where.Column}"), p => p.StartsWith(expected, StringComparison.Ordinal));

    [Fact]
    public void Nesting_without_end_is_a_problem() =>
        Assert.Equal("RUB3004", Assert.Single(Read(string.Concat(Enumerable.Repeat("{\"facts\":", 200)) + "1" + new string('}', 200)).Problems).Kind.Code);

    [Fact]
    public void Columns_count_from_the_start_of_the_line() =>
        Assert.Equal((3, 12), Read("{\n  \"facts\": {\n    \"act\": \"purchase\" } }").Problems.Select(p => (p.Where.Line, p.Where.Column)).Single());

    [Fact]
    public void A_long_line_is_read_once()
    {
        // Half a million values on one line: with places found from the start each time this would take minutes.
        var (request, problems) = Read("{\"facts\":{\"eccn\":[" + string.Join(',', Enumerable.Repeat("1", 500_000)) + "]}}");
        Assert.Empty(problems);
        Assert.Equal(500_000, Assert.IsType<WordsValue>(request!.Facts[Catalog["eccn"]]).Words.Length);
    }

    [Fact]
    public void Damaged_requests_are_reported_and_never_thrown_over()
    {
        var random = new Random(20261121);
        byte[] sound = Encoding.UTF8.GetBytes("""{ "title": "x", "asOf": "2026-11-21", "actor": { "capacities": ["exporter"], "facts": { "usf-support": "no" } }, "kind": "device", "record": { "maker": ["ZTE", "é"] }, "facts": { "act": ["procure"], "producer": { "name": "ZTE", "as": "subsidiary", "of": "zte" }, "obtained": "2019-01-01", "quantity": 3, "components": [ { "producer": "zte" } ], "papers": [] } }""");
        for (int round = 0; round < 3000; round++)
        {
            byte[] damaged = [.. sound];
            for (int n = 1 + random.Next(3); n > 0; n--) damaged[random.Next(damaged.Length)] = (byte)" {}[]\":,0a\\\u0000\u007f"[random.Next(13)];
            var (request, problems) = Read(damaged);
            Assert.True(request is not null || problems.Count > 0);
        }
    }

    private static (Request? Request, List<Problem> Problems) Read(string json) => Read(Encoding.UTF8.GetBytes(json));

    private static (Request? Request, List<Problem> Problems) Read(byte[] json)
    {
        var problems = new List<Problem>();
        var request = RequestFile.Read("request.json", json, Catalog, m => new PartyValue(m.Name ?? m.Key ?? "", false, [], []), problems);
        return (request, problems);
    }
}
