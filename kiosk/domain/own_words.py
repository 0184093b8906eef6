"""A clinic's own words in its settings: whole in every language, and short enough for the page."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from kiosk.domain.language import LANGUAGES

Way = list[str | int]
"""Keys from the outside of a settings file to a value."""

Fault = tuple[Way, str]
"""Where something is wrong, and what is needed there."""


def is_line(text: str, most: int) -> bool:
    """Whether a text is one paragraph of at most so many characters, and not blank."""
    return bool(text.strip()) and len(text) <= most and len(text.splitlines()) == 1


def text_faults(at: Way, texts: Mapping[str, str], most: int) -> Iterator[Fault]:
    """What is wrong with texts by language."""
    for language, text in texts.items():
        if language not in LANGUAGES:
            yield [*at, language], f"unknown language; known are {', '.join(LANGUAGES)}"
        elif not is_line(text, most):
            yield [*at, language], f"one paragraph of 1 to {most} characters is needed"


def missing_languages(
    at: Way, texts: Mapping[str, str], offered: Collection[str]
) -> Iterator[Fault]:
    """The languages offered that texts lack."""
    if lacking := [language for language in offered if language not in texts]:
        yield at, f"missing for {', '.join(lacking)}; every language offered needs it"
