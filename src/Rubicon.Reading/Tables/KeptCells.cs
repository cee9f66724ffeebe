namespace Rubicon.Reading.Tables;

/// <summary>A row kept in memory: one of the first of a file, or of a sheet.</summary>
internal readonly struct KeptCells(string[] row) : IRowCells
{
    public int Count => row.Length;

    public bool MayHoldNul => true;

    public string Cell(int index) => row[index];
}
