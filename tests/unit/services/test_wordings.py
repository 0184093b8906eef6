"""The one folder that wordings are picked from."""

import pytest

from kiosk.domain.errors import ErrorCode, InputError, Place
from kiosk.services.wordings import TextFiles
from tests.helpers.epds_texts import made_up_text


@pytest.fixture
def asked():
    return []


@pytest.fixture
def files(tmp_path, asked):
    folder = tmp_path / "epds"
    folder.mkdir()

    def read(path, language):
        asked.append((path, language))
        return made_up_text(language or "en")

    return TextFiles(folder, read)


def test_only_files_that_may_hold_a_wording_are_named(files):
    for name in ("b.toml", "a.JSON", "c.csv", "notes.txt"):
        (files.folder / name).write_text("")
    (files.folder / "d.toml").mkdir()
    assert files.names() == ["a.JSON", "b.toml", "c.csv"]


def test_a_link_that_leads_out_of_the_folder_is_left_out(files, tmp_path):
    (tmp_path / "outside.toml").write_text("")
    (files.folder / "link.toml").symlink_to(tmp_path / "outside.toml")
    (files.folder / "real.toml").write_text("")
    (files.folder / "again.toml").symlink_to(files.folder / "real.toml")
    assert files.names() == ["again.toml", "real.toml"]


def test_a_file_is_read_in_the_language_given(files, asked):
    (files.folder / "form.csv").write_text("")
    assert files.read("form.csv", "es").language == "es"
    assert asked == [(files.folder / "form.csv", "es")]


@pytest.mark.parametrize("name", ["gone.toml", "../outside.toml", "/etc/hosts"])
def test_nothing_beyond_the_folder_is_read(files, tmp_path, asked, name):
    (tmp_path / "outside.toml").write_text("")
    with pytest.raises(InputError) as caught:
        files.read(name)
    assert caught.value.code is ErrorCode.FILE_MISSING
    assert not asked


def test_a_fault_names_the_file_without_its_path(files):
    (files.folder / "form.toml").write_text("")

    def broken(path, language):
        raise InputError(ErrorCode.BAD_TOML, place=Place(str(path), 3, 4), reason="so")

    with pytest.raises(InputError) as caught:
        TextFiles(files.folder, broken).read("form.toml")
    assert caught.value.place == Place("form.toml", 3, 4)


def test_a_fault_without_a_place_stays_as_it_is(files):
    (files.folder / "form.toml").write_text("")

    def broken(path, language):
        raise InputError(ErrorCode.TEXT_LANGUAGE_NEEDED)

    with pytest.raises(InputError) as caught:
        TextFiles(files.folder, broken).read("form.toml")
    assert caught.value.place is None


def test_without_a_folder_there_are_no_files(asked):
    files = TextFiles(None, lambda path, language: made_up_text())
    assert files.names() == []
    with pytest.raises(InputError):
        files.read("form.toml")


def test_a_folder_that_cannot_be_listed_is_told(tmp_path):
    def reader(path, language):
        return made_up_text()

    with pytest.raises(InputError) as caught:
        TextFiles(tmp_path / "gone", reader).names()
    assert caught.value.code is ErrorCode.FILE_MISSING
    (tmp_path / "file").write_text("")
    with pytest.raises(InputError) as caught:
        TextFiles(tmp_path / "file", reader).names()
    assert caught.value.code is ErrorCode.FILE_UNREADABLE
