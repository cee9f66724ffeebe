using System.Text;
using System.Text.RegularExpressions;
using Rubicon.EndToEnd.Tests.Program;

namespace Rubicon.EndToEnd.Tests;

/// <summary>Every bad input gets a code, its place, what was found and expected, the usual cause and the fix; good rows are decided all the same.</summary>
public sealed partial class BadInputTests
{
    private const string Carrier = "usf-recipient,broadband-provider,us-person";

    /// <summary>Name of the input, what its problems begin with, exit code, records read, of these decided.</summary>
    public static TheoryData<string, string, int, int, int> Inputs => new()
    {
        { "missing-column.csv", "missing-column.csv:1: error RUB1101: needed columns are missing", 65, 1, 0 },
        { "ragged.csv", "ragged.csv:3: error RUB1104: row does not fit the header", 3, 3, 2 },
        { "windows-1252.csv", "windows-1252.csv: warning RUB1010: text is not UTF-8", 3, 1, 1 },
        { "utf-16-without-mark.csv", "utf-16-without-mark.csv: error RUB1009: binary content", 65, 1, 0 },
        { "binary.csv", "binary.csv: error RUB1009: binary content", 65, 1, 0 },
        { "program.csv", "program.csv: error RUB1007: format recognized, not read by this version", 65, 1, 0 },
        { "cut.xlsx", "cut.xlsx: error RUB1120: workbook cannot be read", 65, 1, 0 },
        { "bomb.xlsx", "bomb.xlsx: error RUB1122: workbook unpacks to more than the limit", 65, 1, 0 },
        { "bomb.json", "bomb.json:1: error RUB1105: cell too long", 3, 2, 1 },
        { "cut.json", "cut.json:1:96: error RUB1201: JSON syntax error", 65, 1, 0 },
        { "deep.json", "deep.json:1:122: error RUB1202: JSON nested too deep", 65, 1, 0 },
        { "deep-parts.json", "error RUB1202: JSON nested too deep", 65, 1, 0 },
        { "long-cell.csv", "long-cell.csv:3: error RUB1105: cell too long", 3, 3, 2 },
        { "open-quote.csv", "open-quote.csv:3: error RUB1106: quote not closed", 3, 3, 2 },
        { "31-february.csv", "31-february.csv:2:3: error RUB3005: date not understood", 3, 2, 1 },
        { "empty.csv", "empty.csv: error RUB1006: file is empty", 65, 1, 0 },
        { "header-only.csv", "header-only.csv: error RUB1107: table has no rows", 65, 1, 0 },
        { "empty-folder", "empty-folder: error RUB1005: nothing to read in the folder", 65, 0, 0 },
        { "not-there.csv", "not-there.csv: error RUB1001: path not found", 65, 0, 0 },
    };

    [Theory]
    [MemberData(nameof(Inputs))]
    public void A_bad_input_is_named_and_never_ends_with_0(string name, string problem, int exitCode, int read, int decided)
    {
        using var folder = new TemporaryFolder();
        Make(folder, name);
        var run = new Run.Call { Arguments = ["scan", name, "--actor", Carrier, "--as-of", "2026-11-20", "-o", "json"], Folder = folder.Path }.Start();
        Assert.Contains(problem, run.Errors, StringComparison.Ordinal);
        IsExplained(run.Errors);
        Assert.Equal(exitCode, run.ExitCode);
        var coverage = run.Json.GetProperty("coverage");
        Assert.Equal((read, decided, read - decided), (Number(coverage, "read"), Number(coverage, "decided"), Number(coverage, "notAssessed")));
        Assert.Equal(read, run.Json.GetProperty("decisions").GetArrayLength());
    }

    [Fact]
    public void Several_problems_are_told_at_once_and_good_rows_are_decided()
    {
        using var folder = new TemporaryFolder();
        foreach (string name in new[] { "ragged.csv", "31-february.csv", "cut.xlsx", "deep.json", "binary.csv" }) Make(folder, name);
        var run = new Run.Call { Arguments = ["scan", ".", "not-there.csv", "--actor", Carrier, "--as-of", "2026-11-20", "-o", "json"], Folder = folder.Path }.Start();
        foreach (string code in new[] { "RUB1104", "RUB3005", "RUB1120", "RUB1202", "RUB1009", "RUB1001" }) Assert.Contains($"error {code}:", run.Errors, StringComparison.Ordinal);
        IsExplained(run.Errors);
        Assert.Equal(3, run.ExitCode);
        Assert.Equal(3, Number(run.Json.GetProperty("coverage"), "decided"));
    }

    /// <summary>A cell of a hundred million characters: told in a second or two, and in memory that does not grow with it.</summary>
    [Fact]
    public void A_cell_of_100_MB_is_refused_and_the_row_after_it_decided()
    {
        using var folder = new TemporaryFolder();
        using (var file = File.Create(folder.In("huge.csv")))
        {
            file.Write("manufacturer,model\nNokia,7750 SR-1\nHuawei,"u8);
            byte[] megabyte = Encoding.ASCII.GetBytes(new string('A', 1_000_000));
            for (int i = 0; i < 100; i++) file.Write(megabyte);
            file.Write("\nEricsson,Radio 4449\n"u8);
        }
        var run = new Run.Call { Arguments = ["scan", "huge.csv", "--actor", Carrier, "--as-of", "2026-11-20", "-o", "json"], Folder = folder.Path, Environment = [("DOTNET_GCHeapHardLimit", "0x10000000")] }.Start();
        Assert.Contains("huge.csv:3: error RUB1105: cell too long", run.Errors, StringComparison.Ordinal);
        Assert.Equal(3, run.ExitCode);
        Assert.Equal(2, Number(run.Json.GetProperty("coverage"), "decided"));
    }

    private static void Make(TemporaryFolder folder, string name)
    {
        const string bom = "{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\",\"components\":";
        byte[] content = name switch
        {
            "missing-column.csv" => Text("site,status,quantity\nHilltop,active,3\n"),
            "ragged.csv" => Text("manufacturer,model\nNokia,7750 SR-1\nHuawei,BBU3900,extra\nEricsson,Radio 4449\n"),
            "windows-1252.csv" => Encoding.Latin1.GetBytes("manufacturer,model,site\nNokia,7750 SR-1,Montr\u00E9al\n"),
            "utf-16-without-mark.csv" => Encoding.Unicode.GetBytes("manufacturer,model\nNokia,7750\n"),
            "binary.csv" => [.. Enumerable.Range(0, 4096).Select(i => (byte)(i & 255))],
            "program.csv" => [0x7F, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1, 0, .. new byte[2000]],
            "cut.xlsx" => Workbook.Of(["manufacturer", "model"], ["Huawei", "BBU3900"])[..800],
            "bomb.xlsx" => Workbook.Of(["manufacturer", "model"], ["Huawei", new string(' ', 60_000_000)]),
            "bomb.json" => Text(bom + "[{\"type\":\"device\",\"name\":\"" + new string('A', 20_000_000) + "\"},{\"type\":\"device\",\"name\":\"Radio 4449\",\"manufacturer\":{\"name\":\"Ericsson\"}}]}"),
            "cut.json" => Text(bom + "[{\"type\":\"device\",\"name\":\"Radio 4449\""),
            "deep.json" => Text(bom + new string('[', 200) + new string(']', 200) + "}"),
            "deep-parts.json" => Text(bom + "[" + string.Concat(Enumerable.Repeat("{\"type\":\"device\",\"name\":\"x\",\"components\":[", 200)) + string.Concat(Enumerable.Repeat("]}", 200)) + "]}"),
            "long-cell.csv" => Text("manufacturer,model\nNokia,7750 SR-1\nHuawei," + new string('A', 3_000_000) + "\nEricsson,Radio 4449\n"),
            "open-quote.csv" => Text("manufacturer,model\nNokia,7750 SR-1\nHuawei,\"BBU3900\nEricsson,Radio 4449\n"),
            "31-february.csv" => Text("manufacturer,model,installed\nNokia,7750 SR-1,2021-02-31\nEricsson,Radio 4449,2021-02-28\n"),
            "header-only.csv" => Text("manufacturer,model\n"),
            _ => [],
        };
        if (name is "empty-folder") Directory.CreateDirectory(folder.In(name));
        else if (name is not "not-there.csv") folder.Write(name, content);
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private static int Number(System.Text.Json.JsonElement of, string member) => of.GetProperty(member).GetInt32();

    /// <summary>Each problem takes three lines: place, code and title; found and expected; cause and fix.</summary>
    internal static void IsExplained(string errors)
    {
        string[] lines = errors.Split('\n');
        int problems = 0;
        for (int i = 0; i < lines.Length; i++)
        {
            if (!Heading().IsMatch(lines[i])) continue;
            problems++;
            Assert.Matches("^  found .+; expected .+$", lines[i + 1]);
            Assert.Matches("^  usual cause: .+; fix: .+$", lines[i + 2]);
        }
        Assert.NotEqual(0, problems);
    }

    [GeneratedRegex(@"^\S.*: (error|warning|note) RUB\d{4}: .+$")]
    private static partial Regex Heading();
}
