using System.Text;
using Rubicon.Diagnostics;
using Rubicon.Ownership;

namespace Rubicon.Reading.Ownership;

/// <summary>
/// Reads a table of stakes: columns <c>owner</c>, <c>owned</c> and <c>share</c> (per cent) at least, or <c>minimum</c> and <c>maximum</c>; <c>kind</c>, <c>from</c>, <c>to</c>, <c>indirect</c>,
/// <c>document</c>, identifiers and countries of both where they are known. The same text is the same party, but for a holder called unknown or anonymous: each of those
/// is a person of its own.
/// </summary>
public static class StakeFile
{
    /// <summary>Reads the table into a register. Nothing is thrown for its content; a header that lacks a column gives no stakes and RUB6301.</summary>
    /// <param name="file">What to call it in problems.</param>
    /// <param name="stream">UTF-8, or UTF-16 with a byte order mark; not closed.</param>
    /// <param name="register">Where the stakes go.</param>
    public static OwnershipReading Read(string file, Stream stream, StakeRegister register) => Read(new OwnershipAccount(file), stream, new PartyBook(register));

    internal static OwnershipReading Read(OwnershipAccount account, Stream stream, PartyBook book)
    {
        var rows = new ByteRows(stream);
        if (StakeColumns.Read(rows, account) is { } columns)
        {
            account.Format = "stakes-csv";
            for (var row = new StakeRowReader(rows, columns, account, book); rows.Next();) row.Read();
        }
        if (rows.Strays > 0) account.Report(ProblemCatalog.NotUtf8, new SourceLocation(account.File), $"{rows.Strays} rows that are not UTF-8");
        return account.Close();
    }
}

/// <summary>Where the columns of a table of stakes stand; -1 for one that it does not have.</summary>
internal sealed record StakeColumns(int Owner, int Owned, int Share, int Kind, int From, int To, int Indirect, int Document, int OwnerId, int OwnedId, int OwnerCountry, int OwnedCountry, int Least, int Most)
{
    private static readonly char[] Separators = [',', ';', '\t', '|'];

    private static readonly string[][] Heads =
    [
        ["owner", "holder", "shareholder", "parent", "owner name", "interested party", "investor", "controller", "from party", "parent name", "parent company", "shareholder name", "holder name", "owning entity", "owner entity", "stakeholder", "interested party name"],
        ["owned", "entity", "subsidiary", "company", "owned name", "subject", "child", "entity name", "company name", "held", "asset", "investee", "to party", "subsidiary name", "owned entity", "owned company", "owned party", "child name", "target", "issuer", "subject name"],
        ["share", "percent", "percentage", "share %", "stake", "ownership", "share percent", "pct", "ownership %", "ownership percent", "%", "shareholding", "per cent", "ownership percentage", "share pct", "stake %", "% owned", "owned %", "percent owned", "percentage owned", "% share", "% of shares", "share percentage", "share per cent",
            "stake percent", "stake pct", "stake percentage", "ownership pct", "shares %", "equity %", "equity percent", "interest %", "holding", "holding %", "exact share"],
        ["kind", "type", "interest", "interest type", "stake kind", "nature of control"],
        ["from", "start", "start date", "since", "valid from", "from date", "begin", "begun", "held from", "date from", "start of stake"],
        ["to", "end", "end date", "until", "valid to", "to date", "ended", "ceased", "held to", "held until", "date to", "valid until", "ceased on"],
        ["indirect", "directness", "direct or indirect", "directorindirect"],
        ["document", "source", "source document", "source url", "reference"],
        ["owner id", "owner lei", "holder id", "parent id", "parent lei", "owner identifier", "shareholder id"],
        ["owned id", "owned lei", "entity id", "subsidiary id", "lei", "company number", "owned identifier", "company id", "entity lei"],
        ["owner country", "holder country", "parent country", "owner jurisdiction"],
        ["owned country", "entity country", "subsidiary country", "country", "jurisdiction", "owned jurisdiction"],
        ["minimum", "min", "share minimum", "share min", "minimum share", "min share", "min percent", "minimum percent", "at least", "lower", "lower bound", "share from", "share lower"],
        ["maximum", "max", "share maximum", "share max", "maximum share", "max share", "max percent", "maximum percent", "at most", "upper", "upper bound", "share to", "share upper"],
    ];

    // "Share_(%)" and "share %" are one head.
    private static string Plain(string head) =>
        string.Join(' ', string.Concat(head.Select(c => c is '_' or '-' or '"' or '(' or ')' or '[' or ']' or '.' ? ' ' : char.ToLowerInvariant(c))).Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    /// <summary>Reads the header; null, with a problem, when a column lacks without which there are no stakes.</summary>
    public static StakeColumns? Read(ByteRows rows, OwnershipAccount account)
    {
        while (rows.NextRaw(out var raw))
        {
            if (raw.Trim(" \t\r"u8).IsEmpty) continue;
            string header = Encoding.UTF8.GetString(raw.Length > 10_000 ? raw[..10_000] : raw);
            char separator = Separators.MaxBy(c => header.AsSpan().Count(c));
            rows.Separator = (byte)separator;
            string[] cells = [.. header.Split(separator).Select(Plain)];
            int[] at = [.. Heads.Select(words => words.Select(w => Array.IndexOf(cells, w)).FirstOrDefault(i => i >= 0, -1))];
            if (at[0] >= 0 && at[1] >= 0 && (at[2] >= 0 || at[12] >= 0 || at[13] >= 0))
                return new StakeColumns(at[0], at[1], at[2], at[3], at[4], at[5], at[6], at[7], at[8], at[9], at[10], at[11], at[12], at[13]);
            account.Report(ProblemCatalog.StakeColumns, new SourceLocation(account.File, rows.Line), Quote.Text(header));
            return null;
        }
        account.Report(ProblemCatalog.StakeColumns, new SourceLocation(account.File), "an empty file");
        return null;
    }
}
