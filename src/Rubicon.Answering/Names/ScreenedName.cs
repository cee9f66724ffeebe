using Rubicon.Diagnostics;
using Rubicon.Reading.Names;
using Rubicon.Screening;

namespace Rubicon.Answering.Names;

/// <summary>A name with its answer.</summary>
/// <param name="Name">The line.</param>
/// <param name="Answer">What was found; empty when the line was not understood.</param>
/// <param name="Problem">Why the answer is not a full one, or null.</param>
public sealed record ScreenedName(NameLine Name, NameAnswer Answer, Problem? Problem)
{
    private static readonly NameAnswer Nothing = new([], [], null, false, false);

    /// <summary>Screens one line. Safe for any thread.</summary>
    /// <param name="screener">The lists.</param>
    /// <param name="name">The line.</param>
    /// <param name="file">The file as problems name it.</param>
    /// <param name="thresholds">From which score on an entry is a match.</param>
    /// <param name="hole">Why a kept list is not among the lists, or null: then a name that matches nothing is not assessed.</param>
    public static ScreenedName Of(NameScreener screener, NameLine name, string file, ScreeningThresholds thresholds, Problem? hole = null)
    {
        if (name.Query is not { } query) return new ScreenedName(name, Nothing, name.Problem);
        var answer = screener.Screen(query, thresholds);
        var problem = !answer.HasText ? new Problem(ProblemCatalog.NameWithoutLetters, new SourceLocation(file, name.Line), Quote.Text(query.Text))
            : answer.IsCut ? new Problem(ProblemCatalog.NameCut, new SourceLocation(file, name.Line), $"{query.Text.Length:N0} characters")
            // Screened against fewer lists than the user keeps, a name without a match is not one on no list.
            : answer.Matches.IsEmpty ? hole : null;
        return new ScreenedName(name, answer, problem);
    }
}
