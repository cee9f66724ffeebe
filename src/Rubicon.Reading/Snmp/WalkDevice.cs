using System.Globalization;
using Rubicon.Diagnostics;
using Rubicon.Subjects;

namespace Rubicon.Reading.Snmp;

/// <summary>Gathers what a walk says about the device that answered it. Neighbors that it names are other devices and stated as such.</summary>
internal sealed class WalkDevice(InputLedger ledger)
{
    /// <summary>At most so many statements are kept.</summary>
    public const int MostStatements = 4096;

    /// <summary>At most so many answered trees are kept: more would be a walk of everything and tell nothing new.</summary>
    private const int MostTrees = 64;

    /// <summary>At most so many of one enterprise number: those of Net-SNMP would fill all the places.</summary>
    private const int MostTreesOfOne = 8;

    private readonly Dictionary<string, EntityRow> _entities = new(StringComparer.Ordinal);
    private readonly List<EntityRow> _rows = [];
    private readonly List<(string Address, string Oid, int Line)> _addresses = [];
    private readonly HashSet<string> _seenAddresses = new(StringComparer.Ordinal);
    private readonly List<(string Tree, int Line)> _answered = [];
    private readonly Dictionary<string, (string Text, int Line)> _once = new(StringComparer.Ordinal);
    private readonly List<(Field Field, string Text, string Oid, int Line)> _extended = [];
    private readonly PrivateScalars _scalars = new();
    private readonly WalkNeighbors _neighbors = new();
    private (string Text, string Oid, int Rank, int Line)? _model;
    private (string Text, string Oid, int Line)? _versioned;
    private int _oddAddresses;
    private string? _firstOdd;
    private int _leftOut;

    /// <summary>Line of the first thing used, or 0.</summary>
    public int Line { get; private set; }

    public void Take(in WalkLine line, int number)
    {
        string oid = line.Oid;
        if (oid is OidNames.SysDescr or OidNames.SysObjectId or OidNames.SysName or OidNames.SysLocation or OidNames.LldpChassisKind
            or ModelObjects.PowerMaker or ModelObjects.FirstDeviceType or ModelObjects.FirstDevice)
            Once(oid, line.Kind == WalkValue.Hex ? HexText.Decode(line.Value) : line.Value, number);
        else if (oid == OidNames.LldpChassis)
            // Hex stays hex until the subtype, which may come after it, says what it is.
            Once(oid, (line.Kind == WalkValue.Hex ? "x" : "t") + line.Value, number);
        else if (oid.StartsWith(OidNames.IfPhysAddress, StringComparison.Ordinal))
            Address(line.Value, line.Kind == WalkValue.Hex, oid, number);
        else if (oid.StartsWith(OidNames.Entity, StringComparison.Ordinal))
            Entity(oid.AsSpan(OidNames.Entity.Length), line, number);
        else if (oid.StartsWith(OidNames.Enterprises, StringComparison.Ordinal))
            Answered(oid, number);
        _neighbors.Take(line, number);
        if (line.Kind is not (WalkValue.Text or WalkValue.Hex)) return;
        if (_model is null && (line.Kind == WalkValue.Hex ? HexText.Decode(line.Value) : line.Value) is { } said) _scalars.Take(oid, said, number);
        if (ModelObjects.RankOf(oid) is > 0 and int rank) Model(line, rank, number);
        else if (ExtendedOutput.FieldOf(oid) is { } field) _extended.Add((field, line.Value, oid, number));
        else if (_versioned is null && line.Kind == WalkValue.Text && oid.StartsWith(OidNames.Enterprises, StringComparison.Ordinal) && VersionedName.In(line.Value) is { } name) _versioned = (name, oid, number);
    }

    public ReadRecord Close(string what)
    {
        var statements = new RecordStatements();
        void State(Field field, string oid)
        {
            if (_once.TryGetValue(oid, out var value)) statements.Add(field, value.Text, oid, value.Line);
        }
        State(Field.Name, OidNames.SysName);
        State(Field.SysDescr, OidNames.SysDescr);
        State(Field.SysObjectId, OidNames.SysObjectId);
        bool namedOnly = statements.Count == 0;
        // What an agent states of the device itself comes before the rows of its parts.
        State(Field.EntityMaker, ModelObjects.PowerMaker);
        if (_model is { Rank: < 4 } model) statements.Add(Field.EntityModel, model.Text, model.Oid, model.Line);
        bool host = IsHost(_once.GetValueOrDefault(OidNames.SysDescr).Text);
        EntityRow.State(_rows, statements, host);
        if (_model is { Rank: 4 } other) statements.Add(Field.EntityModel, other.Text, other.Oid, other.Line);
        // The printers of a host are its queues, not the host.
        if (!host && _once.GetValueOrDefault(ModelObjects.FirstDeviceType).Text is ModelObjects.Printer or ModelObjects.OtherDevice) State(Field.EntityModel, ModelObjects.FirstDevice);
        foreach (var (field, text, oid, line) in _extended) statements.Add(field, text, oid, line);
        if (_versioned is { } versioned && host && !statements.Has(Field.EntityModel)) statements.Add(Field.EntityModel, versioned.Text, versioned.Oid, versioned.Line);
        if (!statements.Has(Field.EntityModel)) Guess(statements);
        LocalChassis();
        foreach (var (address, oid, line) in _addresses) statements.Add(Field.MacAddress, address, oid, line);
        namedOnly &= statements.Count == 0;
        foreach (var (tree, line) in _answered) statements.Add(Field.AnsweredOid, tree, tree, line);
        namedOnly &= statements.Count == 0;
        _neighbors.State(statements);
        State(Field.Site, OidNames.SysLocation);
        if (_oddAddresses > 0)
            ledger.Report(ProblemCatalog.WalkOddAddress, $"{_oddAddresses} addresses, the first {Quote.Text(_firstOdd)}");
        if (_leftOut > 0)
            ledger.Report(ProblemCatalog.WalkTooManyStatements, $"{_leftOut} more");
        var where = new SourceLocation(ledger.File, Math.Max(Line, 1));
        return namedOnly
            ? new(new UnreadRecord(where, [new(ProblemCatalog.WalkNothing, where, what)]))
            : statements.Close(SubjectKind.Device, where, ProblemCatalog.WalkNothing, what);
    }

    // Where neither an object nor a row states the model, the words of the chassis may, and a text of the maker's own tree.
    private void Guess(RecordStatements statements)
    {
        if (EntityRow.Chassised(_rows) is { } chassis) statements.Add(Field.Guess, chassis.Text, chassis.Pointer, chassis.Line);
        string Typed(string oid) => _once.GetValueOrDefault(oid).Text ?? "";
        if (_scalars.Of(_once.GetValueOrDefault(OidNames.SysObjectId).Text, [Typed(OidNames.SysName), Typed(OidNames.SysLocation)]) is { } guess)
            statements.Add(Field.Guess, guess.Text, guess.Oid, guess.Line);
    }

    /// <summary>True when the description is of an operating system, or there is none: what the device is stands elsewhere then.</summary>
    private static bool IsHost(string? description) =>
        string.IsNullOrWhiteSpace(description) || description.StartsWith("Linux ", StringComparison.Ordinal) || description.StartsWith("Hardware:", StringComparison.OrdinalIgnoreCase);

    // Some devices leave sysObjectID empty or at a default and show their maker only by the trees that they answer. Three
    // arcs below 1.3.6.1.4.1 tell the trees apart; a walk answers few.
    private void Answered(string oid, int number)
    {
        int end = OidNames.Enterprises.Length - 1;
        for (int arcs = 0; arcs < 3 && end > 0; arcs++) end = oid.IndexOf('.', end + 1);
        if (end < 0) return;
        var tree = oid.AsSpan(0, end);
        if (_answered.Count > 0 && tree.SequenceEqual(_answered[^1].Tree)) return;
        string text = tree.ToString();
        if (_answered.Count >= MostTrees || _answered.Exists(a => a.Tree == text)) return;
        string enterprise = text[..(text.IndexOf('.', OidNames.Enterprises.Length) + 1)];
        if (_answered.Count(a => a.Tree.StartsWith(enterprise, StringComparison.Ordinal)) >= MostTreesOfOne) return;
        Used(number);
        _answered.Add((text, number));
    }

    // The best ranked object wins, among equal ones the first; a lone number is rarely a model.
    private void Model(in WalkLine line, int rank, int number)
    {
        if (_model is { } have && have.Rank <= rank) return;
        string? text = line.Kind == WalkValue.Hex ? HexText.Decode(line.Value) : line.Value;
        if (string.IsNullOrWhiteSpace(text) || !EntityRow.IsModel(text)) return;
        Used(number);
        _model = (text, line.Oid, rank, number);
    }

    private void Used(int number)
    {
        if (Line == 0) Line = number;
    }

    private void Once(string oid, string? value, int number)
    {
        if (value is null) return;
        Used(number);
        if (_once.TryAdd(oid, (value, number)) || string.Equals(_once[oid].Text, value, StringComparison.Ordinal)) return;
        if (_once[oid].Text.Length == 0) _once[oid] = (value, number);
        else if (oid is OidNames.SysDescr or OidNames.SysObjectId)
            ledger.Report(ProblemCatalog.WalkTwoDevices, Quote.Text(value), number, pointer: oid);
    }

    private void Address(string value, bool isHex, string oid, int number)
    {
        switch (HardwareAddress.Read(value, isHex, out string address))
        {
            case AddressKind.Odd:
                _oddAddresses++;
                _firstOdd ??= value;
                break;
            case AddressKind.Ethernet when _seenAddresses.Count >= MostStatements:
                _leftOut++;
                break;
            case AddressKind.Ethernet when _seenAddresses.Add(address):
                Used(number);
                _addresses.Add((address, oid, number));
                break;
        }
    }

    private void Entity(ReadOnlySpan<char> columnAndIndex, in WalkLine line, int number)
    {
        int dot = columnAndIndex.IndexOf('.');
        if (dot <= 0) return;
        var column = columnAndIndex[..dot];
        if (column is not ("2" or "4" or "5" or "7" or "10" or "11" or "12" or "13")) return;
        string? value = line.Kind == WalkValue.Hex ? HexText.Decode(line.Value) : line.Value;
        if (string.IsNullOrWhiteSpace(value)) return;
        string index = columnAndIndex[(dot + 1)..].ToString();
        if (!_entities.TryGetValue(index, out var row))
        {
            if (_rows.Count >= MostStatements)
            {
                _leftOut++;
                return;
            }
            _entities[index] = row = new(index, number);
            _rows.Add(row);
        }
        Used(number);
        switch (column)
        {
            case "2": row.Description = value; break;
            case "7": row.Name = value; break;
            case "4": row.ContainedIn = Number(value)?.ToString(CultureInfo.InvariantCulture); break;
            case "5": row.Class = Number(value); break;
            case "10": row.SoftwareRev = value; break;
            case "11": row.Serial = value; break;
            case "12": row.Maker = value; break;
            default: row.Model = value; break;
        }
    }

    /// <summary>A number, written <c>3</c> or <c>chassis(3)</c>.</summary>
    private static int? Number(string value)
    {
        var digits = value.AsSpan().Trim();
        int open = digits.IndexOf('(');
        if (open >= 0) digits = digits[(open + 1)..].TrimEnd(')');
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : value.Trim() == "chassis" ? EntityRow.Chassis : null;
    }

    /// <summary>The device's own chassis id, where its subtype says that it is a MAC address (4).</summary>
    private void LocalChassis()
    {
        if (_once.GetValueOrDefault(OidNames.LldpChassis) is not { Text: { Length: > 1 } chassis, Line: var line }) return;
        if (Number(_once.GetValueOrDefault(OidNames.LldpChassisKind).Text ?? "") is not (null or 4)) return;
        if (HardwareAddress.Read(chassis[1..], chassis[0] == 'x', out string address) == AddressKind.Ethernet && _seenAddresses.Add(address))
            _addresses.Insert(0, (address, OidNames.LldpChassis, line));
    }
}
