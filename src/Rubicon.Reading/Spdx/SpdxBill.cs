using System.Collections.Immutable;
using Rubicon.Diagnostics;
using Rubicon.Subjects;

namespace Rubicon.Reading.Spdx;

/// <summary>
/// Collects the packages and relations of an SPDX document of any form, and yields them once all are known: what the
/// document describes first, holding every other package that is not a mere tool, because a rule may reach it through
/// one. A relation to something that the document does not have is named.
/// </summary>
internal sealed class SpdxBill(InputLedger ledger)
{
    /// <summary>Most packages of a document; also bounds relations and files.</summary>
    public const int MostElements = 2_000_000;

    private const int MostNamed = 20;

    private static readonly HashSet<string> ToolRelations = new(StringComparer.OrdinalIgnoreCase)
    {
        "BUILD_TOOL_OF", "DEV_TOOL_OF", "TEST_TOOL_OF", "BUILD_DEPENDENCY_OF", "DEV_DEPENDENCY_OF", "TEST_DEPENDENCY_OF", "TEST_OF", "TEST_CASE_OF",
        "DOCUMENTATION_OF", "EXAMPLE_OF", "METAFILE_OF", "usesTool", "hasTest", "hasTestCase", "hasDocumentation", "hasExample", "configures",
    };

    private readonly List<SpdxPackage> _packages = [];
    private readonly HashSet<string> _others = new(StringComparer.Ordinal);
    private readonly HashSet<string> _described = new(StringComparer.Ordinal);
    private readonly List<SpdxRelation> _relations = [];
    private bool _tooMany;

    public int Files { get; set; }

    public void Add(SpdxPackage package)
    {
        if (Room()) _packages.Add(package);
    }

    /// <summary>An element that is no package: a file, a snippet, an agent, the document itself.</summary>
    public void AddOther(string? id)
    {
        if (id is { Length: > 0 } && Room()) _others.Add(id);
    }

    /// <summary>The document describes this element.</summary>
    public void Describe(string? id, int line)
    {
        if (id is not { Length: > 0 } || !Room()) return;
        _described.Add(id);
        _relations.Add(new("", "describes", id, line));
    }

    public void Relate(SpdxRelation relation)
    {
        if (!Room()) return;
        if (relation.Type.Equals("DESCRIBES", StringComparison.OrdinalIgnoreCase)) _described.Add(relation.To);
        if (relation.Type.Equals("DESCRIBED_BY", StringComparison.OrdinalIgnoreCase)) _described.Add(relation.From);
        _relations.Add(relation);
    }

    /// <summary>All records.</summary>
    public IEnumerable<ReadRecord> Close()
    {
        var known = _packages.Select(p => p.Id).Concat(_others).ToHashSet(StringComparer.Ordinal);
        Dangling(known);
        if (_tooMany) ledger.Report(ProblemCatalog.FileTooLarge, $"more than {MostElements} elements");
        if (_packages.Count == 0)
        {
            if (!ledger.HasError) ledger.Report(ProblemCatalog.SpdxEmpty, Files > 0 ? $"{Files} files and no package" : "no package");
            return [];
        }
        if (Files > 0) ledger.Report(ProblemCatalog.SpdxFilesNotDecided, $"{Files} files");
        var tools = Tools();
        var records = new List<ReadRecord>(_packages.Count);
        var parts = ImmutableArray.CreateBuilder<Subject>();
        foreach (var package in _packages.Where(p => !_described.Contains(p.Id)))
        {
            var record = package.Close(ledger.File, []);
            records.Add(record);
            if (record.Subject is { } subject && !tools.Contains(package.Id)) parts.Add(subject);
        }
        var held = parts.ToImmutable();
        return _packages.Where(p => _described.Contains(p.Id)).Select(p => p.Close(ledger.File, held)).Concat(records);
    }

    /// <summary>Packages that are tools or tests of others and stand in no other relation to them.</summary>
    private HashSet<string> Tools()
    {
        var tools = new HashSet<string>(StringComparer.Ordinal);
        foreach (var relation in _relations.Where(r => ToolRelations.Contains(r.Type)))
            tools.Add(relation.Type[0] is >= 'a' and <= 'z' ? relation.To : relation.From);
        foreach (var relation in _relations.Where(r => !ToolRelations.Contains(r.Type)))
        {
            tools.Remove(relation.To);
            tools.Remove(relation.From);
        }
        return tools;
    }

    private void Dangling(HashSet<string> known)
    {
        int dangling = 0, outside = 0;
        foreach (var relation in _relations)
        {
            foreach (string end in new[] { relation.From, relation.To })
            {
                if (end is "" or "NONE" or "NOASSERTION" || end.EndsWith("/NoneElement", StringComparison.Ordinal) || end.EndsWith("/NoAssertionElement", StringComparison.Ordinal)) continue;
                if (known.Contains(end)) continue;
                if (end.StartsWith("DocumentRef-", StringComparison.Ordinal))
                {
                    if (outside++ < MostNamed) ledger.Report(ProblemCatalog.SpdxElsewhere, Quote.Text(end), relation.Line);
                }
                else if (dangling++ < MostNamed)
                {
                    ledger.Report(ProblemCatalog.SpdxDangling, $"{Quote.Text(end)} in a relation {Quote.Text(relation.Type)}", relation.Line);
                }
            }
        }
        if (dangling > MostNamed) ledger.Report(ProblemCatalog.SpdxDangling, $"{dangling - MostNamed} more");
        if (outside > MostNamed) ledger.Report(ProblemCatalog.SpdxElsewhere, $"{outside - MostNamed} more");
    }

    private bool Room()
    {
        bool room = _packages.Count + _relations.Count + _others.Count < MostElements;
        _tooMany |= !room;
        return room;
    }
}

/// <summary>A relation between two elements.</summary>
internal readonly record struct SpdxRelation(string From, string Type, string To, int Line);
