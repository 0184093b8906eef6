"""Files that somebody asked for: whole or not at all."""

import os
import resource

import pytest

from kiosk.cli.output import make_folder, write_bytes
from kiosk.domain.errors import ErrorCode, KioskError

ROOM = 4096


@pytest.fixture
def little_room():
    """No file may grow beyond ROOM bytes, as on a disk that is almost full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


def refusal(function, *arguments):
    with pytest.raises(KioskError) as caught:
        function(*arguments)
    assert caught.value.code is ErrorCode.FILE_UNWRITABLE
    assert caught.value.params["reason"]
    return caught.value


def test_a_folder_is_made_with_its_parents_and_may_be_there(tmp_path):
    wanted = tmp_path / "a" / "b"
    assert make_folder(wanted) == make_folder(wanted) == wanted
    assert wanted.is_dir()


@pytest.mark.parametrize("below", ["", "deeper"])
def test_a_file_in_the_way_of_a_folder(tmp_path, below):
    (tmp_path / "file").write_text("kept")
    wanted = tmp_path / "file" / below
    assert str(refusal(make_folder, wanted).place) == str(wanted)
    assert (tmp_path / "file").read_text() == "kept"


def test_a_file_is_written_over_an_older_one(tmp_path):
    (tmp_path / "page.pdf").write_bytes(b"an older and longer page")
    write_bytes(tmp_path / "page.pdf", b"page")
    assert (tmp_path / "page.pdf").read_bytes() == b"page"
    assert [path.name for path in tmp_path.iterdir()] == ["page.pdf"]


@pytest.mark.parametrize("older", [True, False])
def test_only_its_owner_may_read_a_page(tmp_path, older):
    path = tmp_path / "page.pdf"
    if older:
        path.touch(mode=0o644)
    write_bytes(path, b"page")
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_link_still_leads_to_the_page(tmp_path):
    (tmp_path / "pages").mkdir()
    (tmp_path / "page.pdf").symlink_to(tmp_path / "pages" / "1.pdf")
    for content in (b"first", b"second"):
        write_bytes(tmp_path / "page.pdf", content)
        assert (tmp_path / "page.pdf").is_symlink()
        assert (tmp_path / "pages" / "1.pdf").read_bytes() == content


def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path):
    path = tmp_path / "pipe"
    os.mkfifo(path)
    reader = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_bytes(path, b"page")
        assert os.read(reader, 100) == b"page"
    finally:
        os.close(reader)
    assert path.is_fifo()


def test_a_folder_in_the_way_of_a_file_stays(tmp_path):
    (tmp_path / "page.pdf").mkdir()
    refusal(write_bytes, tmp_path / "page.pdf", b"page")
    assert (tmp_path / "page.pdf").is_dir()


def test_a_folder_that_is_not_there(tmp_path):
    path = tmp_path / "none" / "page.pdf"
    assert str(refusal(write_bytes, path, b"page").place) == str(path)


def test_half_a_page_is_never_left(tmp_path, little_room):
    refusal(write_bytes, tmp_path / "page.pdf", bytes(2 * ROOM))
    assert list(tmp_path.iterdir()) == []


def test_the_older_page_outlives_a_failure(tmp_path, little_room):
    (tmp_path / "page.pdf").write_bytes(b"older")
    refusal(write_bytes, tmp_path / "page.pdf", bytes(2 * ROOM))
    assert (tmp_path / "page.pdf").read_bytes() == b"older"
    assert [path.name for path in tmp_path.iterdir()] == ["page.pdf"]
