-- Records that stay and are decided again, and what people answered and cleared, each with what it rests on.
CREATE TABLE portfolios (
  id TEXT PRIMARY KEY, organization TEXT NOT NULL REFERENCES organizations(id), token TEXT NOT NULL, created TEXT NOT NULL, title TEXT NOT NULL, actor TEXT NOT NULL,
  as_of TEXT, version TEXT NOT NULL) STRICT;
CREATE INDEX portfolios_of ON portfolios (organization, created, id);
CREATE TABLE portfolio_files (
  id TEXT PRIMARY KEY, portfolio TEXT NOT NULL REFERENCES portfolios(id), token TEXT NOT NULL, changed TEXT NOT NULL, name TEXT NOT NULL, sha256 TEXT NOT NULL,
  content BLOB) STRICT;
CREATE INDEX portfolio_files_of ON portfolio_files (portfolio, name);
CREATE TABLE portfolio_runs (
  id TEXT PRIMARY KEY, portfolio TEXT NOT NULL REFERENCES portfolios(id), created TEXT NOT NULL, scan TEXT NOT NULL REFERENCES scans(id), as_of TEXT NOT NULL, reason TEXT NOT NULL,
  basis TEXT NOT NULL, print TEXT NOT NULL, changes BLOB NOT NULL) STRICT;
CREATE INDEX portfolio_runs_of ON portfolio_runs (portfolio, id);
CREATE TABLE answers (
  id TEXT PRIMARY KEY, organization TEXT NOT NULL REFERENCES organizations(id), token TEXT NOT NULL, who TEXT NOT NULL, created TEXT NOT NULL, kind TEXT NOT NULL, body TEXT NOT NULL,
  basis TEXT NOT NULL, until TEXT, state TEXT NOT NULL, decided TEXT, decided_by TEXT, approver TEXT) STRICT;
CREATE INDEX answers_of ON answers (organization, created, id);
