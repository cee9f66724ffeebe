using Rubicon.Rules.Evaluation;
using Spectre.Console;

namespace Rubicon.Cli.Tables;

/// <summary>Colors of outcomes; the word always stands beside the color.</summary>
public static class OutcomeStyle
{
    public static Style Of(Outcome outcome) => outcome switch
    {
        Outcome.Prohibited => new Style(Color.Red, decoration: Decoration.Bold),
        Outcome.LicenseRequired => new Style(Color.Fuchsia, decoration: Decoration.Bold),
        Outcome.Review => new Style(Color.Yellow),
        Outcome.NotAssessed => new Style(Color.Aqua),
        _ => new Style(Color.Green),
    };
}
