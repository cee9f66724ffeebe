using System.Collections.Immutable;
using Rubicon.Subjects;

namespace Rubicon.Reading.Tables;

/// <summary>One column that is used.</summary>
internal readonly record struct PlannedColumn(int Index, Field Field);

/// <summary>What the columns of a table mean: worked out once from its header, used for every row.</summary>
internal sealed class TablePlan
{
    /// <summary>Fields by which something can be recognized; a table without one of them says nothing that law could be put to.</summary>
    private static readonly ImmutableArray<Field> Needed =
    [
        Field.Maker, Field.Brand, Field.Supplier, Field.Model, Field.Name, Field.Description, Field.PartNumber,
        Field.EntityMaker, Field.EntityModel, Field.SysObjectId, Field.SysDescr, Field.MacAddress, Field.FccId, Field.Imei, Field.PackageUrl,
    ];

    private static readonly ImmutableArray<Field> OfItems =
    [
        Field.Model, Field.Description, Field.PartNumber, Field.Serial, Field.MacAddress, Field.SysObjectId, Field.SysDescr,
        Field.EntityMaker, Field.EntityModel, Field.FccId, Field.Imei, Field.Quantity, Field.Price, Field.Installed, Field.Platform,
        Field.Brand, Field.Origin, Field.Eccn, Field.PackageUrl, Field.Latitude,
    ];

    /// <summary>Fields that somebody who knows the device wrote down.</summary>
    private static readonly ImmutableArray<Field> OfDevices =
    [
        Field.Model, Field.PartNumber, Field.Serial, Field.SysDescr, Field.SysObjectId, Field.EntityMaker, Field.EntityModel, Field.FccId, Field.Imei, Field.Description,
        Field.Installed, Field.Obtained, Field.Quantity, Field.Price, Field.Supplier, Field.Platform, Field.Site,
    ];

    private static readonly ImmutableArray<Field> OfPurchases =
    [
        Field.Quantity, Field.Price, Field.Currency, Field.ActDate, Field.ContractNumber, Field.ContractDate, Field.Act,
        Field.Recipient, Field.Destination, Field.Supplier, Field.Purpose, Field.Funding, Field.Eccn, Field.EndUse,
    ];

    private static readonly ImmutableArray<Field> OfInventory =
    [
        Field.Serial, Field.MacAddress, Field.SysObjectId, Field.SysDescr, Field.EntityMaker, Field.EntityModel, Field.Installed,
        Field.Removed, Field.Site, Field.Latitude, Field.Longitude, Field.NetworkPart, Field.Network, Field.Platform, Field.Status, Field.Version, Field.Name,
    ];

    private TablePlan(TableKind kind, ImmutableArray<PlannedColumn> columns, int width, int headerCells, ImmutableArray<string> unused, string? doubtful)
    {
        Kind = kind;
        Columns = columns;
        Width = width;
        Unused = unused;
        Doubtful = doubtful;
        HeaderCells = headerCells;
        IsUsable = columns.Any(c => Needed.Contains(c.Field) || (c.Field == Field.Performer && kind is TableKind.Visits or TableKind.Updates));
        Implied = kind switch
        {
            TableKind.Visits => Stated(columns, (Field.ItemKind, "service visit"), (Field.Act, "maintenance")),
            TableKind.Updates => Stated(columns, (Field.ItemKind, "firmware update"), (Field.Act, "update")),
            _ => [],
        };
    }

    public TableKind Kind { get; }

    public SubjectKind SubjectKind => Kind switch
    {
        TableKind.Purchases => SubjectKind.Purchase,
        TableKind.Suppliers => SubjectKind.Supplier,
        TableKind.Visits or TableKind.Updates => SubjectKind.Service,
        _ => SubjectKind.Device,
    };

    /// <summary>What every record of the kind states without a column: a visit is upkeep, an update an update.</summary>
    public ImmutableArray<Statement> Implied { get; }

    /// <summary>Columns that are used, from left to right.</summary>
    public ImmutableArray<PlannedColumn> Columns { get; }

    /// <summary>Columns that the header names; what stands beyond them is empty in a sound row.</summary>
    public int Width { get; }

    /// <summary>Cells of the header row, named or not.</summary>
    public int HeaderCells { get; }

    /// <summary>Headers that have no meaning here.</summary>
    public ImmutableArray<string> Unused { get; }

    /// <summary>A header that was taken for both maker and seller, or null.</summary>
    public string? Doubtful { get; }

    /// <summary>A header that was taken for the maker of the interface, or null.</summary>
    public string? InterfaceMaker { get; private init; }

    /// <summary>False when no column names a party or a thing.</summary>
    public bool IsUsable { get; }

    private static ImmutableArray<Statement> Stated(ImmutableArray<PlannedColumn> columns, params (Field Field, string Text)[] statements) =>
        [.. statements.Where(s => !columns.Any(c => c.Field == s.Field)).Select(s => new Statement(s.Field, s.Text))];

    /// <summary>How many cells of a row are known headers.</summary>
    public static int Recognized(IReadOnlyList<string> cells)
    {
        int known = 0;
        foreach (string cell in cells)
            if (IsKnown(cell)) known++;
        return known;
    }

    /// <summary>Works out the columns of a header.</summary>
    public static TablePlan Of(IReadOnlyList<string> header, TableKind? asKind)
    {
        var fields = new HashSet<Field>();
        foreach (string cell in header)
            if (HeaderWords.Meaning(cell) is { } field) fields.Add(field);
        bool hasFirm = header.Any(h => HeaderWords.IsOneOf(HeaderWords.MakerOrSeller, h));
        bool hasRole = header.Any(h => HeaderWords.Fold(h) is "role" or "devicerole");
        var kind = asKind ?? ServiceWords.KindOf(header) ?? KindOf(fields, hasFirm, hasRole);
        bool ofAddresses = kind == TableKind.Inventory && IsOfAddresses(header, fields);

        var columns = ImmutableArray.CreateBuilder<PlannedColumn>();
        var unused = ImmutableArray.CreateBuilder<string>();
        string? doubtful = null, interfaceMaker = null;
        int width = 0;
        for (int i = 0; i < header.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(header[i])) continue;
            width = i + 1;
            bool ofInterface = ofAddresses && IsFirm(header[i]);
            if (ofInterface) interfaceMaker = header[i].Trim();
            var meanings = ofInterface ? [Field.Note] : Meanings(header[i], kind, fields, hasRole);
            if (kind is TableKind.Visits or TableKind.Updates && ServiceWords.Meanings(header[i], header) is { Length: > 0 } ofService) meanings = [.. ofService];
            if (meanings.IsEmpty) unused.Add(header[i].Trim());
            if (meanings.Contains(Field.Maker) && meanings.Contains(Field.Supplier)) doubtful = header[i].Trim();
            foreach (var field in meanings) columns.Add(new(i, field));
        }
        return new(kind, columns.ToImmutable(), width, header.Count, unused.ToImmutable(), doubtful) { InterfaceMaker = interfaceMaker };
    }

    /// <summary>
    /// A table of addresses (ARP, MAC address table, network scan) states beside each address who registered its prefix: the
    /// maker of the interface, never of the device. It is told by an IP address and nothing that a person would have written of the device.
    /// </summary>
    private static bool IsOfAddresses(IReadOnlyList<string> header, HashSet<Field> fields) =>
        fields.Contains(Field.MacAddress) && !OfDevices.Any(fields.Contains)
        && !header.Any(h => HeaderWords.Fold(h) is "role" or "devicerole" or "category" or "make" or "brand" or "oem" or "assettag")
        && header.Any(h => HeaderWords.Fold(h) is "ip" or "ipaddress" or "ipaddr" or "ipv4" or "ipv4address" or "internetaddress" or "address" or "protocoladdress" or "vlan" or "vlanid" or "port" or "interface");

    private static bool IsFirm(string header) => HeaderWords.IsOneOf(HeaderWords.MakerOrSeller, header) || HeaderWords.Meaning(header) == Field.Maker;

    private static bool IsKnown(string cell) =>
        cell.Length is > 0 and <= 64
        // "Hardware Address: 5001-0011-0001" and "# Description" are lines of reports and of notes, not headers.
        && !cell.Contains(": ", StringComparison.Ordinal) && !cell.StartsWith("# ", StringComparison.Ordinal)
        && (HeaderWords.Meaning(cell) is not null || HeaderWords.IsOneOf(HeaderWords.MakerOrSeller, cell));

    private static TableKind KindOf(HashSet<Field> fields, bool hasFirm, bool hasRole)
    {
        bool hasParty = hasFirm || fields.Contains(Field.Supplier) || fields.Contains(Field.Maker) || fields.Contains(Field.Name);
        // A name beside a maker is the name of a thing; only things have a role.
        bool ofItems = hasRole || (fields.Contains(Field.Name) && fields.Contains(Field.Maker)) || OfItems.Any(fields.Contains);
        if (hasParty && !ofItems) return TableKind.Suppliers;
        int purchase = OfPurchases.Count(fields.Contains);
        int inventory = OfInventory.Count(fields.Contains);
        return purchase > inventory || (purchase == inventory && fields.Contains(Field.Supplier)) ? TableKind.Purchases : TableKind.Inventory;
    }

    /// <summary>
    /// "Vendor" is the seller where another column names the maker. Where none does, it is the maker to a network
    /// engineer and the seller to a buyer; a purchase line then states both, because a wrong guess could hide either.
    /// </summary>
    private static ImmutableArray<Field> Meanings(string header, TableKind kind, HashSet<Field> fields, bool hasRole)
    {
        if (HeaderWords.IsOneOf(HeaderWords.MakerOrSeller, header))
        {
            if (kind == TableKind.Suppliers || fields.Contains(Field.Maker)) return [Field.Supplier];
            if (kind == TableKind.Inventory || fields.Contains(Field.Supplier)) return [Field.Maker];
            return fields.Contains(Field.Model) ? [Field.Maker, Field.Supplier] : [Field.Supplier];
        }
        if (HeaderWords.IsOneOf(HeaderWords.PlainCountry, header))
            return kind == TableKind.Suppliers ? [Field.SupplierCountry] : [];
        return HeaderWords.Meaning(header) switch
        {
            null => [],
            // NetBox's table export calls the model "Type" and the category "Role".
            Field.Category when HeaderWords.Fold(header) == "type" && hasRole && !fields.Contains(Field.Model) => [Field.Model],
            Field.Name or Field.Maker when kind == TableKind.Suppliers && !fields.Contains(Field.Supplier) => [Field.Supplier],
            { } field => [field],
        };
    }
}
