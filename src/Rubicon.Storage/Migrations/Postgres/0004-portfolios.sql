-- Records that stay and are decided again, and what people answered and cleared, each with what it rests on.
CREATE TABLE portfolios (
  id text PRIMARY KEY, organization text NOT NULL REFERENCES organizations(id), token text NOT NULL, created text NOT NULL, title text NOT NULL, actor text NOT NULL,
  as_of text, version text NOT NULL);
CREATE INDEX portfolios_of ON portfolios (organization, created, id);
CREATE TABLE portfolio_files (
  id text PRIMARY KEY, portfolio text NOT NULL REFERENCES portfolios(id), token text NOT NULL, changed text NOT NULL, name text NOT NULL, sha256 text NOT NULL,
  content bytea);
CREATE INDEX portfolio_files_of ON portfolio_files (portfolio, name);
CREATE TABLE portfolio_runs (
  id text PRIMARY KEY, portfolio text NOT NULL REFERENCES portfolios(id), created text NOT NULL, scan text NOT NULL REFERENCES scans(id), as_of text NOT NULL, reason text NOT NULL,
  basis text NOT NULL, print text NOT NULL, changes bytea NOT NULL);
CREATE INDEX portfolio_runs_of ON portfolio_runs (portfolio, id);
CREATE TABLE answers (
  id text PRIMARY KEY, organization text NOT NULL REFERENCES organizations(id), token text NOT NULL, who text NOT NULL, created text NOT NULL, kind text NOT NULL, body text NOT NULL,
  basis text NOT NULL, until text, state text NOT NULL, decided text, decided_by text, approver text);
CREATE INDEX answers_of ON answers (organization, created, id);
