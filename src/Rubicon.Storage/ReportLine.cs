using System.Text;

namespace Rubicon.Storage;

/// <summary>A line of a report, as lists show it.</summary>
/// <param name="Number">Its number, from 0.</param>
/// <param name="Start">Where its JSON begins in the report.</param>
/// <param name="Length">Length of its JSON.</param>
/// <param name="Rank">0 for the strictest outcome.</param>
/// <param name="Outcome">The outcome, as a word.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Place">File and line.</param>
/// <param name="Maker">Who made it, or empty.</param>
/// <param name="Site">Where it stands, or empty.</param>
/// <param name="Rules">Provisions that give the outcome, with commas.</param>
/// <param name="Subject">Digest of what the record states: the same record in two reports has the same.</param>
/// <param name="Decision">Id of the decision.</param>
public sealed record ReportLine(long Number, long Start, int Length, int Rank, string Outcome, string Title, string Place, string Maker, string Site, string Rules, string Subject, string Decision);

/// <summary>Lines of one kind with one outcome.</summary>
/// <param name="Name">The value that they share.</param>
/// <param name="Outcome">The outcome, as a word.</param>
/// <param name="Lines">How many.</param>
public sealed record LineGroup(string Name, string Outcome, long Lines);

/// <summary>Which lines of a report are wanted; null wants all.</summary>
/// <param name="Outcome">With this outcome.</param>
/// <param name="Maker">Of this maker.</param>
/// <param name="Site">At this site.</param>
/// <param name="Rules">Under these rules.</param>
public sealed record LineFilter(string? Outcome = null, string? Maker = null, string? Site = null, string? Rules = null)
{
    /// <summary>What lines can be grouped by.</summary>
    public static readonly string[] Kinds = ["outcome", "maker", "site", "rules"];

    /// <summary>True when it lets every line through.</summary>
    public bool IsEmpty => Outcome is null && Maker is null && Site is null && Rules is null;

    internal void Add(StringBuilder where, List<(string, object?)> values)
    {
        foreach (var (column, value) in new[] { ("outcome", Outcome), ("maker", Maker), ("site", Site), ("rules", Rules) })
        {
            if (value is null) continue;
            where.Append(" AND ").Append(column).Append(" = @").Append(column);
            values.Add((column, value));
        }
    }
}
