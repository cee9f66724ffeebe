using System.Text;
using Rubicon.Diagnostics;
using Rubicon.Reading.Tables;

namespace Rubicon.Reading.Ownership;

/// <summary>Level 1, level 2 and the exceptions of the Global LEI Foundation as CSV, told apart by their columns.</summary>
internal sealed class GleifCsv
{
    private const int MostPeriods = 5;

    private readonly OwnershipAccount _account;
    private readonly GleifRecords _records;
    private readonly ByteRows _rows;
    private readonly Dictionary<string, int> _columns;

    private GleifCsv(OwnershipAccount account, PartyBook book, ByteRows rows, Dictionary<string, int> columns) =>
        (_account, _records, _rows, _columns) = (account, new GleifRecords(account, book), rows, columns);

    /// <summary>True when the beginning of a file is that of such a table.</summary>
    public static bool Is(ReadOnlySpan<byte> head) => Header(head) is "Relationship.StartNode.NodeID" or "Entity.LegalName" or "Exception.Category" or "exception.category";

    /// <summary>Reads the table.</summary>
    public static void Read(OwnershipAccount account, Stream stream, PartyBook book)
    {
        var rows = new ByteRows(stream) { Separator = (byte)',' };
        if (!rows.Next()) return;
        var columns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < rows.Count; i++) columns.TryAdd(rows.Text(i), i);
        var table = new GleifCsv(account, book, rows, columns);
        bool relations = columns.ContainsKey("Relationship.StartNode.NodeID"), exceptions = columns.ContainsKey("Exception.Category");
        account.Format = relations ? "gleif-level-2-csv" : exceptions ? "gleif-exceptions-csv" : "gleif-level-1-csv";
        while (rows.Next())
        {
            if (rows.Count == 1 && rows.Cell(0).IsEmpty) continue;
            table.Row(relations, exceptions);
        }
    }

    private static string? Header(ReadOnlySpan<byte> head)
    {
        int end = head.IndexOf((byte)'\n');
        string line = Encoding.UTF8.GetString(end < 0 ? head : head[..end]);
        return line.Split(',').Select(c => c.Trim().Trim('"')).FirstOrDefault(c => c is "Relationship.StartNode.NodeID" or "Entity.LegalName" or "Exception.Category" or "exception.category");
    }

    private void Row(bool relations, bool exceptions)
    {
        var where = new SourceLocation(_account.File, _rows.Line);
        if (_rows.Fault != RowFault.None)
        {
            _account.Read++;
            _account.Refuse(ProblemCatalog.StakeRow, where, "a row that is torn or too long");
        }
        else if (relations) Relationship(where);
        else if (exceptions) _records.Exception(Cell("LEI"), Cell("Exception.Category"), Cell("Exception.Reason.1"), where);
        else _records.Entity(Cell("LEI"), Cell("Entity.LegalName"), Cell("Entity.LegalJurisdiction"), Cell("Entity.HeadquartersAddress.Country"), Cell("Registration.RegistrationStatus"), where);
    }

    private void Relationship(SourceLocation where)
    {
        var periods = Enumerable.Range(1, MostPeriods).Select(n => (Cell($"Relationship.Period.{n}.startDate"), Cell($"Relationship.Period.{n}.endDate"), Cell($"Relationship.Period.{n}.periodType")));
        bool dated = GleifPeriods.Read(periods, _account, where, out var days);
        string? percent = Cell("Relationship.Quantifiers.1.QuantifierUnits").Contains("PERCENT", StringComparison.OrdinalIgnoreCase) ? Cell("Relationship.Quantifiers.1.QuantifierAmount") : null;
        _records.Relationship(Cell("Relationship.StartNode.NodeID"), Cell("Relationship.EndNode.NodeID"), Cell("Relationship.RelationshipType"), Cell("Relationship.RelationshipStatus"),
            Cell("Registration.RegistrationStatus"), days, dated, percent, where);
    }

    private string Cell(string column) => _columns.TryGetValue(column, out int index) ? _rows.Text(index) : "";
}
