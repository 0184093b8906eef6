"""Which topics of the content folder a clinic shows, and in which order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from kiosk.domain.content import ContentLibrary
from kiosk.domain.errors import ErrorCode, InputError, Place

TOPICS = "topics"
"""The folder of the topics, and the setting that chooses among them."""


def check_topics(content: Path, wanted: Sequence[str], place: Place | None = None) -> None:
    """See that every topic that is wanted has a folder; whether its texts are sound is not asked.

    Args:
        content: The content folder.
        wanted: Names of topics.
        place: Where they were written.

    Raises:
        InputError: UNKNOWN_TOPIC.
    """
    known = sorted(path.parent.name for path in (content / TOPICS).glob("*/topic.toml"))
    for name in wanted:
        if name not in known:
            place = place or Place(TOPICS)
            told = ", ".join(known)
            raise InputError(ErrorCode.UNKNOWN_TOPIC, place=place, given=name, known=told)


def with_topics(library: ContentLibrary, wanted: Sequence[str]) -> ContentLibrary:
    """The library with the topics that are wanted first, in that order, and the rest left out.

    What is left out stays in the library: earlier visits have read it. None wanted: all are shown.
    """
    if not wanted:
        return library
    places = {name: place for place, name in enumerate(wanted)}
    after = len(places)
    topics = [
        replace(topic, order=places.get(topic.id, after + place))
        for place, topic in enumerate(library.topics)
    ]
    return replace(
        library,
        topics=tuple(sorted(topics, key=lambda topic: topic.order)),
        left_out=frozenset(topic.id for topic in topics if topic.id not in places),
    )
