using System.Collections.Immutable;

namespace Rubicon.Reading.Lists.Snapshots;

/// <summary>
/// What is known of one state of a list that is kept: an immutable folder with its entries and the reasons of its refused rows. Rows = imported + refused, and imported =
/// entries + joined.
/// </summary>
/// <param name="Id">The day of its state, a hyphen, and the first digits of its digest.</param>
/// <param name="Publication">What it is a state of.</param>
/// <param name="Format">The format that was read.</param>
/// <param name="AsOf">The day of its state, or null when nothing states one.</param>
/// <param name="AsOfFrom">Where that day was found: given, content, name of the file, latest change in it; null without a day.</param>
/// <param name="Retrieved">The day on which the file was fetched.</param>
/// <param name="RetrievedFrom">given, or time of the file.</param>
/// <param name="Sources">The publisher's files.</param>
/// <param name="Rows">Rows, objects or elements met.</param>
/// <param name="Refused">Rows not used, each with its reason.</param>
/// <param name="Joined">Rows that became part of an entry that another row began.</param>
/// <param name="Entries">How many entries it holds.</param>
/// <param name="Names">How many names they have together.</param>
/// <param name="Lists">Entries by list, where it holds several.</param>
/// <param name="Digest">SHA-256 of its description, which holds the digests of entries and refusals: it stands for all of it.</param>
public sealed record ListSnapshot(
    string Id, ListPublication Publication, string Format, DateOnly? AsOf, string? AsOfFrom, DateOnly Retrieved, string RetrievedFrom, ImmutableArray<ListSource> Sources,
    int Rows, int Refused, int Joined, int Entries, int Names, ImmutableArray<(string List, int Entries)> Lists, string Digest)
{
    /// <summary>Rows used, as an entry or a part of one.</summary>
    public int Imported => Rows - Refused;

    /// <summary>Why it is kept and not used, or null.</summary>
    public string? HeldBack { get; init; }

    internal string EntriesDigest { get; init; } = "";

    internal string ProblemsDigest { get; init; } = "";
}

/// <summary>The kept states of one list, oldest first.</summary>
/// <param name="Publication">The list.</param>
/// <param name="Snapshots">Its states: by day of the state, where none is stated by the day on which it was fetched; equal days in the order of import.</param>
public sealed record KeptList(ListPublication Publication, ImmutableArray<ListSnapshot> Snapshots)
{
    /// <summary>The state in use: the latest that is not held back; null when all are.</summary>
    public ListSnapshot? Current => Snapshots.LastOrDefault(s => s.HeldBack is null);

    /// <summary>The state that was in use before the current one, or null.</summary>
    public ListSnapshot? Previous => Snapshots.LastOrDefault(s => s.HeldBack is null && s != Current);

    /// <summary>
    /// The state to use for what was known on a day: the latest of that day or before; else the first after it, for a later list is a better answer than none. Null when
    /// all are held back.
    /// </summary>
    public ListSnapshot? On(DateOnly knownAt) =>
        Snapshots.LastOrDefault(s => s.HeldBack is null && !(s.AsOf > knownAt)) ?? Snapshots.FirstOrDefault(s => s.HeldBack is null);
}

/// <summary>What is given at an import beside the files.</summary>
/// <param name="Retrieved">The day on which they were fetched.</param>
/// <param name="RetrievedFrom">given, or time of the file.</param>
public sealed record ImportTerms(DateOnly Retrieved, string RetrievedFrom)
{
    /// <summary>Id of the list, in place of the one that the content shows.</summary>
    public string? List { get; init; }

    /// <summary>Its publisher, in place of the one known.</summary>
    public string? Publisher { get; init; }

    /// <summary>Its license, in place of the one known.</summary>
    public string? License { get; init; }

    /// <summary>The day of its state, in place of the one that the content shows.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Uses the state even though it looks like a part of the list.</summary>
    public bool Accept { get; init; }
}
