"""A content folder that changes: noticed, and taken whole or not at all."""

import os
import shutil

import pytest

from kiosk.domain.errors import Place
from kiosk.library.changes import ContentFiles
from kiosk.services.shelf import ContentFault, FaultKind
from kiosk.settings import default_content_folder


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(default_content_folder(), tmp_path / "content")


@pytest.fixture
def card_file(folder):
    return folder / "topics" / "safe-sleep" / "en.md"


def test_an_untouched_folder_has_one_mark(folder):
    assert ContentFiles(folder).mark() == ContentFiles(folder).mark()


def test_every_way_to_save_is_noticed(folder, card_file):
    files = ContentFiles(folder)
    marks = [files.mark()]
    with card_file.open("a") as stream:
        stream.write("\n")
    marks.append(files.mark())
    # As editors do: a new file takes the place of the old one, of the same size and age.
    before = card_file.stat()
    other = card_file.with_name("other")
    shutil.copy(card_file, other)
    os.utime(other, ns=(before.st_atime_ns, before.st_mtime_ns))
    other.replace(card_file)
    marks.append(files.mark())
    card_file.with_name("new.svg").touch()
    marks.append(files.mark())
    card_file.unlink()
    marks.append(files.mark())
    assert len(set(marks)) == len(marks)


def test_what_editors_leave_is_passed_over(folder, card_file):
    files = ContentFiles(folder)
    before = files.mark()
    for name in (".en.md.swp", "en.md~", "#en.md#"):
        card_file.with_name(name).touch()
    (folder / ".git").mkdir()
    (folder / ".git" / "index").touch()
    card_file.with_name("gone").symlink_to("nowhere")
    assert files.mark() == before


def test_a_sound_folder_is_taken(folder):
    change = ContentFiles(folder).load()
    assert change.fault is None
    assert change.library is not None
    assert change.library.topic("safe-sleep").texts["en"].title == "Safe sleep"


def test_one_error_keeps_everything_and_is_named(folder, card_file):
    lines = card_file.read_text(encoding="utf-8").splitlines()
    lines[5] = "## A heading without an id"
    card_file.write_text("\n".join(lines), encoding="utf-8")
    change = ContentFiles(folder).load()
    assert change.library is None
    assert change.fault == ContentFault(FaultKind.ERROR, Place("topics/safe-sleep/en.md", 6))


def test_an_empty_folder_is_not_taken(tmp_path):
    change = ContentFiles(tmp_path).load()
    assert change.library is None
    assert change.fault is not None


def test_what_a_start_would_refuse_is_refused(folder):
    fault = ContentFault(FaultKind.DRAFT, Place("safe-sleep/en"))
    assert ContentFiles(folder, lambda library: fault).load().fault is fault
