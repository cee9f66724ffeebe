using System.Globalization;
using Rubicon.Diagnostics;

namespace Rubicon.Server.Answers;

/// <summary>Which page of a list is asked for.</summary>
/// <param name="After">The last line of the page before, or null.</param>
/// <param name="Limit">Most lines.</param>
internal sealed record Page((string Created, string Id)? After, int Limit)
{
    private const int Usual = 50;

    /// <summary>Reads `limit` and `after`; null, with a problem, when one is not understood.</summary>
    public static Page? Of(HttpRequest request, int most, ICollection<Problem> problems)
    {
        int limit = Usual;
        if (request.Query["limit"].FirstOrDefault() is { } stated && (!int.TryParse(stated, NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit < 1 || limit > most))
            return Bad(stated, string.Create(CultureInfo.InvariantCulture, $"a limit from 1 to {most}"), problems);
        if (request.Query["after"].FirstOrDefault() is not { Length: > 0 } cursor) return new Page(null, limit);
        return cursor.Split('~') is [{ Length: > 0 } created, { Length: > 0 } id] ? new Page((created, id), limit) : Bad(cursor, "the cursor that the page before gave", problems);
    }

    private static Page? Bad(string found, string expected, ICollection<Problem> problems)
    {
        problems.Add(new Problem(ProblemCatalog.BadQuery, new SourceLocation("query"), Quote.Text(found), expected));
        return null;
    }
}
