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
    public static ScreenedName Of(NameScreener screener, NameLine name, string file, double threshold)
    {
        if (name.Query is not { } query) return new ScreenedName(name, Nothing, name.Problem);
        var answer = screener.Screen(query, threshold);
        var problem = !answer.HasText ? new Problem(ProblemCatalog.NameWithoutLetters, new SourceLocation(file, name.Line), Quote.Text(query.Text))
            : answer.IsCut ? new Problem(ProblemCatalog.NameCut, new SourceLocation(file, name.Line), $"{query.Text.Length:N0} characters") : null;
        return new ScreenedName(name, answer, problem);
    }
}
