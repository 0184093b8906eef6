"""A thousand kinds of damage to a small content folder: findings with a place, never a failure.

One topic is damaged, or what all topics share; the other topic must be shown as before.
"""

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.library.check import check
from kiosk.library.finding import Finding
from kiosk.library.load import build_library
from kiosk.library.tree import read_tree

DAMAGED, GOOD = "topics/safe-sleep", "topics/first"
SHARED = (
    "signs/signs.toml",
    "signs/en.toml",
    "signs/es.toml",
    "helplines.toml",
    "glossary/en.toml",
    "glossary/es.toml",
    "approvals.toml",
)
ROUNDS = 20
EACH = 50
HIDDEN = [
    "\u202e",
    "\u2066",
    "\u200b",
    "\x00",
    "\x1b[31m",
    "\ufeff",
    "\x85",
    "\u2028",
    "\U000e0041",
]
VALUES = [
    "1",
    "-1",
    "1e400",
    "true",
    '""',
    "[]",
    "[[]]",
    "{}",
    "1979-05-27",
    '"x"',
    "[1, 2]",
    "nan",
]
JUNK = ["[", "> ", "- ", "*a", "`", "![", "## ? ", "- [x] ", "{#", "12-", "a_", "| a ", "\t", "<a "]

Damage = Callable[[Path, random.Random], None]


def text_of(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def missing_part(file: Path, chance: random.Random) -> None:
    lines = text_of(file).splitlines(keepends=True)
    start = chance.randrange(len(lines))
    del lines[start : start + chance.choice((1, 1, 2, 5, 20))]
    file.write_text("".join(lines), encoding="utf-8")


def repeated_part(file: Path, chance: random.Random) -> None:
    lines = text_of(file).splitlines(keepends=True)
    start = chance.randrange(len(lines))
    part = lines[start : start + chance.choice((1, 2, 5, 20))]
    place = chance.randrange(len(lines))
    file.write_text("".join([*lines[:place], *part, *lines[place:]]), encoding="utf-8")


def wrong_type(file: Path, chance: random.Random) -> None:
    lines = text_of(file).splitlines()
    keyed = [
        n for n, line in enumerate(lines) if " = " in line or line.startswith(("title:", "- "))
    ]
    number = chance.choice(keyed or range(len(lines)))
    head, sign, _ = lines[number].partition(" = " if " = " in lines[number] else " ")
    lines[number] = head + sign + chance.choice(VALUES)
    file.write_text("\n".join(lines), encoding="utf-8")


def bad_encoding(file: Path, chance: random.Random) -> None:
    text = text_of(file)
    match chance.randrange(4):
        case 0:
            file.write_bytes(text.encode("utf-16"))
        case 1:
            file.write_bytes(text.encode("latin-1", errors="replace"))
        case 2:
            raw, at = text.encode(), chance.randrange(len(text))
            file.write_bytes(raw[:at] + chance.randbytes(chance.choice((1, 9))) + raw[at:])
        case _:
            file.write_bytes(chance.randbytes(600))


def hidden_character(file: Path, chance: random.Random) -> None:
    text = text_of(file)
    at = chance.randrange(len(text))
    file.write_text(text[:at] + chance.choice(HIDDEN) + text[at:], encoding="utf-8")


def truncated(file: Path, chance: random.Random) -> None:
    raw = file.read_bytes()
    file.write_bytes(raw[: chance.randrange(len(raw))])


def huge(file: Path, chance: random.Random) -> None:
    text, junk = text_of(file), chance.choice(JUNK)
    size = chance.choice((20_000, 20_000, 99_000, 200_000))
    text += chance.choice(("", "\n")) + junk * (size // len(junk))
    file.write_text(text, encoding="utf-8")


def swapped_languages(file: Path, chance: random.Random) -> None:
    other = file.with_name(chance.choice(("en", "es", "ar", "fr")) + file.suffix)
    mine = file.read_bytes()
    file.write_bytes(other.read_bytes() if other.is_file() else b"")
    other.write_bytes(mine)


def gone(file: Path, chance: random.Random) -> None:
    file.unlink()


def renamed(file: Path, chance: random.Random) -> None:
    names = ["EN.md", "xx.md", "en", ".md", "topic.toml.bak", "e n.md", "é.svg", "-", "en\n.md"]
    file.rename(file.with_name(chance.choice(names)))


def renamed_folder(file: Path, chance: random.Random) -> None:
    names = ["Safe-Sleep", "x y", "..x", "é", "first2", "a" * 200, "line\nbreak", "\u202eback"]
    file.parent.rename(file.parent.with_name(chance.choice(names)))


def loop(file: Path, chance: random.Random) -> None:
    match chance.randrange(3 if file.parent.name == "safe-sleep" else 2):
        case 0:
            file.unlink()
            file.symlink_to(file.name)
        case 1:
            (file.parent / "inside").symlink_to(file.parent, target_is_directory=True)
            file.unlink()
            file.symlink_to("nowhere")
        case _:
            folder = file.parent
            shutil.rmtree(folder)
            folder.symlink_to(folder.name)


def folder_for_file(file: Path, chance: random.Random) -> None:
    file.unlink()
    if chance.random() < 0.8:
        file.mkdir()
    else:
        os.mkfifo(file)


def file_for_folder(file: Path, chance: random.Random) -> None:
    shutil.rmtree(file.parent)
    file.parent.write_bytes(b"" if chance.random() < 0.5 else b"\xff\x00")


CONTENTS: list[Damage] = [
    missing_part,
    repeated_part,
    wrong_type,
    bad_encoding,
    hidden_character,
    truncated,
    huge,
]
PLACES: list[Damage] = [gone, renamed, loop, folder_for_file]
FOLDERS: list[Damage] = [renamed_folder, file_for_folder]
NOTICED = {gone, renamed, renamed_folder, loop, folder_for_file, file_for_folder, hidden_character}
"""Damage that no text survives without a finding."""


@pytest.fixture
def sound(content, tmp_path):
    """Two sound topics, of which one will be damaged."""
    for file in sorted((content.root / DAMAGED).iterdir()):
        text = text_of(file).replace('id = "safe-sleep"', 'id = "first"')
        content.write(f"{GOOD}/{file.name}", text.replace("order = 1", "order = 0"))
    content.write("approvals.toml", "")
    return content.root


def chosen(root: Path, chance: random.Random) -> tuple[Path, Damage]:
    """A file and what is done to it."""
    if chance.random() < 0.25:
        file = root / chance.choice(SHARED)
        filled = file.stat().st_size > 0
        return file, chance.choice([*(CONTENTS if filled else []), *PLACES])
    file = chance.choice(sorted((root / DAMAGED).iterdir()))
    if file.suffix == ".md":
        return file, chance.choice([*CONTENTS, *CONTENTS, *PLACES, *FOLDERS, swapped_languages])
    return file, chance.choice([*CONTENTS, *PLACES, *FOLDERS])


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_damage_gives_findings_and_leaves_the_rest(sound, tmp_path, seed):
    chance = random.Random(seed)
    before, whole = seen(sound)
    kept = tmp_path / "kept"
    shutil.copytree(sound, kept)
    for number in range(EACH):
        file, damage = chosen(sound, chance)
        name = f"seed {seed}, number {number}: {damage.__name__} of {file.name}"
        damage(file, chance)
        findings, library = seen(sound)
        assert [found for found in findings if not is_placed(found, sound)] == [], name
        if damage in NOTICED and file.suffix != ".svg" and file.name != "approvals.toml":
            assert set(findings) - set(before), name
        assert [topic for topic in library.topics if topic.id == "first"] == [
            whole.topic("first")
        ], name
        for text in (text for topic in library.topics for text in topic.texts.values()):
            assert text.cards, name
            assert all(card.id and card.title and card.blocks for card in text.cards), name
            assert all(sum(c.right for c in check.choices) == 1 for check in text.checks), name
        restore(sound, kept)


def is_placed(found: Finding, root: Path) -> bool:
    """Whether a finding names a line that its file has, and can be printed."""
    file = root / found.path
    # A name with something hidden in it is printed otherwise than it is written.
    raw = file.read_bytes() if file.is_file() else b"\n" * found.line
    lines = raw.count(b"\n") + raw.count(b"\r") + 1
    placed = 1 <= found.line <= lines and found.column >= 1 and bool(found.path)
    return placed and bool(found.message) and str(found).isprintable()


def seen(root: Path):
    tree = read_tree(root)
    findings = check(tree)
    return findings, build_library(tree, findings)


def restore(root: Path, kept: Path) -> None:
    if root.is_symlink():
        root.unlink()
    shutil.rmtree(root)
    shutil.copytree(kept, root)
