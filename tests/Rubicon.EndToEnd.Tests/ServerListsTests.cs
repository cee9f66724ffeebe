using System.Text;
using Rubicon.EndToEnd.Tests.Program;

namespace Rubicon.EndToEnd.Tests;

/// <summary>Lists that `rubicon lists import` keeps in the server's data folder are those that its answers use, with the bytes of the command line.</summary>
public sealed class ServerListsTests
{
    private const string Head = "_id,source,entity_number,type,programs,name,addresses,federal_register_notice,start_date,end_date,standard_order,alt_names\n";
    private const string First = Head + "77,Specially Designated Nationals (SDN) - Treasury Department,77,Entity,RUSSIA-EO14024,Zubrovka Telekom Holding OOO,\"5 Lesnaya, Moscow, RU\",,2024-05-01,,,Zubrovka Group\n";
    private const string Second = First + "79,Specially Designated Nationals (SDN) - Treasury Department,79,Entity,RUSSIA-EO14024,Quillfeather Telekom OOO,\"6 Lesnaya, Moscow, RU\",,2024-05-01,,,\n";
    private const string Days = "as_of=2026-11-21";

    private static readonly byte[] Request = """{"kind":"purchase","actor":["us-person"],"record":{"supplier":"Zubrovka Telekom Holding OOO","supplier-country":"RU","act":"buy"}}"""u8.ToArray();

    [Fact]
    public async Task Imported_lists_are_used_and_an_import_beside_the_running_server_is_taken_up()
    {
        using var folder = new TemporaryFolder();
        string data = folder.In("data");
        Assert.Equal(0, Import(folder, "csl-2026-10-01.csv", First, data));
        using var server = await RunningServer.Start(data);
        using var client = server.With();
        var decided = await client.PostAsync($"/api/v1/decide?{Days}", new ByteArrayContent(Request));
        byte[] report = await decided.Content.ReadAsByteArrayAsync();
        Assert.Equal(new Run.Call { Arguments = ["decide", "-", "-o", "json", "--as-of", "2026-11-21", "--data", data], Input = Request }.Start().Bytes, report);
        Assert.Contains("us-ofac/sdn/77", Encoding.UTF8.GetString(report), StringComparison.Ordinal);
        Assert.Contains("imported-list", Encoding.UTF8.GetString(report), StringComparison.Ordinal);

        string file = folder.Write("suppliers.csv", "supplier,country\nZubrovka Telekom Holding OOO,RU\nQuillfeather Telekom OOO,RU\n");
        Assert.Equal(Scanned(folder, data), await Scan(client, file));
        Assert.Equal(await Screened(client, "Quillfeather Telekom"), Run.Rubicon("screen", "Quillfeather Telekom", "-o", "jsonl", "--as-of", "2026-11-21", "--data", data).Output);
        Assert.DoesNotContain("us-ofac/sdn/79", await Screened(client, "Quillfeather Telekom"), StringComparison.Ordinal);

        Assert.Equal(0, Import(folder, "csl-2026-10-02.csv", Second, data));
        Assert.Contains("us-ofac/sdn/79", await Screened(client, "Quillfeather Telekom"), StringComparison.Ordinal);
        Assert.Equal(Scanned(folder, data), await Scan(client, file));
    }

    [Fact]
    public async Task A_damaged_list_stops_answers_and_the_next_start()
    {
        using var folder = new TemporaryFolder();
        string data = folder.In("data");
        Assert.Equal(0, Import(folder, "csl-2026-10-01.csv", First, data));
        using (var server = await RunningServer.Start(data))
        {
            foreach (string kept in Directory.GetFiles(Path.Combine(data, "lists", "snapshots"), "*", SearchOption.AllDirectories)) File.WriteAllText(kept, "x");
            File.SetLastWriteTimeUtc(Path.Combine(data, "lists", "kept.json"), new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
            using var client = server.With();
            var answer = await client.PostAsync($"/api/v1/decide?{Days}", new ByteArrayContent(Request));
            Assert.Equal(System.Net.HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        }
        var start = Run.Rubicon("serve", "--urls", "http://127.0.0.1:9", "--data", data);
        Assert.Equal(5, start.ExitCode);
        Assert.Contains("RUB6124", start.Errors, StringComparison.Ordinal);
    }

    private static int Import(TemporaryFolder folder, string name, string text, string data) => Run.Rubicon("lists", "import", folder.Write(name, text), "--data", data, "--retrieved", "2026-11-20").ExitCode;

    private static string Scanned(TemporaryFolder folder, string data) =>
        new Run.Call { Arguments = ["scan", "suppliers.csv", "--actor", "us-person", "--as-of", "2026-11-21", "--data", data, "-q", "-o", "json"], Folder = folder.Path }.Start().Output;

    private static async Task<string> Screened(HttpClient client, string name) =>
        await (await client.PostAsync($"/api/v1/screen?{Days}", new StringContent($$"""{"name":"{{name}}"}""", Encoding.UTF8, "application/json"))).Content.ReadAsStringAsync();

    /// <summary>The file is sent as a body under the type that curl gives, that of a form.</summary>
    private static async Task<string> Scan(HttpClient client, string file)
    {
        var body = new ByteArrayContent(await File.ReadAllBytesAsync(file));
        body.Headers.ContentType = new("application/x-www-form-urlencoded");
        var taken = await client.PostAsync($"/api/v1/scans?name=suppliers.csv&actor=us-person&{Days}", body);
        string scan = taken.Headers.Location!.ToString();
        for (int i = 0; i < 600 && (await client.GetStringAsync(scan)).Contains("\"running\"", StringComparison.Ordinal); i++) await Task.Delay(100);
        return await client.GetStringAsync(scan + "/report");
    }
}
