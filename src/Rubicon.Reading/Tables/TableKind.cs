namespace Rubicon.Reading;

/// <summary>The kinds of table that users bring. Words of <c>--as</c> are the names in lower case.</summary>
public enum TableKind
{
    /// <summary>Purchase lines, orders, quotes: <see cref="Subjects.SubjectKind.Purchase"/>.</summary>
    Purchases = 0,

    /// <summary>A list of parties: <see cref="Subjects.SubjectKind.Supplier"/>.</summary>
    Suppliers = 1,

    /// <summary>Devices in a network: <see cref="Subjects.SubjectKind.Device"/>.</summary>
    Inventory = 2,

    /// <summary>Visits of technicians: who performed the work, who employs them, from where: <see cref="Subjects.SubjectKind.Service"/>.</summary>
    Visits = 3,

    /// <summary>Firmware and software updates: who signs and hosts them, from where: <see cref="Subjects.SubjectKind.Service"/>.</summary>
    Updates = 4,
}
