"""Clinic mode: the facts as they are gathered, the refusal, and its words."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from gettext import NullTranslations
from typing import Any

import pytest

from kiosk.domain.clinic_mode import ChannelTest, ClinicFacts, Missing, MissingCode, PinHolder
from kiosk.domain.errors import ErrorCode, KioskError
from kiosk.domain.instrument_text import InstalledText, Permission
from kiosk.i18n import Words
from kiosk.services.clinic_mode import (
    clinic_facts,
    from_mark,
    is_protected,
    require_complete,
    to_marks,
)
from kiosk.services.clinic_wording import MENDS, WHAT, mend, what
from kiosk.services.ports import StaffMember
from kiosk.services.wording import describe
from kiosk.settings import Key
from tests.helpers.epds_texts import made_up_text
from tests.helpers.fakes_visits import small_library

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
WORDS = Words("en", NullTranslations())


@dataclass
class Kept:
    things: list

    def all(self):
        return self.things


@dataclass
class Bells:
    tests: dict = field(default_factory=lambda: {"desk": NOON, "bell": None})

    @property
    def names(self):
        return tuple(self.tests)

    def last_test(self, name):
        return self.tests[name]


def gathered(**changes) -> ClinicFacts:
    text = InstalledText(made_up_text("en"), Permission("Licence 7"), verified=True)
    other = replace(text, text=replace(text.text, instrument="other", language="es"))
    known: dict[str, Any] = {
        "languages": ("en",),
        "library": small_library(),
        "texts": Kept([text, other]),
        "people": Kept([StaffMember("Ann", "admin", "hash", pin_changed=True)]),
        "response": {"en"},
        "channels": Bells(),
        "key_protected": True,
        "now": NOON,
    }
    return clinic_facts(**{**known, **changes})


def test_the_facts_are_gathered():
    found = gathered()
    assert list(found.texts) == ["en"]
    assert found.staff == (PinHolder("admin", pin_changed=True),)
    assert found.channels == (ChannelTest("desk", NOON), ChannelTest("bell"))


def test_all_that_a_visitor_may_see_is_shown_signs_and_help_lines_too():
    library = small_library()
    topics = {(topic.id, "en") for topic in library.topics}
    assert gathered().shown == topics | {("signs", "en"), ("helplines", "en")}
    shown = gathered(languages=("xx",)).shown
    assert shown == {("signs", "xx"), ("helplines", "xx")}


@pytest.mark.parametrize(
    ("key", "beside", "protected"),
    [
        (Key(), True, False),
        (Key(encrypted_disk=True), True, True),
        (Key("credential"), False, True),
        (Key("credential"), True, False),
        (Key("keyring"), False, True),
        (Key("keyring"), True, False),
        (Key("credential", encrypted_disk=True), True, True),
    ],
)
def test_a_key_is_protected_off_the_plain_disk(key, beside, protected):
    assert is_protected(key, beside=beside) is protected


def test_the_refusal_is_one_line_that_names_everything():
    with pytest.raises(KioskError) as caught:
        require_complete(gathered(languages=("en", "es"), channels=Bells({"front desk": None})))
    line = describe(caught.value, WORDS)
    assert caught.value.code is ErrorCode.CLINIC_MODE_INCOMPLETE
    assert len(line.splitlines()) == 1
    assert line.startswith("clinic mode cannot start; missing: a licensed text")
    assert "within the last day (front_desk)" in line
    assert "(en)" in line
    assert "(es)" in line
    assert line.endswith("kiosk doctor --clinic says what to do")


def test_nothing_missing_is_no_refusal():
    require_complete(
        replace(
            gathered(),
            texts={},
            languages=(),
            shown=frozenset(),
            staff=(PinHolder("admin", pin_changed=True), PinHolder("staff", pin_changed=True)),
        )
    )


def test_findings_survive_the_way_through_an_error():
    found = (Missing(MissingCode.TEXT, ("en", "es")), Missing(MissingCode.KEY))
    assert to_marks(found) == "text:en,es key"
    assert tuple(from_mark(mark) for mark in to_marks(found).split()) == found
    assert from_mark("nothing:of,this") is None


def test_a_long_list_is_cut_where_it_must_fit_a_line():
    found = Missing(MissingCode.CONTENT, tuple("abcdef"))
    assert what(found, WORDS) == "the approval of content (a, b, c, d, e, f)"
    assert what(found, WORDS, longest=4) == "the approval of content (a, b, c, d, +2)"
    assert what(found, WORDS, longest=6) == what(found, WORDS)


@pytest.mark.parametrize("code", MissingCode)
def test_each_has_its_words_and_its_mend(code):
    assert WHAT.keys() == MENDS.keys()
    assert what(Missing(code), WORDS)
    assert mend(Missing(code), WORDS)
