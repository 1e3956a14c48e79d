"""The tables of the journal, one migration a version: `PRAGMA user_version` says how far a file has come."""

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        """CREATE TABLE persons (
             id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, detail TEXT, ours INTEGER NOT NULL)""",
        """CREATE TABLE presences (
             id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL REFERENCES persons ON DELETE CASCADE,
             cluster_id TEXT, organisation TEXT, function TEXT, since TEXT, until TEXT)""",
        "CREATE INDEX presences_of ON presences (person_id)",
        """CREATE TABLE contacts (
             id INTEGER PRIMARY KEY AUTOINCREMENT, day TEXT NOT NULL,
             by_id INTEGER REFERENCES persons ON DELETE SET NULL,
             person_id INTEGER REFERENCES persons ON DELETE SET NULL,
             introduced_by_id INTEGER REFERENCES persons ON DELETE SET NULL,
             cluster_id TEXT, organisation TEXT, way TEXT NOT NULL, about TEXT NOT NULL, stage TEXT NOT NULL,
             useful INTEGER, whom_else TEXT, next_step TEXT, next_on TEXT, done INTEGER NOT NULL, may_say INTEGER,
             confidence INTEGER)""",
        "CREATE INDEX contacts_by ON contacts (by_id)",
        "CREATE INDEX contacts_with ON contacts (person_id)",
        "CREATE INDEX contacts_thanks_to ON contacts (introduced_by_id)",
        """CREATE TABLE suggestions (
             id INTEGER PRIMARY KEY AUTOINCREMENT, cluster_id TEXT NOT NULL, role TEXT NOT NULL, need TEXT,
             kept_on TEXT NOT NULL)""",
    ),
)
"""Statements that bring a file from version n to n + 1. A published one never changes: a change is a new one."""
