"""What topic.toml says of a topic beside its sources."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from kiosk.library.finding import START, At, Finding, error, warning
from kiosk.library.topics import TopicFolder, TopicTable
from kiosk.library.tree import TOPICS, ContentTree

RULE: Final = "topics"
NONE: Final = "there is no topic; each is a folder in topics/ with topic.toml and en.md"
MONTHS: Final = 12
TINTS: Final = range(1, 9)


def topics(tree: ContentTree) -> Iterator[Finding]:
    """Ids, order, tint, minutes and the day of review."""
    orders: dict[int, str] = {}
    if not tree.topics:
        yield error(TOPICS, START, RULE, NONE)
    for topic in tree.topics:
        if topic.head is None:
            continue
        yield from _head(topic, topic.head)
        yield from _review(topic, topic.head, tree.today)
        if topic.head.order in orders:
            message = f"{orders[topic.head.order]} has the same order; give one another number"
            yield warning(topic.head_path, _at(topic, "order"), RULE, message)
        orders[topic.head.order] = topic.name


def _head(topic: TopicFolder, head: TopicTable) -> Iterator[Finding]:
    path = topic.head_path
    if head.id != topic.name:
        message = f"the id must be the name of the folder; write {topic.name}"
        yield error(path, _at(topic, "id"), RULE, message)
    if not head.stages:
        yield error(path, _at(topic, "stages"), RULE, "no stage is named; name at least one")
    if head.tint not in TINTS:
        message = f"there is no such tint; choose {TINTS.start} to {TINTS.stop - 1}"
        yield error(path, _at(topic, "tint"), RULE, message)
    for key, value in (("minutes", head.minutes), ("review_months", head.review_months)):
        if value < 1:
            yield error(path, _at(topic, key), RULE, f"{key} must be at least 1")


def _review(topic: TopicFolder, head: TopicTable, today: date) -> Iterator[Finding]:
    at = _at(topic, "reviewed")
    try:
        reviewed = date.fromisoformat(head.reviewed)
    except ValueError:
        message = "reviewed is not a day; write it like 2026-11-23"
        yield error(topic.head_path, at, RULE, message)
        return
    passed = (today.year - reviewed.year) * MONTHS + today.month - reviewed.month
    if passed - (today.day < reviewed.day) >= head.review_months:
        message = "the review is due; read the topic against its sources and set reviewed"
        yield warning(topic.head_path, at, RULE, message)


def _at(topic: TopicFolder, key: str) -> At:
    return topic.file.at(key) if topic.file else START
