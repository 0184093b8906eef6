"""Errors say where, and never more than that by themselves."""

import pytest

from kiosk.domain.errors import ErrorCode, InputError, KioskError, Place, StorageError


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        (Place("kiosk.toml"), "kiosk.toml"),
        (Place("kiosk.toml", 3), "kiosk.toml:3"),
        (Place("kiosk.toml", 3, 7), "kiosk.toml:3:7"),
    ],
)
def test_a_place_reads_as_editors_write_it(place, shown):
    assert str(place) == shown


@pytest.mark.parametrize("kind", [KioskError, StorageError, InputError])
def test_a_log_of_an_error_shows_its_code_and_no_parameter(kind):
    error = kind(ErrorCode.BAD_VALUE, key="name", reason="Maria Santos")
    assert isinstance(error, KioskError)
    assert str(error) == "bad_value"
    assert error.params == {"key": "name", "reason": "Maria Santos"}
    assert error.place is None
