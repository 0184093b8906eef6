"""Languages beyond the built-in ones: languages.toml, and the words of the interface beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, cast

import msgspec

from kiosk.domain.language import ARABIC, BUILT_IN, LATIN, Language
from kiosk.i18n import has_formats
from kiosk.library.finding import Finding, error, quoted, warning
from kiosk.library.reader import Reader
from kiosk.library.tables import Toml, read_struct, tables, unknown_keys

LANGUAGES_FILE: Final = "languages.toml"
WORDS: Final = "words"
RULE: Final = "languages"
LARGEST_WORDS: Final = 1_000_000
"""Bytes above which a file of words is not read; the largest so far has 71,000."""

LONGEST_NAME: Final = 30
"""Characters of a name that fit on the first screen."""

_CODE: Final = re.compile(r"[a-z]{2,3}(?:_[A-Z][a-z]{3})?(?:_[A-Z]{2})?")
_SCRIPT: Final = re.compile(r"[A-Z][a-z]{3}")
_RIGHT_TO_LEFT: Final = frozenset({ARABIC, "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg"})


class LanguageTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`[[language]]`: the keys are those of `Language`; font files as paths from the folder."""

    code: str
    name: str
    right_to_left: bool = False
    script: str = LATIN
    english: str = ""
    formats: str = ""
    font: str = ""
    regular: str = ""
    semibold: str = ""


@dataclass(frozen=True, slots=True)
class LanguageEntry:
    """A table without an error, and its count in the file."""

    count: int
    language: Language


@dataclass(frozen=True, slots=True)
class LanguageFile:
    """The languages of a content folder; `declared` names those with errors, too."""

    path: str
    file: Toml | None = None
    entries: tuple[LanguageEntry, ...] = ()
    declared: frozenset[str] = frozenset()
    faults: tuple[Finding, ...] = ()

    @property
    def codes(self) -> frozenset[str]:
        """The languages without an error."""
        return frozenset(entry.language.code for entry in self.entries)


def written_languages(folder: Path) -> tuple[Language, ...]:
    """What a content folder says of languages, as `use_languages` takes it.

    A language with an error is left out; built-in ones are among them where the folder has
    words for them.
    """
    root = folder.absolute()
    file = read_languages(root, Reader(root))
    languages = (*BUILT_IN.values(), *(entry.language for entry in file.entries))
    found = [replace(each, words=_words(root, each.code)) for each in languages]
    return tuple(each for each in found if each.words or each.code not in BUILT_IN)


def words_path(code: str) -> str:
    """Where the words of a language stand, from the content folder."""
    return f"{WORDS}/{code}.po"


def _words(root: Path, code: str) -> str:
    path = root / words_path(code)
    return str(path) if path.is_file() else ""


def read_languages(root: Path, reader: Reader) -> LanguageFile:
    """Read languages.toml; nothing in it, nor its absence, makes this fail."""
    path = root / LANGUAGES_FILE
    file = reader.toml(path) if reader.exists(path) else None
    if file is None:
        return LanguageFile(LANGUAGES_FILE)
    reader.report(*unknown_keys(file, file.table, ["language"]))
    found, faults = tables(file, "language")
    reader.report(*faults)
    declared: list[str] = []
    entries: list[LanguageEntry] = []
    findings: list[Finding] = []
    for count, written in enumerate(found):
        table, faults = read_struct(file, written, LanguageTable, "language", count)
        reader.report(*faults)
        if table is None:
            declared += _code_in(written)
            continue
        wrong = list(_wrong(root, table, declared))
        for key, message in wrong:
            findings.append(error(file.path, file.at("language", count, key), RULE, message))
        declared.append(table.code)
        if not wrong:
            entries.append(LanguageEntry(count, _language(root, table)))
            findings += _odd(file, count, table)
    return LanguageFile(LANGUAGES_FILE, file, tuple(entries), frozenset(declared), tuple(findings))


def _language(root: Path, table: LanguageTable) -> Language:
    own = Language(**msgspec.structs.asdict(table))
    files = {
        key: str(root / name) for key in ("regular", "semibold") if (name := getattr(table, key))
    }
    return replace(own, **files)


def _code_in(table: object) -> list[str]:
    """The code of a table that has a fault somewhere else."""
    known = cast("dict[str, object]", table) if isinstance(table, dict) else {}
    code = known.get("code")
    return [code] if isinstance(code, str) else []


def _wrong(root: Path, table: LanguageTable, earlier: list[str]) -> Iterator[tuple[str, str]]:
    """(key, message) of all that keeps a language from being known."""
    if not _CODE.fullmatch(table.code):
        yield "code", "a code is 2 or 3 small letters, then script or region, as in pt_BR, zh_Hans"
    elif table.code in BUILT_IN:
        yield "code", f"the kiosk knows {quoted(table.code)} by itself; remove this table"
    elif table.code in earlier:
        yield "code", f"{quoted(table.code)} stands here twice; keep one of them"
    if not table.name.strip() or len(table.name) > LONGEST_NAME:
        yield "name", f"write the language's name in itself, 1 to {LONGEST_NAME} characters"
    yield from _formats(table)
    yield from _letters(root, table)


def _formats(table: LanguageTable) -> Iterator[tuple[str, str]]:
    if table.formats and not has_formats(table.formats):
        yield "formats", f"nothing is known of {quoted(table.formats)}; name a language such as en"
    if has_formats(table.code):
        return
    if not table.formats:
        message = f"the dates of {quoted(table.code)} are not known; add formats"
        yield "code", f'{message} with a language that writes them alike, such as "en"'
    if not table.english.strip():
        yield "code", f"no English name is known for {quoted(table.code)}; add english"


def _letters(root: Path, table: LanguageTable) -> Iterator[tuple[str, str]]:
    if not _SCRIPT.fullmatch(table.script):
        yield "script", "a script has four letters (ISO 15924), such as Latn, Arab, Hebr or Cyrl"
    elif table.script not in (LATIN, ARABIC) and not table.regular:
        message = f"the kiosk has no letters of the script {table.script}; add font"
        yield "script", f"{message} (the family's name) and regular (its file)"
    if bool(table.font.strip()) != bool(table.regular):
        there, lacking = ("font", "regular") if table.font else ("regular", "font")
        yield there, f"{there} without {lacking}; name the family and its file"
    if table.semibold and not table.regular:
        yield "semibold", "semibold without regular; name both files"
    for key in ("regular", "semibold"):
        name: str = getattr(table, key)
        if name and (reason := _no_font(root / name)):
            yield key, f"{quoted(name)} {reason}"


def _no_font(path: Path) -> str:
    """Why a file is no font for screen and paper; empty when it is one."""
    try:
        with path.open("rb") as stream:
            head = stream.read(12)
            count = int.from_bytes(head[4:6], "big")
            tags = {stream.read(16)[:4] for _ in range(min(count, 100))}
    except OSError:
        return "cannot be read; put the font file there"
    if head[:4] not in (b"\x00\x01\x00\x00", b"true") or b"glyf" not in tags:
        return "is no font with TrueType outlines, which paper needs; take the .ttf file"
    return ""


def _odd(file: Toml, count: int, table: LanguageTable) -> Iterator[Finding]:
    """What is seldom meant."""
    if table.right_to_left != (table.script in _RIGHT_TO_LEFT):
        key = "right_to_left" if table.right_to_left else "script"
        way = "right to left" if table.script in _RIGHT_TO_LEFT else "left to right"
        message = f"the script {table.script} runs from {way}; correct script or right_to_left"
        yield warning(file.path, file.at("language", count, key), RULE, message)
