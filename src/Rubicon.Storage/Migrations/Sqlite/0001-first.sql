-- Everything the log covers (events name table, row and the digest of its content), and the log itself.
CREATE TABLE organizations (id TEXT PRIMARY KEY, name TEXT NOT NULL, created TEXT NOT NULL) STRICT;
CREATE TABLE tokens (
  id TEXT PRIMARY KEY, organization TEXT NOT NULL REFERENCES organizations(id), name TEXT NOT NULL, role TEXT NOT NULL,
  hash BLOB NOT NULL UNIQUE, created TEXT NOT NULL, expires TEXT, revoked TEXT) STRICT;
CREATE TABLE decisions (
  id TEXT PRIMARY KEY, organization TEXT NOT NULL REFERENCES organizations(id), token TEXT NOT NULL, created TEXT NOT NULL, title TEXT NOT NULL,
  outcome TEXT NOT NULL, as_of TEXT NOT NULL, known_at TEXT NOT NULL, request BLOB NOT NULL, report BLOB NOT NULL) STRICT;
CREATE INDEX decisions_of ON decisions (organization, created, id);
CREATE TABLE idempotency_keys (
  id TEXT PRIMARY KEY, organization TEXT NOT NULL REFERENCES organizations(id), request BLOB NOT NULL, decision TEXT NOT NULL, created TEXT NOT NULL) STRICT;
CREATE TABLE scans (
  id TEXT PRIMARY KEY, organization TEXT NOT NULL REFERENCES organizations(id), token TEXT NOT NULL, created TEXT NOT NULL, name TEXT NOT NULL,
  as_of TEXT NOT NULL, known_at TEXT NOT NULL, state TEXT NOT NULL, finished TEXT, outcomes TEXT, input BLOB NOT NULL, report BLOB, problem TEXT) STRICT;
CREATE INDEX scans_of ON scans (organization, created, id);
CREATE TABLE events (number INTEGER PRIMARY KEY, body BLOB NOT NULL, leaf BLOB NOT NULL) STRICT;
CREATE TABLE checkpoints (size INTEGER PRIMARY KEY, note TEXT NOT NULL) STRICT;
