"""Looks for the wording of an instrument in any text, knowing only its fingerprints.

Every line, quoted string and sentence, and every run of 4 to 16 words, is folded as a letter check
folds it and hashed. Runs end at signs and digits that no published item has inside it. Short
answers of four words or less are everybody's, and are not looked for.

A history holds every line many times, once in each version of its file. A stretch of lines that an
earlier text had is therefore not looked through again; stretches overlap and are longer than the
longest run, so that what a changed line makes with its neighbours is always looked through.
"""

import functools
import hashlib
import html
import itertools
import re
import subprocess
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from kiosk.domain.instrument_text import Fingerprints, normalise

SHORTEST_RUN, LONGEST_RUN = 4, 16
SHORTEST_OPTION = 5
SHORTEST_HAN, LONGEST_HAN = 7, 24
SHORTEST_HAN_OPTION = 8
STRETCH = 2 * LONGEST_RUN

_LITERAL_BREAK = re.compile(r"\\[nrt]")
_LITERAL_LETTER = re.compile(r"\\u([0-9a-fA-F]{4})")
# "one " then "two" on the next line, as in Python and in catalogues.
_JOINED = re.compile(r"""(["'])[ \t]*\\?\r?\n[ \t]*(?:[fruFRU]{0,2})\1""")
_COMMENT = re.compile(r"^[ \t]*(?:#+|//+|\*+|>+|;+|--)[ \t]", re.MULTILINE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_EMPHASIS = re.compile(r"[*`]+|__+")
_QUOTED = re.compile(r'"([^"\n]{8,400})"|(?<!\w)\'([^\'\n]{8,400})\'(?!\w)')
_SENTENCE_END = re.compile(r"[.!?:;。！？；：|]+\s*|\n")
_SEGMENT = re.compile(r"(?:[^\W\d_]|[\u0300-\u036f\s,.'-])+")
_CELL_END = re.compile(r",(?=\S)")
_INNER = ",.'-"
_HAN = re.compile(r"[\u3400-\u9fff,。、]{7,}")


class Scanner:
    """Finds published stems and options in texts; each piece of text is hashed once."""

    def __init__(self, published: Fingerprints) -> None:
        self._stems: dict[bytes, str] = {}
        self._options: dict[bytes, str] = {}
        for language, version in published.items():
            for number, item in enumerate(version.items, start=1):
                self._stems[bytes.fromhex(item.stem)] = f"{language} item {number}"
                for place, option in enumerate(item.options, start=1):
                    name = f"{language} item {number} option {place}"
                    self._options[bytes.fromhex(option)] = name
        self._han = any(language.startswith("zh") for language in published)
        self._seen: set[int] = set()

    def find(self, text: str) -> set[str]:
        """Names of the stems and options that stand in a text; never their wording.

        What an earlier text of this scanner had is not named again.
        """
        found: set[str] = set()
        for part in self._unseen(text):
            found |= self._find(part)
        return found

    def _unseen(self, text: str) -> Iterator[str]:
        """The parts of a text whose stretches of lines no earlier text had."""
        lines = text.splitlines(keepends=True)
        begun = ended = 0
        for start in range(max(1, len(lines) - STRETCH + 1)):
            if self._new(tuple(lines[start : start + STRETCH])):
                if start > ended:
                    yield "".join(lines[begun:ended])
                    begun = start
                ended = start + STRETCH
        yield "".join(lines[begun:ended])

    def _find(self, text: str) -> set[str]:
        text = _LITERAL_LETTER.sub(lambda found: chr(int(found[1], 16)), text)
        text = html.unescape(_LITERAL_BREAK.sub(" ", text)).replace("\\", "")
        joined = _JOINED.sub("", text)
        flat = _COMMENT.sub("", _EMPHASIS.sub("", joined))
        found: set[str] = set()
        for variant in {flat, _TAG.sub(" ", flat), _TAG.sub("", flat)}:
            folded = normalise_lines(variant)
            found |= self._wholes(variant, folded)
            for segment in _SEGMENT.findall(folded):
                # A comma without a blank divides cells, not words.
                found |= self._runs(_CELL_END.sub(", ", segment).split())
            if self._han:
                for run in _HAN.findall("".join(folded.split())):
                    found |= self._han_runs(run)
        return found | self._wholes(joined, "")

    def _wholes(self, *texts: str) -> set[str]:
        """Lines, quoted strings and sentences, each as a whole."""
        found: set[str] = set()
        for text in texts:
            quoted = (one or other for one, other in _QUOTED.findall(text))
            pieces = itertools.chain(text.splitlines(), quoted, _SENTENCE_END.split(text))
            for piece in pieces:
                if 7 <= len(piece) <= 400 and self._new(piece):
                    plain = normalise(piece)
                    words, letters = len(plain.split()), len(plain)
                    han = _HAN.search(plain) is not None
                    long = words >= SHORTEST_OPTION or (han and letters >= SHORTEST_HAN_OPTION)
                    if han or words >= SHORTEST_RUN:
                        found |= self._named(plain, long=long)
        return found

    def _runs(self, words: list[str]) -> set[str]:
        found: set[str] = set()
        for start in range(len(words) - SHORTEST_RUN + 1):
            first = words[start].lstrip(_INNER)
            run = words[start : start + LONGEST_RUN]
            if not first or not self._new(tuple(run)):
                continue
            begun = " ".join([first, *run[1 : SHORTEST_RUN - 1]])
            for count, word in enumerate(run[SHORTEST_RUN - 1 :], start=SHORTEST_RUN):
                bare = word.rstrip(_INNER)
                ended = "" if bare == word else f"{begun} {bare}"
                begun = f"{begun} {word}"
                for piece in (begun, ended):
                    if piece:
                        found |= self._named(piece, long=count >= SHORTEST_OPTION)
        return found

    def _han_runs(self, run: str) -> set[str]:
        found: set[str] = set()
        for start in range(len(run) - SHORTEST_HAN + 1):
            window = run[start : start + LONGEST_HAN]
            if self._new(window):
                for count in range(SHORTEST_HAN, len(window) + 1):
                    long = count >= SHORTEST_HAN_OPTION
                    found |= self._named(window[:count], long=long)
        return found

    def _named(self, plain: str, *, long: bool) -> set[str]:
        digest = hashlib.sha256(plain.encode(errors="replace")).digest()
        name = self._stems.get(digest) or (self._options.get(digest) if long else None)
        return {name} if name else set()

    def _new(self, piece: str | tuple[str, ...]) -> bool:
        key = hash(piece)
        if key in self._seen:
            return False
        self._seen.add(key)
        return True


def normalise_lines(text: str) -> str:
    """A whole text folded as `normalise` folds a piece, its lines and signs kept."""
    return "\n".join(_folded(line) for line in text.splitlines())


@functools.cache
def _straight() -> dict[int, str]:
    signs = [chr(code) for block in ((0x2010, 0x2040), (0xAB, 0xBC)) for code in range(*block)]
    folded = {sign: normalise(f"a{sign}a")[1:-1] for sign in [*signs, "\u2212"]}
    return {ord(sign): plain for sign, plain in folded.items() if plain in ("'", '"', "-")}


def _folded(line: str) -> str:
    return unicodedata.normalize("NFKC", line).translate(_straight()).casefold()


def text_of(content: bytes) -> str | None:
    """The text of a file's content; None for pictures and other binaries."""
    for mark, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    if b"\0" in content[:8000]:
        return None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("latin-1")


def history(git: Iterable[str], folder: Path) -> Iterator[tuple[str, bytes]]:
    """Every blob, commit and tag of a repository: its name and content.

    Args:
        git: The program and its options.
        folder: A folder of the repository.
    """

    def run(*arguments: str, given: bytes | None = None) -> bytes:
        command = [*git, *arguments]
        done = subprocess.run(command, cwd=folder, check=True, capture_output=True, input=given)
        return done.stdout

    names: dict[str, str] = {}
    for line in run("rev-list", "--all", "--objects").decode(errors="replace").splitlines():
        digest, _, path = line.partition(" ")
        names[digest] = f"{path} ({digest[:12]})".strip()
    if not names:
        return
    output = run("cat-file", "--batch", "--buffer", given="\n".join(names).encode())
    at = 0
    while at < len(output):
        end = output.index(b"\n", at)
        digest, kind, size = output[at:end].decode().split()
        content = output[end + 1 : end + 1 + int(size)]
        at = end + 2 + int(size)
        if kind != "tree":
            yield names[digest], content
