using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Rubicon.Storage.Log;

/// <summary>A table whose every row the log covers. The first column is the key.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Columns">All columns.</param>
internal sealed record AuditedTable(string Name, ImmutableArray<string> Columns)
{
    public static readonly AuditedTable Organizations = new("organizations", ["id", "name", "created"]);
    public static readonly AuditedTable Tokens = new("tokens", ["id", "organization", "name", "role", "hash", "created", "expires", "revoked"]);
    public static readonly AuditedTable Decisions = new("decisions", ["id", "organization", "token", "created", "title", "outcome", "as_of", "known_at", "request", "report"]);
    public static readonly AuditedTable IdempotencyKeys = new("idempotency_keys", ["id", "organization", "request", "decision", "created"]);
    public static readonly AuditedTable Scans = new("scans", ["id", "organization", "token", "created", "name", "as_of", "known_at", "state", "finished", "outcomes", "input", "report", "problem"]);
    public static readonly AuditedTable Cases = new("cases", ["id", "organization", "token", "created", "number", "procedure", "title"]);
    public static readonly AuditedTable CaseMembers = new("case_members", ["id", "case_id", "organization", "side", "created"]);
    public static readonly AuditedTable CaseEvents = new("case_events", ["id", "case_id", "organization", "token", "created", "body"]);
    public static readonly AuditedTable CaseDrafts = new("case_drafts", ["id", "case_id", "organization", "token", "created", "body", "state", "decided", "decided_by"]);
    public static readonly AuditedTable CaseFiles = new("case_files", ["id", "case_id", "organization", "token", "created", "number", "title", "restricted", "sha256", "content"]);
    public static readonly AuditedTable CaseDuties = new("case_duties", ["id", "case_id", "token", "created", "title", "first_due", "every_months", "until"]);
    public static readonly AuditedTable DutyReports = new("duty_reports", ["id", "duty", "token", "created", "due", "done", "evidence"]);

    public static readonly AuditedTable Reports = new("reports", ["id", "head", "tail", "length", "lines"]);
    public static readonly AuditedTable ReportPieces = new("report_pieces", ["id", "content"]);

    public static readonly AuditedTable Portfolios = new("portfolios", ["id", "organization", "token", "created", "title", "actor", "as_of", "version"]);
    public static readonly AuditedTable PortfolioFiles = new("portfolio_files", ["id", "portfolio", "token", "changed", "name", "sha256", "content"]);
    public static readonly AuditedTable PortfolioRuns = new("portfolio_runs", ["id", "portfolio", "created", "scan", "as_of", "reason", "basis", "print", "changes"]);
    public static readonly AuditedTable Answers = new("answers", ["id", "organization", "token", "who", "created", "kind", "body", "basis", "until", "state", "decided", "decided_by", "approver"]);

    public static readonly AuditedTable Accounts = new("accounts", ["id", "organization", "login", "password", "failed", "locked", "link", "link_ends"]);
    public static readonly AuditedTable OnceKeys = new("once_keys", ["id", "organization", "request", "created", "answer"]);
    public static readonly AuditedTable Webhooks = new("webhooks", ["id", "organization", "token", "created", "url", "secret", "events", "ended"]);

    public static readonly ImmutableArray<AuditedTable> All =
        [Organizations, Tokens, Decisions, IdempotencyKeys, Scans, Cases, CaseMembers, CaseEvents, CaseDrafts, CaseFiles, CaseDuties, DutyReports, Reports, ReportPieces,
            Portfolios, PortfolioFiles, PortfolioRuns, Answers, Accounts, OnceKeys, Webhooks];

    public string Insert => $"INSERT INTO {Name} ({string.Join(", ", Columns)}) VALUES ({string.Join(", ", Columns.Select(c => "@" + c))})";

    public string Update => $"UPDATE {Name} SET {string.Join(", ", Columns.Skip(1).Select(c => $"{c} = @{c}"))} WHERE {Columns[0]} = @{Columns[0]}";

    public string SelectAll => $"SELECT {string.Join(", ", Columns)} FROM {Name}";

    /// <summary>SHA-256 over the columns in order, each with its kind and length, so that no two contents give the same bytes.</summary>
    public string Digest(IReadOnlyList<object?> values)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(Name));
        Span<byte> head = stackalloc byte[9];
        foreach (object? value in values)
        {
            var (kind, bytes) = value switch
            {
                null or DBNull => ((byte)0, Array.Empty<byte>()),
                string text => ((byte)1, Encoding.UTF8.GetBytes(text)),
                byte[] content => ((byte)2, content),
                _ => throw new InvalidOperationException($"a column of {Name} holds {value.GetType().Name}"),
            };
            head[0] = kind;
            BinaryPrimitives.WriteInt64BigEndian(head[1..], bytes.Length);
            hash.AppendData(head);
            hash.AppendData(bytes);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
