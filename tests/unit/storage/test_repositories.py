"""Wordings, staff, print jobs, the audit log and PINs."""

from dataclasses import astuple, replace
from datetime import UTC, date, timedelta

import pytest
from sqlcipher3 import dbapi2

from kiosk.domain.audit import AuditHead, next_line
from kiosk.domain.errors import ErrorCode, StorageError
from kiosk.domain.instrument_text import InstalledText, Permission
from kiosk.services.ports import Attempts, PageKind, PrintState, StaffMember
from kiosk.storage.audit import SqlAuditLog
from kiosk.storage.connection import Connection
from kiosk.storage.migrations import STEPS
from kiosk.storage.pins import Argon2PinHasher
from kiosk.storage.store import open_store
from kiosk.storage.upgrade import open_current
from tests.helpers.epds_texts import made_up_text
from tests.helpers.stored_visits import NOON, put_visit

INSTALLED = InstalledText(
    text=made_up_text(),
    permission=Permission("letter", "the college", date(2026, 3, 2), "screen"),
    verified=False,
    differences=("3", "3/2"),
    accepted_by="Ann",
)


def test_a_wording_comes_back_as_it_was(store):
    store.texts.put(INSTALLED, NOON)
    assert store.texts.get("epds", "en") == INSTALLED
    assert store.texts.get("epds", "es") is None
    assert store.texts.get("other", "en") is None


def test_a_wording_takes_the_place_of_the_earlier_one_in_its_language(store):
    other = InstalledText(made_up_text(version="2"), Permission("licence"), verified=True)
    spanish = replace(other, text=made_up_text("es"))
    for installed in (spanish, INSTALLED, other):
        store.texts.put(installed, NOON)
    assert store.texts.all() == [other, spanish]


def test_a_removed_wording_is_gone(store):
    store.texts.put(INSTALLED, NOON)
    assert store.texts.remove("epds", "en")
    assert not store.texts.remove("epds", "en")
    assert store.texts.all() == []


def test_a_wording_that_cannot_be_read_is_damage(store, tamper):
    store.texts.put(INSTALLED, NOON)
    tamper("UPDATE texts SET body = '{}'")
    with pytest.raises(StorageError) as caught:
        store.texts.all()
    assert caught.value.code is ErrorCode.STORE_CORRUPT


def test_staff_are_listed_by_name_and_replaced_by_name(store):
    ann, ben = StaffMember("Ann", "admin", "h1"), StaffMember("Ben", "staff", "h2")
    for member in (ben, ann, replace(ben, pin_hash="h3")):
        store.staff.put(member)
    assert store.staff.all() == [ann, replace(ben, pin_hash="h3")]


def test_wrong_pins_are_counted_across_a_restart(folder):
    with open_store(folder) as store:
        assert store.staff.attempts() == Attempts(0, None)
        store.staff.set_attempts(Attempts(4, None))
        store.staff.set_attempts(Attempts(5, NOON))
    with open_store(folder) as store:
        assert store.staff.attempts() == Attempts(5, NOON)


def test_print_jobs_newest_first(store):
    put_visit(store.visits, "v")
    put_visit(store.visits, "w")
    first = store.print_jobs.add("v", PageKind.SUMMARY, NOON, "Ann")
    second = store.print_jobs.add("w", PageKind.TAKE_HOME, NOON, "Ben")
    assert (first.state, first.printer, first.printer_job) == (PrintState.HELD, None, None)
    printing = replace(
        first, state=PrintState.PRINTING, printer="clinic", printer_job=7, begun=True
    )
    store.print_jobs.update(printing)
    assert store.print_jobs.jobs() == [second, printing]
    assert store.print_jobs.jobs("v") == [printing]
    assert store.print_jobs.jobs("nobody") == []
    assert store.print_jobs.in_states({PrintState.PRINTING}) == [printing]
    assert store.print_jobs.in_states(frozenset(PrintState)) == [second, printing]
    assert store.print_jobs.in_states(()) == []


def test_a_take_home_page_does_not_count_as_printed(store):
    put_visit(store.visits, "v")
    job = store.print_jobs.add("v", PageKind.TAKE_HOME, NOON, "Ann")
    store.print_jobs.update(replace(job, state=PrintState.DONE))
    assert not store.visits.board(limit=1)[0].printed


def test_a_page_of_an_unknown_visit_is_refused(store):
    with pytest.raises(StorageError) as caught:
        store.print_jobs.add("nobody", PageKind.SUMMARY, NOON, "Ann")
    assert caught.value.code is ErrorCode.VISIT_UNKNOWN


def test_a_job_of_a_removed_visit_stays_gone(store):
    put_visit(store.visits, "v")
    job = store.print_jobs.add("v", PageKind.SUMMARY, NOON, "Ann")
    store.visits.remove("v")
    store.print_jobs.update(replace(job, state=PrintState.DONE))
    assert store.print_jobs.jobs() == []


def written(store, lines=4):
    for number in range(lines):
        store.audit.write(NOON + timedelta(minutes=number), "Ann", "did", f"subject {number}")


def test_an_untouched_log_is_whole(store):
    assert store.audit.first_broken() is None
    written(store)
    assert store.audit.first_broken() is None


@pytest.mark.parametrize(
    ("statement", "broken"),
    [
        ("UPDATE audit_log SET by = 'Ben' WHERE seq = 2", 2),
        ("UPDATE audit_log SET subject = '' WHERE seq = 4", 4),
        ("UPDATE audit_log SET previous = hash WHERE seq = 1", 1),
        ("UPDATE audit_log SET hash = previous WHERE seq = 3", 3),
        ("DELETE FROM audit_log WHERE seq = 2", 2),
        ("DELETE FROM audit_log WHERE seq = 1", 1),
    ],
)
def test_a_changed_or_missing_line_shows(store, tamper, statement, broken):
    written(store)
    for guard in ("audit_log_no_update", "audit_log_no_delete"):
        tamper(f"DROP TRIGGER {guard}")
    tamper(statement)
    assert store.audit.first_broken() == broken


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_log SET by = 'Ben' WHERE seq = 2",
        "UPDATE audit_log SET seq = 9 WHERE seq = 4",
        "DELETE FROM audit_log",
        "DELETE FROM audit_log WHERE seq = 4",
        "INSERT OR REPLACE INTO audit_log SELECT * FROM audit_log WHERE seq = 4",
        "INSERT INTO audit_log VALUES (5, '', '', '', '', '', '')",
        "INSERT INTO audit_log SELECT 6, at, by, action, subject, hash, '' FROM audit_log LIMIT 1",
        "UPDATE audit_head SET seq = 3",
        "UPDATE audit_head SET seq = 5",
        "UPDATE audit_head SET id = 1, seq = seq, hash = hash",
        "DELETE FROM audit_head",
        "INSERT OR REPLACE INTO audit_head VALUES (1, 0, '')",
    ],
)
def test_the_database_refuses_all_but_the_next_line(store, tamper, statement):
    written(store)
    with pytest.raises(dbapi2.IntegrityError):
        tamper(statement)
    assert store.audit.first_broken() is None
    assert store.audit.head().seq == 4
    written(store, 1)
    assert store.audit.first_broken() is None


def test_the_newest_lines(store):
    written(store)
    assert [line.seq for line in store.audit.newest(3)] == [4, 3, 2]


@pytest.mark.parametrize(
    ("change", "broken"),
    [("", None), ("UPDATE audit_log SET by = 'Ben' WHERE seq = 2", 2)],
    ids=["untouched", "changed"],
)
def test_lines_from_before_the_head_was_kept_stay_as_they_are(tmp_path, change, broken):
    path, key = tmp_path / "kiosk.db", bytes(32)
    before = open_current(path, key, dict(list(STEPS.items())[:8]))
    head = AuditHead()
    for visit in "vwx":
        line = next_line(head, "2026-03-02T12:00:00+00:00", "Ann", "did", visit)
        before.execute("INSERT INTO audit_log VALUES (?, ?, ?, ?, ?, ?, ?)", astuple(line))
        head = AuditHead(line.seq, line.hash)
    if change:
        before.execute(change)
    before.close()
    log = SqlAuditLog(after := Connection(open_current(path, key)))
    assert log.head() == head
    assert log.first_broken() == broken
    log.write(NOON, "Ann", "did")
    assert log.first_broken() == broken
    after.close()


def test_the_log_goes_on_after_a_restart(folder):
    for _ in range(2):
        with open_store(folder) as store:
            store.audit.write(NOON.astimezone(UTC), "Ann", "did")
    with open_store(folder) as store:
        assert store.audit.first_broken() is None


def test_a_pin_matches_its_own_hash_only():
    hasher = Argon2PinHasher()
    first, second = hasher.hash("482915"), hasher.hash("482915")
    assert first.startswith("$argon2id$")
    assert first != second
    assert hasher.matches("482915", first)
    assert not hasher.matches("482916", first)
    assert not hasher.matches("482915", "no hash")
