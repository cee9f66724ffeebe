-- People with passwords (each acts by the token of the same id), answers kept for repeated requests, and webhooks with what waits to be sent. The outbox is not part of the
-- record: it is made of events and emptied by sending.
CREATE TABLE accounts (
  id TEXT PRIMARY KEY REFERENCES tokens(id), organization TEXT NOT NULL REFERENCES organizations(id), login TEXT UNIQUE, password TEXT, failed TEXT NOT NULL, locked TEXT,
  link BLOB UNIQUE, link_ends TEXT) STRICT;
CREATE TABLE once_keys (
  id TEXT PRIMARY KEY, organization TEXT NOT NULL REFERENCES organizations(id), request BLOB NOT NULL, created TEXT NOT NULL, answer BLOB) STRICT;
CREATE TABLE webhooks (
  id TEXT PRIMARY KEY, organization TEXT NOT NULL REFERENCES organizations(id), token TEXT NOT NULL, created TEXT NOT NULL, url TEXT NOT NULL, secret TEXT NOT NULL,
  events TEXT NOT NULL, ended TEXT) STRICT;
CREATE INDEX webhooks_of ON webhooks (organization, created, id);
CREATE TABLE outbox (
  id TEXT PRIMARY KEY, webhook TEXT NOT NULL, created TEXT NOT NULL, body TEXT NOT NULL, state TEXT NOT NULL, tries INTEGER NOT NULL, due TEXT NOT NULL, told TEXT) STRICT;
CREATE INDEX outbox_due ON outbox (state, due, id);
CREATE INDEX outbox_of ON outbox (webhook, created, id);
