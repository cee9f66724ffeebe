using System.Collections.Immutable;
using Rubicon.Diagnostics;

namespace Rubicon.Reading.Lists;

/// <summary>A file that a list was read from.</summary>
/// <param name="Name">Its name without folders.</param>
/// <param name="Sha256">Digest of its bytes as they lay on disk, lower-case hex.</param>
/// <param name="Bytes">How many they were.</param>
public sealed record ListSource(string Name, string Sha256, long Bytes);

/// <summary>A list as read from its files, with the account of its rows: rows = entries + joined + refused.</summary>
/// <param name="Entries">What is used.</param>
/// <param name="Rows">Rows, objects or elements met.</param>
/// <param name="Refused">Rows not used; each has its problem.</param>
/// <param name="Sha256">Digest of the first file as it lay on disk, lower-case hex.</param>
/// <param name="Problems">What was met. An error without a row means that the file was not read whole.</param>
public sealed record ListReading(ImmutableArray<ListEntry> Entries, int Rows, int Refused, string Sha256, ImmutableArray<Problem> Problems)
{
    /// <summary>True when every row was met: a file cut off in the middle is never used in part.</summary>
    public bool IsWhole { get; init; } = true;

    /// <summary>Rows that became part of an entry that another row began: an alias or address in a row of its own.</summary>
    public int Joined { get; init; }

    /// <summary>Rows used, as an entry or a part of one.</summary>
    public int Imported => Rows - Refused;

    /// <summary>What was published: several lists may come in one publication.</summary>
    public ListPublication Publication { get; init; } = ListPublication.Own("list");

    /// <summary>The format that the content showed.</summary>
    public string Format { get; init; } = "not recognized";

    /// <summary>The day of the state of the list, as the content says; null when it says none.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Where the day was found: "content" or "name of the file".</summary>
    public string? AsOfFrom { get; init; }

    /// <summary>Days on which rows say that they were changed, in order; the state of the list is not older, unless a day is mistyped.</summary>
    public ImmutableArray<DateOnly> Changes { get; init; } = [];

    /// <summary>The files.</summary>
    public ImmutableArray<ListSource> Sources { get; init; } = [];
}
