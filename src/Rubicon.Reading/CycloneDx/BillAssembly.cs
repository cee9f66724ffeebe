using System.Collections.Immutable;
using Rubicon.Diagnostics;
using Rubicon.Reading.Documents;
using Rubicon.Subjects;

namespace Rubicon.Reading.CycloneDx;

/// <summary>What a piece of a bill is.</summary>
internal enum BillPiece
{
    Metadata,
    Component,
    Service,
}

/// <summary>
/// Puts the pieces of a bill together as they come. The product comes first and holds its parts, so that a rule reaches it
/// through a part. A bill of very many parts is handed on as it is read: the product then comes last, and is refused when it
/// has more parts than are kept, since it would otherwise be decided without some of them.
/// </summary>
internal sealed class BillAssembly(ComponentReader reader, InputLedger ledger, int heldBack = 20_000, int mostParts = 250_000)
{
    private readonly List<ReadRecord> _held = [];
    private readonly ImmutableArray<Subject>.Builder _parts = ImmutableArray.CreateBuilder<Subject>();
    private DocumentNode? _metadata;
    private bool _any;
    private long _partsMet;
    private bool _flowing;

    /// <summary>The product, where the metadata has been read.</summary>
    private DocumentNode? Product => _metadata?.Child("component");

    /// <summary>Takes a piece; gives the records that are ready.</summary>
    public IEnumerable<ReadRecord> Take(BillPiece kind, DocumentNode node)
    {
        if (kind == BillPiece.Metadata)
        {
            _metadata = node;
            return [];
        }
        _any = true;
        bool insideDevice = kind == BillPiece.Component && Product is { } product && ComponentStatements.IsDevice(product);
        var read = reader.One(node, insideDevice, kind == BillPiece.Service);
        if (kind == BillPiece.Component)
        {
            _partsMet += read.Own.Length;
            if (_partsMet <= mostParts) _parts.AddRange(read.Own);
        }
        return Hand(read.Records);
    }

    /// <summary>Takes a piece that cannot be read.</summary>
    public IEnumerable<ReadRecord> Refuse(Problem problem)
    {
        _any = true;
        return Hand([new ReadRecord(new UnreadRecord(problem.Where, [problem]))]);
    }

    /// <summary>Records of a list that is no list.</summary>
    public IEnumerable<ReadRecord> TakeRecords(ImmutableArray<ReadRecord> records)
    {
        _any |= !records.IsEmpty;
        return Hand(records);
    }

    /// <summary>The rest, once the bill has ended.</summary>
    /// <param name="found">What stands there, for the message that the bill is empty; null when it may be.</param>
    public IEnumerable<ReadRecord> Close(string? found)
    {
        if (Product is { } product)
        {
            _any = true;
            foreach (var record in OfProduct(product)) yield return record;
        }
        foreach (var record in _held) yield return record;
        if (!_any && found is not null && !ledger.HasError) ledger.Report(ProblemCatalog.CycloneDxEmpty, found);
    }

    private ImmutableArray<ReadRecord> OfProduct(DocumentNode product)
    {
        if (_partsMet <= mostParts) return reader.Product(product, _metadata, _parts).Records;
        var where = new SourceLocation(ledger.File, product.Line, 0, product.Path);
        return [new(new UnreadRecord(where, [new(ProblemCatalog.CycloneDxTooManyParts, where, $"{_partsMet} parts")], product.Text("name")))];
    }

    private IEnumerable<ReadRecord> Hand(IReadOnlyCollection<ReadRecord> records)
    {
        if (!_flowing && _held.Count + records.Count <= heldBack)
        {
            _held.AddRange(records);
            return [];
        }
        _flowing = true;
        if (_held.Count == 0) return records;
        ReadRecord[] ready = [.. _held, .. records];
        _held.Clear();
        return ready;
    }
}
