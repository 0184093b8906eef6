"""Transactions: all or nothing, one at a time, and wiped where promised."""

import threading

import pytest
from sqlcipher3 import dbapi2

from kiosk.domain.errors import ErrorCode, StorageError
from kiosk.storage import connection as connection_module
from kiosk.storage.connection import Connection, open_database

KEY = bytes(range(32))


@pytest.fixture
def connection(tmp_path):
    opened = Connection(open_database(tmp_path / "kiosk.db", KEY))
    with opened.transaction() as database:
        database.execute("CREATE TABLE notes (note TEXT UNIQUE)")
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("secure_delete", 1),
        ("temp_store", 2),
        ("busy_timeout", 5000),
    ],
)
def test_the_settings_hold(connection, pragma, value):
    assert connection.rows(f"PRAGMA {pragma}") == [(value,)]


def test_a_failure_inside_undoes_all_of_it(connection):
    def insert(note: str, times: int) -> None:
        with connection.transaction() as database:
            for _ in range(times):
                database.execute("INSERT INTO notes VALUES (?)", [note])

    with pytest.raises(StorageError) as caught:
        insert("one", times=2)
    assert caught.value.code is ErrorCode.STORE_FAILED
    assert str(caught.value.params["reason"]).startswith("SQLITE_CONSTRAINT")
    assert connection.rows("SELECT * FROM notes") == []
    insert("two", times=1)
    assert connection.rows("SELECT * FROM notes") == [("two",)]


def test_a_full_database_refuses_and_then_goes_on(connection):
    ((pages,),) = connection.rows("PRAGMA page_count")
    connection.rows(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StorageError) as caught, connection.transaction() as database:
        database.execute("INSERT INTO notes VALUES (?)", ["x" * 100_000])
    assert caught.value.code is ErrorCode.DISK_FULL
    connection.rows(f"PRAGMA max_page_count = {pages + 1000}")
    with connection.transaction() as database:
        database.execute("INSERT INTO notes VALUES (?)", ["x" * 100_000])
    assert connection.rows("SELECT length(note) FROM notes") == [(100_000,)]


def test_another_program_that_writes_is_waited_for_and_then_named(tmp_path, monkeypatch):
    monkeypatch.setattr(connection_module, "BUSY_MS", 20)
    one = Connection(open_database(tmp_path / "kiosk.db", KEY))
    other = Connection(open_database(tmp_path / "kiosk.db", KEY))
    with one.transaction(), pytest.raises(StorageError) as caught, other.transaction():
        pass
    assert caught.value.code is ErrorCode.STORE_LOCKED
    with other.transaction() as database:
        database.execute("CREATE TABLE notes (note TEXT)")
    one.close()
    other.close()


def test_threads_take_turns(connection):
    def write(start: int) -> None:
        for number in range(start, start + 25):
            with connection.transaction() as database:
                database.execute("INSERT INTO notes VALUES (?)", [str(number)])

    threads = [threading.Thread(target=write, args=[start]) for start in (0, 100, 200)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert connection.rows("SELECT count(*) FROM notes") == [(75,)]


def test_erasing_empties_the_log(connection, tmp_path):
    with connection.transaction() as database:
        database.execute("INSERT INTO notes VALUES ('one')")
    log = tmp_path / "kiosk.db-wal"
    assert log.stat().st_size > 0
    with connection.erasing() as database:
        database.execute("DELETE FROM notes")
    assert log.stat().st_size == 0


def test_a_reader_in_the_way_delays_the_erasing_to_the_next_write(connection, tmp_path):
    log = tmp_path / "kiosk.db-wal"
    reader = open_database(tmp_path / "kiosk.db", KEY)
    reader.execute("BEGIN")
    reader.execute("SELECT * FROM notes").fetchall()
    with connection.erasing() as database:
        database.execute("DELETE FROM notes")
    assert log.stat().st_size > 0
    reader.execute("ROLLBACK")
    with connection.transaction() as database:
        database.execute("INSERT INTO notes VALUES ('two')")
    assert log.stat().st_size == 0
    reader.close()


def test_sweeping_never_undoes_what_was_written(connection):
    connection.close()
    connection.sweep()
    with pytest.raises(StorageError):
        connection.rows("SELECT * FROM notes")


def test_a_wrong_key_opens_nothing_and_the_driver_keeps_quiet(tmp_path, connection, capfd):
    with pytest.raises(dbapi2.DatabaseError):
        open_database(tmp_path / "kiosk.db", bytes(32))
    assert capfd.readouterr() == ("", "")
