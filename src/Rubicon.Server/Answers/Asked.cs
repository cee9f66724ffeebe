using System.Collections.Immutable;
using System.Globalization;
using Rubicon.Diagnostics;
using Rubicon.Reading.Requests;
using Rubicon.Screening;

namespace Rubicon.Server.Answers;

/// <summary>Days and actor as every reading request may state them: `as_of`, `known_at` (YYYY-MM-DD), `actor` (capacities with commas).</summary>
internal sealed record Asked(DateOnly? AsOf, DateOnly? KnownAt, ActorProfile? Actor)
{
    /// <summary>Reads the query; what is not understood is a problem, never a default.</summary>
    public static Asked Of(HttpRequest request, ICollection<Problem> problems)
    {
        ActorProfile? actor = null;
        if (request.Query["actor"].FirstOrDefault() is { Length: > 0 } named)
        {
            ImmutableArray<string> capacities = [.. named.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
            SettingsFile.CheckCapacities(capacities, new SourceLocation("actor"), problems);
            actor = new ActorProfile(null, capacities, null, []);
        }
        return new Asked(Day(request, "as_of", problems), Day(request, "known_at", problems), actor);
    }

    private static DateOnly? Day(HttpRequest request, string name, ICollection<Problem> problems)
    {
        if (request.Query[name].FirstOrDefault() is not { Length: > 0 } text) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        problems.Add(new Problem(ProblemCatalog.BadQuery, new SourceLocation(name), Quote.Text(text), "a day, YYYY-MM-DD"));
        return null;
    }
}
