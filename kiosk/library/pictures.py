"""Looks into a picture: sound XML, no words, no code, nothing from elsewhere."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final
from xml.parsers import expat

from kiosk.library.finding import START, At, printable

LARGEST: Final = 500_000
"""Bytes above which a picture is not read; the drawn ones have less than 20,000."""

_WORDS: Final = frozenset({"text", "tspan", "textpath", "tref", "textarea"})
_CODE: Final = frozenset({"script", "foreignobject", "handler", "listener", "iframe"})
_HARMLESS: Final = frozenset(
    [
        "d",
        "x",
        "y",
        "x1",
        "x2",
        "y1",
        "y2",
        "r",
        "rx",
        "ry",
        "cx",
        "cy",
        "width",
        "height",
        "points",
        "transform",
        "opacity",
        "stroke-width",
        "stroke-linecap",
        "stroke-linejoin",
        "stroke-dasharray",
        "viewBox",
        "xmlns",
    ]
)
"""Attributes that can name no other file, and so need no second look."""

_ELSEWHERE: Final = re.compile(r"url\(\s*[\"']?(?!#)|@import|javascript:", re.IGNORECASE)
Fault = tuple[At, str]


def after_loss(file: str) -> str:
    """The name of the picture that takes this one's place after a loss, if it is there."""
    return f"{file.removesuffix('.svg')}-loss.svg"


def inspect(path: Path) -> list[Fault]:
    """What is wrong with an SVG file, with line and column; empty when nothing is."""
    try:
        if not path.is_file():
            return [(START, "this is not a file; put the picture here")]
        if path.stat().st_size > LARGEST:
            return [(START, f"the picture has more than {LARGEST} bytes; draw it simpler")]
        raw = path.read_bytes()
    except OSError as fault:
        reason = fault.strerror or "unreadable"
        return [(START, f"cannot be read ({reason}); check its permissions")]
    return list(_inspected(raw))


@functools.lru_cache(maxsize=256)
def _inspected(raw: bytes) -> tuple[Fault, ...]:
    return tuple(_Inspector().inspect(raw))


class _Inspector:
    def __init__(self) -> None:
        self._faults: list[Fault] = []
        self._root = ""
        self._parser = expat.ParserCreate()

    def inspect(self, raw: bytes) -> list[Fault]:
        self._parser.StartElementHandler = self._element
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._parser.EntityDeclHandler = self._entity
        self._parser.CharacterDataHandler = self._characters
        try:
            self._parser.Parse(raw, True)  # noqa: FBT003 - the parser takes no keywords
        except (expat.ExpatError, _StopError, ValueError, LookupError) as fault:
            if not isinstance(fault, _StopError):
                reason = printable(str(fault))
                self._say(f"the picture is not sound XML ({reason}); save it again as plain SVG")
        return self._faults

    def _element(self, tag: str, attributes: Mapping[str, str]) -> None:
        name = tag.rpartition(":")[2]
        if not self._root:
            self._root = name
            if name != "svg":
                self._say("the picture is not SVG; save it as plain SVG")
        if name.lower() in _WORDS:
            self._say("the picture holds words, which no language can change; remove them")
        if name.lower() in _CODE:
            self._say(f"the picture holds <{name.lower()}>; remove it")
        for key, value in attributes.items():
            if key not in _HARMLESS:
                self._attribute(key.rpartition(":")[2].lower(), value)

    def _attribute(self, name: str, value: str) -> None:
        if name.startswith("on"):
            self._say("the picture holds code that runs; remove it")
        outside = name == "href" and not value.strip().startswith("#")
        if outside or _ELSEWHERE.search(value):
            self._say("the picture needs another file; draw everything into this one")

    def _characters(self, text: str) -> None:
        if _ELSEWHERE.search(text):
            self._say("the picture needs another file; draw everything into this one")

    def _doctype(self, *_: object) -> None:
        self._say("the picture has a DOCTYPE; save it again as plain SVG")
        raise _StopError

    def _entity(self, *_: object) -> None:
        raise _StopError

    def _say(self, message: str) -> None:
        line, column = self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber
        self._faults.append((At(max(1, line), max(0, column) + 1), message))


class _StopError(Exception):
    """Nothing after this is worth reading."""
