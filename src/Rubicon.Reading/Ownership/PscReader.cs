using System.Collections.Immutable;
using Rubicon.Dates;
using Rubicon.Diagnostics;
using Rubicon.Ownership;
using Rubicon.Screening;

namespace Rubicon.Reading.Ownership;

/// <summary>
/// The snapshot of the United Kingdom's register of persons with significant control: JSON Lines, a company number and what is stated. Bands are read as the Companies
/// Act 2006, schedule 1A has them: more than 25 to 50, more than 50 and less than 75, 75 or more per cent. Companies are joined on their number; persons are those of one
/// company's entry, since nothing in the file says that two are one.
/// </summary>
internal sealed class PscReader(OwnershipAccount account, PartyBook book) : IStatementReader
{
    private const string Register = "gb-coh";

    private static readonly string[] NobodyIdentified =
    [
        "psc-exists-but-not-identified", "psc-details-not-confirmed", "psc-contacted-but-no-response", "restrictions-notice-issued-to-psc", "psc-has-failed-to-confirm-changed-details",
        "steps-to-find-psc-not-yet-completed", "psc-exists-but-not-identified-partnership", "psc-details-not-confirmed-partnership", "psc-contacted-but-no-response-partnership",
        "restrictions-notice-issued-to-psc-partnership", "psc-has-failed-to-confirm-changed-details-partnership", "steps-to-find-psc-not-yet-completed-partnership",
    ];

    /// <summary>True when a JSON object has the form of an entry.</summary>
    public static bool Is(StatementNode node) => node.Find("data") is { IsObject: true } data && data.Find("kind") is not null;

    /// <inheritdoc/>
    public void Add(StatementNode entry)
    {
        account.Read++;
        account.Format = "uk-psc";
        if (entry.Object("data") is not { } data || data.Text("kind") is not { } kind)
        {
            account.Refuse(ProblemCatalog.StatementRefused, entry.Where, "an entry without kind");
            return;
        }
        if (kind.StartsWith("totals", StringComparison.Ordinal) || kind == "exemptions")
        {
            account.Set(kind == "exemptions" ? "exempt from naming its owners" : "totals");
            return;
        }
        if (entry.Text("company_number") is not { Length: > 0 } number)
        {
            account.Refuse(ProblemCatalog.StatementRefused, entry.Where, "an entry without company number");
            return;
        }
        var days = Days(data, out bool dated);
        int company = Company(number, null);
        switch (kind)
        {
            case "persons-with-significant-control-statement":
                if (NobodyIdentified.Contains(data.Text("statement"), StringComparer.Ordinal)) Stakes(data, book.NobodyNamed(entry.Where), company, nobody: true, days, dated, [(StakeKind.Other, ShareBounds.Unknown)]);
                else account.Set("without persons with significant control");
                break;
            case "super-secure-person-with-significant-control" or "super-secure-beneficial-owner":
                Stakes(data, book.NobodyNamed(entry.Where), company, nobody: true, days, dated, [(StakeKind.Other, ShareBounds.Unknown)]);
                break;
            default:
                bool unnamed = string.IsNullOrWhiteSpace(data.Text("name"));
                if (unnamed) account.Report(ProblemCatalog.StatementMember, entry.Where, "a person without a name", "a name; the person is used as one whom nobody named");
                int owner = unnamed ? book.NobodyNamed(entry.Where) : Person(entry, data, kind);
                Stakes(data, owner, company, nobody: unnamed, days, dated, Natures(data));
                break;
        }
    }

    /// <inheritdoc/>
    public void Finish()
    {
    }

    private void Stakes(StatementNode data, int owner, int company, bool nobody, Period? days, bool dated, IEnumerable<(StakeKind Kind, ShareBounds Share)> natures)
    {
        foreach (var (kind, share) in natures)
        {
            book.Register.Add(owner, company, dated ? share : share.AtMost(), dated ? kind : Doubt.Of(kind), false, nobody, days, data.Where, null);
            account.Stakes++;
        }
        if (owner == company) account.Report(ProblemCatalog.StakeInItself, data.Where, Quote.Text(book.Register.NameOf(owner)));
    }

    private int Company(string number, string? name)
    {
        string id = number.Trim().ToUpperInvariant();
        // Registers leave out leading zeros of numbers; they are eight characters.
        id = id.Length < 8 && id.All(char.IsAsciiDigit) ? id.PadLeft(8, '0') : id;
        int company = book.Register.Parties.Add(PartyBook.Bounded($"{Register}:{id}"));
        book.Identify(company, Register, id);
        book.Register.Describe(company, new PartyProfile(name, OwnerKind.Entity, Countries: [new CountryTie("GB", TieToCountry.Incorporated)]));
        return company;
    }

    private int Person(StatementNode entry, StatementNode data, string kind)
    {
        string name = data.Text("name")!;
        bool individual = kind.StartsWith("individual", StringComparison.Ordinal);
        var identification = data.Object("identification");
        if (!individual && identification?.Text("registration_number") is { Length: > 0 } number && IsBritish(identification.Value)) return Company(number, name);
        int person = book.OfFile(account.File, data.Object("links")?.Text("self") ?? $"{entry.Line}");
        var ties = ImmutableArray.CreateBuilder<CountryTie>();
        Tie(data.Text("nationality"), TieToCountry.Citizen);
        Tie(data.Text("country_of_residence"), TieToCountry.Resident);
        Tie(identification?.Text("country_registered"), TieToCountry.Incorporated);
        var owner = individual ? OwnerKind.Person : kind.StartsWith("legal-person", StringComparison.Ordinal) ? OwnerKind.State : OwnerKind.Entity;
        book.Register.Describe(person, new PartyProfile(name, owner, Countries: ties.ToImmutable()));
        return person;

        void Tie(string? country, TieToCountry tie)
        {
            if (country is { Length: > 0 } && CountryWords.Find(country) is { } code) ties.Add(new CountryTie(code, tie));
        }
    }

    private static bool IsBritish(StatementNode identification)
    {
        string place = $"{identification.Text("place_registered")} {identification.Text("country_registered")}".ToUpperInvariant();
        return place.Contains("COMPANIES HOUSE", StringComparison.Ordinal) || place.Contains("ENGLAND", StringComparison.Ordinal) || place.Contains("SCOTLAND", StringComparison.Ordinal)
            || place.Contains("WALES", StringComparison.Ordinal) || place.Contains("UNITED KINGDOM", StringComparison.Ordinal) || place.Contains("NORTHERN IRELAND", StringComparison.Ordinal);
    }

    private IEnumerable<(StakeKind, ShareBounds)> Natures(StatementNode data)
    {
        var natures = data.Texts("natures_of_control").ToList();
        if (natures.Count == 0) natures.Add("");
        foreach (string nature in natures)
        {
            var share = Band(nature);
            // What is held as trustee of a trust, or as a member of a firm, is another question than what is held by oneself.
            bool held = nature.Contains("-as-trust", StringComparison.Ordinal) || nature.Contains("-as-firm", StringComparison.Ordinal) || nature.Contains("-as-control-over", StringComparison.Ordinal);
            StakeKind? kind = nature switch
            {
                _ when nature.StartsWith("ownership-of-shares", StringComparison.Ordinal) => held ? StakeKind.Trust : StakeKind.Equity,
                _ when nature.StartsWith("voting-rights", StringComparison.Ordinal) => StakeKind.Votes,
                _ when nature.StartsWith("right-to-appoint-and-remove", StringComparison.Ordinal) || nature.StartsWith("right-to-appoint-and-remove-members", StringComparison.Ordinal) => StakeKind.Board,
                _ when nature.StartsWith("significant-influence-or-control", StringComparison.Ordinal) => StakeKind.Influence,
                _ when nature.StartsWith("right-to-share-surplus-assets", StringComparison.Ordinal) || nature.StartsWith("part-right-to-share-surplus-assets", StringComparison.Ordinal) => StakeKind.Other,
                "" => StakeKind.Other,
                _ => null,
            };
            if (kind is null) account.Report(ProblemCatalog.StakeKindUnknown, data.Where, Quote.Text(nature), "a nature of control as the register has them; it is used as another interest");
            yield return (kind ?? StakeKind.Other, share);
        }
    }

    private static ShareBounds Band(string nature) =>
        nature.Contains("25-to-50-percent", StringComparison.Ordinal) ? new ShareBounds(25, 50, minimumInside: false)
        : nature.Contains("50-to-75-percent", StringComparison.Ordinal) ? new ShareBounds(50, 75, minimumInside: false, maximumInside: false)
        : nature.Contains("75-to-100-percent", StringComparison.Ordinal) ? new ShareBounds(75, 100)
        : nature.Contains("more-than-25-percent", StringComparison.Ordinal) ? new ShareBounds(25, 100, minimumInside: false)
        : ShareBounds.Unknown;

    /// <summary>The days; not dated when they contradict themselves or cannot be read.</summary>
    private Period? Days(StatementNode data, out bool dated)
    {
        var (from, to) = (data.Day("notified_on"), data.Day("ceased_on"));
        dated = (from is not null || data.Text("notified_on") is not { Length: > 0 }) && (to is not null || data.Text("ceased_on") is not { Length: > 0 });
        if (to < from)
        {
            account.Report(ProblemCatalog.StakeDate, data.Where, $"an end ({to:yyyy-MM-dd}) before the start ({from:yyyy-MM-dd})");
            dated = false;
        }
        return !dated || (from is null && to is null) ? null : new Period(from ?? DateOnly.MinValue, to);
    }
}
