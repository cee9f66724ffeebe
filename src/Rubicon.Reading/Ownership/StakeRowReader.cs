using System.Text;
using Rubicon.Dates;
using Rubicon.Diagnostics;
using Rubicon.Ownership;
using Rubicon.Reading.Tables;
using Rubicon.Screening;

namespace Rubicon.Reading.Ownership;

/// <summary>Makes stakes of the rows of a table.</summary>
internal sealed class StakeRowReader(ByteRows rows, StakeColumns columns, OwnershipAccount account, PartyBook book)
{
    private byte[] _lastKind = [];
    private StakeKind _kind = StakeKind.Equity;

    /// <summary>The row at hand: one stake, or the reason why not. Blank rows are no rows.</summary>
    public void Read()
    {
        if (rows.Count == 0 || (rows.Count == 1 && rows.Cell(0).IsEmpty)) return;
        account.Read++;
        if (rows.Fault != RowFault.None)
        {
            account.Refuse(ProblemCatalog.StakeRow, Where(), rows.Fault == RowFault.TooLong ? "a row of more than a megabyte" : "a quote that is not closed");
            return;
        }
        if (Tell() is not { } told) return;
        var (share, kind, holds) = told;
        bool nobody = Nobody.Is(rows.Cell(columns.Owner)) && Cell(columns.OwnerId).IsEmpty;
        int owner = nobody ? book.NobodyNamed(Where()) : Party(columns.Owner, columns.OwnerId, columns.OwnerCountry);
        int owned = Nobody.Is(rows.Cell(columns.Owned)) && Cell(columns.OwnedId).IsEmpty ? book.NobodyNamed(Where(), entity: true) : Party(columns.Owned, columns.OwnedId, columns.OwnedCountry);
        if (owner == owned) account.Report(ProblemCatalog.StakeInItself, Where(columns.Owner), Quote.Text(rows.Text(columns.Owner)));
        string? document = Cell(columns.Document).IsEmpty ? null : rows.Text(columns.Document);
        book.Register.Add(owner, owned, share, kind, IsIndirect(), nobody, holds, Where(), document);
        account.Stakes++;
    }

    private (ShareBounds Share, StakeKind Kind, Period? Holds)? Tell()
    {
        var owner = rows.Cell(columns.Owner);
        var owned = rows.Cell(columns.Owned);
        if (owned.IsEmpty && Cell(columns.OwnedId).IsEmpty)
        {
            account.Refuse(ProblemCatalog.StakeRow, Where(columns.Owned), "no entity that is owned");
            return null;
        }
        if (owner.Length > PartyTable.LongestKey || owned.Length > PartyTable.LongestKey)
        {
            account.Refuse(ProblemCatalog.StakeRow, Where(), "a name of more than 4000 bytes");
            return null;
        }
        var kind = Kind(Cell(columns.Kind));
        var share = Share(kind);
        bool dated = TryDay(columns.From, out var from) & TryDay(columns.To, out var to);
        if (dated && from > to)
        {
            account.Report(ProblemCatalog.StakeDate, Where(columns.To), $"an end ({rows.Text(columns.To)}) before the start ({rows.Text(columns.From)})");
            dated = false;
        }
        // Days that nobody can read say nothing about any day: the stake may be held, and is not surely held, on each.
        return dated ? (share, kind, from is null && to is null ? null : new Period(from ?? DateOnly.MinValue, to)) : (share.AtMost(), Doubt.Of(kind), null);
    }

    /// <summary>The share as stated. What is no share is a problem and counts as not known: a stake that is stated is never taken for none.</summary>
    private ShareBounds Share(StakeKind kind)
    {
        var stated = Cell(columns.Share);
        bool hasEnds = !Cell(columns.Least).IsEmpty || !Cell(columns.Most).IsEmpty;
        if (stated.IsEmpty && !hasEnds)
        {
            if (NeedsShare(kind)) account.Report(ProblemCatalog.StakeShareMissing, Where(columns.Share), "an empty cell");
            return ShareBounds.Unknown;
        }
        var share = stated.IsEmpty ? ShareBounds.Unknown : ShareWords.Read(stated);
        if (share is null) account.Report(ProblemCatalog.StakeShare, Where(columns.Share), Quote.Text(rows.Text(columns.Share)));
        if (!hasEnds) return share ?? ShareBounds.Unknown;
        var ends = ShareWords.Between(Text(columns.Least), Text(columns.Most));
        if (ends is null) account.Report(ProblemCatalog.StakeShare, Where(columns.Least < 0 ? columns.Most : columns.Least), Quote.Text($"{Text(columns.Least)} to {Text(columns.Most)}"));
        if (stated.IsEmpty || share is null) return ends ?? ShareBounds.Unknown;
        // An exact share beside its own ends: both are stated, so both are kept.
        return ends is { } between && share != ShareBounds.Unknown ? share.Value.IsExact && between.Minimum <= share.Value.Minimum && share.Value.Maximum <= between.Maximum ? share.Value : share.Value.Or(between) : ends ?? share.Value;
    }

    private string? Text(int column) => Cell(column).IsEmpty ? null : rows.Text(column);

    private static bool NeedsShare(StakeKind kind) => kind is StakeKind.Equity or StakeKind.Votes or StakeKind.Trust or StakeKind.Nominee or StakeKind.Other;

    private int Party(int name, int id, int country)
    {
        int party = Cell(id).IsEmpty ? book.Register.Parties.Add(rows.Cell(name))
            : book.Identified(rows.Text(id), rows.Cell(name).IsEmpty ? null : rows.Text(name));
        if (!Cell(country).IsEmpty && CountryWords.Find(rows.Text(country)) is { } code)
            book.Register.Describe(party, new PartyProfile(null, Countries: [new CountryTie(code, TieToCountry.Incorporated)]));
        return party;
    }

    private ReadOnlySpan<byte> Cell(int column) => column < 0 ? [] : rows.Cell(column);

    private SourceLocation Where(int column = -1) => new(account.File, rows.Line, column + 1);

    private bool IsIndirect() => Cell(columns.Indirect) is { IsEmpty: false } && rows.Text(columns.Indirect).ToLowerInvariant() is "indirect" or "yes" or "true" or "1" or "y";

    private StakeKind Kind(ReadOnlySpan<byte> text)
    {
        if (text.SequenceEqual(_lastKind)) return _kind;
        if (StakeKindWords.Read(Encoding.UTF8.GetString(text)) is { } kind)
        {
            _lastKind = text.ToArray();
            return _kind = kind;
        }
        account.Report(ProblemCatalog.StakeKindUnknown, Where(columns.Kind), Quote.Text(rows.Text(columns.Kind)));
        return StakeKind.Other;
    }

    private bool TryDay(int column, out DateOnly? day)
    {
        day = null;
        var text = Cell(column);
        if (text.IsEmpty) return true;
        if (DateWords.Read(Encoding.UTF8.GetString(text), out var read) != DateReading.Day)
        {
            account.Report(ProblemCatalog.StakeDate, Where(column), Quote.Text(rows.Text(column)));
            return false;
        }
        day = read;
        return true;
    }
}

/// <summary>Kinds of stakes as tables write them.</summary>
internal static class StakeKindWords
{
    public static StakeKind? Read(string text) => text.ToLowerInvariant().Replace('-', ' ').Replace('_', ' ') switch
    {
        "" or "equity" or "shareholding" or "shares" or "capital" or "share" or "ownership" or "economic" => StakeKind.Equity,
        "votes" or "voting" or "voting rights" or "votingrights" or "vote" or "voting power" => StakeKind.Votes,
        "board" or "appointment of board" or "appointmentofboard" or "board majority" or "board appointment" => StakeKind.Board,
        "contract" or "control by contract" or "vie" or "contractual" or "management contract" => StakeKind.Contract,
        "special share" or "golden share" or "specialshare" or "special" => StakeKind.SpecialShare,
        "trust" or "trustee" => StakeKind.Trust,
        "nominee" => StakeKind.Nominee,
        "dominant minority" => StakeKind.DominantMinority,
        "in concert" or "acting in concert" or "concert" => StakeKind.InConcert,
        "influence" or "significant influence" or "significant influence or control" => StakeKind.Influence,
        "office" or "director" or "board member" or "directorship" => StakeKind.Office,
        "subsidiary" or "consolidated" or "consolidation" => StakeKind.Consolidated,
        "other" or "unknown" => StakeKind.Other,
        _ => null,
    };
}

/// <summary>Words that registers write where a holder exists and is not named.</summary>
internal static class Nobody
{
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "", "unknown", "anonymous", "undisclosed", "unknown person", "unknown persons", "unknown owner", "unknown shareholder", "unknown holder", "unknown shareholders", "not stated", "not known",
        "anonymous person", "anonymous holder", "undisclosed shareholder", "undisclosed holder", "undisclosed owner", "undisclosed person", "n/a", "?", "-", "unnamed", "unidentified", "unknown beneficial owner", "bearer", "bearer shares",
    };

    private const int LongestWord = 40;

    public static bool Is(ReadOnlySpan<byte> name) => name.Length <= LongestWord && IsShort(name);

    // Most names are told from these words by their first letter.
    private static bool IsShort(ReadOnlySpan<byte> name) =>
        name.IsEmpty || ((name[0] | 0x20) is 'u' or 'a' or 'n' or 'b' or '?' or '-' && Words.Contains(Encoding.UTF8.GetString(name)));
}
