using System.Collections.Immutable;
using Rubicon.Diagnostics;

namespace Rubicon.Reading.Ownership;

/// <summary>The account of one file of stakes: what it held = what was used + what was set aside + what was refused.</summary>
/// <param name="File">The file.</param>
/// <param name="Format">What it was read as: <c>stakes-csv</c>, <c>bods-0.4</c> …</param>
/// <param name="Read">Rows or statements with content.</param>
/// <param name="Refused">Those not used because they are not understood; each has its problem.</param>
/// <param name="SetAside">Those understood and not used, such as replaced statements: reason and number.</param>
/// <param name="Stakes">Stakes that came of it; a statement may give several or none.</param>
/// <param name="Problems">What was met; warnings take nothing away.</param>
public sealed record OwnershipReading(
    string File, string Format, long Read, long Refused, ImmutableSortedDictionary<string, long> SetAside, long Stakes, ImmutableArray<Problem> Problems)
{
    /// <summary>Rows or statements that are used.</summary>
    public long Used => Read - Refused - SetAside.Values.Sum();
}

/// <summary>The account while a file is read.</summary>
internal sealed class OwnershipAccount(string file)
{
    /// <summary>Problems kept of one file; of the rest the number is said.</summary>
    private const int MostProblems = 10_000;

    private readonly ImmutableArray<Problem>.Builder _problems = ImmutableArray.CreateBuilder<Problem>();
    private readonly SortedDictionary<string, long> _setAside = new(StringComparer.Ordinal);
    private long _more;

    public string File { get; } = file;

    public string Format { get; set; } = "";

    public long Read { get; set; }

    public long Refused { get; private set; }

    public long Stakes { get; set; }

    /// <summary>A problem that takes nothing away by itself.</summary>
    public void Report(ProblemKind kind, SourceLocation where, string found, string? expected = null)
    {
        if (_problems.Count < MostProblems) _problems.Add(new Problem(kind, where, found, expected));
        else _more++;
    }

    /// <summary>A row or statement that is not used.</summary>
    public void Refuse(ProblemKind kind, SourceLocation where, string found, string? expected = null)
    {
        Refused++;
        Report(kind, where, found, expected);
    }

    /// <summary>A row or statement that is understood and not used.</summary>
    public void Set(string reason, long count = 1) => _setAside[reason] = _setAside.GetValueOrDefault(reason) + count;

    public OwnershipReading Close()
    {
        if (_more > 0) _problems.Add(new Problem(ProblemCatalog.StakeRow, new SourceLocation(File), $"{_more} more problems"));
        return new OwnershipReading(File, Format, Read, Refused, _setAside.ToImmutableSortedDictionary(StringComparer.Ordinal), Stakes, _problems.ToImmutable());
    }
}
