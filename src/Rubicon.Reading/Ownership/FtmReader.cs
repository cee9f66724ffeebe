using System.Collections.Immutable;
using System.Globalization;
using Rubicon.Dates;
using Rubicon.Diagnostics;
using Rubicon.Ownership;
using Rubicon.Screening;

namespace Rubicon.Reading.Ownership;

/// <summary>
/// FollowTheMoney: entities as JSON, one a line or in a list. Ownership gives stakes, Directorship and Membership offices, Representation nominees, a stated parent a stake without a share. Entities that are
/// parties are known by the file's id and joined on registered identifiers; others are set aside by their schema.
/// </summary>
internal sealed class FtmReader(OwnershipAccount account, PartyBook book) : IStatementReader
{
    /// <summary>How an edge of FollowTheMoney is read: the property of the holder, that of the entity, and what it gives.</summary>
    private static readonly Dictionary<string, (string Owner, string Owned, StakeKind Kind)> Edges = new(StringComparer.Ordinal)
    {
        ["Ownership"] = ("owner", "asset", StakeKind.Equity),
        ["Directorship"] = ("director", "organization", StakeKind.Office),
        ["Membership"] = ("member", "organization", StakeKind.Office),
        ["Representation"] = ("agent", "client", StakeKind.Office),
        ["UnknownLink"] = ("subject", "object", StakeKind.Other),
    };

    private static readonly Dictionary<string, OwnerKind> Parties = new(StringComparer.Ordinal)
    {
        ["Company"] = OwnerKind.Entity,
        ["Organization"] = OwnerKind.Entity,
        ["LegalEntity"] = OwnerKind.NotStated,
        ["Person"] = OwnerKind.Person,
        ["PublicBody"] = OwnerKind.State,
    };

    private static readonly (string Property, string Scheme)[] Identifiers =
    [
        ("leiCode", "lei"), ("uniqueEntityId", "uei"), ("cageCode", "cage"), ("uscCode", "uscc"), ("innCode", "inn"), ("ogrnCode", "ogrn"), ("dunsCode", "duns"), ("permId", "permid"), ("wikidataId", "wikidata"),
        ("opencorporatesUrl", "opencorporates"), ("bvdId", "bvd"), ("cikCode", "cik"), ("imoNumber", "imo"), ("okpoCode", "okpo"),
    ];

    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly List<(string Id, SourceLocation Where)> _named = [];

    /// <summary>True when a JSON object has the form of an entity.</summary>
    public static bool Is(StatementNode node) => node.Find("schema") is not null && node.Find("id") is not null && node.Find("properties") is { IsObject: true };

    /// <inheritdoc/>
    public void Add(StatementNode entity)
    {
        account.Read++;
        account.Format = "ftm";
        if (!entity.IsObject || entity.Text("id") is not { Length: > 0 } id || entity.Text("schema") is not { Length: > 0 } schema || entity.Object("properties") is not { } properties)
        {
            account.Refuse(ProblemCatalog.StatementRefused, entity.Where, "an entity without id, schema and properties");
            return;
        }
        if (Edges.TryGetValue(schema, out var edge)) Edge(entity, properties, edge);
        else if (Parties.TryGetValue(schema, out var kind)) Party(entity, id, properties, kind);
        else account.Set($"of schema {schema}");
    }

    /// <inheritdoc/>
    public void Finish()
    {
        foreach (var (id, where) in _named.Where(n => !_known.Contains(n.Id)).DistinctBy(n => n.Id))
        {
            account.Report(ProblemCatalog.PartyNotInFile, where, Quote.Text(id));
            book.Register.Describe(book.OfFile(account.File, id), new PartyProfile(id));
        }
    }

    private int Party(StatementNode entity, string id, StatementNode properties, OwnerKind kind)
    {
        int party = book.OfFile(account.File, id);
        _known.Add(id);
        string? name = Values(properties, "name").FirstOrDefault() ?? entity.Text("caption");
        var ties = ImmutableArray.CreateBuilder<CountryTie>();
        foreach (var (property, tie) in (ReadOnlySpan<(string, TieToCountry)>)[("jurisdiction", kind == OwnerKind.State ? TieToCountry.StateOf : TieToCountry.Incorporated),
            ("mainCountry", TieToCountry.Headquartered), ("nationality", TieToCountry.Citizen), ("citizenship", TieToCountry.Citizen)])
            foreach (string country in Values(properties, property).Select(c => CountryWords.Find(c)).OfType<string>()) ties.Add(new CountryTie(country, tie));
        book.Register.Describe(party, new PartyProfile(name, kind, Countries: ties.ToImmutable()));
        foreach (var (property, scheme) in Identifiers)
            foreach (string value in Values(properties, property)) book.Identify(party, scheme, value);
        // A number of a register says who it is only together with the register, of which the country is the nearest that is stated.
        if (Values(properties, "jurisdiction").FirstOrDefault() is { } register)
            foreach (string value in Values(properties, "registrationNumber")) book.Identify(party, $"registry-{register}", value);
        foreach (string parent in Values(properties, "parent", entity)) Stake(entity, parent, id, ShareBounds.Unknown, StakeKind.Consolidated, false, null, null);
        return party;
    }

    private void Edge(StatementNode entity, StatementNode properties, (string Owner, string Owned, StakeKind Kind) edge)
    {
        string[] owners = [.. Values(properties, edge.Owner, entity)], entities = [.. Values(properties, edge.Owned, entity)];
        if (owners.Length == 0 || entities.Length == 0)
        {
            account.Refuse(ProblemCatalog.StatementRefused, entity.Where, $"no {(owners.Length == 0 ? edge.Owner : edge.Owned)}");
            return;
        }
        var share = Share(entity, properties);
        var kind = edge.Kind;
        if (!Days(entity, properties, out var days)) (share, kind) = (share.AtMost(), Doubt.Of(kind));
        bool indirect = Values(properties, "ownershipType").Concat(Values(properties, "role")).Any(t => t.Contains("indirect", StringComparison.OrdinalIgnoreCase));
        string? document = Values(properties, "sourceUrl").FirstOrDefault();
        foreach (string owner in owners)
            foreach (string owned in entities) Stake(entity, owner, owned, owners.Length * entities.Length > 1 ? ShareBounds.Unknown : share, kind, indirect, days, document);
    }

    private void Stake(StatementNode entity, string owner, string owned, ShareBounds share, StakeKind kind, bool indirect, Period? days, string? document)
    {
        _named.Add((owner, entity.Where));
        _named.Add((owned, entity.Where));
        if (owner == owned) account.Report(ProblemCatalog.StakeInItself, entity.Where, Quote.Text(owner));
        book.Register.Add(book.OfFile(account.File, owner), book.OfFile(account.File, owned), share, kind, indirect, false, days, entity.Where, document);
        account.Stakes++;
    }

    private ShareBounds Share(StatementNode entity, StatementNode properties)
    {
        var shares = Values(properties, "percentage").Select(p => (Text: p, Share: ShareWords.Read(p))).ToList();
        if (shares.Find(s => s.Share is null).Text is { } bad)
        {
            account.Report(ProblemCatalog.StakeShare, entity.Where, Quote.Text(bad));
            return ShareBounds.Unknown;
        }
        return shares.Count == 0 ? ShareBounds.Unknown : shares.Select(s => s.Share!.Value).Aggregate((a, b) => a.Or(b));
    }

    private bool Days(StatementNode entity, StatementNode properties, out Period? days)
    {
        days = null;
        if (!Day(entity, properties, "startDate", first: true, out var from) || !Day(entity, properties, "endDate", first: false, out var to)) return false;
        if (to < from)
        {
            account.Report(ProblemCatalog.StakeDate, entity.Where, $"an end ({to:yyyy-MM-dd}) before the start ({from:yyyy-MM-dd})");
            return false;
        }
        days = from is null && to is null ? null : new Period(from ?? DateOnly.MinValue, to);
        return true;
    }

    // A year or month alone holds for all of it: the stake is taken to last as long as the words allow.
    private bool Day(StatementNode entity, StatementNode properties, string property, bool first, out DateOnly? day)
    {
        day = null;
        foreach (string text in Values(properties, property))
        {
            if (ReadDay(text, first) is not { } read)
            {
                account.Report(ProblemCatalog.StakeDate, entity.Where, Quote.Text(text));
                return false;
            }
            if (day is null || (first ? read < day : read > day)) day = read;
        }
        return true;
    }

    private static DateOnly? ReadDay(string text, bool first)
    {
        if (DateWords.Read(text.Length > 10 && text[10] == 'T' ? text[..10] : text, out var day) == DateReading.Day) return day;
        if (text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int year) && year is >= 1 and < 9999) return first ? new DateOnly(year, 1, 1) : new DateOnly(year, 12, 31);
        return text.Length == 7 && DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? first ? month : month.AddMonths(1).AddDays(-1) : null;
    }

    /// <summary>Values of a property; an entity nested in it is taken as a party of the file and stands for its id.</summary>
    private List<string> Values(StatementNode properties, string name, StatementNode? nestedIn = null)
    {
        if (properties.Find(name) is { Element.ValueKind: System.Text.Json.JsonValueKind.String }) return [properties.Text(name)!];
        var values = new List<string>();
        foreach (var item in properties.Items(name))
        {
            if (item.IsObject && nestedIn is not null && item.Text("id") is { Length: > 0 } id)
            {
                if (item.Object("properties") is { } own) Party(item, id, own, Parties.GetValueOrDefault(item.Text("schema") ?? "", OwnerKind.NotStated));
                values.Add(id);
            }
            else if (Json.OtherJson.Scalar(item.Element)?.Trim() is { Length: > 0 } value) values.Add(value);
        }
        return values;
    }
}
