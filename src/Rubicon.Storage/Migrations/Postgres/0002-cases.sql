-- Cases under review: who takes part on which side, what was done, what waits for a second person, files, and duties of mitigation agreements.
CREATE TABLE cases (
  id text PRIMARY KEY, organization text NOT NULL REFERENCES organizations(id), token text NOT NULL, created text NOT NULL, number text NOT NULL,
  procedure text NOT NULL, title text NOT NULL, UNIQUE (organization, number));
CREATE TABLE case_members (
  id text PRIMARY KEY, case_id text NOT NULL REFERENCES cases(id), organization text NOT NULL REFERENCES organizations(id), side text NOT NULL, created text NOT NULL);
CREATE INDEX case_members_of ON case_members (organization, case_id);
CREATE TABLE case_events (
  id text PRIMARY KEY, case_id text NOT NULL REFERENCES cases(id), organization text NOT NULL REFERENCES organizations(id), token text NOT NULL,
  created text NOT NULL, body bytea NOT NULL);
CREATE INDEX case_events_of ON case_events (case_id, id);
CREATE TABLE case_drafts (
  id text PRIMARY KEY, case_id text NOT NULL REFERENCES cases(id), organization text NOT NULL REFERENCES organizations(id), token text NOT NULL,
  created text NOT NULL, body bytea NOT NULL, state text NOT NULL, decided text, decided_by text);
CREATE INDEX case_drafts_of ON case_drafts (case_id, id);
CREATE TABLE case_files (
  id text PRIMARY KEY, case_id text NOT NULL REFERENCES cases(id), organization text NOT NULL REFERENCES organizations(id), token text NOT NULL,
  created text NOT NULL, number text NOT NULL, title text NOT NULL, restricted text NOT NULL, sha256 text NOT NULL, content bytea NOT NULL);
CREATE INDEX case_files_of ON case_files (case_id, number);
CREATE TABLE case_duties (
  id text PRIMARY KEY, case_id text NOT NULL REFERENCES cases(id), token text NOT NULL, created text NOT NULL, title text NOT NULL, first_due text NOT NULL,
  every_months text NOT NULL, until text);
CREATE INDEX case_duties_of ON case_duties (case_id, first_due, id);
CREATE TABLE duty_reports (
  id text PRIMARY KEY, duty text NOT NULL REFERENCES case_duties(id), token text NOT NULL, created text NOT NULL, due text NOT NULL, done text NOT NULL,
  evidence text NOT NULL);
CREATE INDEX duty_reports_of ON duty_reports (duty, due);
