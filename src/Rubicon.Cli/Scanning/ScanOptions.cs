using System.Collections.Immutable;
using Rubicon.Reading;
using Rubicon.Rules.Evaluation;

namespace Rubicon.Cli.Scanning;

/// <summary>One output: a format and where it goes; null is standard output.</summary>
/// <param name="Format">table, json, jsonl, sarif, csv or html.</param>
/// <param name="File">File, or null for standard output.</param>
internal sealed record OutputChoice(string Format, string? File);

/// <summary>What `rubicon scan` was asked to do.</summary>
internal sealed record ScanOptions
{
    public required ImmutableArray<string> Paths { get; init; }

    public string? Actor { get; init; }

    public string? In { get; init; }

    public DateOnly? AsOf { get; init; }

    public DateOnly? KnownAt { get; init; }

    public TableKind? AsKind { get; init; }

    public ImmutableArray<string> Drafts { get; init; } = [];

    public ImmutableArray<string> Ownership { get; init; } = [];

    public string? Same { get; init; }

    public string? Answers { get; init; }

    public required ImmutableArray<OutputChoice> Outputs { get; init; }

    public Outcome? FailOn { get; init; }

    public int? MaxDataAgeDays { get; init; }

    public bool All { get; init; }

    public bool Quiet { get; init; }

    public required DataFolders Folders { get; init; }
}
