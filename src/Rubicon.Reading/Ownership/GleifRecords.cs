using System.Collections.Immutable;
using Rubicon.Dates;
using Rubicon.Diagnostics;
using Rubicon.Ownership;
using Rubicon.Screening;

namespace Rubicon.Reading.Ownership;

/// <summary>
/// Records of the Global LEI Foundation: level 1 (who is who), level 2 (who is consolidated by whom) and the exceptions of level 2. Consolidation in the accounts is a stated
/// means of control and says no percentage; the ultimate parent is a total over the chain. A branch is its head office.
/// </summary>
internal sealed class GleifRecords(OwnershipAccount account, PartyBook book)
{
    private static readonly string[] NobodyThere = ["NO_KNOWN_PERSON", "NON_CONSOLIDATING"];

    private static readonly string[] NotStanding = ["ANNULLED", "DUPLICATE", "CANCELLED", "ERRONEOUS"];

    /// <summary>Level 1: name and countries of an entity.</summary>
    public void Entity(string lei, string? name, string? jurisdiction, string? headquarters, string? registrationStatus, SourceLocation where)
    {
        account.Read++;
        if (Party(lei, where) is not { } party) return;
        if (registrationStatus is not null && NotStanding.Contains(registrationStatus, StringComparer.Ordinal))
        {
            account.Set("annulled or double");
            return;
        }
        var ties = ImmutableArray.CreateBuilder<CountryTie>();
        // A jurisdiction may name a part of a country: US-DE.
        if (Country(jurisdiction) is { } organized) ties.Add(new CountryTie(organized, TieToCountry.Incorporated));
        if (Country(headquarters) is { } head) ties.Add(new CountryTie(head, TieToCountry.Headquartered));
        book.Register.Describe(party, new PartyProfile(string.IsNullOrWhiteSpace(name) ? null : name.Trim(), OwnerKind.Entity, Countries: ties.ToImmutable()));
    }

    /// <summary>Level 2: a relationship of a child (start) to a parent (end).</summary>
    public void Relationship(string child, string parent, string type, string? status, string? registrationStatus, Period? days, bool dated, string? percent, SourceLocation where)
    {
        account.Read++;
        if (status is "INACTIVE" or "NULL" && dated && days?.To is null)
        {
            account.Set("inactive without an end");
            return;
        }
        if (registrationStatus is not null && NotStanding.Contains(registrationStatus, StringComparer.Ordinal))
        {
            account.Set("annulled or double");
            return;
        }
        StakeKind? kind = type switch
        {
            "IS_DIRECTLY_CONSOLIDATED_BY" or "IS_ULTIMATELY_CONSOLIDATED_BY" => StakeKind.Consolidated,
            "IS_INTERNATIONAL_BRANCH_OF" => StakeKind.Equity,
            "IS_FUND-MANAGED_BY" or "IS_SUBFUND_OF" => StakeKind.Influence,
            _ => null,
        };
        if (kind is not { } gives)
        {
            account.Set(type.Length is > 0 and < 40 ? $"of type {type}" : "of a type that is not known");
            return;
        }
        if (Party(child, where) is not { } owned || Party(parent, where) is not { } owner) return;
        if (owner == owned) account.Report(ProblemCatalog.StakeInItself, where, Quote.Text(child));
        var share = gives == StakeKind.Equity ? new ShareBounds(100, 100) : ShareWords.Read(percent ?? "") ?? ShareBounds.Unknown;
        if (!dated) (share, gives) = (share.AtMost(), Doubt.Of(gives));
        book.Register.Add(owner, owned, share, gives, type == "IS_ULTIMATELY_CONSOLIDATED_BY", false, days, where, null);
        account.Stakes++;
    }

    /// <summary>An exception: why no parent is named. Where one exists it is a holder whom nobody named.</summary>
    public void Exception(string lei, string category, string reason, SourceLocation where)
    {
        account.Read++;
        if (Party(lei, where) is not { } owned) return;
        if (NobodyThere.Contains(reason, StringComparer.Ordinal))
        {
            account.Set("without a parent");
            return;
        }
        bool ultimate = category.StartsWith("ULTIMATE", StringComparison.Ordinal);
        book.Register.Add(book.NobodyNamed(where), owned, ShareBounds.Unknown, StakeKind.Consolidated, ultimate, true, null, where, null);
        account.Stakes++;
    }

    private int? Party(string lei, SourceLocation where)
    {
        string id = lei.Trim().ToUpperInvariant();
        if (id.Length != 20 || !id.All(char.IsAsciiLetterOrDigit))
        {
            account.Refuse(ProblemCatalog.StatementRefused, where, Quote.Text(lei), "an LEI of twenty letters and digits");
            return null;
        }
        int party = book.Register.Parties.Add($"lei:{id}");
        if (book.Register.ProfileOf(party) is null)
        {
            book.Identify(party, "lei", id);
            book.Register.Describe(party, new PartyProfile(null));
        }
        return party;
    }

    private static string? Country(string? text) =>
        text is { Length: >= 2 } && char.IsAsciiLetterUpper(text[0]) && char.IsAsciiLetterUpper(text[1]) && (text.Length == 2 || text[2] == '-') ? text[..2] : text is null ? null : CountryWords.Find(text);
}

/// <summary>The periods of a relationship record, of which that of the relationship itself counts.</summary>
internal static class GleifPeriods
{
    /// <summary>The days of the relationship; false, with a problem, when they contradict themselves or cannot be read.</summary>
    public static bool Read(IEnumerable<(string Start, string End, string Type)> periods, OwnershipAccount account, SourceLocation where, out Period? days)
    {
        days = null;
        foreach (var (start, end, type) in periods)
        {
            if (type != "RELATIONSHIP_PERIOD") continue;
            if (!Day(start, out var from) || !Day(end, out var to) || to < from)
            {
                account.Report(ProblemCatalog.StakeDate, where, Quote.Text($"{start} to {end}"));
                return false;
            }
            days = from is null && to is null ? null : new Period(from ?? DateOnly.MinValue, to);
        }
        return true;
    }

    private static bool Day(string text, out DateOnly? day)
    {
        day = null;
        if (text.Length == 0) return true;
        if (DateWords.Read(text.Length > 10 && text[10] == 'T' ? text[..10] : text, out var read) != DateReading.Day) return false;
        day = read;
        return true;
    }
}
