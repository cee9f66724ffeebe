namespace Rubicon.Reading;

/// <summary>The three kinds of table that users bring. Words of <c>--as</c> are the names in lower case.</summary>
public enum TableKind
{
    /// <summary>Purchase lines, orders, quotes: <see cref="Subjects.SubjectKind.Purchase"/>.</summary>
    Purchases = 0,

    /// <summary>A list of parties: <see cref="Subjects.SubjectKind.Supplier"/>.</summary>
    Suppliers = 1,

    /// <summary>Devices in a network: <see cref="Subjects.SubjectKind.Device"/>.</summary>
    Inventory = 2,
}
