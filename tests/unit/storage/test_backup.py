"""A backup is whole as of one moment, and a restore is the backup again or nothing at all."""

import os
import shutil
import threading
from dataclasses import replace
from datetime import date, timedelta
from itertools import count
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from kiosk.domain import facts
from kiosk.domain.content import Stage
from kiosk.domain.deliveries import Delivery
from kiosk.domain.errors import ErrorCode, InputError, KioskError, StorageError
from kiosk.domain.instrument_text import InstalledText, Permission
from kiosk.services.ports import PageKind, StaffMember
from kiosk.storage import compared as compared_module
from kiosk.storage import restoring
from kiosk.storage.backup import back_up, open_backup
from kiosk.storage.connection import open_database
from kiosk.storage.key_file import FileKey
from kiosk.storage.lock import hold_lock
from kiosk.storage.migrations import STEPS
from kiosk.storage.restoring import restore
from kiosk.storage.store import Store, open_store
from kiosk.storage.upgrade import open_current
from tests.helpers.epds_texts import made_up_text
from tests.helpers.killing import files_of, killed_at
from tests.helpers.stored_visits import NOON, put_next, put_visit

NAME = "Ann Lindqvist"
DONE = NOON, NAME
PHRASE = "x'0123' a long; \"passphrase\""
STAGE, FINISHED = facts.StageGiven(Stage.PREGNANT), facts.Finished()


def fill(store: Store, visits: int = 5) -> None:
    """One of everything that a store holds."""
    for number in range(visits):
        chart = facts.ChartAttached(f"MRN-{number}", NAME, None)
        put_visit(store.visits, f"v{number}", STAGE, chart, FINISHED, code=("rose", 10 + number))
        store.print_jobs.add(f"v{number}", PageKind.SUMMARY, NOON, NAME)
        store.deliveries.add([Delivery(f"v{number}", 1, "desk", NOON)])
        store.audit.write(NOON, NAME, "visit_opened", f"v{number}")
    licence = Permission("licence", "the college", date(2026, 3, 2))
    store.texts.put(InstalledText(made_up_text(), licence, verified=False), NOON)
    store.staff.put(StaffMember(NAME, "admin", "hash"))
    store.deliveries.tested("desk", "target", NOON)


def everything(folder: Path, key: bytes | None = None) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table of a data folder."""
    database = open_database(folder / "kiosk.db", key or (folder / "key").read_bytes())
    tables = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    rows = {
        name: database.execute(f'SELECT * FROM "{name}" ORDER BY 1, 2').fetchall()
        for (name,) in tables
    }
    database.close()
    return rows


def without_audit(rows):
    return {name: lines for name, lines in rows.items() if not name.startswith("audit")}


@pytest.fixture
def filled(folder):
    with open_store(folder) as store:
        fill(store)
    return folder


@pytest.fixture
def backup(filled, tmp_path):
    back_up(filled, FileKey(filled), tmp_path / "b", None, DONE)
    return tmp_path / "b"


def put_back(folder, file, key=None, *, replace=False):
    return restore(folder, FileKey(folder), file, key, DONE, replace=replace)


def test_all_of_it_comes_back_on_another_machine(filled, backup, tmp_path):
    before = everything(filled)
    other = tmp_path / "other"
    restored = put_back(other, backup, (filled / "key").read_bytes())
    assert restored.kept is None
    assert restored.inventory.visits == 5
    assert (other / "key").read_bytes() != (filled / "key").read_bytes()
    after = everything(other)
    assert without_audit(after) == without_audit(before)
    with open_store(other) as store:
        assert [line.action for line in store.audit.lines()][-2:] == [
            "visit_opened",
            "backup_restored",
        ]
        assert store.audit.lines()[:5] == [*open_lines(filled)][:5]
        assert store.audit.first_broken() is None
        assert len(store.visits.board(limit=9)) == 5
    assert {path.name for path in other.iterdir()} == {"kiosk.db", "key", "lock"}


def open_lines(folder):
    with open_store(folder) as store:
        return store.audit.lines()


def test_the_folder_it_was_made_of_goes_on_and_knows_of_it(filled, backup):
    lines = open_lines(filled)
    assert (lines[-1].by, lines[-1].action) == (NAME, "backup_written")


def test_the_key_may_be_put_into_the_folder_beforehand(filled, backup, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    shutil.copy(filled / "key", other / "key")
    put_back(other, backup)
    assert without_audit(everything(other)) == without_audit(everything(filled))
    assert (other / "key").read_bytes() == (filled / "key").read_bytes()


def test_a_passphrase_is_all_that_another_machine_needs(filled, tmp_path):
    back_up(filled, FileKey(filled), tmp_path / "b", PHRASE, DONE)
    put_back(tmp_path / "other", tmp_path / "b", PHRASE)
    assert without_audit(everything(tmp_path / "other")) == without_audit(everything(filled))
    for wrong in (PHRASE + "x", "x'0123'", (filled / "key").read_bytes()):
        with pytest.raises(KioskError) as caught:
            put_back(tmp_path / "third", tmp_path / "b", wrong)
        assert caught.value.code is ErrorCode.BACKUP_FOREIGN
        assert not (tmp_path / "third").exists()


def test_a_passphrase_that_looks_like_a_key_is_none(filled, tmp_path):
    looks = f"x'{(filled / 'key').read_bytes().hex()}'"
    back_up(filled, FileKey(filled), tmp_path / "b", looks, DONE)
    with open_backup(tmp_path / "b", looks) as (_, inventory):
        assert inventory.visits == 5
    with pytest.raises(KioskError), open_backup(tmp_path / "b", (filled / "key").read_bytes()):
        pass


def test_a_backup_is_one_file_for_its_owner_alone_that_tells_nothing(backup, tmp_path):
    assert {path.name for path in tmp_path.iterdir()} == {"data", "b"}
    assert backup.stat().st_mode & 0o777 == 0o600
    content = backup.read_bytes()
    for word in (b"MRN-", b"CREATE TABLE", b"SQLite format", b"rose", NAME.encode()):
        assert word not in content


def test_a_backup_under_way_is_of_one_moment(folder, tmp_path):
    """Visits with as many calls as facts are written all the time, each in two transactions."""
    with open_store(folder) as writing:
        fill(writing)
        enough, numbers = threading.Event(), count(5)

        def write() -> None:
            for number in numbers:
                visit = f"v{number}"
                code = ("rose", 10 + number % 90)
                put_visit(writing.visits, visit, STAGE, code=code)
                put_next(writing.visits, visit, facts.WeeksGiven(30), FINISHED)
                writing.audit.write(NOON, NAME, "visit_opened", visit)
                if enough.is_set():
                    break

        thread = threading.Thread(target=write)
        thread.start()
        try:
            held = [
                back_up(folder, FileKey(folder), tmp_path / f"b{n}", None, DONE) for n in range(6)
            ]
        finally:
            enough.set()
            thread.join()
        key = (folder / "key").read_bytes()
        visits = [one.visits for one in held]
        assert visits == sorted(visits)
        assert visits[-1] > visits[0]
        every = everything(folder)
        for number, inventory in enumerate(held):
            other = tmp_path / f"other{number}"
            put_back(other, tmp_path / f"b{number}", key)
            rows = everything(other)
            assert len(rows["visits"]) == inventory.visits
            assert rows["facts"] == every["facts"][: len(rows["facts"])]
            last = inventory.head.seq
            assert rows["audit_log"][:last] == every["audit_log"][:last]


def test_an_earlier_backup_is_replaced_by_a_whole_one_only(filled, backup, monkeypatch, tmp_path):
    before = backup.read_bytes()
    monkeypatch.setattr(compared_module, "is_sound", lambda *_: False)
    with pytest.raises(StorageError) as caught:
        back_up(filled, FileKey(filled), backup, None, DONE)
    assert caught.value.code is ErrorCode.BACKUP_DIFFERS
    assert backup.read_bytes() == before
    assert {path.name for path in tmp_path.iterdir()} == {"data", "b"}
    monkeypatch.undo()
    back_up(filled, FileKey(filled), backup, None, DONE)
    assert backup.read_bytes() != before


def test_a_copy_that_holds_something_else_is_found(filled, tmp_path, monkeypatch):
    real = compared_module.copy_database

    def lose_a_visit(source, target, key):
        real(source, target, key)
        copy = open_database(target, key, wal=False)
        copy.execute("DELETE FROM visits WHERE id = 'v1'")
        copy.close()

    monkeypatch.setattr(compared_module, "copy_database", lose_a_visit)
    with pytest.raises(StorageError) as caught:
        back_up(filled, FileKey(filled), tmp_path / "b", None, DONE)
    assert caught.value.code is ErrorCode.BACKUP_DIFFERS
    assert not (tmp_path / "b").exists()


@pytest.mark.parametrize("name", ["kiosk.db", "b", "key"])
def test_nothing_is_written_into_the_data_folder(filled, name):
    with pytest.raises(InputError) as caught:
        back_up(filled, FileKey(filled), filled / name, None, DONE)
    assert caught.value.code is ErrorCode.BACKUP_IN_DATA


@pytest.mark.parametrize("out", ["none/b", "."])
def test_a_place_that_cannot_be_written_to_is_named(filled, tmp_path, out):
    with pytest.raises(KioskError) as caught:
        back_up(filled, FileKey(filled), tmp_path / out, None, DONE)
    assert caught.value.code is ErrorCode.FILE_UNWRITABLE
    assert str(tmp_path) in str(caught.value.place)


def test_a_full_disk_is_told_as_such(filled, tmp_path, monkeypatch):
    def fill_up(*_):
        raise dbapi2.OperationalError(28, "full")

    monkeypatch.setattr(compared_module, "copy_database", fill_up)
    with pytest.raises(StorageError):
        back_up(filled, FileKey(filled), tmp_path / "b", None, DONE)
    assert {path.name for path in tmp_path.iterdir()} == {"data"}


def test_a_log_that_is_broken_is_kept_as_it_is_and_told(filled, tmp_path):
    database = open_database(filled / "kiosk.db", (filled / "key").read_bytes())
    database.execute("DROP TRIGGER audit_log_no_update")
    database.execute("UPDATE audit_log SET by = 'Eve' WHERE seq = 2")
    database.close()
    inventory = back_up(filled, FileKey(filled), tmp_path / "b", None, DONE)
    assert inventory.broken == 2
    put_back(tmp_path / "other", tmp_path / "b", (filled / "key").read_bytes())
    with open_store(tmp_path / "other") as store:
        assert store.audit.first_broken() == 2


# --- what is no backup ------------------------------------------------------------


def damaged(backup: Path, change) -> Path:
    file = backup.with_name("damaged")
    file.write_bytes(change(backup.read_bytes()))
    return file


PAGE = 4096


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda whole: b"", ErrorCode.BACKUP_BROKEN),
        (lambda whole: whole[:100], ErrorCode.BACKUP_BROKEN),
        (lambda whole: whole[:PAGE], ErrorCode.BACKUP_BROKEN),
        (lambda whole: whole[: 5 * PAGE], ErrorCode.BACKUP_BROKEN),
        (lambda whole: whole[:-PAGE], ErrorCode.BACKUP_BROKEN),
        (lambda whole: whole[:-1], ErrorCode.BACKUP_BROKEN),
        (lambda whole: whole + bytes(PAGE), ErrorCode.BACKUP_BROKEN),
        (lambda whole: whole + b"x", ErrorCode.BACKUP_BROKEN),
        (lambda whole: whole[:-9] + bytes(9), ErrorCode.BACKUP_BROKEN),
        (
            lambda whole: whole[: 3 * PAGE] + bytes(PAGE) + whole[4 * PAGE :],
            ErrorCode.BACKUP_BROKEN,
        ),
        (lambda whole: bytes(PAGE) + whole[PAGE:], ErrorCode.BACKUP_FOREIGN),
        (lambda whole: os.urandom(40_000), ErrorCode.BACKUP_FOREIGN),
        (lambda whole: b"SQLite format 3\0" + whole[16:], ErrorCode.BACKUP_FOREIGN),
    ],
    ids=[
        *("empty", "stub", "one-page", "some-pages", "last-page", "last-byte", "more", "one-more"),
        *("changed-end", "hole", "no-head", "noise", "plain"),
    ],
)
def test_what_is_cut_off_damaged_or_foreign_changes_nothing(backup, filled, change, code):
    key, file = (filled / "key").read_bytes(), damaged(backup, change)
    other = filled.with_name("other")
    before = everything(filled)
    for folder in (other, filled):
        with pytest.raises(KioskError) as caught:
            put_back(folder, file, key, replace=True)
        assert caught.value.code is code
        assert str(caught.value.place) == str(file)
    assert everything(filled) == before
    assert {path.name for path in filled.parent.iterdir()} == {"data", "b", "damaged"}


def test_every_truncation_to_whole_pages_is_found(backup, filled, tmp_path):
    whole, key = backup.read_bytes(), (filled / "key").read_bytes()
    assert len(whole) > 20 * PAGE
    for pages in range(len(whole) // PAGE):
        file = damaged(backup, lambda content, pages=pages: content[: pages * PAGE])
        with pytest.raises(KioskError) as caught, open_backup(file, key):
            pass
        assert caught.value.code is ErrorCode.BACKUP_BROKEN


def test_another_program_s_database_is_foreign_even_under_the_key(filled, tmp_path):
    key = (filled / "key").read_bytes()
    other = open_database(tmp_path / "b", key, wal=False)
    other.execute("CREATE TABLE visits (id)")
    other.close()
    with pytest.raises(KioskError) as caught:
        put_back(tmp_path / "other", tmp_path / "b", key)
    assert caught.value.code is ErrorCode.BACKUP_FOREIGN


def test_a_newer_version_s_backup_is_refused(filled, tmp_path):
    key = (filled / "key").read_bytes()
    newer = {**STEPS, "9999_future": lambda database: None}
    database = open_current(tmp_path / "newer.db", key, newer)
    database.execute("PRAGMA journal_mode = DELETE")
    database.close()
    with pytest.raises(KioskError) as caught:
        put_back(tmp_path / "other", tmp_path / "newer.db", key)
    assert caught.value.code is ErrorCode.BACKUP_NEWER


def test_an_older_version_s_backup_is_brought_up_to_date(filled, tmp_path):
    key = (filled / "key").read_bytes()
    older = open_current(tmp_path / "old.db", key, dict(list(STEPS.items())[:8]))
    older.execute("INSERT INTO audit_log VALUES (1, '', 'Ann', '', '', '', 'x')")
    older.execute("PRAGMA journal_mode = DELETE")
    older.close()
    restored = put_back(tmp_path / "other", tmp_path / "old.db", key)
    assert (restored.inventory.visits, restored.inventory.broken) == (0, 1)
    assert len(open_lines(tmp_path / "other")) == 2


@pytest.mark.parametrize(
    ("name", "code"), [("none", ErrorCode.FILE_MISSING), ("", ErrorCode.FILE_UNREADABLE)]
)
def test_a_backup_that_is_not_there(filled, tmp_path, name, code):
    with pytest.raises(KioskError) as caught:
        put_back(tmp_path / "other", tmp_path / name, bytes(32))
    assert caught.value.code is code


# --- what is in the folder ------------------------------------------------------------


def test_a_folder_that_holds_something_is_left_alone(backup, filled):
    before = everything(filled)
    with pytest.raises(InputError) as caught:
        put_back(filled, backup)
    assert caught.value.code is ErrorCode.FOLDER_NOT_EMPTY
    assert everything(filled) == before


def test_what_is_replaced_is_copied_first(backup, filled, tmp_path):
    with open_store(filled) as store:
        put_visit(store.visits, "later", STAGE, FINISHED, code=("teal", 17))
    before = everything(filled)
    key = (filled / "key").read_bytes()
    restored = put_back(filled, backup, replace=True)
    assert restored.kept is not None
    assert restored.kept == tmp_path / "data.before-20260302T120000.123456"
    assert everything(restored.kept) == before
    assert restored.kept.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in restored.kept.iterdir()} == {0o600}
    assert (filled / "key").read_bytes() == key
    assert len(everything(filled)["visits"]) == 5


def test_what_a_crash_left_in_the_log_is_copied_too(backup, filled, tmp_path):
    key = (filled / "key").read_bytes()
    running = open_store(filled)
    put_visit(running.visits, "later", STAGE, FINISHED, code=("teal", 17))
    crashed = tmp_path / "crashed"
    shutil.copytree(filled, crashed)
    running.close()
    assert (crashed / "kiosk.db-wal").stat().st_size > 0
    restored = put_back(crashed, backup, key, replace=True)
    assert restored.kept is not None
    assert len(everything(restored.kept)["visits"]) == 6
    assert len(everything(crashed)["visits"]) == 5


@pytest.mark.parametrize(
    "spoil",
    [
        lambda folder: (folder / "kiosk.db").write_bytes(os.urandom(9_999)),
        lambda folder: (folder / "kiosk.db").write_bytes((folder / "kiosk.db").read_bytes()[:PAGE]),
        lambda folder: (folder / "key").unlink(),
        lambda folder: (folder / "kiosk.db").rename(folder / "kiosk.db-wal"),
        lambda folder: (folder / "kiosk.db.new").write_bytes(b"left over"),
        lambda folder: (folder / "something").write_text("of somebody"),
    ],
    ids=["noise", "cut", "no-key", "log-alone", "left-over", "other-file"],
)
def test_a_folder_that_no_longer_opens_can_be_replaced(backup, filled, spoil):
    key = (filled / "key").read_bytes()
    before = without_audit(everything(filled))
    spoil(filled)
    restored = put_back(filled, backup, key, replace=True)
    assert restored.kept is not None
    assert without_audit(everything(filled)) == before
    assert open_lines(filled)[-1].action == "backup_restored"


def test_a_running_kiosk_is_never_replaced(backup, filled):
    before = everything(filled)
    with hold_lock(filled), pytest.raises(StorageError) as caught:
        put_back(filled, backup, replace=True)
    assert caught.value.code is ErrorCode.STORE_IN_USE
    assert everything(filled) == before


def test_nor_is_a_database_that_another_command_has_open(backup, filled):
    with open_store(filled) as store:
        with pytest.raises(StorageError) as caught:
            put_back(filled, backup, replace=True)
        assert caught.value.code is ErrorCode.STORE_LOCKED
        put_visit(store.visits, "later", STAGE, FINISHED, code=("teal", 17))
    assert len(everything(filled)["visits"]) == 6


def test_without_any_key_nothing_is_made(backup, tmp_path):
    with pytest.raises(InputError) as caught:
        put_back(tmp_path / "other", backup)
    assert caught.value.code is ErrorCode.BACKUP_KEY_NEEDED
    assert not (tmp_path / "other").exists()


def test_a_restore_that_fails_leaves_what_was_there(backup, filled, monkeypatch):
    before = everything(filled)

    def fail(source, target, key):
        raise StorageError(ErrorCode.DISK_FULL)

    monkeypatch.setattr(compared_module, "copy_database", fail)
    with pytest.raises(StorageError):
        put_back(filled, backup, replace=True)
    monkeypatch.undo()
    assert everything(filled) == before
    with open_store(filled) as store:
        put_visit(store.visits, "later", STAGE, FINISHED, code=("teal", 17))


def test_a_restored_folder_is_backed_up_again(backup, filled, tmp_path):
    other = tmp_path / "other"
    put_back(other, backup, (filled / "key").read_bytes())
    inventory = back_up(other, FileKey(other), tmp_path / "b2", None, (NOON + timedelta(1), "Ben"))
    assert inventory.visits == 5
    assert replace(inventory, rows=()).broken is None


ACTING = files_of(restoring, compared_module)


def test_killed_before_any_line_a_restore_is_whole_or_has_not_been(backup, filled):
    with open_store(filled) as store:
        put_visit(store.visits, "later", STAGE, FINISHED, code=("teal", 17))
    line, seen = 0, set[int]()

    def restore_it() -> None:
        done = NOON + timedelta(line), NAME
        restore(filled, FileKey(filled), backup, None, done, replace=True)

    while killed_at(line := line + 1, ACTING, restore_it):
        with open_store(filled) as store:
            there = len(store.visits.board(limit=9))
            assert there in {5, 6}
            assert store.audit.first_broken() is None
            seen.add(there)
            if there == 5:
                put_visit(store.visits, "later", STAGE, FINISHED, code=("teal", 17))
    assert seen == {5, 6}
    assert line > 25
    assert {path.name for path in filled.iterdir()} == {"kiosk.db", "key", "lock"}


def test_a_database_that_is_being_written_to_is_not_replaced(backup, filled, monkeypatch):
    monkeypatch.setattr("kiosk.storage.connection.BUSY_MS", 20)
    other = open_database(filled / "kiosk.db", (filled / "key").read_bytes(), wal=False)
    other.execute("PRAGMA journal_mode = DELETE").fetchone()
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(StorageError) as caught:
        put_back(filled, backup, replace=True)
    assert caught.value.code is ErrorCode.STORE_LOCKED
    other.execute("ROLLBACK")
    other.close()
    assert len(everything(filled)["visits"]) == 5
