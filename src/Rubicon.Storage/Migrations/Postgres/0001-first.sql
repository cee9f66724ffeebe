-- Everything the log covers (events name table, row and the digest of its content), and the log itself.
CREATE TABLE organizations (id text PRIMARY KEY, name text NOT NULL, created text NOT NULL);
CREATE TABLE tokens (
  id text PRIMARY KEY, organization text NOT NULL REFERENCES organizations(id), name text NOT NULL, role text NOT NULL,
  hash bytea NOT NULL UNIQUE, created text NOT NULL, expires text, revoked text);
CREATE TABLE decisions (
  id text PRIMARY KEY, organization text NOT NULL REFERENCES organizations(id), token text NOT NULL, created text NOT NULL, title text NOT NULL,
  outcome text NOT NULL, as_of text NOT NULL, known_at text NOT NULL, request bytea NOT NULL, report bytea NOT NULL);
CREATE INDEX decisions_of ON decisions (organization, created, id);
CREATE TABLE idempotency_keys (
  id text PRIMARY KEY, organization text NOT NULL REFERENCES organizations(id), request bytea NOT NULL, decision text NOT NULL, created text NOT NULL);
CREATE TABLE scans (
  id text PRIMARY KEY, organization text NOT NULL REFERENCES organizations(id), token text NOT NULL, created text NOT NULL, name text NOT NULL,
  as_of text NOT NULL, known_at text NOT NULL, state text NOT NULL, finished text, outcomes text, input bytea NOT NULL, report bytea, problem text);
CREATE INDEX scans_of ON scans (organization, created, id);
CREATE TABLE events (number bigint PRIMARY KEY, body bytea NOT NULL, leaf bytea NOT NULL);
CREATE TABLE checkpoints (size bigint PRIMARY KEY, note text NOT NULL);
