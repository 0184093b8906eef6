"""A language made of English by changing its letters, written as content/README.md says."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from babel.messages.pofile import read_po, write_po

CODE = "qps"
TOPIC = "safe-sleep"
SMALL = "abcdefghijklmnopqrstuvwxyz"
ACCENTED = "àbçďèƒĝĥìĵķĺṃñòpqŕśţùvŵxýź"
ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنه"
ABLE = re.compile(
    r"\{#[\w-]+\}|%\(\w+\)s|\]\([\w./-]+\)|\[![a-z]+\]|\[x\]|°[FC]\b"
    r"|^(?:title|spoken):",
    re.MULTILINE,
)
"""What is no words: ids, placeholders, names of files, marks, units."""

KEYS_OF_SIGNS = ("label", "say", "label_loss", "say_loss")


@dataclass(frozen=True)
class Pseudo:
    """One way to write it: a letter for every small letter of English, capitals like them."""

    letters: str
    table: str

    def text(self, english: str) -> str:
        """A text in the language; figures, ids and placeholders stay."""
        change = str.maketrans(SMALL + SMALL.upper(), self.letters * 2)
        kept = [*ABLE.finditer(english)]
        parts, start = [], 0
        for found in kept:
            parts += [english[start : found.start()].translate(change), found.group()]
            start = found.end()
        return "".join([*parts, english[start:].translate(change)])


LEFT_TO_RIGHT = Pseudo(
    ACCENTED,
    """[[language]]
code = "qps"
name = "Ṕśéúđó"
english = "Pseudo"
formats = "en"
font = "Lexend"
regular = "fonts/Own-Regular.ttf"
""",
)
RIGHT_TO_LEFT = Pseudo(
    ARABIC,
    """[[language]]
code = "qps"
name = "اباب"
right_to_left = true
script = "Arab"
english = "Pseudo"
formats = "ar"
""",
)


def change(path: Path, how: Callable[[str], str], target: Path | None = None) -> None:
    """Write a file anew, or another one from it."""
    (target or path).write_text(how(path.read_text(encoding="utf-8")), encoding="utf-8")


def write_topic(content: Path, pseudo: Pseudo) -> None:
    """topics/safe-sleep/qps.md."""
    folder = content / "topics" / TOPIC
    change(folder / "en.md", pseudo.text, folder / f"{CODE}.md")


def write_signs(content: Path, pseudo: Pseudo) -> None:
    """signs/qps.toml: every text in it, no key."""
    folder = content / "signs"
    change(folder / "en.toml", lambda text: quoted_texts(text, pseudo), folder / f"{CODE}.toml")


def write_help_lines(content: Path, pseudo: Pseudo) -> None:
    """A name and a note of every line, below the English ones."""

    def more(text: str) -> str:
        return re.sub(
            r'^en = ("[^"\n]*")$',
            lambda found: f"{found[0]}\n{CODE} = {pseudo.text(found[1])}",
            text,
            flags=re.MULTILINE,
        )

    change(content / "helplines.toml", more)


def write_glossary(content: Path, pseudo: Pseudo) -> None:
    """glossary/qps.toml with the terms of English and its words for "no"."""
    folder = content / "glossary"

    def own(text: str) -> str:
        kept = re.sub(r"(?ms)^\[spoken\].*?(?=^\[|\Z)", "", text)
        return re.sub(
            r"^(use|avoid|words) = \[.*?\]$",
            lambda found: quoted_texts(found[0], pseudo),
            kept,
            flags=re.MULTILINE | re.DOTALL,
        )

    change(folder / "en.toml", own, folder / f"{CODE}.toml")


def quoted_texts(text: str, pseudo: Pseudo) -> str:
    """TOML in which everything within quotes is in the language."""
    return re.sub(r'"[^"\n]*"', lambda found: pseudo.text(found[0]), text)


def translate_words(content: Path, pseudo: Pseudo) -> None:
    """Every message of words/qps.po, as somebody who translates it would."""
    path = content / "words" / f"{CODE}.po"
    with path.open("rb") as stream:
        catalogue = read_po(stream)
    for message in catalogue:
        if not message.id:
            continue
        if isinstance(message.id, tuple):
            forms = [pseudo.text(message.id[-1])] * catalogue.num_plurals
            message.string = tuple(forms)
        else:
            message.string = pseudo.text(str(message.id))
    with path.open("wb") as stream:
        write_po(stream, catalogue)
