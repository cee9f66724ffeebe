-- Cases under review: who takes part on which side, what was done, what waits for a second person, files, and duties of mitigation agreements.
CREATE TABLE cases (
  id TEXT PRIMARY KEY, organization TEXT NOT NULL REFERENCES organizations(id), token TEXT NOT NULL, created TEXT NOT NULL, number TEXT NOT NULL,
  procedure TEXT NOT NULL, title TEXT NOT NULL, UNIQUE (organization, number)) STRICT;
CREATE TABLE case_members (
  id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES cases(id), organization TEXT NOT NULL REFERENCES organizations(id), side TEXT NOT NULL, created TEXT NOT NULL) STRICT;
CREATE INDEX case_members_of ON case_members (organization, case_id);
CREATE TABLE case_events (
  id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES cases(id), organization TEXT NOT NULL REFERENCES organizations(id), token TEXT NOT NULL,
  created TEXT NOT NULL, body BLOB NOT NULL) STRICT;
CREATE INDEX case_events_of ON case_events (case_id, id);
CREATE TABLE case_drafts (
  id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES cases(id), organization TEXT NOT NULL REFERENCES organizations(id), token TEXT NOT NULL,
  created TEXT NOT NULL, body BLOB NOT NULL, state TEXT NOT NULL, decided TEXT, decided_by TEXT) STRICT;
CREATE INDEX case_drafts_of ON case_drafts (case_id, id);
CREATE TABLE case_files (
  id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES cases(id), organization TEXT NOT NULL REFERENCES organizations(id), token TEXT NOT NULL,
  created TEXT NOT NULL, number TEXT NOT NULL, title TEXT NOT NULL, restricted TEXT NOT NULL, sha256 TEXT NOT NULL, content BLOB NOT NULL) STRICT;
CREATE INDEX case_files_of ON case_files (case_id, number);
CREATE TABLE case_duties (
  id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES cases(id), token TEXT NOT NULL, created TEXT NOT NULL, title TEXT NOT NULL, first_due TEXT NOT NULL,
  every_months TEXT NOT NULL, until TEXT) STRICT;
CREATE INDEX case_duties_of ON case_duties (case_id, first_due, id);
CREATE TABLE duty_reports (
  id TEXT PRIMARY KEY, duty TEXT NOT NULL REFERENCES case_duties(id), token TEXT NOT NULL, created TEXT NOT NULL, due TEXT NOT NULL, done TEXT NOT NULL,
  evidence TEXT NOT NULL) STRICT;
CREATE INDEX duty_reports_of ON duty_reports (duty, due);
