"""The audit log in words: every action that is written has some."""

import re

import pytest

from kiosk.domain.audit import AuditHead, next_line
from kiosk.i18n import Catalogues
from kiosk.services.audit_wording import about, said_of
from kiosk.services.retention import Reason
from kiosk.settings import translations_folder
from tests.helpers.project import ROOT

WRITTEN = re.compile(
    r"(?:audit\.write\(|_note\(|_put\(|_stop\(|add_line\(|_change\(|SqlAuditLog\()"
    r'[^"\n]*?f?"([a-z][a-z0-9_]+)'
)


@pytest.fixture
def words():
    return Catalogues(translations_folder()).words("en")


def line(action, subject=""):
    return next_line(AuditHead(), "2026-03-02T12:00:00+00:00", "Ines", action, subject)


def actions():
    """Every action that stands in the code of the kiosk."""
    found = set(Reason)
    for path in (ROOT / "kiosk").rglob("*.py"):
        found |= set(WRITTEN.findall(path.read_text(encoding="utf-8")))
    return sorted(found)


@pytest.mark.parametrize("action", actions())
def test_every_action_has_words(words, action):
    assert said_of(line(action), words) != action


def test_a_detail_stands_in_brackets(words):
    assert said_of(line("staff_role:admin"), words) == "changed a role (admin)"


def test_an_action_of_another_version_stands_as_it_is(words):
    assert said_of(line("something_new:x"), words) == "something_new:x"


def test_long_ids_are_cut(words):
    assert about(line("visit_opened", "es")) == "es"
    assert about(line("visit_opened", "0123456789abcdef0123456789abcdef")) == "0123456789ab…"
