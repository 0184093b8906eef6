"""Files for administrators: new ones only, for their owner alone."""

import stat
from pathlib import Path

import pytest

from kiosk.domain.errors import ErrorCode, KioskError
from kiosk.storage.exports import Exports


def test_a_file_is_written_for_its_owner_alone(tmp_path):
    path = Exports(tmp_path).save("audit.csv", b"lines")
    assert (tmp_path / "audit.csv").read_bytes() == b"lines"
    assert path == str(tmp_path / "audit.csv")
    assert stat.S_IMODE(Path(path).stat().st_mode) == 0o600


def test_an_earlier_file_stays(tmp_path):
    folder = Exports(tmp_path)
    paths = [folder.save("audit.csv", str(n).encode()) for n in range(3)]
    assert [Path(path).name for path in paths] == ["audit.csv", "audit-2.csv", "audit-3.csv"]
    assert (tmp_path / "audit.csv").read_bytes() == b"0"


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(KioskError) as caught:
        Exports(tmp_path / "none").save("audit.csv", b"")
    assert caught.value.code is ErrorCode.FILE_UNWRITABLE
    assert str(tmp_path / "none") in str(caught.value.place)


def test_a_file_that_cannot_be_written_is_named(tmp_path, monkeypatch):
    def refuse(path, content, mode):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("kiosk.storage.exports.replace_file", refuse)
    with pytest.raises(KioskError) as caught:
        Exports(tmp_path).save("audit.csv", b"")
    assert caught.value.params["reason"] == "No space left on device"
