"""Every migration, one by one and all together, from every state a clinic may have."""

from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from kiosk.domain.errors import ErrorCode, StorageError
from kiosk.services.ports import Attempts, PageKind
from kiosk.storage.connection import open_database
from kiosk.storage.migrations import STEPS
from kiosk.storage.store import open_store
from kiosk.storage.upgrade import open_current
from tests.helpers.stored_visits import NOON

KEY = bytes(range(32))
FROZEN = Path(__file__).with_name("frozen")

MAKES = {
    "0001_visits": {
        *("visits", "visits_board", "visits_code", "visits_newest", "visits_reviewed"),
        *("visits_state", "facts", "facts_visit"),
    },
    "0002_texts": {"texts"},
    "0003_staff": {"staff", "staff_attempts"},
    "0004_print_jobs": {"print_jobs", "print_jobs_visit", "sqlite_sequence"},
    "0005_audit_log": {"audit_log"},
    "0006_alert_deliveries": {
        *("alert_deliveries", "alert_deliveries_visit", "alert_deliveries_channel"),
        "alert_tests",
    },
    "0007_pin_changed": set(),
    "0008_chart": {"visits_chart"},
    "0009_audit_head": {
        *("audit_head", "audit_log_follows", "audit_log_moves_head", "audit_head_moves_on"),
        *("audit_log_no_update", "audit_log_no_delete"),
        *("audit_head_no_insert", "audit_head_no_delete"),
    },
    "0010_staff_desk": {
        *("visits_rank", "visits_rank_colour", "visits_rank_code"),
        *("print_jobs_state", "slips", "slips_visit"),
    },
}
"""What each migration makes. One that is added needs its line here, or a test of its own."""


def first(count: int):
    return dict(list(STEPS.items())[:count])


def schema(database):
    rows = database.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()
    return {name: sql for name, sql in rows if not name.startswith(("_sqlite", "idx__sqlite"))}


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_every_migration_has_its_test():
    assert MAKES.keys() == STEPS.keys()


@pytest.mark.parametrize("count", range(1, len(STEPS) + 1), ids=list(STEPS))
def test_a_migration_makes_what_it_says(tmp_path, count):
    before = open_current(tmp_path / "before", KEY, first(count - 1))
    after = open_current(tmp_path / "after", KEY, first(count))
    new = {
        name
        for name in schema(after).keys() - schema(before).keys()
        if not name.startswith("sqlite_autoindex")
    }
    assert new == MAKES[list(STEPS)[count - 1]]
    before.close()
    after.close()


@pytest.mark.parametrize("count", range(len(STEPS) + 1))
def test_a_database_of_any_age_becomes_like_a_new_one(tmp_path, count):
    path = tmp_path / "kiosk.db"
    open_current(path, KEY, first(count)).close()
    migrated, fresh = open_current(path, KEY), open_current(tmp_path / "fresh", KEY)
    assert schema(migrated) == schema(fresh)
    assert migrated.execute("PRAGMA user_version").fetchone() == (len(STEPS),)
    assert migrated.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    migrated.close()
    fresh.close()
    assert names(tmp_path) == {"kiosk.db", "fresh"}


def test_of_a_pin_set_before_it_was_asked_nobody_knows_by_whom(tmp_path):
    path = tmp_path / "kiosk.db"
    old = open_current(path, KEY, first(6))
    old.execute("INSERT INTO staff VALUES ('Ann', 'staff', 'hash')")
    old.close()
    database = open_current(path, KEY)
    assert database.execute("SELECT * FROM staff").fetchall() == [("Ann", "staff", "hash", 0, 1)]
    database.close()


def test_there_is_a_frozen_database_of_the_newest_version():
    assert FROZEN.joinpath(f"{list(STEPS)[-1]}.sql").is_file()


@pytest.mark.parametrize("frozen", sorted(FROZEN.glob("*.sql")), ids=lambda path: path.stem)
def test_a_frozen_database_is_read_today(folder, frozen):
    folder.mkdir()
    (folder / "key").write_bytes(KEY)
    old = open_database(folder / "kiosk.db", KEY)
    old.conn.executescript(frozen.read_text(encoding="utf-8"))
    old.close()
    with open_store(folder) as store:
        (row,) = store.visits.board(limit=10)
        assert (str(row.code), row.open_alerts) == ("green 42", 1)
        assert len(store.visits.entries(row.visit_id)) == 3
        assert store.texts.all()[0].text.items[0].options == ("A", "B", "C", "D")
        assert [member.name for member in store.staff.all()] == ["Ann"]
        assert store.staff.attempts() == Attempts(5, NOON)
        assert [job.kind for job in store.print_jobs.jobs()] == [PageKind.SUMMARY]
        assert store.audit.first_broken() is None


def test_a_database_of_a_newer_version_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "kiosk.db"
    newer = {**STEPS, "9999_future": lambda database: None}
    open_current(path, KEY, newer).close()
    with pytest.raises(StorageError) as caught:
        open_current(path, KEY)
    assert caught.value.code is ErrorCode.STORE_NEWER
    open_current(path, KEY, newer).close()


def test_a_higher_version_alone_is_refused_too(tmp_path):
    path = tmp_path / "kiosk.db"
    database = open_current(path, KEY)
    database.execute(f"PRAGMA user_version = {len(STEPS) + 1}")
    database.close()
    with pytest.raises(StorageError) as caught:
        open_current(path, KEY)
    assert caught.value.code is ErrorCode.STORE_NEWER


def test_a_copy_lies_beside_the_database_while_it_is_migrated(tmp_path):
    path = tmp_path / "kiosk.db"
    old = open_current(path, KEY)
    old.execute("INSERT INTO staff (name, role, pin_hash) VALUES ('Ann', 'staff', 'hash')")
    old.close()
    seen = []

    def look(database):
        copy = open_database(tmp_path / "kiosk.db.before", KEY)
        seen.extend(copy.execute("SELECT name FROM staff").fetchall())
        copy.close()

    open_current(path, KEY, {**STEPS, "9999_look": look}).close()
    assert seen == [("Ann",)]
    assert names(tmp_path) == {"kiosk.db"}


def test_a_migration_that_fails_leaves_the_database_as_it_was(tmp_path):
    path = tmp_path / "kiosk.db"
    open_current(path, KEY, first(1)).close()

    def fail(database):
        database.execute("DROP TABLE facts")
        database.execute("no such statement")

    with pytest.raises(dbapi2.Error):
        open_current(path, KEY, {**STEPS, "9999_fail": fail})
    assert names(tmp_path) == {"kiosk.db", "kiosk.db.before"}
    old = open_current(path, KEY, first(1))
    assert set(schema(old)) >= MAKES["0001_visits"]
    assert not set(schema(old)) & MAKES["0002_texts"]
    old.close()
    assert names(tmp_path) == {"kiosk.db"}


def test_a_migration_that_loses_a_visit_of_its_facts_is_undone(tmp_path):
    path = tmp_path / "kiosk.db"
    open_current(path, KEY).close()

    def orphan(database):
        database.execute("PRAGMA defer_foreign_keys = ON")
        database.execute("INSERT INTO facts VALUES (1, 'nobody', '', '', '')")

    with pytest.raises(StorageError) as caught:
        open_current(path, KEY, {**STEPS, "9999_orphan": orphan})
    assert caught.value.code is ErrorCode.STORE_CORRUPT
    database = open_current(path, KEY)
    assert database.execute("SELECT count(*) FROM facts").fetchone() == (0,)
    database.close()


def test_a_new_database_needs_no_copy(tmp_path):
    def look(database):
        assert names(tmp_path) == {"kiosk.db.new", "kiosk.db.new-journal"}

    open_current(tmp_path / "kiosk.db", KEY, {**STEPS, "9999_look": look}).close()
