using System.Collections.Immutable;
using Rubicon.Diagnostics;
using Rubicon.Reading.Documents;
using Rubicon.Subjects;

namespace Rubicon.Reading.CycloneDx;

/// <summary>Reads components and services, with what is nested in them.</summary>
internal sealed class ComponentReader(InputLedger ledger, BillVersions versions, BillParties parties)
{
    /// <summary>
    /// Most references that are followed: in 2.0 an inventory may name a component by reference, and references in what
    /// is referred to multiply.
    /// </summary>
    private const int MostReferences = 100_000;

    private readonly HashSet<string> _above = new(StringComparer.Ordinal);
    private int _followed;

    /// <summary>Components that may be referred to, by bom-ref.</summary>
    public Dictionary<string, DocumentNode> Defined { get; } = new(StringComparer.Ordinal);

    /// <summary>All entries of a list, each followed by what is nested in it.</summary>
    public ReadParts ReadAll(DocumentNode? owner, string member, bool insideDevice, bool service)
    {
        if (owner is null) return new([], []);
        var list = owner.Entries(member);
        if (list.NotAList is { } other) return new([Unreadable(other, $"{KindOf(other)} in place of a list")], []);
        var records = ImmutableArray.CreateBuilder<ReadRecord>();
        var own = ImmutableArray.CreateBuilder<Subject>();
        foreach (var entry in list.Entries)
        {
            var one = One(entry, insideDevice, service);
            records.AddRange(one.Records);
            own.AddRange(one.Own);
        }
        return new(records.ToImmutable(), own.ToImmutable());
    }

    /// <summary>One entry and what is nested in it.</summary>
    public ReadParts One(DocumentNode entry, bool insideDevice, bool service)
    {
        if (!entry.IsObject) return Refused(entry, ProblemCatalog.ComponentUnreadable, entry.Describe());
        if (entry.Text("ref") is { } reference && entry.Text("name") is null) return Referred(entry, reference, insideDevice, service);
        string? own = entry.Text("bom-ref");
        if (own is { Length: > 0 } && !_above.Add(own))
            return Refused(entry, ProblemCatalog.CycloneDxCycle, $"bom-ref {Quote.Text(own)} inside itself");
        try
        {
            // A choice between components is no thing; what may be chosen is.
            return entry.Text("type") == "component-choice" ? ReadAll(entry, "components", insideDevice, service: false) : Read(entry, insideDevice, service || entry.Text("type") == "service");
        }
        finally
        {
            if (own is { Length: > 0 }) _above.Remove(own);
        }
    }

    /// <summary>The product that the bill describes: maker and supplier may stand beside it in the metadata (until 1.5, "manufacture").</summary>
    public ReadParts Product(DocumentNode product, DocumentNode? metadata, IEnumerable<Subject> parts)
    {
        var statements = new RecordStatements();
        versions.See(product);
        ComponentStatements.State(statements, product, insideDevice: false);
        Parties(statements, product);
        statements.Add(Field.Maker, ComponentStatements.Organization(metadata, "manufacture"), metadata is null ? null : metadata.Path + (metadata.Path[0] == '$' ? ".manufacture" : "/manufacture"));
        statements.Add(Field.Supplier, ComponentStatements.Organization(metadata, "supplier"), metadata is null ? null : metadata.Path + (metadata.Path[0] == '$' ? ".supplier" : "/supplier"));
        var nested = Nested(product, ComponentStatements.IsDevice(product), service: false);
        var record = statements.Close(SubjectKind.Component, Where(product), ProblemCatalog.ComponentUnreadable, product.Describe(), nested.Own.AddRange(parts));
        return new([record, .. nested.Records], record.Subject is { } subject ? [subject] : []);
    }

    private ReadParts Read(DocumentNode entry, bool insideDevice, bool service)
    {
        // Services have members of the same names that came at other times.
        if (!service) versions.See(entry);
        var nested = Nested(entry, insideDevice || ComponentStatements.IsDevice(entry), service);
        var statements = new RecordStatements();
        if (service) ComponentStatements.StateService(statements, entry);
        else ComponentStatements.State(statements, entry, insideDevice);
        Parties(statements, entry);
        bool named = entry.Text("name") is not null || entry.Text("purl") is not null || entry.Text("cpe") is not null;
        var record = named
            ? statements.Close(service ? SubjectKind.Service : SubjectKind.Component, Where(entry), ProblemCatalog.ComponentUnreadable, entry.Describe(), nested.Own)
            : Unreadable(entry, entry.Describe());
        return new([record, .. nested.Records], record.Subject is { } subject ? [subject] : []);
    }

    /// <summary>
    /// What is inside: nested components or services, and the ancestors that it was derived from, because a copy that was
    /// changed still holds what it was copied from. Descendants and variants are in other things.
    /// </summary>
    private ReadParts Nested(DocumentNode entry, bool insideDevice, bool service)
    {
        var parts = ReadAll(entry, "components", insideDevice, service: false);
        if (service) parts = parts.With(ReadAll(entry, "services", false, service: true));
        return entry.Child("pedigree") is { } pedigree ? parts.With(ReadAll(pedigree, "ancestors", insideDevice, service: false)) : parts;
    }

    private ReadParts Referred(DocumentNode entry, string reference, bool insideDevice, bool service)
    {
        if (!Defined.TryGetValue(reference, out var target))
            return Refused(entry, ProblemCatalog.CycloneDxDangling, $"a reference to {Quote.Text(reference)}");
        if (++_followed > MostReferences) return Refused(entry, ProblemCatalog.ComponentUnreadable, $"more than {MostReferences} references");
        return One(target, insideDevice, service);
    }

    private void Parties(RecordStatements statements, DocumentNode entry)
    {
        foreach (string reference in parties.State(statements, entry))
            ledger.Report(ProblemCatalog.CycloneDxDangling, $"a party {Quote.Text(reference)}", entry.Line, pointer: entry.Path);
    }

    private SourceLocation Where(DocumentNode node) => new(ledger.File, node.Line, 0, node.Path);

    private ReadRecord Unreadable(DocumentNode node, string found) => Unread(node, ProblemCatalog.ComponentUnreadable, found);

    private ReadParts Refused(DocumentNode node, ProblemKind kind, string found) => new([Unread(node, kind, found)], []);

    private ReadRecord Unread(DocumentNode node, ProblemKind kind, string found) =>
        new(new UnreadRecord(Where(node), [new(kind, Where(node), found)], found));

    private static string KindOf(DocumentNode node) => node.IsObject ? "Object" : node.Value is { } text ? $"the text {Quote.Text(text)}" : "a value";
}

/// <summary>Records of a list, nested ones among them, and the subjects of the list itself.</summary>
internal readonly record struct ReadParts(ImmutableArray<ReadRecord> Records, ImmutableArray<Subject> Own)
{
    /// <summary>These and others.</summary>
    public ReadParts With(ReadParts others) => new(Records.AddRange(others.Records), Own.AddRange(others.Own));
}
