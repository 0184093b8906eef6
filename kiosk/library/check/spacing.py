"""Spaces and marks as each language writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kiosk.domain.language import LANGUAGES
from kiosk.library.finding import Finding, warning
from kiosk.library.tree import ContentTree

RULE: Final = "spacing"

Pattern = tuple[re.Pattern[str], str]

_SPACE: Final = "[ \u00a0\u2009\u202f]"
_NARROW: Final = "[\u00a0\u2009\u202f]"
_HAN: Final = "[\u3400-\u4dbf\u4e00-\u9fff]"
_WIDE: Final = "[，。？！：；、（）「」《》]"
_ALL: Final[tuple[Pattern, ...]] = (
    (re.compile(rf"{_SPACE}{{2,}}"), "two spaces stand together; delete one"),
    (re.compile(r"[\"']"), "straight quotes; write curly ones, as the language has them"),
)
_BEFORE_MARK: Final = (
    re.compile(rf"{_SPACE}[,.;:!?،؛؟](?!\d)"),
    "a space stands before a mark; delete it",
)
_FRENCH: Final[tuple[Pattern, ...]] = (
    (re.compile(rf"{_SPACE}[,.](?!\d)"), "a space stands before a mark; delete it"),
    (
        re.compile(rf"(?<!\d)(?<!{_NARROW})(?<![;:!?])[;:!?]|(?<=\d)[;:!?](?!\d)"),
        "a no-break space is missing before ; : ! or ?; write one (U+00A0 or U+202F)",
    ),
    (
        re.compile(rf"«(?!{_NARROW})|(?<!{_NARROW})»"),
        "a no-break space is missing inside « »; write one (U+00A0 or U+202F)",
    ),
)
_CHINESE: Final[tuple[Pattern, ...]] = (
    (
        re.compile(rf"{_SPACE}{_WIDE}|{_WIDE}{_SPACE}"),
        "a space stands beside a full-width mark; delete it",
    ),
    (
        re.compile(rf"{_HAN}{_SPACE}?[,?!:;.(]|[,?!:;)]{_SPACE}?{_HAN}"),
        "a half-width mark stands in Chinese text; write ，。？！：；（ or ）",
    ),
)
_ARABIC: Final[Pattern] = (
    re.compile(r"[,;](?!\d)|\?"),
    "a Latin mark stands in Arabic text; write ، ؛ or ؟",
)
_OWN: Final[dict[str, tuple[Pattern, ...]]] = {
    "fr": _FRENCH,
    "zh_Hans": _CHINESE,
    "ar": (_BEFORE_MARK, _ARABIC),
}


def spacing(tree: ContentTree) -> Iterator[Finding]:
    """Every line of every language, descriptions and spoken forms too."""
    for part in tree.parts:
        if part.language not in LANGUAGES:
            continue
        patterns = (*_ALL, *_OWN.get(part.language, (_BEFORE_MARK,)))
        for line in part.lines:
            for pattern, message in patterns:
                if pattern.search(line.text):
                    yield warning(part.path, line.at, RULE, message)
            if part.language == "es":
                yield from (
                    warning(part.path, line.at, RULE, message) for message in _unopened(line.text)
                )


def _unopened(text: str) -> Iterator[str]:
    """Questions and exclamations without their Spanish beginning."""
    for opening, closing in (("¿", "?"), ("¡", "!")):
        if text.count(opening) != text.count(closing):
            yield f"{opening} and {closing} do not pair; write both around the question or call"
