-- Reports in pieces, so that one of any size can be kept and opened at one decision. The log covers reports and report_pieces; report_lines and report_groups only find
-- things in them and are made of them.
CREATE TABLE reports (
  id TEXT PRIMARY KEY, head TEXT NOT NULL, tail TEXT NOT NULL, length TEXT NOT NULL, lines TEXT NOT NULL) STRICT;
CREATE TABLE report_pieces (id TEXT PRIMARY KEY, content BLOB NOT NULL) STRICT;
CREATE TABLE report_lines (
  report TEXT NOT NULL, number INTEGER NOT NULL, start INTEGER NOT NULL, length INTEGER NOT NULL, rank INTEGER NOT NULL, outcome TEXT NOT NULL, title TEXT NOT NULL,
  place TEXT NOT NULL, maker TEXT NOT NULL, site TEXT NOT NULL, rules TEXT NOT NULL, subject TEXT NOT NULL, decision TEXT NOT NULL, PRIMARY KEY (report, number)) STRICT, WITHOUT ROWID;
CREATE INDEX report_lines_by_rank ON report_lines (report, rank, number);
CREATE INDEX report_lines_by_maker ON report_lines (report, maker, rank, number);
CREATE INDEX report_lines_by_site ON report_lines (report, site, rank, number);
CREATE INDEX report_lines_by_rules ON report_lines (report, rules, rank, number);
CREATE INDEX report_lines_by_subject ON report_lines (report, subject);
CREATE INDEX report_lines_by_decision ON report_lines (report, decision);
CREATE TABLE report_groups (report TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, outcome TEXT NOT NULL, rank INTEGER NOT NULL, lines INTEGER NOT NULL) STRICT;
CREATE INDEX report_groups_of ON report_groups (report, kind, rank, lines);
