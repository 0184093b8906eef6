"""One item counted in a small topic that is made and spoilt in each test."""

import pytest

from kiosk.library.index.report import ITEMS, reports
from kiosk.library.tree import read_tree

EN = "topics/safe-sleep/en.md"


def item_of(content, name, language="en"):
    [report] = [r for r in reports(read_tree(content.root), set()) if r.language == language]
    [item] = [item for item in report.items if item.id == name]
    return item


@pytest.fixture
def count(content):
    """(met, of, [(line, why)]) of an item in the small topic."""

    def counted(name, language="en"):
        item = item_of(content, name, language)
        return item.met, item.of, [(miss.at.line, miss.why) for miss in item.misses]

    return counted


@pytest.fixture
def reason(content):
    """Why an item was not counted; empty when it was."""
    return lambda name, language="en": item_of(content, name, language).reason


@pytest.fixture
def rewrite(content):
    """Change the English text of the small topic."""
    return lambda old, new: content.edit(EN, old, new)


@pytest.fixture
def item_ids(content):
    """The names of all items, in their order."""
    [report, _] = reports(read_tree(content.root), set())
    assert len(report.items) == len(ITEMS)
    return [item.id for item in report.items]
