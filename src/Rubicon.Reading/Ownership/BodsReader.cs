using System.Collections.Immutable;
using Rubicon.Diagnostics;
using Rubicon.Ownership;
using Rubicon.Screening;

namespace Rubicon.Reading.Ownership;

/// <summary>
/// Beneficial Ownership Data Standard, 0.3 and 0.4: statements about entities, persons and the relationships between them. Statements that were replaced stand for
/// the days before their replacement. Persons and entities that are unknown or anonymous are persons of their own.
/// </summary>
internal sealed class BodsReader(OwnershipAccount account, PartyBook book) : IStatementReader
{
    private static readonly string[] NoHolder = ["noBeneficialOwners", "no-beneficial-owners", "subjectExemptFromDisclosure", "subject-exempt-from-disclosure"];

    private readonly Dictionary<string, int> _parties = new(StringComparer.Ordinal);
    private readonly HashSet<int> _nobodyNamed = [];
    private readonly List<BodsRelationship> _relationships = [];
    private readonly SortedSet<string> _versions = new(StringComparer.Ordinal);

    /// <summary>True when a JSON object has the form of a statement.</summary>
    public static bool Is(StatementNode node) =>
        node.Find("recordType") is not null || node.Find("statementType") is not null || node.Find("statementId", "statementID") is not null;

    /// <summary>Takes one statement.</summary>
    public void Add(StatementNode statement)
    {
        account.Read++;
        if (!statement.IsObject)
        {
            account.Refuse(ProblemCatalog.StatementRefused, statement.Where, Quote.Text(statement.Element.GetRawText()), "an object");
            return;
        }
        Version(statement);
        string? type = statement.Text("recordType") ?? statement.Text("statementType");
        switch (type)
        {
            case "entity" or "person":
                Party(statement, statement.Text("recordId"), statement.Object("recordDetails"), type == "person");
                break;
            case "entityStatement" or "personStatement":
                Party(statement, statement.Text("statementID") ?? statement.Text("statementId"), statement, type == "personStatement");
                break;
            case "relationship":
                Relationship(statement, statement.Text("recordId"), statement.Object("recordDetails"));
                break;
            case "ownershipOrControlStatement":
                Relationship(statement, statement.Text("statementID") ?? statement.Text("statementId"), statement);
                break;
            default:
                account.Refuse(ProblemCatalog.StatementRefused, statement.Where, type is null ? "a statement without recordType" : Quote.Text(type), "entity, person or relationship");
                break;
        }
    }

    /// <summary>Makes the stakes, once all statements are read.</summary>
    public void Finish()
    {
        account.Format = _versions.Count == 0 ? "bods" : $"bods-{string.Join("+", _versions)}";
        foreach (var stake in BodsHistory.Of(_relationships, account)) Add(stake);
    }

    private void Version(StatementNode statement)
    {
        string? version = statement.Object("publicationDetails")?.Text("bodsVersion");
        if (version is null || !_versions.Add(version) || version is "0.3" or "0.4") return;
        account.Report(ProblemCatalog.OwnershipVersion, statement.Where, Quote.Text(version));
    }

    private void Party(StatementNode statement, string? id, StatementNode? details, bool isPerson)
    {
        if (id is null or "" || details is not { } party)
        {
            account.Refuse(ProblemCatalog.StatementRefused, statement.Where, id is null or "" ? "a statement without an id of its party" : "a statement without details");
            return;
        }
        int number = NumberOf(id);
        _parties[id] = number;
        foreach (string replaced in statement.Texts("replacesStatements").Where(_ => statement.Find("recordId") is null))
            if (replaced != id) book.Register.Join(NumberOf(replaced), number);
        // 0.3 writes the type of an entity as text, 0.4 as an object.
        string? type = isPerson ? party.Text("personType") : party.Find("entityType") is { IsObject: true } entity ? entity.Text("type") : party.Text("entityType");
        bool nobody = type is "anonymousPerson" or "unknownPerson" or "anonymousEntity" or "unknownEntity";
        if (nobody) _nobodyNamed.Add(number);
        string? name = isPerson ? party.Objects("names").Select(n => n.Text("fullName")).FirstOrDefault(n => n is { Length: > 0 }) : party.Text("name");
        if (string.IsNullOrEmpty(name) && nobody) name = $"{(isPerson ? "unknown holder" : "unknown entity")} ({statement.Where})";
        var kind = nobody ? OwnerKind.Unknown : isPerson ? OwnerKind.Person : type is "state" or "stateBody" ? OwnerKind.State : OwnerKind.Entity;
        book.Register.Describe(number, new PartyProfile(string.IsNullOrEmpty(name) ? null : name, kind, Countries: Countries(party, isPerson, kind)));
        foreach (var identifier in party.Objects("identifiers"))
            if (identifier.Text("id") is { Length: > 0 } value && (identifier.Text("scheme") ?? identifier.Text("schemeName")) is { Length: > 0 } scheme)
                book.Identify(number, scheme.Equals("XI-LEI", StringComparison.OrdinalIgnoreCase) ? "lei" : scheme, value);
    }

    private static ImmutableArray<CountryTie> Countries(StatementNode party, bool isPerson, OwnerKind kind)
    {
        var ties = ImmutableArray.CreateBuilder<CountryTie>();
        void Tie(StatementNode? country, TieToCountry tie)
        {
            if (country is { } c && (c.Text("code") ?? CountryWords.Find(c.Text("name") ?? "")) is { Length: >= 2 } code) ties.Add(new CountryTie(code[..2].ToUpperInvariant(), tie));
        }
        if (isPerson)
        {
            foreach (var nationality in party.Objects("nationalities")) Tie(nationality, TieToCountry.Citizen);
            foreach (var residency in party.Objects("taxResidencies")) Tie(residency, TieToCountry.Resident);
            Tie(party.Object("placeOfResidence")?.Object("country"), TieToCountry.Resident);
        }
        else
        {
            Tie(party.Find("jurisdiction", "incorporatedInJurisdiction") is { IsObject: true } jurisdiction ? jurisdiction : null, kind == OwnerKind.State ? TieToCountry.StateOf : TieToCountry.Incorporated);
        }
        foreach (var address in party.Objects("addresses"))
        {
            var country = address.Find("country") is { IsObject: true } c ? c : (StatementNode?)null;
            if (isPerson && address.Text("type") is "residence") Tie(country, TieToCountry.Resident);
            else if (!isPerson && address.Text("type") is "business") Tie(country, TieToCountry.PrincipalPlace);
        }
        return ties.ToImmutable();
    }

    private void Relationship(StatementNode statement, string? id, StatementNode? details)
    {
        if (details is not { } relationship)
        {
            account.Refuse(ProblemCatalog.StatementRefused, statement.Where, "a statement without details");
            return;
        }
        var (subject, noSubject) = End(relationship, "subject");
        var (party, noParty) = End(relationship, "interestedParty");
        if ((subject is null && noSubject is null) || (party is null && noParty is null))
        {
            account.Refuse(ProblemCatalog.StatementRefused, statement.Where, subject is null && noSubject is null ? "a relationship without a subject" : "a relationship without an interested party");
            return;
        }
        var interests = ImmutableArray.CreateBuilder<BodsInterest>();
        foreach (var interest in relationship.Objects("interests")) interests.Add(BodsInterests.Read(interest));
        if (noParty is not null && NoHolder.Contains(noParty, StringComparer.Ordinal))
        {
            account.Set(noParty.StartsWith("subject", StringComparison.Ordinal) ? "exempt from naming its owners" : "without beneficial owners");
            return;
        }
        _relationships.Add(new BodsRelationship(id ?? $"{statement.Line}", statement.Text("statementId") ?? statement.Text("statementID") ?? id ?? "", statement.Day("statementDate"),
            statement.Text("recordStatus") ?? "new", subject, party, noParty, interests.ToImmutable(), [.. statement.Texts("replacesStatements")], statement.Line, Document(statement)));
    }

    private static string? Document(StatementNode statement) => statement.Object("source")?.Text("url") ?? statement.Object("source")?.Text("description");

    /// <summary>The id of one end of a relationship, or the reason why there is none.</summary>
    private static (string? Id, string? Unspecified) End(StatementNode relationship, string name)
    {
        if (relationship.Find(name) is not { } end) return (null, null);
        if (!end.IsObject) return (relationship.Text(name) is { Length: > 0 } id ? id : null, null);
        if ((end.Text("describedByEntityStatement") ?? end.Text("describedByPersonStatement")) is { Length: > 0 } described) return (described, null);
        var unspecified = end.Object("unspecified") ?? end;
        return (null, unspecified.Text("reason") ?? "unknown");
    }

    private void Add(BodsStake stake)
    {
        var (relationship, interest, days) = stake;
        var where = new SourceLocation(account.File, relationship.Line);
        int owned = relationship.Subject is { } subject ? Known(subject, where) : book.NobodyNamed(where, entity: true);
        bool nobody = relationship.Party is null;
        int owner = relationship.Party is { } party ? Known(party, where) : book.NobodyNamed(where);
        if (owner == owned) account.Report(ProblemCatalog.StakeInItself, where, Quote.Text(book.Register.NameOf(owner)));
        book.Register.Add(owner, owned, interest.Share, interest.Kind, interest.IsIndirect, nobody || _nobodyNamed.Contains(owner), days, where, relationship.Document);
        account.Stakes++;
    }

    private int Known(string id, SourceLocation where)
    {
        if (_parties.TryGetValue(id, out int number)) return number;
        account.Report(ProblemCatalog.PartyNotInFile, where, Quote.Text(id));
        number = _parties[id] = NumberOf(id);
        book.Register.Describe(number, new PartyProfile(id));
        return number;
    }

    private int NumberOf(string id) => book.OfFile(account.File, id);
}
