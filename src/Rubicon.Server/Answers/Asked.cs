using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Primitives;
using Rubicon.Diagnostics;
using Rubicon.Reading.Requests;
using Rubicon.Screening;

namespace Rubicon.Server.Answers;

/// <summary>Days and actor as every reading request may state them: `as_of`, `known_at` (YYYY-MM-DD), `actor` (capacities with commas).</summary>
internal sealed record Asked(DateOnly? AsOf, DateOnly? KnownAt, ActorProfile? Actor)
{
    /// <summary>Reads the query; what is not understood is a problem, never a default.</summary>
    public static Asked Of(HttpRequest request, ICollection<Problem> problems) => Of(n => request.Query[n], problems);

    /// <summary>Reads the fields of a form.</summary>
    public static Asked Of(IFormCollection form, ICollection<Problem> problems) => Of(n => form[n], problems);

    /// <summary>Reads the days alone.</summary>
    public static Asked Days(IQueryCollection query, ICollection<Problem> problems) => new(Day(n => query[n], "as_of", problems), Day(n => query[n], "known_at", problems), null);

    private static Asked Of(Func<string, StringValues> values, ICollection<Problem> problems)
    {
        ActorProfile? actor = null;
        if (string.Join(',', values("actor").ToArray()) is { Length: > 0 } named)
        {
            ImmutableArray<string> capacities = [.. named.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
            SettingsFile.CheckCapacities(capacities, new SourceLocation("actor"), problems);
            actor = new ActorProfile(null, capacities, null, []);
        }
        return new Asked(Day(values, "as_of", problems), Day(values, "known_at", problems), actor);
    }

    private static DateOnly? Day(Func<string, StringValues> values, string name, ICollection<Problem> problems)
    {
        if (values(name).FirstOrDefault() is not { Length: > 0 } text) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        problems.Add(new Problem(ProblemCatalog.BadQuery, new SourceLocation(name), Quote.Text(text), "a day, YYYY-MM-DD"));
        return null;
    }
}
