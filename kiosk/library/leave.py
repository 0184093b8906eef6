"""`leave_at` of a rehearsal script: home, topic:<id>:<card id> or epds:<item>."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NoReturn

from kiosk.domain.content import Stage, Topic
from kiosk.domain.errors import ErrorCode, InputError, Place
from kiosk.domain.script import LeavePoint
from kiosk.domain.stage_text import text_for
from kiosk.library.finding import LONGEST, nearest, printable

HOME: Final = "home"
TOPIC: Final = "topic"
EPDS_KIND: Final = "epds"
_FORMS: Final = "write home, topic:<topic>:<card> or epds:<item>"


def read_leave_point(
    text: str,
    place: Place,
    topic_of: Callable[[str], Topic],
    *,
    language: str,
    stage: Stage,
    topics: tuple[str, ...],
    items: int,
    answers: tuple[int, ...] | None,
) -> LeavePoint:
    """Read where she leaves.

    Args:
        text: The value of the key.
        place: Where it stands, for errors.
        topic_of: Gives a topic by its id.
        language: The language of the visit.
        stage: Where the visitor stands: some cards are not for every stage.
        topics: Ids of the topics that she reads.
        items: How many the questionnaire has.
        answers: Positions she taps in the questionnaire; None when she does not open it.

    Raises:
        InputError: The place is malformed, or she never comes there.
    """
    kind, _, rest = text.partition(":")
    if text == HOME:
        return LeavePoint(HOME)
    if kind == TOPIC and rest.count(":") == 1:
        topic, _, card = rest.partition(":")
        if topic not in topics:
            _not_read(topic, place, topic_of, topics)
        cards = [each.id for each in text_for(topic_of(topic), language, stage).cards]
        return _card(topic, card, place, cards)
    if kind == EPDS_KIND:
        return _item(rest, place, items, answers)
    raise InputError(ErrorCode.BAD_VALUE, place=place, key="leave_at", reason=_FORMS)


def _not_read(
    topic: str, place: Place, topic_of: Callable[[str], Topic], topics: tuple[str, ...]
) -> NoReturn:
    try:
        topic_of(topic)
    except KeyError:
        raise InputError(
            ErrorCode.UNKNOWN_TOPIC,
            place=place,
            given=printable(topic[:LONGEST]),
            known=(", ".join(topics) or "none in topics") + nearest(topic, topics),
        ) from None
    _contradiction(place, f"she does not read {topic}; add it to topics")


def _card(topic: str, card: str, place: Place, cards: list[str]) -> LeavePoint:
    if card not in cards:
        raise InputError(
            ErrorCode.UNKNOWN_CARD,
            place=place,
            given=printable(card[:LONGEST]),
            known=", ".join(cards) + nearest(card, cards),
        )
    return LeavePoint(TOPIC, topic=topic, card=card)


def _item(text: str, place: Place, most: int, answers: tuple[int, ...] | None) -> LeavePoint:
    known = {str(item): item for item in range(1, most + 1)}
    if text not in known:
        reason = f"epds: takes an item from 1 to {most}"
        raise InputError(ErrorCode.BAD_VALUE, place=place, key="leave_at", reason=reason)
    item = known[text]
    if answers is None or len(answers) < item:
        _contradiction(place, f"she answers no item {item}; give epds at least {item} positions")
    return LeavePoint(EPDS_KIND, item=item)


def _contradiction(place: Place, reason: str) -> NoReturn:
    raise InputError(ErrorCode.SCRIPT_CONTRADICTS, place=place, reason=reason)
