using System.Collections.Immutable;
using System.Globalization;
using Rubicon.Storage.Log;

namespace Rubicon.Storage.Backups;

/// <summary>A table as a backup holds it: all that the log covers, the log itself, and what finds things in reports, in an order in which each row's parents come first.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Columns">All columns.</param>
internal sealed record BackupTable(string Name, ImmutableArray<string> Columns)
{
    public static readonly ImmutableArray<BackupTable> All =
    [
        .. AuditedTable.All.Select(t => new BackupTable(t.Name, t.Columns)),
        new("events", ["number", "body", "leaf"]),
        new("checkpoints", ["size", "note"]),
        new("report_lines", ["report", "number", "start", "length", "rank", "outcome", "title", "place", "maker", "site", "rules", "subject", "decision"]),
        new("report_groups", ["report", "kind", "name", "outcome", "rank", "lines"]),
        new("outbox", ["id", "webhook", "created", "body", "state", "tries", "due", "told"]),
    ];

    public string Select => $"SELECT {string.Join(", ", Columns)} FROM {Name}";

    /// <summary>Inserts so many rows; parameters are named by row and column.</summary>
    public string Insert(int rows) => $"INSERT INTO {Name} ({string.Join(", ", Columns)}) VALUES {string.Join(", ", Enumerable.Range(0, rows).Select(r => $"({string.Join(", ", Columns.Select((_, c) => "@" + Parameter(r, c)))})"))}";

    public static string Parameter(int row, int column) => string.Create(CultureInfo.InvariantCulture, $"p{row}_{column}");
}
