"""What the driver says and what people are told."""

import errno

import pytest
from sqlcipher3 import dbapi2

from kiosk.domain.errors import ErrorCode, StorageError
from kiosk.storage.faults import folder_error, storage_error, translated


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("SQLITE_NOTADB", ErrorCode.STORE_WRONG_KEY),
        ("SQLITE_CORRUPT", ErrorCode.STORE_CORRUPT),
        ("SQLITE_CORRUPT_VTAB", ErrorCode.STORE_CORRUPT),
        ("SQLITE_IOERR_SHORT_READ", ErrorCode.STORE_CORRUPT),
        ("SQLITE_FULL", ErrorCode.DISK_FULL),
        ("SQLITE_IOERR", ErrorCode.DISK_FULL),
        ("SQLITE_IOERR_WRITE", ErrorCode.DISK_FULL),
        ("SQLITE_IOERR_LOCK", ErrorCode.STORE_FAILED),
        ("SQLITE_BUSY", ErrorCode.STORE_LOCKED),
        ("SQLITE_BUSY_SNAPSHOT", ErrorCode.STORE_LOCKED),
        ("SQLITE_CANTOPEN_ISDIR", ErrorCode.STORE_NO_FOLDER),
        ("SQLITE_READONLY_DIRECTORY", ErrorCode.STORE_NO_FOLDER),
        ("SQLITE_CONSTRAINT_UNIQUE", ErrorCode.STORE_FAILED),
    ],
)
def test_every_code_of_the_driver_means_something(name, code):
    error = dbapi2.OperationalError("a secret value")
    error.sqlite_errorname = name
    found = storage_error(error)
    assert found.code is code
    assert "secret" not in repr(found.params) + str(found)


def test_an_error_without_a_code_is_named_by_its_class():
    found = storage_error(dbapi2.ProgrammingError("a secret value"))
    assert found.code is ErrorCode.STORE_FAILED
    assert found.params == {"reason": "ProgrammingError"}


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG])
def test_a_full_file_system_is_a_full_disk(number):
    assert folder_error(OSError(number, "full")).code is ErrorCode.DISK_FULL


def test_any_other_trouble_with_files_concerns_the_folder():
    found = folder_error(OSError(errno.EACCES, "Permission denied", "/srv/name"))
    assert found.code is ErrorCode.STORE_NO_FOLDER
    assert found.params == {"reason": "Permission denied"}


@pytest.mark.parametrize("error", [dbapi2.DatabaseError("x"), OSError(errno.EACCES, "x")])
def test_what_is_raised_inside_comes_out_translated(error):
    with pytest.raises(StorageError) as caught, translated():
        raise error
    assert caught.value.__suppress_context__
