using Rubicon.EndToEnd.Tests.Program;

namespace Rubicon.EndToEnd.Tests;

/// <summary>`rubicon scan --ownership` and `rubicon decide --ownership`: who stands behind a supplier, in the decision.</summary>
public sealed class ScanOwnershipTests
{
    private const string Suppliers = "supplier,supplier country,lei,category,item kind,purpose\n"
        + "Firm Alpha Ltd,GB,,camera,equipment,public safety\nFirm Beta Ltd,GB,5493001KJTIIGC8Y1R12,camera,equipment,public safety\nFirm Gamma Ltd,GB,,camera,equipment,public safety\nFirm Delta Ltd,GB,,camera,equipment,public safety\n";

    private const string Stakes = "owner,owned,owned lei,share\nHangzhou Hikvision Digital Technology Co Ltd,Firm Alpha Ltd,,60\n"
        + "Hangzhou Hikvision Digital Technology Co Ltd,Firm Beta Ltd,5493001KJTIIGC8Y1R12,60\nHangzhou Hikvision Digital Technology Co Ltd,Firm Gamma Ltd,,15\n";

    [Fact]
    public void An_identifier_joins_and_decides_and_a_name_alone_asks()
    {
        Assert.Equal(["allowed", "allowed", "allowed", "allowed"], Outcomes(null, null));
        // Beta by its LEI. Alpha and Gamma by name only. Delta is named by no stake.
        Assert.Equal(["review", "prohibited", "review", "allowed"], Outcomes(Stakes, null));
    }

    [Fact]
    public void A_persons_word_joins_or_parts_what_a_name_proposes()
    {
        Assert.Equal(["prohibited", "prohibited", "review", "allowed"], Outcomes(Stakes, "Firm Alpha Ltd,Firm Alpha Ltd\nFirm Gamma Ltd,Firm Gamma Ltd\n"));
        Assert.Equal(["allowed", "prohibited", "allowed", "allowed"], Outcomes(Stakes, "Firm Alpha Ltd,Firm Alpha Ltd,no\nFirm Gamma Ltd,Firm Gamma Ltd,no\n"));
    }

    [Fact]
    public void The_report_names_the_files_the_stakes_and_what_was_taken_for_granted()
    {
        using var folder = new TemporaryFolder();
        var json = Scan(folder, Stakes, null).Json;
        var source = json.GetProperty("data").EnumerateArray().Single(d => d.GetProperty("kind").GetString() == "ownership");
        Assert.Equal(64, source.GetProperty("sha256").GetString()!.Length);
        string beta = json.GetProperty("decisions")[1].GetRawText();
        Assert.Contains("stakes.csv", beta, StringComparison.Ordinal);
        Assert.Contains("joined by lei 5493001KJTIIGC8Y1R12", beta, StringComparison.Ordinal);
        Assert.DoesNotContain("owners were not looked into", beta, StringComparison.Ordinal);
        Assert.Contains("no stake of the ownership files names the supplier", json.GetProperty("decisions")[3].GetRawText(), StringComparison.Ordinal);
        Assert.Contains("by name only: confirm with --same", json.GetProperty("decisions")[0].GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_stake_that_ended_before_the_act_does_not_count()
    {
        using var folder = new TemporaryFolder();
        string suppliers = folder.Write("suppliers.csv", "supplier,supplier country,lei,category,item kind,purpose,act,act date\n"
            + "Firm Beta Ltd,GB,5493001KJTIIGC8Y1R12,camera,equipment,public safety,procure,2024-06-30\nFirm Beta Ltd,GB,5493001KJTIIGC8Y1R12,camera,equipment,public safety,procure,2024-07-01\n");
        string stakes = folder.Write("stakes.csv", "owner,owned,owned lei,share,to\nHangzhou Hikvision Digital Technology Co Ltd,Firm Beta Ltd,5493001KJTIIGC8Y1R12,60,2024-06-30\n");
        var run = Run.Rubicon("scan", suppliers, "--actor", "federal-contractor", "--as-of", "2026-11-21", "--ownership", stakes, "-o", "json");
        Assert.Equal(["prohibited", "allowed"], run.Json.GetProperty("decisions").EnumerateArray().Select(d => d.GetProperty("outcome").GetString()!));
    }

    [Fact]
    public void A_file_that_is_missing_ends_the_run_and_a_bad_row_leaves_it_incomplete()
    {
        using var folder = new TemporaryFolder();
        string suppliers = folder.Write("suppliers.csv", "supplier,supplier country\nFirm Delta Ltd,GB\n");
        Assert.Equal(65, Run.Rubicon("scan", suppliers, "--actor", "us-person", "--as-of", "2026-11-21", "--ownership", "nowhere.csv").ExitCode);
        var run = Run.Rubicon("scan", suppliers, "--actor", "federal-contractor", "--as-of", "2026-11-21", "--ownership", folder.Write("bad.csv", "owner,owned,share\nX,,50\n"));
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("RUB6302", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("49.9", "no")]
    [InlineData("50", "prohibited")]
    [InlineData("50.1", "prohibited")]
    [InlineData("unknown", "review")]
    [InlineData("25-50", "review")]
    public void One_transaction_takes_the_half_of_a_blocked_owner(string share, string outcome)
    {
        using var folder = new TemporaryFolder();
        string request = folder.Write("request.json", """{"asOf":"2026-11-21","actor":{"capacities":["us-person"],"country":"US"},"facts":{"act":"contract","supplier":{"name":"Firm A Ltd","country":"GB"},"item-kind":"equipment","category":"camera","producer":"nobody"}}""");
        var run = Run.Rubicon("decide", request, "--ownership", folder.Write("stakes.csv", $"owner,owned,share\nCEIEC,Firm A Ltd,{share}\n"), "--same", folder.Write("same.csv", "Firm A Ltd,Firm A Ltd\n"), "-o", "json");
        var findings = run.Json.GetProperty("decisions")[0].GetProperty("findings").EnumerateArray().Where(f => f.GetProperty("provision").GetString() == "us-ofac/fifty-percent").ToList();
        Assert.Equal(outcome, findings.Count == 0 ? "no" : findings[0].GetProperty("outcome").GetString());
    }

    [Fact]
    public void Stakes_of_the_request_and_of_the_files_are_counted_together_and_never_twice()
    {
        using var folder = new TemporaryFolder();
        string Request(string stakes) => folder.Write("request.json", $$$"""{"asOf":"2026-11-21","actor":{"capacities":["us-person"],"country":"US"},"facts":{"act":"contract","supplier":{"name":"Firm A Ltd","country":"GB","listed":"no"},"item-kind":"equipment","category":"camera","producer":"nobody","stakes":[{{{stakes}}}]}}""");
        string same = folder.Write("same.csv", "Firm A Ltd,Firm A Ltd\n"), files = folder.Write("stakes.csv", "owner,owned,share\nCEIEC,Firm A Ltd,30\n");
        string? Half(string stakes) => Run.Rubicon("decide", Request(stakes), "--ownership", files, "--same", same, "-o", "json").Json.GetProperty("decisions")[0].GetProperty("findings").EnumerateArray()
            .Where(f => f.GetProperty("provision").GetString() == "us-ofac/fifty-percent").Select(f => f.GetProperty("outcome").GetString()).SingleOrDefault();
        Assert.Equal("prohibited", Half("""{"owner":{"name":"Blocked B","on":["us-ofac/sdn"]},"of":"supplier","share":20}"""));
        Assert.Null(Half("""{"owner":{"name":"CEIEC"},"of":"supplier","share":30}"""));
    }

    [Fact]
    public void A_supplier_whom_a_firm_of_a_foreign_adversary_controls_may_be_reviewed()
    {
        using var folder = new TemporaryFolder();
        string request = folder.Write("request.json", """{"asOf":"2026-11-21","actor":{"capacities":["us-person"],"country":"US"},"facts":{"act":"contract","supplier":{"name":"Firm A Ltd","country":"GB"},"item-kind":"equipment","category":"camera","producer":"nobody"}}""");
        string same = folder.Write("same.csv", "Firm A Ltd,Firm A Ltd\n");
        string Proof(string share) => Run.Rubicon("decide", request, "--ownership", folder.Write("stakes.csv", $"owner,owner country,owned,share\nFirm of the East,CN,Firm A Ltd,{share}\n"), "--same", same).Output;
        Assert.Contains("owned or controlled from CN", Proof("51"), StringComparison.Ordinal);
        Assert.Contains("perhaps CN", Proof("unknown"), StringComparison.Ordinal);
        Assert.DoesNotContain("from CN", Proof("50"), StringComparison.Ordinal);
    }

    private static string[] Outcomes(string? stakes, string? same)
    {
        using var folder = new TemporaryFolder();
        return [.. Scan(folder, stakes, same).Json.GetProperty("decisions").EnumerateArray().Select(d => d.GetProperty("outcome").GetString()!)];
    }

    private static Run Scan(TemporaryFolder folder, string? stakes, string? same)
    {
        List<string> arguments = ["scan", folder.Write("suppliers.csv", Suppliers), "--actor", "federal-contractor", "--as-of", "2026-11-21", "-o", "json"];
        if (stakes is not null) arguments.AddRange(["--ownership", folder.Write("stakes.csv", stakes)]);
        if (same is not null) arguments.AddRange(["--same", folder.Write("same.csv", same)]);
        return Run.Rubicon([.. arguments]);
    }
}
