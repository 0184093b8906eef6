"""`kiosk content preview` without a display: a picture of each card; what is wrong, in one line."""

import shutil

import pytest

from kiosk.settings import default_content_folder
from tests.helpers.e2e_kiosk import Kiosk

SEEN = b"\x89PNG"


@pytest.fixture
def content(tmp_path):
    return shutil.copytree(default_content_folder(), tmp_path / "content")


@pytest.fixture
def kiosk(tmp_path, content):
    return Kiosk(tmp_path / "data", ("--content", str(content)))


def test_a_picture_of_each_card_and_nothing_else(kiosk, tmp_path):
    out = tmp_path / "pictures"
    told = kiosk.works("content", "preview", "safe-sleep", "--out", out).splitlines()
    assert told == [str(path) for path in sorted(out.iterdir())]
    assert len(told) >= 5
    assert all(path.read_bytes().startswith(SEEN) for path in out.iterdir())
    assert not kiosk.data.exists()


def test_one_card(kiosk, tmp_path):
    out = tmp_path / "pictures"
    kiosk.works("content", "preview", "safe-sleep", "--card", "back", "--out", out)
    assert [path.name for path in out.iterdir()] == ["01-back.png"]


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("gardening", "--out", "out"), 1, "there is no topic gardening"),
        (("safe-sleep", "--card", "moon", "--out", "out"), 1, "there is no card moon"),
        (("safe-sleep", "--lang", "xx", "--out", "out"), 1, "unknown language xx"),
        (("safe-sleep",), 2, "give --out DIR"),
    ],
)
def test_what_cannot_be_shown(kiosk, arguments, status, said):
    done = kiosk.run("content", "preview", *arguments)
    assert done.status == status
    assert said in done.err
    assert "Traceback" not in done.err


def test_a_text_with_an_error_is_told_and_not_shown(kiosk, content, tmp_path):
    path = content / "topics" / "safe-sleep" / "en.md"
    path.write_text("# nothing\n", encoding="utf-8")
    done = kiosk.run("content", "preview", "safe-sleep", "--out", tmp_path / "out")
    assert done.status == 1
    assert "topics/safe-sleep/en.md:1: error" in done.err
