using System.Collections.Immutable;
using Rubicon.Screening;

namespace Rubicon.Cli.Owners;

/// <summary>What `rubicon owners` was asked to do.</summary>
internal sealed record OwnersOptions(string? Party, string[] Files, string[] Listed, string? Measure)
{
    public bool InConcert { get; init; }

    public string? Countries { get; init; }

    public string? Same { get; init; }

    public string? Add { get; init; }

    public string? End { get; init; }

    public DateOnly? Since { get; init; }

    public DateOnly? AsOf { get; init; }

    public required string Format { get; init; }

    public required DataFolders Folders { get; init; }

    /// <summary>The countries by code; null when one of them is none.</summary>
    public ImmutableArray<string>? CountryCodes
    {
        get
        {
            string?[] codes = [.. (Countries ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(CountryWords.Find)];
            return codes.Contains(null) ? null : ImmutableArray.CreateRange(codes.OfType<string>());
        }
    }

    /// <summary>True when a difference is asked for.</summary>
    public bool IsChange => Add is not null || End is not null || Since is not null;

    /// <summary>Why the options do not go together, or null.</summary>
    public string? WhyNot => !IsChange ? null
        : Listed.Length == 0 ? "--add, --end and --since need --listed"
        : Since is not null && (Add is not null || End is not null) ? "--since compares two days of the files: without --add and --end"
        : Measure is "integrated" or "affiliate" ? $"--measure {Measure} is not kept as stakes change: fifty-percent and control are"
        : Format.Split('=')[0] is not ("table" or "json") ? "a difference is written as table or json" : null;
}
