"""A visit whose time is over leaves nothing but its line in the audit log."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlcipher3 import dbapi2
from sqlite_utils import Database

from kiosk.domain import facts
from kiosk.domain.content import Stage
from kiosk.domain.deliveries import Delivery
from kiosk.domain.errors import ErrorCode, StorageError
from kiosk.domain.facts import AlertKind, Outcome
from kiosk.services.ports import PageKind, PrintState
from kiosk.services.printing import SPOOLED
from kiosk.storage.connection import Connection, open_database
from kiosk.storage.key import load_or_make_key
from kiosk.storage.migrations import STEPS, migrations
from kiosk.storage.store import Store, open_store
from tests.helpers.stored_visits import NOON, put_next, put_visit

STAGE, FINISHED = facts.StageGiven(Stage.PREGNANT), facts.Finished()
LEFT = facts.Left(facts.Leaving.IDLE)
CALLED = facts.Paused()
ALERT = facts.AlertRaised(1, AlertKind.ITEM_10)
SEEN = facts.AlertAcknowledged(1, "Ann", Outcome.SEEN)
CHART = facts.ChartAttached("MRN-77", "Ann", None)
LATER = NOON + timedelta(days=1)
WHO = LATER, "retention", "visit_deleted_by_age"


def look(folder, sql):
    database = open_database(folder / "kiosk.db", (folder / "key").read_bytes())
    rows = database.execute(sql).fetchall()
    database.close()
    return rows


def test_every_table_that_names_a_visit_lets_it_go(store, folder):
    tables = [name for (name,) in look(folder, "SELECT name FROM sqlite_master WHERE type='table'")]
    naming = [
        t for t in tables if any("visit" in c[1] for c in look(folder, f"PRAGMA table_info({t})"))
    ]
    assert set(naming) >= {"facts", "print_jobs", "alert_deliveries"}
    for table in naming:
        leads = [(key[2], key[6]) for key in look(folder, f"PRAGMA foreign_key_list({table})")]
        assert leads == [("visits", "CASCADE")], table


def test_all_of_a_visit_goes_and_its_line_stays(store, folder):
    put_visit(store.visits, "gone", STAGE, ALERT, SEEN, CHART, FINISHED)
    put_visit(store.visits, "stays", STAGE, FINISHED, code=("rose", 77))
    store.print_jobs.add("gone", PageKind.SUMMARY, NOON, "Ann")
    store.deliveries.add([Delivery("gone", 1, "desk", NOON)])
    assert store.retention.delete("gone", *WHO)
    for table in ("facts", "print_jobs", "alert_deliveries"):
        assert look(folder, f"SELECT * FROM {table} WHERE visit_id = 'gone'") == []
    assert look(folder, "SELECT id, chart FROM visits") == [("stays", "")]
    (line,) = store.audit.lines()
    assert (line.by, line.action, line.subject) == ("retention", "visit_deleted_by_age", "gone")
    assert store.audit.first_broken() is None
    assert (folder / "kiosk.db-wal").stat().st_size == 0


def test_what_was_deleted_is_nowhere_in_the_file(tmp_path):
    """On a file that is not encrypted, so that one can look, with the setting of those that are."""
    raw = dbapi2.connect(str(tmp_path / "plain.db"), isolation_level=None)
    raw.execute("PRAGMA journal_mode = WAL").fetchone()
    raw.execute("PRAGMA foreign_keys = ON")
    raw.execute("PRAGMA secure_delete = ON")
    database = Database(raw)
    migrations(STEPS).apply(database)
    with Store(Connection(database)) as store:
        for n in range(40):
            put_visit(store.visits, f"v{n}", STAGE, CHART, FINISHED, code=("rose", 10 + n))
        assert b"MRN-77" in (tmp_path / "plain.db-wal").read_bytes()
        for n in range(40):
            assert store.retention.delete(f"v{n}", *WHO)
        for name in ("plain.db", "plain.db-wal"):
            content = (tmp_path / name).read_bytes()
            assert b"MRN-77" not in content
            assert b"ChartAttached" not in content
        assert b"visit_deleted_by_age" in (tmp_path / "plain.db").read_bytes()


@pytest.mark.parametrize(
    "happened",
    [[STAGE], [STAGE, CALLED], [STAGE, ALERT, FINISHED], [STAGE, ALERT, LEFT]],
    ids=["open", "paused", "alert-finished", "alert-left"],
)
def test_a_visit_that_somebody_needs_is_never_due_nor_deleted(store, happened):
    put_visit(store.visits, "needed", *happened, facts.Reviewed("Ann"))
    job = store.print_jobs.add("needed", PageKind.SUMMARY, NOON, "Ann")
    store.print_jobs.update(replace(job, state=PrintState.DONE))
    assert store.retention.before(LATER, -1) == []
    assert store.retention.printed_and_reviewed() == []
    assert not store.retention.delete("needed", *WHO)
    assert store.visits.entries("needed")
    assert store.audit.lines() == []


@pytest.mark.parametrize("state", list(PrintState), ids=str)
def test_a_page_on_its_way_keeps_its_visit(store, state):
    put_visit(store.visits, "v", STAGE, FINISHED)
    job = store.print_jobs.add("v", PageKind.TAKE_HOME, NOON, "Ann")
    store.print_jobs.update(replace(job, state=state))
    assert store.retention.before(LATER, -1) == ([] if state in SPOOLED else ["v"])
    assert store.retention.delete("v", *WHO) is (state not in SPOOLED)


def test_an_alert_that_was_taken_over_keeps_it_no_more(store):
    put_visit(store.visits, "v", STAGE, ALERT, FINISHED)
    assert store.retention.before(LATER, -1) == []
    put_next(store.visits, "v", SEEN)
    assert store.retention.before(LATER, -1) == ["v"]


def test_the_oldest_come_first_and_only_so_many(store):
    for hours in (3, 1, 2):
        put_visit(store.visits, f"v{hours}", STAGE, LEFT, start=NOON + timedelta(hours=hours))
    assert store.retention.before(LATER, -1) == ["v1", "v2", "v3"]
    assert store.retention.before(LATER, 2) == ["v1", "v2"]
    assert store.retention.before(NOON + timedelta(hours=2), -1) == ["v1"]


def test_printed_and_reviewed(store):
    put_visit(store.visits, "printed", STAGE, FINISHED)
    put_visit(store.visits, "both", STAGE, FINISHED, facts.Reviewed("Ann"), code=("rose", 77))
    put_visit(store.visits, "reviewed", STAGE, FINISHED, facts.Reviewed("Ann"), code=("teal", 17))
    for visit in ("printed", "both"):
        job = store.print_jobs.add(visit, PageKind.SUMMARY, NOON, "Ann")
        store.print_jobs.update(replace(job, state=PrintState.DONE))
    assert store.retention.printed_and_reviewed() == ["both"]


def test_a_deletion_that_fails_leaves_the_visit_and_no_line(store, tamper):
    put_visit(store.visits, "v", STAGE, FINISHED)
    tamper("DROP TRIGGER audit_head_no_delete")
    tamper("DELETE FROM audit_head")
    with pytest.raises(StorageError) as caught:
        store.retention.delete("v", *WHO)
    assert caught.value.code is ErrorCode.STORE_CORRUPT
    assert store.visits.entries("v")


def fill(store, visits=120):
    for number in range(visits):
        many = [facts.CardShown("preeclampsia", f"card-{n}" * 9) for n in range(20)]
        put_visit(
            store.visits, f"v{number}", STAGE, *many, FINISHED, code=("rose", 10 + number % 90)
        )
    for number in range(visits):
        assert store.retention.delete(f"v{number}", LATER, "retention", "x")


def test_space_is_given_back_a_little_at_a_time_and_then_all(store, folder):
    fill(store)
    path = folder / "kiosk.db"
    full = path.stat().st_size
    store.retention.compact(16)
    after = path.stat().st_size
    assert full - 20 * 4096 <= after <= full - 16 * 4096
    store.retention.compact_all()
    assert path.stat().st_size < after / 2
    assert look(folder, "PRAGMA freelist_count") == [(0,)]
    assert store.audit.first_broken() is None


def test_another_program_that_uses_the_file_puts_it_off(store, folder, monkeypatch):
    fill(store, 20)
    monkeypatch.setattr("kiosk.storage.connection.BUSY_MS", 20)
    store.retention.compact(1)
    other = open_database(folder / "kiosk.db", (folder / "key").read_bytes())
    other.execute("BEGIN IMMEDIATE")
    size = (folder / "kiosk.db").stat().st_size
    store.retention.compact_all()
    other.execute("ROLLBACK")
    other.close()
    assert (folder / "kiosk.db").stat().st_size == size
    store.retention.compact_all()
    assert (folder / "kiosk.db").stat().st_size < size


def test_a_file_from_before_gives_space_back_too(folder):
    folder.mkdir()
    old = open_database(folder / "kiosk.db", load_or_make_key(folder))
    first = dict(list(STEPS.items())[:8])
    migrations(first).apply(old)
    old.execute(f"PRAGMA user_version = {len(first)}")
    assert old.execute("PRAGMA auto_vacuum").fetchone() == (0,)
    old.close()
    with open_store(folder):
        assert look(folder, "PRAGMA auto_vacuum") == [(2,)]
