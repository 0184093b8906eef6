"""The typefaces: whether each language can be shown and printed without empty boxes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kiosk.domain.language import HAN, script_of
from kiosk.i18n import N_, Words
from kiosk.services.doctor.finding import Check, Finding, State


@dataclass(frozen=True, slots=True)
class FontFacts:
    """What the faces of a language have.

    Attributes:
        language: Its code.
        screen: Characters of its texts that the screen's faces lack; None: no face at all.
        paper: Characters that the page's faces lack.
    """

    language: str
    screen: str | None
    paper: str


def fonts(missing: tuple[str, ...], words: Words) -> Finding:
    """The font files that are made at set-up."""
    _ = words.gettext
    if not missing:
        return Finding(Check.FONTS, State.OK, _(N_("the fonts are there")))
    message = _(N_("fonts are missing: %(of)s")) % {"of": words.listed(missing)}
    return Finding(Check.FONTS, State.MISSING, message, _(N_("make setup makes them")))


def coverage(every: Iterable[FontFacts], words: Words) -> Iterator[Finding]:
    """What of each language's texts cannot be drawn; nothing where all can."""
    for facts in every:
        yield from _on_screen(facts, words)
        yield from _on_paper(facts, words)


def _on_screen(facts: FontFacts, words: Words) -> Iterator[Finding]:
    _ = words.gettext
    if facts.screen is None:
        message = _(N_("%(language)s: the screen has no typeface for it"))
        yield _missing(facts, message, _apt(facts.language, "fonts-noto-cjk", words))
    elif facts.screen:
        message = _(N_("%(language)s: the screen's typeface lacks %(letters)s"))
        yield _missing(facts, message, _(N_("kiosk content check names the places")), facts.screen)


def _on_paper(facts: FontFacts, words: Words) -> Iterator[Finding]:
    _ = words.gettext
    if not facts.paper:
        return
    message = _(N_("%(language)s: the page's typeface lacks %(letters)s"))
    yield _missing(facts, message, _apt(facts.language, "fonts-wqy-microhei", words), facts.paper)


def _apt(language: str, chinese: str, words: Words) -> str:
    if script_of(language) == HAN:
        return f"apt-get install {chinese}"
    return words.gettext(N_("install a typeface, and name its file in languages.toml"))


def _missing(facts: FontFacts, message: str, mend: str, letters: str = "") -> Finding:
    told = {"language": facts.language, "letters": " ".join(letters[:10])}
    return Finding(Check.FONTS, State.MISSING, message % told, mend)
