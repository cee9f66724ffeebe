using System.Text.Json;
using Rubicon.EndToEnd.Tests.Program;

namespace Rubicon.EndToEnd.Tests;

/// <summary>The purchase of a Huawei base station, as a line of a table and as a request, and the provisions that decide it.</summary>
internal static class BaseStation
{
    public const string Nothing = "";
    public const string Order = "us-icts/order:review";
    public const string Transaction = "us-icts/covered-transaction:review";
    public const string Support = "us-fcc/54-9-a";
    public const string Subsidy = "us-fcc/54-10-a";
    public const string PartA = "us-ndaa-889/a-1-A:prohibited";
    public const string PartB = "us-ndaa-889/a-1-B:prohibited";
    public const string Provide = "us-ndaa-889/far-25-b-1";
    public const string OwnUse = "us-ndaa-889/a-1-B-own-use";

    /// <summary>Days on which both ways in are asked; on the others one is enough.</summary>
    public static readonly string[] Turning = ["2019-05-15", "2019-08-13", "2020-08-13", "2026-11-24"];

    public static JsonElement Scan(string capacities, string day)
    {
        using var folder = new TemporaryFolder();
        folder.Write("purchase.csv", "description,manufacturer,model,supplier,supplier country,act,item type,category,country of origin\nBase station,Huawei,BBU3900,Prairie Wireless Supply LLC (invented),US,buy,equipment,base station,CN\n");
        var run = new Run.Call { Arguments = ["scan", "purchase.csv", "--actor", capacities, "--as-of", day, "-q", "-o", "json"], Folder = folder.Path }.Start();
        return Assert.Single(run.Json.GetProperty("decisions").EnumerateArray());
    }

    public static JsonElement Decide(string capacities, string day, params (string Fact, string Value)[] more)
    {
        var facts = new Dictionary<string, string>
        {
            ["act"] = "procure",
            ["item-kind"] = "equipment",
            ["category"] = "base-station",
            ["producer"] = "Huawei Technologies Co., Ltd.",
            ["supplier"] = "Prairie Wireless Supply LLC (invented)",
        };
        foreach (var (fact, value) in more) facts[fact] = value;
        byte[] request = JsonSerializer.SerializeToUtf8Bytes(new { title = "Base station", asOf = day, actor = capacities.Split(','), facts });
        var run = new Run.Call { Arguments = ["decide", "-", "-o", "json"], Input = request }.Start();
        return Assert.Single(run.Json.GetProperty("decisions").EnumerateArray());
    }

    public static (string Outcome, string Findings) Answer(JsonElement decision) => (decision.GetProperty("outcome").GetString()!,
        string.Join(' ', decision.GetProperty("findings").EnumerateArray().Select(f => $"{f.GetProperty("provision").GetString()}:{f.GetProperty("outcome").GetString()}").Where(f => !f.EndsWith(":allowed", StringComparison.Ordinal))));
}
