using System.IO.Compression;
using System.Text;
using Rubicon.Parties;
using Rubicon.Reading.Lists;
using Xunit;
using Xunit.Abstractions;

namespace Rubicon.Reading.Tests.Lists;

public class ListFileTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("_id,source,name,alt_names,country\n7,Some List,Acme Ltd,Acme; ACM,China\n", "7", "Some List", "CN")]
    [InlineData("{\"list_id\":\"x\",\"entities\":[{\"name\":\"Acme Ltd\",\"aliases\":[\"Acme\",\"ACM\"],\"country\":\"China\"}]}", "1", "list", "CN")]
    [InlineData("{\"id\":\"7\",\"schema\":\"Company\",\"properties\":{\"name\":[\"Acme Ltd\"],\"alias\":[\"Acme\"],\"weakAlias\":[\"ACM\"],\"country\":[\"cn\"]}}", "7", "list", "CN")]
    [InlineData("{\"id\":\"7\",\"name\":\"Acme Ltd\",\"altNames\":[\"Acme\"],\"formerNames\":[\"ACM\"]}\n{\"id\":\"8\",\"name\":\"Beta\"}", "7", "list", null)]
    public void An_entry_keeps_its_names_and_place(string text, string id, string list, string? country)
    {
        var read = Read(text);
        Assert.True(read.IsWhole);
        var entry = read.Entries[0];
        Assert.Equal((id, list, country), (entry.Id, entry.List, entry.Country));
        Assert.Equal(["Acme Ltd", "Acme", "ACM"], entry.Names.Select(n => n.Text));
        Assert.True(entry.Where.Line > 0);
    }

    [Fact]
    public void Weak_aliases_and_former_names_keep_their_kind()
    {
        var names = Read("{\"id\":\"7\",\"properties\":{\"name\":[\"Acme\"],\"weakAlias\":[\"W\"],\"previousName\":[\"P\"]}}").Entries[0].Names;
        Assert.Equal([NameKind.Legal, NameKind.Former, NameKind.WeakAlias], names.Select(n => n.Kind));
    }

    [Theory]
    [InlineData("", "RUB6101")]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>", "RUB6101")]
    [InlineData("{\"entities\":[]}", "RUB6101")]
    [InlineData("{\"entities\":[{\"name\":\"Acme\"}", "RUB6101")]
    [InlineData("a,b\n1,2\n", "RUB6101")]
    [InlineData("name\n", "RUB6101")]
    [InlineData("{\"id\":\"1\",\"name\":\"Acme\"}\n{\"id\":\"2\",\"na", "RUB6101")]
    public void A_file_that_is_empty_or_cut_is_never_used_in_part(string text, string code)
    {
        var read = Read(text);
        Assert.False(read.IsWhole);
        Assert.Contains(read.Problems, p => p.Kind.Code == code);
    }

    [Theory]
    [InlineData("id,name\n1,Acme\n2,\n", 1)]
    [InlineData("id,name\n1,Acme\n2,Beta,more\n", 1)]
    [InlineData("{\"entities\":[{\"name\":\"Acme\"},{\"name\":\"\"},7]}", 2)]
    [InlineData("{\"entities\":[{\"name\":\"Acme\"},{\"name\":\"\\ud800\"}]}", 1)]
    public void A_row_that_is_not_used_is_counted_with_the_reason(string text, int refused)
    {
        var read = Read(text);
        Assert.Equal(refused, read.Refused);
        Assert.Equal(refused, read.Problems.Count(p => p.Kind.Code == "RUB6102"));
        Assert.Equal(read.Rows, read.Entries.Length + read.Refused);
    }

    [Fact]
    public void An_id_that_stands_twice_is_said_and_both_entries_are_used()
    {
        var read = Read("id,name\n1,Acme\n1,Beta\n");
        Assert.Equal(["1", "1#3"], read.Entries.Select(e => e.Id));
        Assert.Equal("RUB6103", Assert.Single(read.Problems).Kind.Code);
    }

    [Fact]
    public void A_gzip_file_is_unpacked_and_a_damaged_one_is_named()
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) zip.Write("id,name\n1,Acme\n"u8);
        Assert.Equal("Acme", ListFile.Read("l.csv.gz", new MemoryStream(packed.ToArray())).Entries[0].Names[0].Text);
        byte[] damaged = packed.ToArray();
        damaged[^6] ^= 0xFF;
        Assert.False(ListFile.Read("l.csv.gz", new MemoryStream(damaged)).IsWhole);
    }

    [Fact]
    public void Any_bytes_give_entries_or_reasons()
    {
        var random = new Random(20261125);
        byte[][] seeds = [.. new[] { "id,name,alt_names\n1,\"Ac, me\",A; B\n2,Beta,\n", "{\"entities\":[{\"name\":\"A\",\"aliases\":[\"B\"]}]}", "{\"id\":\"1\",\"name\":\"A\"}\n{\"id\":\"2\",\"name\":\"B\"}\n" }.Select(Encoding.UTF8.GetBytes)];
        for (int round = 0; round < 2_000; round++)
        {
            byte[] bytes = [.. seeds[round % seeds.Length]];
            for (int change = random.Next(1, 6); change > 0; change--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            var read = ListFile.Read("fuzz", new MemoryStream(bytes));
            Assert.Equal(read.Rows, read.Entries.Length + read.Refused);
            Assert.True(read.Entries.Length > 0 || read.Problems.Length > 0);
        }
    }

    [Theory]
    [InlineData("csl-2022-04-21.csv.gz", 14160)]
    [InlineData("bis_entity_list.json", 3409)]
    [InlineData("bis_dpl.json", 564)]
    [InlineData("dow_1260h.json", 80)]
    public void Every_row_of_a_published_list_is_accounted_for(string name, int rows)
    {
        string file = Path.Combine(SharedData.Folder ?? "", "lists", "us", name);
        if (!File.Exists(file))
        {
            output.WriteLine("skipped: the shared data is not on this machine");
            return;
        }
        using var stream = File.OpenRead(file);
        var read = ListFile.Read(name, stream);
        Assert.Equal((rows, 0, true), (read.Rows, read.Refused, read.IsWhole));
    }

    private static ListReading Read(string text) => ListFile.Read("list.txt", new MemoryStream(Encoding.UTF8.GetBytes(text)));
}
