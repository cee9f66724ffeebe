using System.Text;
using FsCheck;
using FsCheck.Xunit;
using Rubicon.Diagnostics;
using Rubicon.Engine.Tests.EqualRecords;
using Rubicon.Equipment;
using Rubicon.Equipment.Joining;
using Rubicon.Reports.Network;
using Rubicon.Screening;
using Rubicon.Subjects;
using Xunit;

namespace Rubicon.Engine.Tests.Equipment;

public class NeighborTests
{
    private static readonly DeviceIdentifier Identifier = new(EqualRecordsTests.Data(), new DateOnly(2026, 11, 21));

    [Property]
    public bool A_neighbor_written_into_a_statement_is_read_again(NonEmptyString name, string? port, string? description)
    {
        var neighbor = new Neighbor(Clean(name.Get), null, Clean(port), "ge-0/0/1", Clean(description));
        return Neighbor.Read(neighbor.Text) == neighbor;
    }

    [Fact]
    public void A_neighbor_without_a_record_is_said_and_one_with_a_record_is_not()
    {
        var watch = new NeighborWatch();
        watch.Add(Device("a.walk", "core-1", "core-2.example.net | | xe-0 | ge-1 | JUNOS", "hidden | 00:e0:fc:00:00:09 | | | Huawei Versatile Routing Platform", "- | 00:15:eb:00:00:07"));
        watch.Add(Device("inventory.csv", "CORE-2"));
        watch.Add(new Subject(SubjectKind.Device, new SourceLocation("arp.txt", 3), [new Statement(Field.MacAddress, "0015.eb00.0007")]));
        Assert.Equal(["hidden"], watch.Unread().Select(u => u.Neighbor.Label));
        var problem = Assert.Single(watch.Problems());
        Assert.Equal("RUB6206", problem.Kind.Code);
        Assert.Contains("\"hidden\" (\"Huawei Versatile Routing Platform\")", problem.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void The_map_joins_devices_by_name_and_address_and_keeps_what_was_only_seen()
    {
        var map = Map(
            Device("a.walk", "core-1", "core-2 | | xe-0 | ge-1 |", "hidden | 00:e0:fc:00:00:09 | | ge-2 | Huawei Versatile Routing Platform Software"),
            Device("b.walk", "core-2", "core-1 | | ge-1 | xe-0 |", "other | 00:e0:fc:00:00:09 | | xe-9 |"));
        Assert.Equal(["core-1 Read", "core-2 Read", "hidden SeenOnly"], map.Nodes.Select(n => $"{n.Label} {n.Kind}"));
        Assert.Equal("huawei", map.Nodes[2].Device!.MakerKey);
        Assert.Equal([(0, 1, "ge-1 to xe-0"), (0, 2, "ge-2 to a port"), (1, 0, "xe-0 to ge-1"), (1, 2, "xe-9 to a port")], map.Links.Select(l => (l.From, l.To, l.Ports)));
    }

    [Fact]
    public void Neighbors_in_the_output_of_a_command_hang_on_the_device_that_the_file_is_named_after_or_on_the_file()
    {
        Subject Seen(string file, string name) => new(SubjectKind.Device, new SourceLocation(file, 4), [new Statement(Field.Name, name), new Statement(Field.Link, "Gi1/0/1 to Gi0/2")]);
        var map = Map(Device("inventory.csv", "sw-1"), Seen("sw-1.txt", "ap-1"), Seen("output.txt", "ap-2"));
        Assert.Equal(["sw-1 Read", "ap-1 Read", "ap-2 Read", "the device of output.txt Observer"], map.Nodes.Select(n => $"{n.Label} {n.Kind}"));
        Assert.Equal([(0, 1), (3, 2)], map.Links.Select(l => (l.From, l.To)));
    }

    [Fact]
    public void The_page_has_every_device_and_escapes_what_records_say()
    {
        var map = Map(Device("a.walk", "<script>alert(1)</script>", "hidden | | | | <b>Huawei Versatile Routing Platform</b>"), Device("b.csv", "plain"));
        using var stream = new MemoryStream();
        NetworkPage.Write(stream, map, [new UnreadRecord(new SourceLocation("c.csv", 2), [new Problem(ProblemCatalog.BadDate, new SourceLocation("c.csv", 2), "\"x\"")])]);
        string html = Encoding.UTF8.GetString(stream.ToArray());
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
        foreach (string shown in new[] { "seen, not read", "hidden", "plain", "2 devices read", "1 seen by a neighbor and not read", "1 not assessed", "<svg", "c.csv:2" }) Assert.Contains(shown, html, StringComparison.Ordinal);
        Assert.Equal(1, html.Split("<h1>").Length - 1);
    }

    private static NetworkMap Map(params Subject[] subjects) => new([.. subjects.Select(Identifier.Identify)], Identifier);

    private static Subject Device(string file, string name, params string[] neighbors) => new(SubjectKind.Device, new SourceLocation(file, 2),
        [new Statement(Field.Name, name), .. neighbors.Select((n, i) => new Statement(Field.Neighbor, n, 0, null, i + 5))]);

    private static string? Clean(string? text) => string.Concat((text ?? "").Where(c => c != '|' && !char.IsWhiteSpace(c))) is { Length: > 0 } clean ? clean : null;
}
