namespace Rubicon.Reading.Tables;

/// <summary>Column letters of a sheet.</summary>
internal static class SheetColumn
{
    private static readonly string[] Known = [.. Enumerable.Range(0, 16384).Select(Make)];

    /// <summary>A for 0, Z for 25, AA for 26.</summary>
    public static string Letters(int index) => index < Known.Length ? Known[index] : Make(index);

    private static string Make(int index)
    {
        string letters = "";
        for (int i = index; i >= 0; i = (i / 26) - 1) letters = (char)('A' + (i % 26)) + letters;
        return letters;
    }
}
