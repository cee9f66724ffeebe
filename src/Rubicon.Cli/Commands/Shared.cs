using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Rubicon.Cli.Scanning;
using Rubicon.Diagnostics;
using Rubicon.Screening;

namespace Rubicon.Cli.Commands;

/// <summary>Options that several commands share.</summary>
internal static class Shared
{
    public static readonly Option<string?> Packs = new("--packs") { Description = "Folder of packs to use instead of those beside the program." };

    public static readonly Option<string?> Actor = new("--actor") { Description = "Who acts: a YAML file, or capacities with commas (usf-recipient,broadband-provider). Without it outcomes are shown by capacity." };

    public static readonly Option<string?> In = new("--in")
    {
        Description = $"Also decide as an operator in these countries, side by side, with commas: {string.Join(", ", CountryCapacities.Countries)} (EU: its member states whose law is loaded).",
    };

    public static readonly Option<DateOnly?> AsOf = Day("--as-of", "The day asked about, YYYY-MM-DD (default: today, which is then printed).");

    public static readonly Option<DateOnly?> KnownAt = Day("--known-at", "Only what was known by this day counts, YYYY-MM-DD (default: the as-of day).");

    public static readonly Option<string?> Data = new("--data") { Description = "Data folder of imported lists (default: RUBICON_DATA, else rubicon in XDG_DATA_HOME or ~/.local/share)." };

    public static readonly Option<string[]> Output = new("-o", "--output")
    {
        Description = "FORMAT or FORMAT=FILE: table (default), json, jsonl, sarif, csv, html. May be given several times.",
        AllowMultipleArgumentsPerToken = false,
    };

    /// <summary>The outputs asked for; null, with a message, when one cannot be.</summary>
    public static ImmutableArray<OutputChoice>? Outputs(ParseResult parsed)
    {
        var texts = parsed.GetValue(Output) is { Length: > 0 } given ? given : ["table"];
        var choices = ImmutableArray.CreateBuilder<OutputChoice>();
        foreach (string text in texts)
        {
            int equals = text.IndexOf('=', StringComparison.Ordinal);
            string format = equals < 0 ? text : text[..equals];
            string? file = equals < 0 || text[(equals + 1)..] == "-" ? null : text[(equals + 1)..];
            if (!ReportOutputs.Formats.Contains(format, StringComparer.Ordinal))
            {
                Console.Error.WriteLine($"rubicon: unknown output format \"{format}\"; expected one of {string.Join(", ", ReportOutputs.Formats)}");
                return null;
            }
            choices.Add(new OutputChoice(format, file));
        }
        if (choices.Count(c => c.File is null) <= 1) return choices.ToImmutable();
        Console.Error.WriteLine("rubicon: two outputs for standard output; give all but one a file: -o json=report.json");
        return null;
    }

    /// <summary>Capacities of an operator in the countries asked for; a country without law is a problem (RUB6450).</summary>
    public static ImmutableArray<string> InCountries(string? countries, ICollection<Problem> problems)
    {
        var capacities = ImmutableArray.CreateBuilder<string>();
        foreach (string country in (countries ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            if (CountryCapacities.Of(country) is { } found) capacities.AddRange(found);
            else problems.Add(new Problem(ProblemCatalog.CountryWithoutLaw, new SourceLocation("--in"), Quote.Text(country), "one of " + string.Join(", ", CountryCapacities.Countries)));
        return [.. capacities.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Reports a value that is not one of some words.</summary>
    public static void OneOf(OptionResult result, params string[] words)
    {
        if (result.Tokens is [var token] && !words.Contains(token.Value, StringComparer.Ordinal))
            result.AddError($"{result.Option.Name}: found \"{token.Value}\"; expected one of {string.Join(", ", words)}");
    }

    public static T? Word<T>(string? text) where T : struct, Enum => text is not null && Enum.TryParse<T>(text, ignoreCase: true, out var word) ? word : null;

    public static Option<DateOnly?> Day(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = result =>
        {
            if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
            result.AddError($"{name}: found \"{result.Tokens[0].Value}\"; expected a day of the calendar as YYYY-MM-DD (RUB3005)");
            return null;
        },
    };
}
