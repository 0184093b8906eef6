"""What is wrong is said in one line, with exit status 1, and nothing that was kept is lost."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.storage.connection import open_database
from kiosk.storage.migrations import STEPS, migrations
from tests.helpers.e2e_kiosk import SCRIPTS, SMALL, Kiosk, one_line, rehearse
from tests.helpers.project import ROOT

PLAIN = 'language = "en"\n'
BROKEN = "broken [[\n"
LONG = SCRIPTS / "pregnant-ar-idle.toml"


@pytest.fixture
def data(once, tmp_path) -> Path:
    """A data folder with one visit and an alert in it."""

    def make(folder: Path) -> None:
        script = 'language = "en"\nstage = "pregnant"\nsigns = ["headache"]\n'
        assert rehearse(folder, script, *SMALL).done.status == 0

    return copied(once("one-visit", make) / "data", tmp_path / "data")


@pytest.fixture
def kiosk(data) -> Iterator[Kiosk]:
    """Afterwards the data folder opens as before, with everything in it."""
    kiosk = Kiosk(data)
    board, alerts = kinds(kiosk)
    assert len(board) == len(alerts) == 1
    yield kiosk
    assert kinds(kiosk) == (board, alerts)


def kinds(kiosk: Kiosk) -> tuple[list[dict[str, object]], list[object]]:
    """The board, and of what kind its alerts are: their age changes."""
    board, alerts = kiosk.kept()
    return board, [alert["kind"] for alert in alerts]


def copied(source: Path, target: Path) -> Path:
    shutil.copytree(source, target)
    return target


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("script", "place", "named"),
    [
        ('language = "xx"\n', "1:1", "xx"),
        ('language = "en"\ntopics = ["gardening"]\n', "2:11", "gardening"),
        ('language = "en"\nepds = [1, 5]\n', "2:1", "item 2"),
        ('language = "en"\n\nlangage = "en"\n', "3:1", "language"),
        ("stage = \n", "1:9", "TOML"),
        ("weeks = 4\n", "", "language"),
        ('language = "en"\nstage = "supporting"\nepds = [1]\n', "3:1", "companion"),
        ('language = "en"\nblood_pressure = "148/94"\n', "2:1", "preeclampsia"),
    ],
)
def test_a_script_that_is_wrong(kiosk, tmp_path, script, place, named):
    path, out = written(tmp_path / "script.toml", script), tmp_path / "out"
    line = one_line(kiosk.run("rehearse", path, "--out", out))
    assert line.startswith(f"kiosk: {path}:{place}")
    assert named in line
    assert not out.exists()


def test_a_script_that_is_not_there(kiosk, tmp_path):
    path = tmp_path / "nowhere.toml"
    assert str(path) in one_line(kiosk.run("rehearse", path, "--out", tmp_path / "out"))


def run_on(kiosk: Kiosk, content: Path, tmp_path: Path, script: str = PLAIN) -> str:
    """The line with which a rehearsal on other content is refused."""
    path = written(tmp_path / "script.toml", script)
    other = Kiosk(kiosk.data, ["--content", str(content)])
    return one_line(other.run("rehearse", path, "--out", tmp_path / "out", *SMALL))


@pytest.mark.parametrize("table", ["signs/signs.toml", "helplines.toml"])
def test_content_whose_safety_tables_are_broken_runs_no_kiosk(kiosk, tmp_path, table):
    content = copied(ROOT / "content", tmp_path / "content")
    written(content / table, BROKEN)
    line = run_on(kiosk, content, tmp_path)
    assert str(content / table) in line
    line = one_line(Kiosk(kiosk.data, ["--content", str(content)]).run("run"))
    assert str(content / table) in line


def test_a_topic_whose_table_is_broken_cannot_be_read(kiosk, tmp_path):
    content = copied(ROOT / "content", tmp_path / "content")
    written(content / "topics" / "safe-sleep" / "topic.toml", BROKEN)
    line = run_on(kiosk, content, tmp_path, f'{PLAIN}topics = ["safe-sleep"]\n')
    assert "safe-sleep" in line


@pytest.mark.parametrize("exists", [True, False])
def test_content_without_a_topic(kiosk, tmp_path, exists):
    content = tmp_path / "content"
    if exists:
        content.mkdir()
    assert str(content) in run_on(kiosk, content, tmp_path)


@pytest.mark.parametrize("command", ["rehearse", "run", "visits"])
@pytest.mark.parametrize("fault", ["wrong", "short", "missing"])
def test_a_key_that_does_not_fit(kiosk, tmp_path, command, fault):
    key = kiosk.data / "key"
    right, database = key.read_bytes(), (kiosk.data / "kiosk.db").read_bytes()
    if fault == "missing":
        key.unlink()
    else:
        key.write_bytes(bytes(32) if fault == "wrong" else right[:5])
    script = written(tmp_path / "script.toml", PLAIN)
    rest = (script, "--out", tmp_path / "out") if command == "rehearse" else ()
    assert "key" in one_line(kiosk.run(command, *rest))
    assert (kiosk.data / "kiosk.db").read_bytes() == database
    assert key.exists() is (fault != "missing")
    key.write_bytes(right)


def later_version(database: Path, key: bytes) -> Callable[[], None]:
    opened = open_database(database, key)
    (version,) = opened.execute("PRAGMA user_version").fetchone()
    opened.execute(f"PRAGMA user_version = {version + 1}")
    opened.close()

    def undo() -> None:
        opened = open_database(database, key)
        opened.execute(f"PRAGMA user_version = {version}")
        opened.close()

    return undo


def later_step(database: Path, key: bytes) -> Callable[[], None]:
    opened = open_database(database, key)
    migrations({**STEPS, "9999_later": lambda _database: None}).apply(opened)
    opened.close()

    def undo() -> None:
        opened = open_database(database, key)
        opened.execute("DELETE FROM _sqlite_migrations WHERE name = '9999_later'")
        opened.close()

    return undo


@pytest.mark.parametrize("newer", [later_version, later_step])
def test_a_database_of_a_later_version(kiosk, tmp_path, newer):
    undo = newer(kiosk.data / "kiosk.db", (kiosk.data / "key").read_bytes())
    script = written(tmp_path / "script.toml", PLAIN)
    assert "newer version" in one_line(kiosk.run("rehearse", script, "--out", tmp_path / "out"))
    assert "newer version" in one_line(kiosk.run("run"))
    assert "newer version" in one_line(kiosk.run("visits"))
    undo()


@pytest.mark.parametrize("command", ["visits", "run"])
@pytest.mark.parametrize(
    "text", [b"mode = \xff\xfe", b"mode =", b"mood = 'rehearsal'", b"[idle]\nseconds = 1", None]
)
def test_settings_that_cannot_be_read(kiosk, tmp_path, command, text):
    settings = tmp_path / "kiosk.toml"
    if text is not None:
        settings.write_bytes(text)
    done = Kiosk(kiosk.data, ["--settings", str(settings)]).run(command)
    assert str(settings) in one_line(done)


@pytest.fixture
def small_disk(tmp_path) -> Iterator[Path]:
    """A file system of one megabyte."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
    mounted = os.geteuid() == 0 and subprocess.run(mount, check=False).returncode == 0
    if not mounted:
        pytest.skip("only root may mount a small file system; a limit on file sizes is tested")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


def fill(disk: Path, *, left: int) -> Path:
    """Write a file that leaves `left` bytes free."""
    filler = disk / "filler"
    free = shutil.disk_usage(disk).free
    filler.write_bytes(bytes(free - left))
    return filler


def check_kept(kiosk: Kiosk, board: list[dict[str, object]]) -> None:
    """What was there is there, and a visit can be made again."""
    [before] = board
    visits, alerts = kiosk.kept()
    assert before in visits
    assert {alert["visit"] for alert in alerts} >= {before["id"]}


@pytest.mark.parametrize("left", [0, 8_192, 100_000])
def test_a_full_disk_for_the_data(data, small_disk, tmp_path, left):
    board, _ = Kiosk(data).kept()
    kiosk = Kiosk(copied(data, small_disk / "data"))
    filler = fill(small_disk, left=left)
    done = kiosk.run("rehearse", LONG, "--out", tmp_path / "out", *SMALL)
    assert "the disk is full" in one_line(done)
    filler.unlink()
    check_kept(kiosk, board)
    script = written(tmp_path / "script.toml", PLAIN)
    kiosk.works("rehearse", script, "--out", tmp_path / "out", *SMALL)
    assert {row["state"] for row in kiosk.kept()[0]} <= {"finished", "unfinished"}


def test_a_full_disk_for_the_pages(kiosk, small_disk, tmp_path):
    filler = fill(small_disk, left=100_000)
    shutil.copytree(kiosk.data, tmp_path / "other")
    other, out = Kiosk(tmp_path / "other"), small_disk / "out"
    line = one_line(other.run("rehearse", LONG, "--out", out, *SMALL))
    assert str(out) in line
    assert not (out / "visit.json").exists()
    filler.unlink()
    check_kept(other, kiosk.kept()[0])


@pytest.mark.parametrize("further", [0, 40_000])
def test_a_limit_on_the_size_of_files(data, tmp_path, further):
    board, _ = Kiosk(data).kept()
    limit = (data / "kiosk.db").stat().st_size + further
    prefix = ["prlimit", f"--fsize={limit}"]
    limited = Kiosk(data, before=prefix)
    done = limited.run("rehearse", LONG, "--out", tmp_path / "out", *SMALL)
    assert "the disk is full" in one_line(done)
    check_kept(Kiosk(data), board)
