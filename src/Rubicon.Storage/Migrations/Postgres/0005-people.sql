-- People with passwords (each acts by the token of the same id), answers kept for repeated requests, and webhooks with what waits to be sent. The outbox is not part of the
-- record: it is made of events and emptied by sending.
CREATE TABLE accounts (
  id text PRIMARY KEY REFERENCES tokens(id), organization text NOT NULL REFERENCES organizations(id), login text UNIQUE, password text, failed text NOT NULL, locked text,
  link bytea UNIQUE, link_ends text);
CREATE TABLE once_keys (
  id text PRIMARY KEY, organization text NOT NULL REFERENCES organizations(id), request bytea NOT NULL, created text NOT NULL, answer bytea);
CREATE TABLE webhooks (
  id text PRIMARY KEY, organization text NOT NULL REFERENCES organizations(id), token text NOT NULL, created text NOT NULL, url text NOT NULL, secret text NOT NULL,
  events text NOT NULL, ended text);
CREATE INDEX webhooks_of ON webhooks (organization, created, id);
CREATE TABLE outbox (
  id text PRIMARY KEY, webhook text NOT NULL, created text NOT NULL, body text NOT NULL, state text NOT NULL, tries bigint NOT NULL, due text NOT NULL, told text);
CREATE INDEX outbox_due ON outbox (state, due, id);
CREATE INDEX outbox_of ON outbox (webhook, created, id);
