using System.Collections.Immutable;
using Rubicon.Diagnostics;
using Rubicon.Subjects;

namespace Rubicon.Equipment.Joining;

/// <summary>Records joined to devices.</summary>
/// <param name="Devices">One subject a device, in the order of its first record; records that are no devices stay as they are.</param>
/// <param name="Problems">What kept records apart that look like one.</param>
public sealed record JoinedDevices(ImmutableArray<Subject> Devices, ImmutableArray<Problem> Problems);

/// <summary>
/// Joins records of several files that speak of one device: by serial number, then by the address of an interface, then by host name. A joined device
/// keeps every statement with its file and line, so that the ledger shows who said what; nothing is averaged. Records are kept apart where keys
/// contradict: other serial numbers, another site, one key on two records of one file that name two devices (RUB6204 for a serial number).
/// </summary>
public static class DeviceJoin
{
    /// <summary>Joins the device records; pure, and the same input gives the same output.</summary>
    public static JoinedDevices Join(IReadOnlyList<Subject> records)
    {
        var groups = Grouped(records);
        var devices = ImmutableArray.CreateBuilder<Subject>(records.Count);
        for (int i = 0; i < records.Count; i++)
        {
            var members = groups.MembersOf(i);
            if (members.Count == 0) continue;
            devices.Add(members.Count == 1 ? records[i] : Merged(members.ConvertAll(m => records[m])));
        }
        return new JoinedDevices(devices.ToImmutable(), groups.Problems);
    }

    /// <summary>
    /// The records as they are many, in their order, each with what the others state of its device: for a caller that owes every record an answer.
    /// </summary>
    public static JoinedDevices Beside(IReadOnlyList<Subject> records)
    {
        var groups = Grouped(records);
        var beside = new Subject[records.Count];
        for (int i = 0; i < records.Count; i++)
        {
            var members = groups.MembersOf(i);
            foreach (int member in members)
                beside[member] = members.Count == 1 ? records[member] : Merged([records[member], .. members.Where(m => m != member).Select(m => records[m])]);
        }
        return new JoinedDevices([.. beside], groups.Problems);
    }

    private static JoinGroups Grouped(IReadOnlyList<Subject> records)
    {
        var groups = new JoinGroups(records);
        groups.BySerial();
        groups.ByAddress();
        groups.ByName();
        return groups;
    }

    private static Subject Merged(List<Subject> records)
    {
        var first = records[0];
        var statements = first.Statements.ToBuilder();
        var seen = first.Statements.Where(IsKey).Select(s => (s.Field, s.Text)).ToHashSet();
        foreach (var other in records.Skip(1))
            foreach (var statement in other.Statements)
            {
                // A key said twice says nothing new; any other statement is evidence of its own.
                if (IsKey(statement) && !seen.Add((statement.Field, statement.Text))) continue;
                statements.Add(statement with { Line = statement.Line > 0 ? statement.Line : other.Source.Line, File = statement.File ?? other.Source.File, Pointer = statement.Pointer ?? other.Source.Pointer });
            }
        return new Subject(first.Kind, first.Source, statements.ToImmutable(), [.. records.SelectMany(r => r.Components)], [.. records.Skip(1).SelectMany(r => r.Joined.Prepend(r.Source))]);
    }

    private static bool IsKey(Statement statement) => statement.Field is Field.Name or Field.Serial or Field.MacAddress;
}
