using System.Globalization;
using Rubicon.Matching;
using Rubicon.Screening;

namespace Rubicon.Cli.Commands;

/// <summary>Thresholds as they are written on the command line: 0.84, LIST=0.9, CN=0.8.</summary>
internal static class ThresholdText
{
    /// <summary>The thresholds; null when a text is none. Of several for one list, country or all, the last stands.</summary>
    public static ScreeningThresholds? Read(IEnumerable<string> texts)
    {
        var read = new ScreeningThresholds(MatchThreshold.Strong);
        foreach (string text in texts)
        {
            int at = text.IndexOf('=', StringComparison.Ordinal);
            if (!double.TryParse(text[(at + 1)..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value) || value is < MatchThreshold.Lowest or > 1) return null;
            if (at < 0) read = read with { Default = value };
            else if (at == 0) return null;
            else if (at == 2 && char.IsAsciiLetterUpper(text[0]) && char.IsAsciiLetterUpper(text[1])) read = read with { ByCountry = read.ByCountry.SetItem(text[..at], value) };
            else read = read with { ByList = read.ByList.SetItem(text[..at], value) };
        }
        return read;
    }

    /// <summary>The same for a person: "0.84, CN 0.8".</summary>
    public static string Of(ScreeningThresholds thresholds) => string.Join(", ", thresholds.ByList.Concat(thresholds.ByCountry)
        .Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.Key} {t.Value}")).Prepend(thresholds.Default.ToString(CultureInfo.InvariantCulture)));
}
