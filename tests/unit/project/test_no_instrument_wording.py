"""The wording of the EPDS is not ours to ship: it stands nowhere, not even in the history."""

import shutil
import subprocess

import pytest

from kiosk.library.text_pack import read_fingerprints, read_text_pack
from tests.helpers.epds_texts import made_up_wording, prints_of, published_pack
from tests.helpers.project import ROOT, project_files
from tests.helpers.wording_scan import Scanner, history, text_of

WORDING = made_up_wording()
STEM = WORDING.item(3).stem
OPTION = WORDING.item(3).options[1]


@pytest.fixture
def git():
    found = shutil.which("git")
    if found is None or not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    return [found, "-c", "safe.directory=*"]


def published():
    return read_fingerprints(ROOT / "content")


def found_in(scanner, sources):
    """What stands where; a finding names the item and never repeats it."""
    return {
        name: sorted(found)
        for name, content in sources
        if (text := text_of(content)) is not None and (found := scanner.find(text))
    }


def test_no_file_holds_the_wording():
    sources = ((str(path), (ROOT / path).read_bytes()) for path in project_files())
    assert found_in(Scanner(published()), sources) == {}


def test_the_history_never_held_the_wording(git):
    assert found_in(Scanner(published()), history(git, ROOT)) == {}


@pytest.mark.parametrize(
    "planted",
    [
        STEM,
        f"{STEM}.",
        f"- {STEM.upper()}",
        f"He said: {STEM}, and then he left.",
        f'x = "{STEM}"',
        f"x = ['{STEM}', 'other']",
        f'{{"text":"{STEM}","linkId":"3"}}',
        f'<text x="1">{STEM}</text>',
        f"<b>{STEM[:9]}</b>{STEM[9:]}",
        STEM.replace(" ", "\n", 1),
        "# " + STEM.replace(" ", "\n    # ", 2),
        'x = (\n    "' + STEM.replace(" ", ' "\n    "', 2) + '"\n)',
        'msgstr ""\n"' + STEM.replace(" ", ' "\n"', 2) + '"',
        STEM.replace(" ", "\\n"),
        STEM.replace(" ", "\u00a0"),
        STEM.replace("'", "\u2019"),
        STEM.replace("'", "&#39;"),
        STEM.replace("e", "\\u0065"),
        f"epds_3,radio,{STEM},1",
        f"**{STEM}**",
    ],
)
def test_a_stem_is_found_however_it_is_written(planted):
    scanner = Scanner(prints_of(WORDING, "made-up-1"))
    assert scanner.find(f"first line\n{planted}\nlast line") == {"en item 3"}


def test_an_option_of_five_words_is_found_and_a_shorter_one_is_everybodys():
    scanner = Scanner(prints_of(WORDING, "made-up-1"))
    assert scanner.find(f"3, {OPTION} | 2, other") == {"en item 3 option 2"}
    assert scanner.find("\n".join(item.options[0] for item in WORDING.items)) == set()


def test_other_words_are_not_found():
    scanner = Scanner(prints_of(WORDING, "made-up-1"))
    assert scanner.find(STEM.replace("three", "thirty")) == set()


@pytest.mark.parametrize("place", [0, 1, 40, 98])
def test_a_later_version_is_looked_through_where_it_changed(place):
    scanner = Scanner(prints_of(WORDING, "made-up-1"))
    first, *middle, last = STEM.split()
    before = [f"line {number} of a file" for number in range(place)]
    after = [f"line {number} of a file" for number in range(place, 99)]
    versions = [
        [*before, *middle, *after],
        [*before, "another", *middle, *after],
        [*before, first, *middle, last, *after],
    ]
    found = [scanner.find("\n".join(version)) for version in versions]
    assert found == [set(), set(), {"en item 3"}]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "latin-1"])
def test_other_encodings_are_read_and_pictures_are_not(encoding):
    assert text_of("Ni\u00f1a".encode(encoding)) == "Ni\u00f1a"
    assert text_of(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR") is None


@pytest.mark.parametrize("language", ["en", "es", "fr", "pt_BR", "zh_Hans"])
def test_a_planted_wording_is_found_in_a_history_that_no_longer_shows_it(git, tmp_path, language):
    text = read_text_pack(published_pack(language))
    prints = {**published(), **prints_of(text, "planted")}
    planted = {str(number): text.item(number).stem for number in range(1, 11)}
    longest = max((option for item in text.items for option in item.options), key=len)
    user = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]

    def run(*arguments):
        subprocess.run([*git, *user, *arguments], cwd=tmp_path, check=True, capture_output=True)

    run("init", "--quiet")
    for name, stem in planted.items():
        (tmp_path / f"{name}.py").write_text(f'WORDS = ["{stem}", "other"]\n', encoding="utf-8")
    (tmp_path / "notes.md").write_text(f"They say: {longest}\n", encoding="utf-8")
    run("add", ".")
    run("commit", "--quiet", "-m", "Plant")
    run("rm", "--quiet", "-r", ".")
    run("commit", "--quiet", "-m", "Remove")
    found = found_in(Scanner(prints), history(git, tmp_path))
    assert {name.split(".")[0] for name in found} == {*planted, "notes"}
    for name in planted:
        own = [found[path] for path in found if path.startswith(f"{name}.py")]
        assert own == [[f"{language} item {name}"]]


def test_a_message_of_a_commit_counts_too(git, tmp_path):
    user = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    for arguments in (["init", "--quiet"], ["commit", "--allow-empty", "-m", f"Add\n\n{STEM}"]):
        subprocess.run([*git, *user, *arguments], cwd=tmp_path, check=True, capture_output=True)
    found = found_in(Scanner(prints_of(WORDING, "made-up-1")), history(git, tmp_path))
    assert list(found.values()) == [["en item 3"]]


def test_an_empty_history_holds_nothing(git, tmp_path):
    subprocess.run([*git, "init", "--quiet"], cwd=tmp_path, check=True, capture_output=True)
    assert list(history(git, tmp_path)) == []
