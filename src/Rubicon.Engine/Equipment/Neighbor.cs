using Rubicon.Diagnostics;
using Rubicon.Subjects;

namespace Rubicon.Equipment;

/// <summary>
/// A device that another one names as its neighbor (LLDP, CDP): what it calls itself, its address, the ports at both ends, how it describes itself. It is
/// written into one statement (<see cref="Field.Neighbor"/>) as parts between bars, because a record may name many.
/// </summary>
/// <param name="Name">The name, or null.</param>
/// <param name="Address">The address of its chassis, or null.</param>
/// <param name="Port">Its port, or null.</param>
/// <param name="LocalPort">The port of the device that names it, or null.</param>
/// <param name="Description">Its system description or platform, or null.</param>
public sealed record Neighbor(string? Name, string? Address, string? Port, string? LocalPort, string? Description)
{
    private const int Parts = 5;

    /// <summary>The text of a statement; bars inside parts become slashes.</summary>
    public string Text => string.Join(" | ", new[] { Name, Address, Port, LocalPort, Description }.Select(p => p?.Replace('|', '/').Trim() ?? "")).Trim();

    /// <summary>What to call it: name, else address, else the beginning of its description.</summary>
    public string Label => Name ?? Address ?? Description ?? "a neighbor without a name";

    /// <summary>Reads a statement; a text without bars is a name.</summary>
    public static Neighbor Read(string text)
    {
        string[] parts = text.Split('|', Parts);
        string? Part(int at) => at < parts.Length && parts[at].Trim() is { Length: > 0 } part ? part : null;
        return new Neighbor(Part(0), Part(1), Part(2), Part(3), Part(4));
    }

    /// <summary>The neighbor as a record, for who wants to know its maker: what it says of itself are the words of a banner.</summary>
    public Subject AsSubject(SourceLocation where)
    {
        var statements = new List<Statement>();
        if (Name is not null) statements.Add(new Statement(Field.Name, Name));
        if (Address is not null) statements.Add(new Statement(Field.MacAddress, Address));
        if (Description is not null) statements.Add(new Statement(Field.Banner, Description));
        return new Subject(SubjectKind.Device, where, [.. statements]);
    }
}
