"""One kiosk to a data folder."""

import subprocess
import sys

import pytest

from kiosk.domain.errors import ErrorCode, StorageError
from kiosk.storage.lock import hold_lock
from kiosk.storage.store import open_store

HOLDER = """
import sys
from pathlib import Path
from kiosk.storage.lock import hold_lock
lock = hold_lock(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


def test_a_second_kiosk_is_refused_until_the_first_ends(folder):
    with hold_lock(folder):
        with pytest.raises(StorageError) as caught:
            hold_lock(folder)
        assert caught.value.code is ErrorCode.STORE_IN_USE
    hold_lock(folder).release()


def test_a_lock_may_be_released_twice(folder):
    lock = hold_lock(folder)
    lock.release()
    lock.release()


def test_a_killed_kiosk_leaves_no_lock(folder):
    command = [sys.executable, "-c", HOLDER, str(folder)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(StorageError):
            hold_lock(folder)
        holder.kill()
    hold_lock(folder).release()


def test_commands_use_the_store_beside_a_running_kiosk(folder):
    with hold_lock(folder), open_store(folder) as one, open_store(folder) as other:
        assert one.staff.all() == other.staff.all() == []


def test_a_file_in_place_of_the_folder_is_refused(tmp_path):
    (tmp_path / "data").write_text("not a folder")
    with pytest.raises(StorageError) as caught:
        hold_lock(tmp_path / "data")
    assert caught.value.code is ErrorCode.STORE_NO_FOLDER
