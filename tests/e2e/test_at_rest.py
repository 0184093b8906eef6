"""What lies on the disk tells nothing: while a visit runs, after a crash, and at the end."""

import json
import os
import re
import shutil
import signal
import stat
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.storage.connection import open_database
from tests.helpers.e2e_kiosk import COLOURS, DATA_FILES, SMALL, Kiosk, rehearse
from tests.helpers.e2e_running import end, running, wait_for_store
from tests.helpers.e2e_window import start
from tests.helpers.epds_texts import published_pack

NAME, PIN = "Rosalinda Quintero", "739182"
SCRIPT = """
language = "en"
stage = "postpartum"
weeks = 6
interpreter = true
topics = ["preeclampsia", "safe-sleep"]
blood_pressure = "164/112"
signs = ["vision-changes", "thoughts-of-harm"]
epds = [1, 2, 3, 2, 3, 2, 3, 2, 3, 2]
questions = 2
take_home = true
"""
MOMENTS = ("in the middle", "after a crash", "after a visit", "kiosk runs", "kiosk has ended")
LEAST = 12
"""Letters that a stem or option must have, or it might be in a file by chance."""

FACTS = (
    "postpartum", "interpreter", "preeclampsia", "safe-sleep", "vision-changes",
    "thoughts-of-harm", "164/112", "systolic", "warning_sign", "item_10", "blood_pressure",
    "ItemAnswered", "CREATE TABLE", "SQLite format", "Safe sleep", NAME, PIN,
)  # fmt: skip
CODE = re.compile(rb"(?:" + "|".join(COLOURS).encode() + rb")[ \"',:_-]{0,4}[1-9][0-9]")


def encoded(word: str) -> set[bytes]:
    """A word as UTF-8, both kinds of UTF-16, and JSON escapes."""
    return {
        word.encode(),
        word.encode("utf-16-le"),
        word.encode("utf-16-be"),
        json.dumps(word)[1:-1].encode(),
    }


def files_below(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def told_by(folder: Path, words: list[str]) -> list[tuple[str, str]]:
    """Which files of a folder hold which of the words, or any visit's code."""
    found: list[tuple[str, str]] = []
    for path in files_below(folder):
        content = path.read_bytes()
        found += [
            (path.name, word) for word in words if any(form in content for form in encoded(word))
        ]
        found += [(path.name, match.decode("latin-1")) for match in CODE.findall(content)]
    return found


def wording() -> list[str]:
    """The stems and options of the installed text that are long enough."""
    pack = tomllib.loads(published_pack("en").read_text(encoding="utf-8"))
    parts = [part for item in pack["item"] for part in (item["stem"], *item["options"])]
    return [part for part in (*parts, pack["citation"]) if len(part) >= LEAST]


class Story:
    """Everything that happens on one data folder; after each step the folder is copied."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.data = folder / "data"
        for name in ("tmp", "home"):
            (folder / name).mkdir()
        home = str(folder / "home")
        kinds = ("DATA_HOME", "CONFIG_HOME", "CACHE_HOME", "STATE_HOME", "RUNTIME_DIR")
        self._environment = {f"XDG_{kind}": home for kind in kinds}
        self._environment |= {"HOME": home, "TMPDIR": str(folder / "tmp")}
        self._kiosk = Kiosk(self.data, environment=self._environment)
        self._codes: list[str] = []

    def tell(self) -> None:
        self._kiosk.works("epds", "install", published_pack("en"), "--permission", "for tests")
        self._kiosk.works("staff", "add", NAME, "--pin-stdin", given=f"{PIN}\n")
        (self._folder / "script.toml").write_text(SCRIPT, encoding="utf-8")
        self._crash()
        self._visit()
        self._run()
        (self._folder / "codes.json").write_text(json.dumps(self._codes))

    def _keep(self, moment: str) -> None:
        shutil.copytree(self.data, self._folder / "moments" / moment)
        for name in ("tmp", "home"):
            shutil.copytree(self._folder / name, self._folder / f"{name}-{moment}")

    def _crash(self) -> None:
        more = self._environment | {"KIOSK_TEST_TEXTS": "1"}
        window = start(self._folder / "script.toml", self._folder, **more)
        assert window.stdout is not None
        try:
            for line in window.stdout:
                told = json.loads(line)
                if told["name"] == "epds-10-answered":
                    self._codes.append(told["code"])
                    break
            window.send_signal(signal.SIGSTOP)
            self._keep("in the middle")
        finally:
            window.kill()
            window.stdout.close()
            window.wait()
        self._keep("after a crash")

    def _visit(self) -> None:
        out = self._folder / "out"
        script = self._folder / "script.toml"
        self._kiosk.works("rehearse", script, "--out", out, *SMALL)
        self._codes.append(json.loads((out / "visit.json").read_text(encoding="utf-8"))["code"])
        self._keep("after a visit")

    def _run(self) -> None:
        with running(self._kiosk) as process:
            wait_for_store(self._kiosk, process)
            process.send_signal(signal.SIGSTOP)
            self._keep("kiosk runs")
            process.send_signal(signal.SIGCONT)
            assert end(process, within=20) == (0, "")
        self._keep("kiosk has ended")


@pytest.fixture
def story(once) -> Path:
    published_pack("en")
    return once("at-rest", lambda folder: Story(folder).tell())


@pytest.fixture(params=MOMENTS)
def moment(request, story) -> Path:
    return story / "moments" / request.param


def secrets_of(story: Path) -> list[str]:
    codes: list[str] = json.loads((story / "codes.json").read_text())
    assert len(codes) == 2
    return [*codes, *(code.replace(" ", "") for code in codes), *FACTS, *wording()]


def test_no_file_of_the_data_folder_tells_anything(story, moment):
    assert {path.name for path in files_below(moment)} >= {"kiosk.db", "key"}
    assert told_by(moment, secrets_of(story)) == []


def test_the_search_finds_what_it_looks_for(tmp_path, story):
    words = [*secrets_of(story), "حمّى"]
    assert len(words) > 40
    for number, word in enumerate(words):
        for kind, form in enumerate(encoded(word)):
            folder = tmp_path / f"{number}-{kind}"
            folder.mkdir()
            (folder / "file").write_bytes(os.urandom(99) + form + os.urandom(99))
            assert ("file", word) in told_by(folder, [word])
    (tmp_path / "codes").mkdir()
    for code in ("green 42", '["green", 42', "rose-17", "teal10"):
        (tmp_path / "codes" / "file").write_bytes(code.encode())
        assert told_by(tmp_path / "codes", [])


def test_the_data_folder_holds_only_its_own_files_for_its_owner_alone(moment):
    entries = {path.name: path for path in moment.iterdir()}
    assert entries.keys() <= DATA_FILES
    modes = {name: stat.S_IMODE(path.stat().st_mode) for name, path in entries.items()}
    assert modes == dict.fromkeys(entries, 0o600)
    assert stat.S_IMODE(moment.stat().st_mode) == 0o700


def test_the_log_has_no_such_words(story):
    log = story / "moments" / "kiosk has ended" / "kiosk.log"
    text = log.read_text(encoding="utf-8")
    assert not [word for word in (*secrets_of(story), *COLOURS) if word in text]


def left_elsewhere(story: Path, name: str) -> Iterator[Path]:
    for kept in (story / name, *(story / f"{name}-{moment}" for moment in MOMENTS)):
        assert kept.is_dir()
        yield from files_below(kept)


def test_nothing_is_written_for_the_time_being(story):
    assert list(left_elsewhere(story, "tmp")) == []


def test_nothing_of_a_visit_is_written_below_her_home(story):
    for name in ("home", *(f"home-{moment}" for moment in MOMENTS)):
        assert told_by(story / name, secrets_of(story)) == []


def test_what_she_asked_to_forget_is_nowhere_even_with_the_key(tmp_path):
    script = (
        'language = "en"\nstage = "pregnant"\nepds = [2, 2, 2]\nleave_at = "home"\nforget = true\n'
    )
    rehearsed = rehearse(tmp_path, script, *SMALL)
    assert rehearsed.visit["epds"]["positions"] == []
    database = open_database(rehearsed.data / "kiosk.db", (rehearsed.data / "key").read_bytes())
    kinds = {kind for (kind,) in database.execute("SELECT kind FROM facts")}
    database.close()
    assert kinds & {"ItemAnswered", "StageGiven", "InstrumentOpened"} == set()
    assert "Forgotten" in kinds
