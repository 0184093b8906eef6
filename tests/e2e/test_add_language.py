"""A language is added by what content/README.md names, and by nothing else."""

import json
import re
import shutil

import pytest

from tests.helpers import pseudo_language as add
from tests.helpers.e2e_kiosk import SMALL, Kiosk, one_line
from tests.helpers.project import ROOT

BOTH = pytest.mark.parametrize(
    "pseudo", [add.LEFT_TO_RIGHT, add.RIGHT_TO_LEFT], ids=["left-to-right", "right-to-left"]
)
FONTS = ROOT / "kiosk" / "_share" / "fonts"
SCRIPT = f"""language = "{add.CODE}"
weeks = 6
topics = ["{add.TOPIC}"]
signs = ["headache"]
epds = [1, 1, 2, 4, 2, 3, 4, 4, 4, 4]
questions = 1
take_home = true
"""


def kiosk_on(folder):
    return Kiosk(folder / "data", ("--content", str(folder / "content")))


def add_language(folder, pseudo, without=""):
    """The steps of the README in their order, one of them left out if it is named."""
    content = shutil.copytree(ROOT / "content", folder / "content")
    steps = {
        "languages.toml": lambda: (content / "languages.toml").write_text(pseudo.table, "utf-8"),
        "fonts": lambda: shutil.copyfile(
            FONTS / "Lexend-Regular.ttf", make(content / "fonts") / "Own-Regular.ttf"
        ),
        "words": lambda: write_words(folder, content, pseudo),
        "topic": lambda: add.write_topic(content, pseudo),
        "signs": lambda: add.write_signs(content, pseudo),
        "helplines.toml": lambda: add.write_help_lines(content, pseudo),
        "glossary": lambda: add.write_glossary(content, pseudo),
    }
    for name, step in steps.items():
        if name != without:
            step()
    return content


def make(folder):
    folder.mkdir()
    return folder


def write_words(folder, content, pseudo):
    done = kiosk_on(folder).run("content", "words", add.CODE)
    if done.status == 0:
        add.translate_words(content, pseudo)
    else:
        assert "languages.toml" in one_line(done) or "unknown language" in one_line(done)


def findings(folder, severity="error"):
    """What the check says of the added language, one line each."""
    done = kiosk_on(folder).run("content", "check", "--json")
    assert done.complaints == []
    return [
        f"{f['path']}: {f['message']}"
        for f in json.loads(done.out)
        if f["severity"] == severity
        and (f["path"] == "languages.toml" or add.CODE in f["path"] + f["message"])
    ]


@BOTH
def test_a_visit_in_an_added_language(tmp_path, pseudo):
    add_language(tmp_path, pseudo)
    assert findings(tmp_path) == []
    assert findings(tmp_path, "warning") == []
    script, out = tmp_path / "script.toml", tmp_path / "out"
    script.write_text(SCRIPT, encoding="utf-8")
    done = kiosk_on(tmp_path).run("rehearse", script, "--out", out, *SMALL)
    assert (done.status, done.complaints) == (0, [])
    visit = json.loads((out / "visit.json").read_text(encoding="utf-8"))
    assert (visit["language"], visit["state"]) == (add.CODE, "finished")
    assert [topic["id"] for topic in visit["topics"]] == [add.TOPIC]
    assert visit["epds"]["state"] == "complete"
    for page in ("summary.pdf", "take-home.pdf"):
        assert (out / page).read_bytes().startswith(b"%PDF")
    assert len(list((out / "screens").glob("*.png"))) == len(visit["screens"])


@pytest.mark.parametrize(
    ("without", "said"),
    [
        ("languages.toml", r'topics/safe-sleep/qps\.md: unknown language "qps".*languages\.toml'),
        ("fonts", r'languages\.toml: "fonts/Own-Regular\.ttf" cannot be read'),
        ("words", r"words/qps\.po: the kiosk has no words in qps"),
        ("topic", r"languages\.toml: no topic is written in qps"),
        ("signs", r"signs/qps\.toml: the signs have no words in this language"),
        ("helplines.toml", r"helplines\.toml: the name of .* is missing in qps"),
    ],
)
def test_without_one_step_the_check_says_what_is_missing(tmp_path, without, said):
    add_language(tmp_path, add.LEFT_TO_RIGHT, without)
    found = findings(tmp_path)
    assert any(re.fullmatch(f"{said}.*", line) for line in found), found


def test_without_a_glossary_the_check_warns(tmp_path):
    add_language(tmp_path, add.LEFT_TO_RIGHT, "glossary")
    assert findings(tmp_path) == []
    assert any("there is no glossary" in line for line in findings(tmp_path, "warning"))


def test_the_steps_of_the_readme_are_these():
    """Whoever changes the steps there changes them here."""
    readme = (ROOT / "content" / "README.md").read_text(encoding="utf-8")
    section = readme.partition("## Add a language\n")[2].partition("\n## ")[0]
    steps = re.findall(r"^\d+\. (.*)$", section, re.MULTILINE)
    named = [
        "languages.toml",
        "fonts/",
        "words/",
        "topics/",
        "signs/",
        "helplines.toml",
        "glossary/",
    ]
    assert [name for name, step in zip(named, steps, strict=False) if name not in step] == []
    assert "kiosk content check" in steps[len(named)]
