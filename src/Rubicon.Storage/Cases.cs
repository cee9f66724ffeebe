using System.Data.Common;
using System.Globalization;
using Rubicon.Review;
using Rubicon.Storage.Databases;
using Rubicon.Storage.Log;

namespace Rubicon.Storage;

/// <summary>A case as one organization sees it.</summary>
/// <param name="Id">Id.</param>
/// <param name="Number">Its number, by which people call it: R-2026-0001.</param>
/// <param name="Organization">Id of the organization that runs it.</param>
/// <param name="Procedure">Id of the procedure.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Created">When it was opened.</param>
/// <param name="Side">The side on which the organization takes part.</param>
public sealed record CaseHead(string Id, string Number, string Organization, string Procedure, string Title, string Created, ReviewRole Side);

/// <summary>An organization that takes part.</summary>
/// <param name="Organization">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Side">Its side.</param>
public sealed record CaseMember(string Organization, string Name, ReviewRole Side);

/// <summary>A step that waits for a second person, or was decided.</summary>
/// <param name="Id">Id.</param>
/// <param name="Token">Who prepared it.</param>
/// <param name="Created">When.</param>
/// <param name="Event">What is to be done.</param>
/// <param name="State">waiting, approved or withdrawn.</param>
public sealed record CaseDraft(string Id, string Token, string Created, CaseEvent Event, string State);

/// <summary>How an event was taken in.</summary>
public enum Taken
{
    /// <summary>It is in the case.</summary>
    In,

    /// <summary>Somebody else was first: the case has other events than the writer saw.</summary>
    Stale,

    /// <summary>There is no such case or draft.</summary>
    Missing,
}

/// <summary>
/// Cases, with their events, drafts, files and duties. An event is taken in only when the case has as many events as the writer saw, so nobody acts on what is no
/// longer so. An organization sees the cases in which it takes part and no others.
/// </summary>
public sealed class Cases
{
    private const string Heads = "SELECT c.id, c.number, c.organization, c.procedure, c.title, c.created, m.side FROM cases c JOIN case_members m ON m.case_id = c.id WHERE m.organization = @organization";

    private readonly Store _store;

    internal Cases(Store store)
    {
        _store = store;
        Files = new CaseFiles(store);
        Duties = new CaseDuties(store);
    }

    /// <summary>Files of cases.</summary>
    public CaseFiles Files { get; }

    /// <summary>Duties of mitigation agreements.</summary>
    public CaseDuties Duties { get; }

    /// <summary>Opens a case with its first event; the author's organization takes part on the side of the agency. Numbers count up for each organization and year.</summary>
    public Task<CaseHead> Open(Author author, string procedure, string title, CaseEvent first) => _store.Write(t =>
    {
        string id = Ids.New('c'), now = LogEvent.Instant(t.Now), year = now[..4];
        string count = t.First("SELECT CAST(count(*) AS text) FROM cases WHERE organization = @organization AND number LIKE @year", r => r.GetString(0), ("organization", author.Organization), ("year", $"R-{year}-%"))!;
        string number = string.Create(CultureInfo.InvariantCulture, $"R-{year}-{int.Parse(count, CultureInfo.InvariantCulture) + 1:0000}");
        t.Insert(AuditedTable.Cases, author, "case opened", id, author.Organization, author.Token, now, number, procedure, title);
        Join(t, author, id, author.Organization, ReviewRole.Agency);
        Insert(t, author, id, 0, first);
        return new CaseHead(id, number, author.Organization, procedure, title, now, ReviewRole.Agency);
    });

    /// <summary>A case in which the organization takes part, or null: another's is not there.</summary>
    public CaseHead? Find(string organization, string id) => _store.Rows(Heads + " AND c.id = @id", Head, ("organization", organization), ("id", id)).FirstOrDefault();

    /// <summary>Cases in which the organization takes part, newest first.</summary>
    /// <param name="organization">Whose.</param>
    /// <param name="after">The last one of the page before, or null.</param>
    /// <param name="limit">Most cases.</param>
    public IReadOnlyList<CaseHead> Page(string organization, (string Created, string Id)? after, int limit) => after is { } last
        ? _store.Rows(Heads + " AND (c.created, c.id) < (@created, @id) ORDER BY c.created DESC, c.id DESC LIMIT @limit", Head, ("organization", organization), ("created", last.Created), ("id", last.Id), ("limit", limit))
        : _store.Rows(Heads + " ORDER BY c.created DESC, c.id DESC LIMIT @limit", Head, ("organization", organization), ("limit", limit));

    /// <summary>The events of a case, in order.</summary>
    public IReadOnlyList<CaseEvent> Events(string caseId) => _store.Rows("SELECT body FROM case_events WHERE case_id = @case ORDER BY id", r => CaseEventJson.Read(Sql.Bytes(r, 0)), ("case", caseId));

    /// <summary>Who takes part.</summary>
    public IReadOnlyList<CaseMember> Members(string caseId) =>
        _store.Rows("SELECT m.organization, o.name, m.side FROM case_members m JOIN organizations o ON o.id = m.organization WHERE m.case_id = @case ORDER BY m.created, m.id", r => new CaseMember(r.GetString(0), r.GetString(1), Side(r, 2)), ("case", caseId));

    /// <summary>Lets an organization take part. False when there is no such organization or it takes part already.</summary>
    public Task<bool> Invite(Author author, string caseId, string organization, ReviewRole side) => _store.Write(t =>
    {
        if (t.First("SELECT id FROM organizations WHERE id = @id", r => r.GetString(0), ("id", organization)) is null) return false;
        if (t.First("SELECT id FROM case_members WHERE id = @id", r => r.GetString(0), ("id", $"{caseId}/{organization}")) is not null) return false;
        Join(t, author, caseId, organization, side);
        return true;
    });

    /// <summary>Takes an event in.</summary>
    /// <param name="author">Who.</param>
    /// <param name="caseId">Where.</param>
    /// <param name="seen">How many events the writer saw.</param>
    /// <param name="next">The event, which was checked against those.</param>
    public Task<Taken> Take(Author author, string caseId, int seen, CaseEvent next) => _store.Write(t =>
    {
        if (Count(t, caseId) is var count && count != seen) return count == 0 ? Taken.Missing : Taken.Stale;
        Insert(t, author, caseId, seen, next);
        return Taken.In;
    });

    /// <summary>Keeps a step until a second person approves it; returns its id.</summary>
    public Task<string> Propose(Author author, string caseId, CaseEvent next) => _store.Write(t =>
    {
        string id = Ids.New('p');
        t.Insert(AuditedTable.CaseDrafts, author, "step prepared", id, caseId, author.Organization, author.Token, LogEvent.Instant(t.Now), CaseEventJson.Bytes(next), "waiting", null, null);
        return id;
    });

    /// <summary>Steps that wait for approval, in the order in which they were prepared. Only the side that prepared them sees them.</summary>
    public IReadOnlyList<CaseDraft> Waiting(string organization, string caseId) =>
        _store.Rows("SELECT id, token, created, body, state FROM case_drafts WHERE case_id = @case AND organization = @organization AND state = 'waiting' ORDER BY created, id", Draft, ("case", caseId), ("organization", organization));

    /// <summary>Approves a waiting step and takes it in, both or neither.</summary>
    public Task<Taken> Approve(Author author, string caseId, string draft, int seen, CaseEvent next) => _store.Write(t =>
    {
        if (Found(t, author, caseId, draft) is not { } values) return Taken.Missing;
        if (Count(t, caseId) != seen) return Taken.Stale;
        t.Update(AuditedTable.CaseDrafts, author, "step approved", [.. values, "approved", LogEvent.Instant(t.Now), author.Token]);
        Insert(t, author, caseId, seen, next);
        return Taken.In;
    });

    /// <summary>Takes a waiting step back; false when there is none.</summary>
    public Task<bool> Withdraw(Author author, string caseId, string draft) => _store.Write(t =>
    {
        if (Found(t, author, caseId, draft) is not { } values) return false;
        t.Update(AuditedTable.CaseDrafts, author, "step withdrawn", [.. values, "withdrawn", LogEvent.Instant(t.Now), author.Token]);
        return true;
    });

    private static object?[]? Found(StoreTransaction t, Author author, string caseId, string draft) =>
        t.First("SELECT id, case_id, organization, token, created, body FROM case_drafts WHERE id = @id AND case_id = @case AND organization = @organization AND state = 'waiting'",
            r => new object?[] { r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4), Sql.Bytes(r, 5) }, ("id", draft), ("case", caseId), ("organization", author.Organization));

    private static int Count(StoreTransaction t, string caseId) =>
        int.Parse(t.First("SELECT CAST(count(*) AS text) FROM case_events WHERE case_id = @case", r => r.GetString(0), ("case", caseId))!, CultureInfo.InvariantCulture);

    private static void Insert(StoreTransaction t, Author author, string caseId, int index, CaseEvent next) =>
        t.Insert(AuditedTable.CaseEvents, author, next.Step is { } step ? $"case step {step}" : "case clock extended", string.Create(CultureInfo.InvariantCulture, $"{caseId}/{index + 1:000000}"),
            caseId, author.Organization, author.Token, LogEvent.Instant(t.Now), CaseEventJson.Bytes(next));

    private static void Join(StoreTransaction t, Author author, string caseId, string organization, ReviewRole side) =>
        t.Insert(AuditedTable.CaseMembers, author, "case member added", $"{caseId}/{organization}", caseId, organization, ReviewWords.Word(side), LogEvent.Instant(t.Now));

    private static CaseHead Head(DbDataReader r) => new(r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4), r.GetString(5), Side(r, 6));

    private static CaseDraft Draft(DbDataReader r) => new(r.GetString(0), r.GetString(1), r.GetString(2), CaseEventJson.Read(Sql.Bytes(r, 3)), r.GetString(4));

    private static ReviewRole Side(DbDataReader r, int column) => ReviewWords.ParseRole(r.GetString(column)) ?? throw new FormatException($"a side {r.GetString(column)}");
}
