"""The record of approvals, as the kiosk itself writes it."""

import shutil
from datetime import UTC, datetime

import pytest

from kiosk.domain.errors import ErrorCode, InputError, KioskError
from kiosk.library.approvals import APPROVALS_FILE
from kiosk.library.approving import ContentApprovals
from kiosk.library.load import load_content
from kiosk.settings import default_content_folder


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """A content folder with two topics and two languages."""
    own = tmp_path_factory.mktemp("content") / "content"
    keep = ("feelings", "newborn")
    languages = ("fr", "pt_BR", "ht", "ar", "zh_Hans", "vi")
    left_out = [f"{code}.{ending}" for code in languages for ending in ("md", "toml")]
    shutil.copytree(default_content_folder(), own, ignore=shutil.ignore_patterns(*left_out))
    for topic in (own / "topics").iterdir():
        if topic.name not in keep:
            shutil.rmtree(topic)
    return own


@pytest.fixture
def folder(whole, tmp_path):
    return shutil.copytree(whole, tmp_path / "content")


@pytest.fixture
def record(folder):
    return ContentApprovals(folder, lambda: datetime(2026, 3, 2, tzinfo=UTC))


def states(record):
    return {(row.name, row.language): row for row in record.rows()}


def test_every_text_that_is_there_has_a_row(record):
    found = states(record)
    assert {name for name, _ in found} == {"feelings", "newborn", "signs", "helplines"}
    assert found["feelings", "es"].state == "draft"


def test_what_is_read_is_the_file_letter_by_letter(record, folder):
    read = record.read("feelings", "es")
    assert read.text == (folder / "topics" / "feelings" / "es.md").read_text(encoding="utf-8")


def test_approving_shows_where_the_kiosk_looks(record, folder):
    read = record.read("feelings", "es")
    record.approve("feelings", "es", read.mark, " Ines  R. ", "midwife")
    row = states(record)["feelings", "es"]
    assert (row.state, row.by) == ("approved", "Ines R., midwife, 2026-03-02")
    assert ("feelings", "es") in load_content(folder).library.approved


def test_a_text_that_changed_is_read_again(record, folder):
    read = record.read("feelings", "es")
    path = folder / "topics" / "feelings" / "es.md"
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        record.approve("feelings", "es", read.mark, "Ines", "midwife")
    assert caught.value.code is ErrorCode.TEXT_CHANGED
    record.approve("feelings", "es", record.read("feelings", "es").mark, "Ines", "midwife")
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert states(record)["feelings", "es"].state == "outdated"


@pytest.mark.parametrize(("by", "role"), [("Ines", "  "), ("", "midwife")])
def test_nobody_stands_for_it_without_a_name_and_a_role(record, folder, by, role):
    read = record.read("feelings", "es")
    before = (folder / APPROVALS_FILE).read_bytes() if (folder / APPROVALS_FILE).exists() else b""
    with pytest.raises(InputError) as caught:
        record.approve("feelings", "es", read.mark, by, role)
    assert caught.value.code is ErrorCode.APPROVAL_UNNAMED
    after = (folder / APPROVALS_FILE).read_bytes() if (folder / APPROVALS_FILE).exists() else b""
    assert after == before


def test_a_text_with_errors_cannot_be_read(record, folder):
    path = folder / "topics" / "feelings" / "es.md"
    path.write_text("nothing of a topic", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        record.read("feelings", "es")
    assert caught.value.code is ErrorCode.CONTENT_BROKEN
    with pytest.raises(InputError):
        record.read("nowhere", "es")


def test_a_broken_record_is_never_written_over(record, folder):
    read = record.read("feelings", "es")
    (folder / APPROVALS_FILE).write_text("broken = [", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        record.approve("feelings", "es", read.mark, "Ines", "midwife")
    assert caught.value.code is ErrorCode.CONTENT_BROKEN
    assert (folder / APPROVALS_FILE).read_text(encoding="utf-8") == "broken = ["


def test_a_disk_that_is_full_is_told(record, monkeypatch):
    def refuse(path, content, mode):
        raise OSError(28, "No space left on device")

    read = record.read("feelings", "es")
    monkeypatch.setattr("kiosk.library.approving.replace_file", refuse)
    with pytest.raises(KioskError) as caught:
        record.approve("feelings", "es", read.mark, "Ines", "midwife")
    assert caught.value.code is ErrorCode.FILE_UNWRITABLE
