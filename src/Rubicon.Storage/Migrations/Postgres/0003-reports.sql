-- Reports in pieces, so that one of any size can be kept and opened at one decision. The log covers reports and report_pieces; report_lines and report_groups only find
-- things in them and are made of them.
CREATE TABLE reports (
  id text PRIMARY KEY, head text NOT NULL, tail text NOT NULL, length text NOT NULL, lines text NOT NULL);
CREATE TABLE report_pieces (id text PRIMARY KEY, content bytea NOT NULL);
CREATE TABLE report_lines (
  report text NOT NULL, number bigint NOT NULL, start bigint NOT NULL, length bigint NOT NULL, rank bigint NOT NULL, outcome text NOT NULL, title text NOT NULL,
  place text NOT NULL, maker text NOT NULL, site text NOT NULL, rules text NOT NULL, subject text NOT NULL, decision text NOT NULL, PRIMARY KEY (report, number));
CREATE INDEX report_lines_by_rank ON report_lines (report, rank, number);
CREATE INDEX report_lines_by_maker ON report_lines (report, maker, rank, number);
CREATE INDEX report_lines_by_site ON report_lines (report, site, rank, number);
CREATE INDEX report_lines_by_rules ON report_lines (report, rules, rank, number);
CREATE INDEX report_lines_by_subject ON report_lines (report, subject);
CREATE INDEX report_lines_by_decision ON report_lines (report, decision);
CREATE TABLE report_groups (report text NOT NULL, kind text NOT NULL, name text NOT NULL, outcome text NOT NULL, rank bigint NOT NULL, lines bigint NOT NULL);
CREATE INDEX report_groups_of ON report_groups (report, kind, rank, lines);
ALTER TABLE report_pieces ALTER COLUMN content SET STORAGE EXTERNAL;
