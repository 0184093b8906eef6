"""What is read aloud of a card or a question: sentences with figures as people say them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kiosk.domain.content import Bullets, Card, CheckQuestion, Choice, Topic, TopicText
from kiosk.domain.instrument_text import Permission
from kiosk.domain.permission_scope import parse_scope

Glossary = Mapping[str, str]
"""What is written -> what is said, in one language: "°F" -> "degrees Fahrenheit".

The signs in `BETWEEN` hold between two figures alone: "/" -> "over".
"""

BETWEEN: Final = ("/", "–", "-")

_MARKS: Final = re.compile("[\u200e\u200f\u2066-\u2069]")
"""Marks of direction, which a voice may spell out."""

_DOT: Final = " · "
"""What keeps two short texts of one line apart, and has no sound."""

_EMERGENCY: Final = r"911|988"
_PHONE: Final = re.compile(
    rf"(?<![\d.,/–-])(?:(?:\+?\d{{1,3}}[-. ])?(?:\(\d{{3}}\) ?|\d{{3}}[-.])\d{{3}}[-.]\d{{4}}"
    rf"|\d{{3}}-\d{{4}}|{_EMERGENCY})(?![\d/–-]|[.,]\d)"
)
_PRESSURE: Final = re.compile(r"(?<![\d/])(\d{2,3})\s?/\s?(\d{2,3})(?![\d/])")
_END: Final = re.compile(r"([.!?؟](?:[”\"')]|\s?»)*)\s+|([。！？][”」』）]*)(?=[^\s”」』）])")
_ENDED: Final = re.compile(r"[.!?؟。！？:：…](?:[”」』）\"')]|\s?»)*$")
_HAN: Final = re.compile("[㐀-䶿一-鿿豈-﫿][”」』）]*$")


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a page says: sentences in a language, and a recording of just that, if any.

    Attributes:
        language: One of ours.
        sentences: In their order.
        recording: The path of a recording; empty when there is none.
        more: How many of the last sentences the recording does not hold.
    """

    language: str
    sentences: tuple[str, ...]
    recording: str = ""
    more: int = 0

    def parts(self) -> tuple[Spoken, ...]:
        """What is said at once, then what follows a recording."""
        if not self.more:
            return (self,)
        first, rest = self.sentences[: -self.more], self.sentences[-self.more :]
        return Spoken(self.language, first, self.recording), Spoken(self.language, rest)


def said(text: str, glossary: Glossary) -> str:
    """A text as it is said: telephone numbers digit by digit, pressures as two figures."""
    plain = _MARKS.sub("", text).replace(_DOT, ", ")
    plain = _PHONE.sub(lambda match: _digits(match.group()), plain)
    plain = _PRESSURE.sub(_pressure(glossary), plain)
    for sign in BETWEEN[1:]:
        if sign in glossary:
            plain = re.sub(rf"(?<=\d)\s?{sign}\s?(?=\d)", f" {glossary[sign]} ", plain)
    words = [key for key in sorted(glossary, key=len, reverse=True) if key not in BETWEEN]
    if words:
        plain = _any_of(words).sub(lambda match: f" {glossary[match.group()]} ", plain)
    plain = re.sub(r"\s+", " ", plain).strip()
    return re.sub(r"(?<=[\w)]) (?=[.,;:!?)؟،؛])|(?<=[(’']) ", "", plain)


def sentences(texts: Iterable[str], glossary: Glossary) -> tuple[str, ...]:
    """Texts as sentences, each with an end, so that a voice pauses after it."""
    whole = (said(text, glossary) for text in texts)
    return tuple(_ended(part) for text in whole for part in _END.sub(r"\1\2\n", text).splitlines())


def spoken_card(topic: TopicText, card: Card, glossary: Glossary) -> tuple[str, ...]:
    """A card: the topic first where it begins, the heading, then what the card says."""
    opening = (topic.spoken,) if topic.cards and topic.cards[0].id == card.id else ()
    body = (card.spoken,) if card.spoken else tuple(_lines(card))
    return sentences((*opening, card.title, *body), glossary)


def spoken_check(question: CheckQuestion, glossary: Glossary) -> tuple[str, ...]:
    """A check question and its answers; nothing tells which one is right."""
    return sentences((question.prompt, *(choice.text for choice in question.choices)), glossary)


def spoken_answer(choice: Choice, glossary: Glossary) -> tuple[str, ...]:
    """What is said when an answer was chosen."""
    return sentences((choice.explanation,), glossary)


def recording(topic: Topic, language: str, name: str) -> str:
    """The path of the recording of a card or a check question; empty when there is none."""
    path = Path(topic.folder, "audio", language, f"{name}.opus")
    return str(path) if path.is_file() else ""


def may_be_read(permission: Permission, *, headphones: bool) -> bool:
    """Whether a licensed wording may be read: by its scope, and where nobody overhears it."""
    scope = parse_scope(permission.scope)
    return headphones and scope is not None and scope.audio is True


def _lines(card: Card) -> Iterable[str]:
    for block in card.blocks:
        yield from block.items if isinstance(block, Bullets) else (block.text,)


def _ended(sentence: str) -> str:
    if _ENDED.search(sentence):
        return sentence
    return f"{sentence}{'。' if _HAN.search(sentence) else '.'}"


def _digits(number: str) -> str:
    """A number digit by digit, in its groups: "1, 8 0 0, 2 2 2, 1 2 2 2"."""
    return ", ".join(" ".join(group) for group in re.findall(r"\d+", number))


def _pressure(glossary: Glossary) -> Callable[[re.Match[str]], str]:
    between = f" {glossary['/']} " if "/" in glossary else ", "
    return lambda match: f"{match.group(1)}{between}{match.group(2)}"


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Any of these, never a part of a longer word."""
    letter = r"[^\W\d_]"
    return re.compile(
        "|".join(
            (rf"(?<!{letter})" if word[0].isalpha() else "")
            + re.escape(word)
            + (rf"(?!{letter})" if word[-1].isalpha() else "")
            for word in words
        )
    )
