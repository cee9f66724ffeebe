using System.Text;
using Rubicon.Ownership;
using Rubicon.Reading.Ownership;
using Xunit;

namespace Rubicon.Reading.Tests.Ownership;

public class BodsTests(Xunit.Abstractions.ITestOutputHelper output)
{
    private const string A = """{"statementId":"s-a","recordId":"a","recordType":"entity","recordStatus":"new","statementDate":"2020-01-01","publicationDetails":{"bodsVersion":"0.4"},"recordDetails":{"isComponent":false,"entityType":{"type":"registeredEntity"},"name":"Firm A","identifiers":[{"scheme":"XI-LEI","id":"5493001KJTIIGC8Y1R12"}],"jurisdiction":{"name":"China","code":"CN"}}}""";
    private const string P = """{"statementId":"s-p","recordId":"p","recordType":"person","recordStatus":"new","statementDate":"2020-01-01","recordDetails":{"isComponent":false,"personType":"knownPerson","names":[{"fullName":"Person P"}]}}""";

    [Theory]
    [InlineData("""{"exact":50}""", "50 %")]
    [InlineData("""{"minimum":25,"maximum":50}""", "25 to 50 %")]
    [InlineData("""{"exclusiveMinimum":25,"maximum":50}""", "more than 25, at most 50 %")]
    [InlineData("""{"minimum":75,"exclusiveMinimum":true}""", "more than 75 %")]
    [InlineData("""{"maximum":10,"exclusiveMaximum":false}""", "0 to 10 %")]
    public void A_share_keeps_its_bounds_in_both_spellings(string share, string stated) =>
        Assert.Equal(stated, Assert.Single(Read($"[{A},{P},{Relation("r", "p", "a", share: share)}]").Stakes).Share.ToString());

    [Theory]
    [InlineData("votingRights", StakeKind.Votes)]
    [InlineData("voting-rights", StakeKind.Votes)]
    [InlineData("appointmentOfBoard", StakeKind.Influence)]
    [InlineData("otherInfluenceOrControl", StakeKind.Influence)]
    [InlineData("trustee", StakeKind.Trust)]
    [InlineData("nominee", StakeKind.Nominee)]
    [InlineData("boardMember", StakeKind.Office)]
    [InlineData("unknownInterest", StakeKind.Other)]
    public void Types_of_interest_are_told_apart(string type, StakeKind kind) =>
        Assert.Equal(kind, Assert.Single(Read($"[{A},{P},{Relation("r", "p", "a", type, """{"exact":30}""")}]").Stakes).Kind);

    [Fact]
    public void The_same_statements_are_read_from_a_list_and_from_lines()
    {
        string relation = Relation("r", "p", "a");
        var lines = Read($"{A}\n{P}\n\n{relation}\n");
        Assert.Equal(("bods-0.4", 3L, 0L), (lines.Reading.Format, lines.Reading.Read, lines.Reading.Refused));
        Assert.Equal(Assert.Single(lines.Stakes).Share, Assert.Single(Read($"[\n{A},\n{P},{relation}]").Stakes).Share);
    }

    [Fact]
    public void Version_0_3_is_read_with_what_replaces_what()
    {
        const string Form = """
            [{"statementID":"e","statementType":"entityStatement","entityType":"registeredEntity","name":"Firm E","publicationDetails":{"bodsVersion":"0.3"}},
             {"statementID":"q","statementType":"personStatement","personType":"knownPerson","names":[{"fullName":"Person Q"}]},
             {"statementID":"o1","statementType":"ownershipOrControlStatement","statementDate":"2020-01-01","subject":{"describedByEntityStatement":"e"},"interestedParty":{"describedByPersonStatement":"q"},"interests":[{"type":"shareholding","share":{"exact":60}}]},
             {"statementID":"o2","statementType":"ownershipOrControlStatement","statementDate":"2022-01-01","replacesStatements":["o1"],"subject":{"describedByEntityStatement":"e"},"interestedParty":{"describedByPersonStatement":"q"},"interests":[{"type":"shareholding","share":{"exact":40}}]}]
            """;
        var read = Read(Form);
        Assert.Empty(read.Reading.Problems);
        Assert.Equal(["60 % to 2021-12-31", "40 % from 2022-01-01"], read.Stakes.Select(s => s.Holds!.Value.To is { } to ? $"{s.Share} to {to:yyyy-MM-dd}" : $"{s.Share} from {s.Holds.Value.From:yyyy-MM-dd}"));
    }

    [Fact]
    public void A_record_that_is_updated_and_closed_stands_for_its_days()
    {
        string[] versions =
        [
            Relation("r", "p", "a", share: """{"exact":60}""", start: "2019-05-01", date: "2019-06-01"),
            Relation("r", "p", "a", share: """{"exact":40}""", start: "2019-05-01", date: "2021-06-01", status: "updated"),
            Relation("r", "p", "a", share: """{"exact":40}""", start: "2019-05-01", date: "2023-06-01", status: "closed"),
        ];
        var read = Read($"[{A},{P},{string.Join(',', versions)}]");
        Assert.Equal(["60 %, 2019-05-01 to 2021-05-31", "40 %, 2021-06-01 to 2023-05-31"], read.Stakes.Select(s => $"{s.Share}, {s.Holds}"));
        Assert.Equal(1, read.Reading.SetAside["closed"]);
    }

    [Fact]
    public void Two_unknown_persons_are_two_and_are_marked()
    {
        const string Nobody = """{"statementId":"s-u","recordId":"u","recordType":"person","recordDetails":{"isComponent":false,"personType":"unknownPerson"}}""";
        const string Anon = """{"statementId":"s-v","recordId":"v","recordType":"person","recordDetails":{"isComponent":false,"personType":"anonymousPerson"}}""";
        string unspecified = Relation("r3", "x", "a").Replace("\"x\"", """{"reason":"unknown"}""", StringComparison.Ordinal);
        var read = Read($"[{A},{Nobody},{Anon},{Relation("r1", "u", "a")},{Relation("r2", "v", "a")},{unspecified}]");
        Assert.Equal(3, read.Stakes.Select(s => s.Owner).Distinct().Count());
        Assert.All(read.Stakes, s => Assert.True(s.IsOwnerUnknown));
    }

    [Theory]
    [InlineData("RUB6313", """{"recordId":"z","recordType":"entity","publicationDetails":{"bodsVersion":"9.9"},"recordDetails":{"name":"Z"}}""", 0)]
    [InlineData("RUB6316", """{"recordId":"z","recordType":"story","recordDetails":{}}""", 1)]
    [InlineData("RUB6316", "7", 1)]
    [InlineData("RUB6312", "DANGLING", 0)]
    [InlineData("RUB6307", "SELF", 0)]
    [InlineData("RUB6303", "SHARE", 0)]
    [InlineData("RUB6306", "DATES", 0)]
    [InlineData("RUB6311", "RING", 0)]
    [InlineData("RUB6314", "MEMBER", 0)]
    public void What_is_wrong_is_named_and_the_rest_is_used(string code, string more, long refused)
    {
        string bad = more switch
        {
            "DANGLING" => Relation("r9", "nowhere", "a"),
            "SELF" => Relation("r9", "a", "a"),
            "SHARE" => Relation("r9", "p", "a", share: """{"exact":101}"""),
            "DATES" => Relation("r9", "p", "a", start: "2021-01-01", end: "2020-01-01"),
            "RING" => Relation("r9", "p", "a", replaces: "s-r8") + "," + Relation("r8", "p", "a", replaces: "s-r9"),
            "MEMBER" => """{"recordId":"z","recordType":"entity","recordDetails":{"name":5}}""",
            _ => more,
        };
        var read = Read($"[{A},{P},{Relation("r", "p", "a")},{bad}]");
        Assert.Contains(read.Reading.Problems, p => p.Kind.Code == code);
        Assert.Equal(refused, read.Reading.Refused);
        Assert.Contains(read.Stakes, s => s.Share.ToString() == "50 %");
    }

    [Fact]
    public void A_file_that_was_cut_off_says_so_and_gives_what_it_holds()
    {
        string whole = $"[{A},{P},{Relation("r", "p", "a")},";
        var read = Read(whole + A[..40]);
        Assert.Single(read.Stakes);
        Assert.Contains(read.Reading.Problems, p => p.Kind == Diagnostics.ProblemCatalog.JsonSyntax);
    }

    [Fact]
    public void Parties_of_two_files_with_one_identifier_are_one()
    {
        var register = new StakeRegister();
        var reader = new OwnershipFile(register);
        reader.Read("one.json", Bytes($"[{A},{P},{Relation("r", "p", "a", share: """{"exact":60}""")}]"));
        reader.Read("two.csv", Bytes("owner,owner_lei,owned,share\nFirm A,5493001KJTIIGC8Y1R12,Firm B,60\n"));
        var graph = new OwnershipGraph(register, new DateOnly(2026, 11, 21));
        string person = Assert.Single(new PartyFinder(register).Find("Person P"));
        Assert.Equal(OwnershipTruth.Certain, FiftyPercentRule.Of(graph, [person], "Firm B").Truth);
    }

    [Fact]
    public void Every_published_file_is_read_and_nothing_goes_missing()
    {
        if (SharedData.Folder is not { } folder)
        {
            output.WriteLine("skipped: no folder shared/data beside the repository, and RUBICON_SHARED_DATA is not set");
            return;
        }
        foreach (string file in Directory.GetFiles(Path.Combine(folder, "ownership/bods"), "*.json", SearchOption.AllDirectories).Where(f => !f.Contains("schema", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var stream = File.OpenRead(file);
            var reading = new OwnershipFile(new StakeRegister()).Read(Path.GetFileName(file), stream);
            Assert.True(reading.Read > 0 || !reading.Problems.IsEmpty, file);
            Assert.True(reading.Used >= 0, file);
            output.WriteLine($"{reading.File}: {reading.Format}: read {reading.Read}, used {reading.Used}, refused {reading.Refused}, set aside {reading.SetAside.Values.Sum()}; {reading.Stakes} stakes; {string.Join(' ', reading.Problems.Select(p => p.Kind.Code).Distinct())}");
            if (file.Contains("examples", StringComparison.Ordinal)) Assert.True(reading.Refused == 0 && reading.Format == "bods-0.4", file);
        }
    }

    [Fact]
    public void Any_bytes_give_stakes_or_reasons()
    {
        var random = new Random(20261125);
        byte[] seed = Encoding.UTF8.GetBytes($"[{A},{P},{Relation("r", "p", "a")}]");
        for (int round = 0; round < 1_000; round++)
        {
            byte[] bytes = [.. seed];
            for (int change = random.Next(1, 6); change > 0; change--) bytes[random.Next(bytes.Length)] = (byte)random.Next(32, 127);
            var reading = new OwnershipFile(new StakeRegister()).Read("fuzz", new MemoryStream(bytes));
            Assert.True(reading.Used >= 0 && (reading.Refused == 0 || reading.Problems.Length > 0));
        }
    }

    private static string Relation(string id, string party, string subject, string type = "shareholding", string share = """{"exact":50}""", string? start = null, string? end = null,
        string date = "2020-01-01", string status = "new", string? replaces = null) =>
        $$$"""{"statementId":"s-{{{id}}}","recordId":"{{{id}}}","recordType":"relationship","recordStatus":"{{{status}}}","statementDate":"{{{date}}}","replacesStatements":[{{{Member(replaces)}}}],"recordDetails":"""
        + $$$"""{"isComponent":false,"subject":"{{{subject}}}","interestedParty":"{{{party}}}","interests":[{"type":"{{{type}}}","directOrIndirect":"direct","share":{{{share}}}"""
        + $"{Member(start, ",\"startDate\":")}{Member(end, ",\"endDate\":")}" + "}]}}";

    private static string Member(string? text, string before = "") => text is null ? "" : $"{before}\"{text}\"";

    private static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));

    private static (OwnershipReading Reading, Stake[] Stakes) Read(string text)
    {
        var register = new StakeRegister();
        var reading = new OwnershipFile(register).Read("bods.json", Bytes(text));
        return (reading, [.. Enumerable.Range(0, register.Count).Select(register.StakeOf)]);
    }
}
