"""Opening a data folder, whatever lies in it, and what lasts there."""

import os
import resource
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager

import pytest

from kiosk.domain import facts
from kiosk.domain.errors import ErrorCode, StorageError
from kiosk.domain.instrument_text import InstalledText, Permission
from kiosk.services.ports import PageKind, StaffMember
from kiosk.storage.store import open_store
from tests.helpers.epds_texts import made_up_text
from tests.helpers.stored_visits import NOON, put_next, put_visit

APPENDER = """
import sys
from itertools import count
from pathlib import Path
from kiosk.domain.facts import CardShown
from kiosk.storage.store import open_store
from tests.helpers.stored_visits import put_next, put_visit
with open_store(Path(sys.argv[1])) as store:
    put_visit(store.visits, "v")
    for number in count(1):
        put_next(store.visits, "v", CardShown("topic", str(number)))
        print(number, flush=True)
"""


def failure(folder) -> StorageError:
    with pytest.raises(StorageError) as caught:
        open_store(folder)
    return caught.value


def fill(folder, visits=30) -> None:
    with open_store(folder) as store:
        for number in range(visits):
            put_visit(store.visits, f"{number:032x}", facts.CardShown("topic", "card" * 100))


@contextmanager
def largest_file(size: int) -> Generator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_the_folder_holds_the_database_and_the_key_and_nothing_else(folder):
    with open_store(folder):
        names = {path.name for path in folder.iterdir()}
        assert names == {"key", "kiosk.db", "kiosk.db-shm", "kiosk.db-wal"}
    assert {path.name for path in folder.iterdir()} == {"key", "kiosk.db"}


def test_only_the_owner_may_look(folder):
    with open_store(folder):
        assert folder.stat().st_mode & 0o777 == 0o700
        assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}


def test_a_folder_in_use_for_something_else_keeps_its_mode(folder):
    folder.mkdir(mode=0o755)
    (folder / "other").touch()
    folder.chmod(0o755)
    open_store(folder).close()
    assert folder.stat().st_mode & 0o777 == 0o755


def test_closing_twice_does_no_harm(folder):
    store = open_store(folder)
    store.close()
    store.close()


def test_another_key_is_refused(folder):
    fill(folder)
    (folder / "key").write_bytes(bytes(32))
    assert failure(folder).code is ErrorCode.STORE_WRONG_KEY


def test_a_missing_key_is_refused(folder):
    fill(folder)
    (folder / "key").unlink()
    assert failure(folder).code is ErrorCode.STORE_KEY_MISSING


@pytest.mark.parametrize(
    "keep", [0, 100, 4096, 4096 + 777, 30_000], ids=lambda size: f"{size} bytes left"
)
def test_a_cut_off_database_is_refused(folder, keep):
    fill(folder)
    os.truncate(folder / "kiosk.db", keep)
    assert failure(folder).code is ErrorCode.STORE_CORRUPT
    assert (folder / "kiosk.db").stat().st_size == keep


def test_a_page_of_garbage_is_noticed_when_it_is_read(folder):
    fill(folder, visits=200)
    database = folder / "kiosk.db"
    size = database.stat().st_size
    with database.open("r+b") as stream:
        stream.seek(4096 * 40)
        stream.write(os.urandom(size - 4096 * 40))
    visits = [f"{number:032x}" for number in range(200)]
    with open_store(folder) as store, pytest.raises(StorageError) as caught:
        _ = [store.visits.entries(visit) for visit in visits]
    assert caught.value.code is ErrorCode.STORE_CORRUPT


@pytest.mark.parametrize("content", [b"no database at all\n" * 1000, b"SQLite format 3\0" * 300])
def test_another_file_in_its_place_is_refused(folder, content):
    fill(folder)
    (folder / "kiosk.db").write_bytes(content)
    assert failure(folder).code is ErrorCode.STORE_CORRUPT


def test_a_database_that_was_taken_away_from_its_log_is_not_made_anew(folder):
    with open_store(folder) as store:
        put_visit(store.visits, "v")
        (folder / "kiosk.db").rename(folder.parent / "elsewhere")
        code = failure(folder).code
        (folder.parent / "elsewhere").rename(folder / "kiosk.db")
    assert code is ErrorCode.STORE_CORRUPT


def test_a_first_run_that_was_cut_off_starts_again(folder):
    open_store(folder).close()
    (folder / "kiosk.db").rename(folder / "kiosk.db.new")
    with open_store(folder) as store:
        assert store.visits.board(limit=10) == []
    assert {path.name for path in folder.iterdir()} == {"key", "kiosk.db"}


def test_a_file_in_place_of_the_folder_is_refused(folder):
    folder.write_text("not a folder")
    assert failure(folder).code is ErrorCode.STORE_NO_FOLDER


def test_a_folder_in_place_of_the_database_is_refused(folder):
    (folder / "kiosk.db").mkdir(parents=True)
    (folder / "key").write_bytes(bytes(32))
    assert failure(folder).code in (ErrorCode.STORE_NO_FOLDER, ErrorCode.STORE_CORRUPT)


def test_a_full_disk_loses_nothing_that_was_saved(folder):
    with open_store(folder) as store:
        put_visit(store.visits, "v")
        saved = 0
        failed = None
        with largest_file((folder / "kiosk.db-wal").stat().st_size + 100_000):
            while failed is None:
                try:
                    put_next(store.visits, "v", facts.CardShown("topic", str(saved)))
                    saved += 1
                except StorageError as error:
                    failed = error.code
        assert failed is ErrorCode.DISK_FULL
        assert saved > 0
        assert len(store.visits.entries("v")) == saved + 1
        put_next(store.visits, "v", facts.CardShown("topic", "after"))
    with open_store(folder) as store:
        kept = [entry.fact for entry in store.visits.entries("v")[1:]]
    assert kept == [facts.CardShown("topic", str(n)) for n in (*range(saved), "after")]


def test_a_full_disk_at_the_first_run_leaves_nothing_in_the_way(folder):
    with largest_file(8192):
        assert failure(folder).code is ErrorCode.DISK_FULL
    with open_store(folder) as store:
        assert store.visits.board(limit=10) == []


def test_what_was_reported_saved_survives_a_kill(folder):
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(
        [sys.executable, "-c", APPENDER, str(folder)],
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    ) as appender:
        assert appender.stdout
        while appender.stdout.readline() != "40\n":
            assert appender.poll() is None
        appender.kill()
        rest = appender.stdout.read().split()
    reported = int(rest[-1]) if rest else 40
    with open_store(folder) as store:
        kept = [entry.fact for entry in store.visits.entries("v")[1:]]
        assert len(kept) in (reported, reported + 1)
        assert kept == [facts.CardShown("topic", str(n)) for n in range(1, len(kept) + 1)]
        put_next(store.visits, "v", facts.Finished())


def test_no_file_of_the_folder_shows_what_was_planted(folder):
    with open_store(folder) as store:
        put_visit(
            store.visits,
            "visit-marker",
            facts.CheckAnswered("topic-marker", "question-marker", "option-marker", right=True),
            facts.ItemAnswered("instrument-marker", 10, 1, 2.0),
            code=("violet", 77),
        )
        text = made_up_text(version="version-marker")
        store.texts.put(InstalledText(text, Permission("permission-marker"), verified=False), NOON)
        store.staff.put(StaffMember("name-marker", "role-marker", "hash-marker"))
        store.print_jobs.add("visit-marker", PageKind.SUMMARY, NOON, "by-marker")
        store.audit.write(NOON, "who-marker", "action-marker", "subject-marker")
        open_content = [path.read_bytes() for path in folder.iterdir()]
    closed_content = [path.read_bytes() for path in folder.iterdir()]
    for content in (*open_content, *closed_content):
        for marker in (b"marker", b"violet", b"Stem 1", b"Option", b"CREATE TABLE", b"SQLite"):
            assert marker not in content


def test_importing_the_package_does_not_import_sqlite_utils():
    check = (
        "import sys, kiosk.storage.store, kiosk.storage.lock, kiosk.storage.pins;"
        "sys.exit('sqlite_utils' in sys.modules or 'argon2' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0
