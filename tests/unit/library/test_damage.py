"""Damage of every kind done to the content: always findings, never a failure."""

import random
import shutil

import pytest

from kiosk.domain.language import LANGUAGES
from kiosk.library.finding import Severity
from kiosk.library.load import load_content
from kiosk.settings import default_content_folder

ROUNDS = range(10)
MUTATIONS = 20
KEPT = ("en", "es", "ar")
JUNK = [
    b"\x00\xff\xfe",
    b"\xe2\x80\xae",
    b"{#",
    b"}",
    b"[[[[",
    b'"',
    b"'''",
    b"\n---\n",
    b"- - - - -",
    b">" * 60,
    b"*a" * 300,
    b"<script>",
    b"![](",
    b"\t\t",
    b"= 99999999999999999999",
    b"\r",
    b"## ? ",
    b"- [x] ",
    b"&#0;",
    b"| a |\n|---|\n",
    b"\xef\xbb\xbf",
    b"1979-05-27T",
    b"a.b.c = 1\n",
    b'<!ENTITY x "y">',
]


def damage(file, chance):
    raw = file.read_bytes()
    begin, end = sorted(chance.randrange(len(raw) + 1) for _ in range(2))
    lines = raw.split(b"\n")
    match chance.randrange(8):
        case 0:
            file.write_bytes(raw[:begin] + raw[end:])
        case 1:
            file.write_bytes(
                raw[:begin] + chance.choice(JUNK) * chance.choice((1, 40)) + raw[begin:]
            )
        case 2:
            file.write_bytes(b"")
        case 3:
            file.unlink()
            file.mkdir()
        case 4:
            chance.shuffle(lines)
            file.write_bytes(b"\n".join(lines))
        case 5:
            file.write_bytes(b"\n".join([*lines, chance.choice(lines), chance.choice(lines)]))
        case 6:
            file.write_bytes(chance.randbytes(500))
        case _:
            file.unlink()


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """Some of the project's content: of each kind of file several, read two hundred times."""
    root = tmp_path_factory.mktemp("whole") / "content"
    shutil.copytree(default_content_folder(), root)
    for path in [*root.rglob("*.md"), *root.rglob("*.toml")]:
        if path.stem in LANGUAGES and path.stem not in KEPT:
            path.unlink()
    for topic in sorted((root / "topics").iterdir())[2:]:
        shutil.rmtree(topic)
    assert not load_content(root).errors
    return root


@pytest.mark.parametrize("seed", ROUNDS)
def test_damaged_content_never_fails(whole, tmp_path, seed):
    chance = random.Random(seed)
    for count in range(MUTATIONS):
        root = tmp_path / str(count)
        shutil.copytree(whole, root)
        files = sorted(path for path in root.rglob("*") if path.is_file())
        texts = [path for path in files if path.suffix != ".svg"]
        for _ in range(chance.randint(1, 3)):
            file = chance.choice(texts if chance.random() < 0.8 else files)
            if file.is_file():
                damage(file, chance)
        loaded = load_content(root)
        assert all(finding.line >= 1 and finding.column >= 1 for finding in loaded.findings)
        assert all(str(finding).isprintable() for finding in loaded.findings)
        shown_whole(loaded)


def shown_whole(loaded):
    """Whatever is offered can be shown to its end."""
    library = loaded.library
    broken = {f.path for f in loaded.findings if f.severity is Severity.ERROR}
    for topic in library.topics:
        assert f"topics/{topic.id}/topic.toml" not in broken
        for language, text in topic.texts.items():
            assert f"topics/{topic.id}/{language}.md" not in broken
            assert all(card.id and card.title and card.blocks for card in text.cards)
            assert all(sum(c.right for c in check.choices) == 1 for check in text.checks)
    for language in library.languages:
        assert all(sign.labels[language].label for sign in library.signs)
        assert all(line.name[language] and line.note[language] for line in library.help_lines)
