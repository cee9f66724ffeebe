using System.Collections.Immutable;
using Rubicon.Screening;

namespace Rubicon.Reports.Summaries;

/// <summary>Merges the duties of all decisions, those of findings among them. Bounded by <see cref="Most"/>. Not thread-safe.</summary>
public sealed class Duties
{
    /// <summary>At most this many different duties are kept; later ones are counted.</summary>
    public const int Most = 500;

    private readonly Dictionary<Obligation, long> _duties = [];
    private readonly SharedCounts<Obligation> _shared;
    private long _leftOut;

    /// <summary>Starts with none.</summary>
    public Duties() => _shared = new(Fold);

    /// <summary>How many duties beyond <see cref="Most"/> were met.</summary>
    public long LeftOut
    {
        get
        {
            _shared.Flush();
            return _leftOut;
        }
    }

    /// <summary>The duties with the number of records they come from: by due day, those without one last.</summary>
    public IEnumerable<(Obligation Duty, long Records)> InOrder
    {
        get
        {
            _shared.Flush();
            return _duties
                .OrderBy(d => d.Key.Due ?? DateOnly.MaxValue).ThenBy(d => d.Key.Due is null)
                .ThenBy(d => d.Key.Provision, StringComparer.Ordinal).ThenBy(d => d.Key.Arithmetic, StringComparer.Ordinal)
                .ThenByDescending(d => d.Key.Certain).ThenBy(d => d.Key.Do, StringComparer.Ordinal)
                .Select(d => (d.Key, d.Value));
        }
    }

    /// <summary>Each duty of a decision once, those of its findings first.</summary>
    public static IEnumerable<Obligation> Of(Decision decision) => decision.Duties;

    /// <summary>Adds the duties of one decision.</summary>
    public void Add(Decision decision) => _shared.Add(decision.Duties);

    private void Fold(ImmutableArray<Obligation> duties, long records)
    {
        foreach (var duty in duties)
        {
            if (_duties.TryGetValue(duty, out long before)) _duties[duty] = before + records;
            else if (_duties.Count < Most) _duties.Add(duty, records);
            else _leftOut += records;
        }
    }
}
