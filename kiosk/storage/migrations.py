"""The steps that make the tables, oldest first. Only ever add to the end.

A step uses no code of the kiosk beside it, so that it does for ever what it did on its first
day. All that are due run in one transaction: a database is migrated whole or not at all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from sqlite_utils import Database, Migrations

Steps = Mapping[str, Callable[[Database], None]]
"""Name -> what it does, oldest first."""


def _visits(db: Database) -> None:
    """Visits, each with the facts that made it.

    `board_group` is 0 with an open alert, 1 to do, 2 reviewed. Within a group `board_order`
    rises: microseconds since 1970 in UTC, negative where the newest comes first. Texts of
    time carry different zones and would not sort.
    """
    db.execute(
        """
        CREATE TABLE visits (
            id TEXT PRIMARY KEY NOT NULL,
            colour TEXT NOT NULL,
            number INTEGER NOT NULL,
            state TEXT NOT NULL,
            language TEXT NOT NULL,
            mode TEXT NOT NULL,
            started_at TEXT NOT NULL,
            updated_at TEXT NOT NULL,
            open_alerts INTEGER NOT NULL,
            alert_since TEXT,
            help_wanted INTEGER NOT NULL,
            printed INTEGER NOT NULL DEFAULT 0,
            reviewed INTEGER NOT NULL,
            started_order INTEGER NOT NULL,
            board_group INTEGER NOT NULL,
            board_order INTEGER NOT NULL
        ) STRICT
        """
    )
    db.execute("CREATE INDEX visits_board ON visits (board_group, board_order)")
    db.execute("CREATE INDEX visits_code ON visits (colour, number, board_group, board_order)")
    db.execute("CREATE INDEX visits_newest ON visits (colour, number, started_order DESC)")
    db.execute("CREATE INDEX visits_state ON visits (state, started_order)")
    db.execute("CREATE INDEX visits_reviewed ON visits (reviewed, colour, number)")
    db.execute(
        """
        CREATE TABLE facts (
            id INTEGER PRIMARY KEY,
            visit_id TEXT NOT NULL REFERENCES visits (id) ON DELETE CASCADE,
            at TEXT NOT NULL,
            kind TEXT NOT NULL,
            body TEXT NOT NULL
        ) STRICT
        """
    )
    db.execute("CREATE INDEX facts_visit ON facts (visit_id)")


def _texts(db: Database) -> None:
    """Licensed wordings; `body` holds the wording and its permission."""
    db.execute(
        """
        CREATE TABLE texts (
            instrument TEXT NOT NULL,
            language TEXT NOT NULL,
            version TEXT NOT NULL,
            verified INTEGER NOT NULL,
            installed_at TEXT NOT NULL,
            body TEXT NOT NULL,
            PRIMARY KEY (instrument, language)
        ) STRICT
        """
    )


def _staff(db: Database) -> None:
    """People with PINs; the one row of the lock-out."""
    db.execute(
        """
        CREATE TABLE staff (
            name TEXT PRIMARY KEY NOT NULL,
            role TEXT NOT NULL,
            pin_hash TEXT NOT NULL
        ) STRICT
        """
    )
    db.execute(
        """
        CREATE TABLE staff_attempts (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            failures INTEGER NOT NULL,
            locked_until TEXT
        ) STRICT
        """
    )


def _print_jobs(db: Database) -> None:
    """Pages that somebody asked for."""
    db.execute(
        """
        CREATE TABLE print_jobs (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            visit_id TEXT NOT NULL REFERENCES visits (id) ON DELETE CASCADE,
            kind TEXT NOT NULL,
            state TEXT NOT NULL,
            asked_at TEXT NOT NULL,
            asked_by TEXT NOT NULL,
            printer TEXT,
            printer_job INTEGER
        ) STRICT
        """
    )
    db.execute("CREATE INDEX print_jobs_visit ON print_jobs (visit_id)")


def _audit_log(db: Database) -> None:
    """Who did what; each line carries the hash of the line before it."""
    db.execute(
        """
        CREATE TABLE audit_log (
            seq INTEGER PRIMARY KEY,
            at TEXT NOT NULL,
            by TEXT NOT NULL,
            "action" TEXT NOT NULL,
            subject TEXT NOT NULL,
            previous TEXT NOT NULL,
            hash TEXT NOT NULL
        ) STRICT
        """
    )


def _alert_deliveries(db: Database) -> None:
    """Calls to staff: which alert of which visit, by which channel; and tests of the channels.

    `target` is a hash of where a channel leads: a test counts for that place alone.
    """
    db.execute(
        """
        CREATE TABLE alert_deliveries (
            id INTEGER PRIMARY KEY,
            visit_id TEXT NOT NULL REFERENCES visits (id) ON DELETE CASCADE,
            alert INTEGER NOT NULL,
            channel TEXT NOT NULL,
            at TEXT NOT NULL,
            ok INTEGER NOT NULL,
            error TEXT NOT NULL
        ) STRICT
        """
    )
    db.execute("CREATE INDEX alert_deliveries_visit ON alert_deliveries (visit_id)")
    db.execute("CREATE INDEX alert_deliveries_channel ON alert_deliveries (channel)")
    db.execute(
        """
        CREATE TABLE alert_tests (
            channel TEXT NOT NULL,
            target TEXT NOT NULL,
            at TEXT NOT NULL,
            PRIMARY KEY (channel, target)
        ) STRICT
        """
    )


def _pin_changed(db: Database) -> None:
    """Whether somebody has changed the PIN they were added with; of earlier ones nobody knows."""
    db.execute("ALTER TABLE staff ADD COLUMN pin_changed INTEGER NOT NULL DEFAULT 0")


def _chart(db: Database) -> None:
    """The chart that staff tied a visit to, and when its questionnaire was completed.

    `form_order` is microseconds since 1970 in UTC, as in `board_order`.
    """
    db.execute("ALTER TABLE visits ADD COLUMN chart TEXT NOT NULL DEFAULT ''")
    db.execute("ALTER TABLE visits ADD COLUMN form_order INTEGER")
    db.execute("CREATE INDEX visits_chart ON visits (chart, form_order) WHERE chart <> ''")


def _audit_head(db: Database) -> None:
    """How far the audit log has come, and that lines are only ever added to it.

    The chain of the lines that are there already goes on: what was changed in them before
    still shows, as no hash is worked out anew.
    """
    db.execute(
        """
        CREATE TABLE audit_head (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            seq INTEGER NOT NULL,
            hash TEXT NOT NULL
        ) STRICT
        """
    )
    db.execute("INSERT INTO audit_head VALUES (1, 0, ?)", ["0" * 64])
    db.execute(
        """
        UPDATE audit_head SET (seq, hash) = (last.seq, last.hash)
        FROM (SELECT seq, hash FROM audit_log ORDER BY seq DESC LIMIT 1) AS last
        """
    )
    # Also against INSERT OR REPLACE, which deletes without telling any trigger.
    db.execute(
        """
        CREATE TRIGGER audit_log_follows BEFORE INSERT ON audit_log
        WHEN NOT EXISTS (
            SELECT 1 FROM audit_head WHERE seq = NEW.seq - 1 AND hash = NEW.previous
        )
        BEGIN SELECT RAISE(ABORT, 'a line must follow the last one'); END
        """
    )
    db.execute(
        """
        CREATE TRIGGER audit_log_moves_head AFTER INSERT ON audit_log
        BEGIN UPDATE audit_head SET seq = NEW.seq, hash = NEW.hash; END
        """
    )
    db.execute(
        """
        CREATE TRIGGER audit_head_moves_on BEFORE UPDATE ON audit_head
        WHEN NEW.id <> OLD.id OR NEW.seq <> OLD.seq + 1 OR NOT EXISTS (
            SELECT 1 FROM audit_log WHERE seq = NEW.seq AND hash = NEW.hash
        )
        BEGIN SELECT RAISE(ABORT, 'the head only follows the log'); END
        """
    )
    for table, kind in (
        *(("audit_log", "UPDATE"), ("audit_log", "DELETE")),
        *(("audit_head", "INSERT"), ("audit_head", "DELETE")),
    ):
        db.execute(
            f"CREATE TRIGGER {table}_no_{kind.lower()} BEFORE {kind} ON {table}"
            " BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END"
        )


def _staff_desk(db: Database) -> None:
    """The board in the order of what there is to do; people who left; slips; pages begun.

    `board_rank` follows from what else a visit's row says, so it can never disagree with it:
    0 open alerts, 1 help wanted, 2 finished, 3 unfinished, 4 at the kiosk or called away,
    5 printed, 6 reviewed. A page of the board is one walk along one index, from the place
    where the page before it ended, with and without a filter.
    """
    for index in ("visits_board", "visits_code"):
        db.execute(f"DROP INDEX {index}")
    db.execute("ALTER TABLE visits DROP COLUMN board_group")
    db.execute("ALTER TABLE visits ADD COLUMN slip TEXT NOT NULL DEFAULT ''")
    db.execute(
        """
        ALTER TABLE visits ADD COLUMN board_rank INTEGER GENERATED ALWAYS AS (
            CASE
                WHEN open_alerts > 0 THEN 0
                WHEN reviewed THEN 6
                WHEN help_wanted THEN 1
                WHEN printed THEN 5
                WHEN state = 'finished' THEN 2
                WHEN state = 'unfinished' THEN 3
                ELSE 4
            END
        ) VIRTUAL
        """
    )
    db.execute("CREATE INDEX visits_rank ON visits (board_rank, board_order)")
    db.execute("CREATE INDEX visits_rank_colour ON visits (colour, board_rank, board_order)")
    db.execute("CREATE INDEX visits_rank_code ON visits (colour, number, board_rank, board_order)")
    db.execute("ALTER TABLE staff ADD COLUMN active INTEGER NOT NULL DEFAULT 1")
    db.execute("ALTER TABLE print_jobs ADD COLUMN begun INTEGER NOT NULL DEFAULT 0")
    db.execute("ALTER TABLE print_jobs ADD COLUMN copies INTEGER NOT NULL DEFAULT 1")
    db.execute("CREATE INDEX print_jobs_state ON print_jobs (state)")
    db.execute(
        """
        CREATE TABLE slips (
            code TEXT PRIMARY KEY NOT NULL,
            made_at TEXT NOT NULL,
            made_by TEXT NOT NULL,
            visit_id TEXT REFERENCES visits (id) ON DELETE CASCADE
        ) STRICT
        """
    )
    db.execute("CREATE INDEX slips_visit ON slips (visit_id)")


STEPS: Final[Steps] = {
    "0001_visits": _visits,
    "0002_texts": _texts,
    "0003_staff": _staff,
    "0004_print_jobs": _print_jobs,
    "0005_audit_log": _audit_log,
    "0006_alert_deliveries": _alert_deliveries,
    "0007_pin_changed": _pin_changed,
    "0008_chart": _chart,
    "0009_audit_head": _audit_head,
    "0010_staff_desk": _staff_desk,
}


def migrations(steps: Steps) -> Migrations:
    """The steps as sqlite_utils applies them, each one once."""
    made = Migrations("kiosk")
    for name, step in steps.items():
        made(name=name)(step)
    return made
