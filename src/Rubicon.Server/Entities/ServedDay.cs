using Rubicon.Diagnostics;
using Rubicon.Server.Answers;

namespace Rubicon.Server.Entities;

/// <summary>The day asked about; `as_of` and `known_at` are this server's own and may be left out.</summary>
/// <param name="AsOf">For which day.</param>
/// <param name="KnownAt">Only what was known by then counts.</param>
internal sealed record ServedDay(DateOnly AsOf, DateOnly KnownAt)
{
    /// <summary>Null when one is no day.</summary>
    public static ServedDay? Of(IQueryCollection query, ServedLaw law)
    {
        var problems = new List<Problem>();
        var asked = Asked.Days(query, problems);
        var asOf = asked.AsOf ?? law.Today;
        return problems.Count > 0 ? null : new ServedDay(asOf, asked.KnownAt ?? asOf);
    }
}
