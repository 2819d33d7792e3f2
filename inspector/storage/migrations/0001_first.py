"""The first shape of the database."""

STATEMENTS = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value BLOB NOT NULL);
CREATE TABLE chain (device TEXT, epoch INTEGER, seq INTEGER NOT NULL, head TEXT NOT NULL, clock INTEGER NOT NULL,
  operations INTEGER NOT NULL, frozen INTEGER NOT NULL, PRIMARY KEY (device, epoch)) WITHOUT ROWID;
CREATE TABLE tail (device TEXT, epoch INTEGER, seq INTEGER, before TEXT NOT NULL, roots TEXT NOT NULL, body BLOB NOT NULL,
  PRIMARY KEY (device, epoch, seq)) WITHOUT ROWID;
CREATE TABLE segment (id INTEGER PRIMARY KEY, device TEXT NOT NULL, epoch INTEGER NOT NULL, first INTEGER NOT NULL,
  last INTEGER NOT NULL, before TEXT NOT NULL, head TEXT NOT NULL, body BLOB NOT NULL,
  UNIQUE (device, epoch, last));
CREATE TABLE touch (root TEXT, segment INTEGER, PRIMARY KEY (root, segment)) WITHOUT ROWID;
CREATE INDEX touch_segment ON touch (segment);
CREATE TABLE signed_head (device TEXT, epoch INTEGER, seq INTEGER, head TEXT NOT NULL, signature TEXT NOT NULL,
  PRIMARY KEY (device, epoch, seq)) WITHOUT ROWID;
CREATE TABLE fork (device TEXT, epoch INTEGER, first INTEGER NOT NULL, last INTEGER NOT NULL, before TEXT NOT NULL,
  head TEXT, signature TEXT NOT NULL, roots TEXT NOT NULL, body BLOB NOT NULL, PRIMARY KEY (device, epoch, head))
  WITHOUT ROWID;
CREATE TABLE thing (root TEXT PRIMARY KEY, kind TEXT NOT NULL, state BLOB NOT NULL, digest TEXT NOT NULL,
  conflicts INTEGER NOT NULL, refused INTEGER NOT NULL, sealed INTEGER NOT NULL);
CREATE TABLE stale (root TEXT PRIMARY KEY, roster INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX thing_kind ON thing (kind);
CREATE INDEX thing_digest ON thing (root, digest);
CREATE INDEX thing_troubled ON thing (root) WHERE conflicts > 0 OR refused > 0;
CREATE INDEX thing_sealed ON thing (root) WHERE sealed;
CREATE TABLE visit (root TEXT PRIMARY KEY, "order" TEXT NOT NULL, stage TEXT NOT NULL, form TEXT NOT NULL,
  supplements TEXT NOT NULL, party TEXT NOT NULL, party_name TEXT NOT NULL, place TEXT NOT NULL, officers TEXT NOT NULL,
  started_at TEXT NOT NULL, suspicions INTEGER NOT NULL, photos INTEGER NOT NULL, answered INTEGER NOT NULL,
  checklist TEXT NOT NULL, record TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX visit_order ON visit ("order");
CREATE INDEX visit_stage ON visit (stage, "order");
CREATE INDEX visit_party ON visit (party);
CREATE TABLE party (root TEXT PRIMARY KEY, name TEXT NOT NULL, uscc TEXT NOT NULL, address TEXT NOT NULL,
  phone TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX party_name ON party (name);
CREATE INDEX party_uscc ON party (uscc);
CREATE TABLE stall (root TEXT PRIMARY KEY, market TEXT NOT NULL, number TEXT NOT NULL, name TEXT NOT NULL,
  party TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX stall_market ON stall (market, number);
CREATE INDEX stall_party ON stall (party);
CREATE TABLE photo (entity TEXT PRIMARY KEY, root TEXT NOT NULL, sha256 TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX photo_root ON photo (root);
CREATE INDEX photo_sha256 ON photo (sha256);
CREATE TABLE received (name TEXT PRIMARY KEY, receipt TEXT NOT NULL, at TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE tally (name TEXT PRIMARY KEY, count INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE found (id INTEGER PRIMARY KEY, root TEXT NOT NULL UNIQUE, kind TEXT NOT NULL);
CREATE VIRTUAL TABLE words USING fts5 (grams, content='', contentless_delete=1, tokenize='ascii');
CREATE TABLE draft (key TEXT PRIMARY KEY, text TEXT NOT NULL);
CREATE TABLE place (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE blob (sha256 TEXT PRIMARY KEY, cipher TEXT NOT NULL, size_bytes INTEGER NOT NULL, recipients TEXT NOT NULL,
  print_cipher TEXT NOT NULL, thumbnail BLOB, width INTEGER NOT NULL, height INTEGER NOT NULL, trouble TEXT NOT NULL,
  received INTEGER NOT NULL);
CREATE INDEX blob_cipher ON blob (cipher);
CREATE INDEX blob_waiting ON blob (sha256) WHERE received = 0;
CREATE TABLE delivery (name TEXT PRIMARY KEY, state TEXT NOT NULL, bundle TEXT NOT NULL, at TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE parked (bundle TEXT PRIMARY KEY, place TEXT NOT NULL, needs TEXT NOT NULL);
CREATE TABLE officer_key (officer TEXT PRIMARY KEY, public TEXT NOT NULL, wrapped BLOB NOT NULL);
"""


def up(migrator, db):  # noqa: ANN001, ANN201
    for statement in STATEMENTS.split(";\n"):
        if statement.strip():
            db.execute_sql(statement)
