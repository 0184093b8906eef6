"""What clinic mode asks for, one thing at a time."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from kiosk.domain.clinic_mode import (
    ChannelTest,
    ClinicFacts,
    Missing,
    MissingCode,
    PinHolder,
    missing_for_clinic,
)
from kiosk.domain.instrument_text import InstalledText, Permission
from tests.helpers.epds_texts import made_up_text

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
PERMISSION = Permission("Licence 7", "The holder", date(2026, 1, 5), "languages=en,es; print=yes")
TEXTS = {
    code: InstalledText(made_up_text(code), PERMISSION, verified=True) for code in ("en", "es")
}
SHOWN = frozenset({("first", "en"), ("first", "es"), ("signs", "en")})
WHOLE = ClinicFacts(
    languages=("en", "es"),
    texts=TEXTS,
    shown=SHOWN,
    approved=SHOWN | {("first", "ar")},
    response={"en", "es"},
    channels=(ChannelTest("desk", NOON - timedelta(hours=3)), ChannelTest("bell")),
    staff=(PinHolder("admin", pin_changed=True), PinHolder("staff", pin_changed=True)),
    key_protected=True,
    now=NOON,
)


def lacking(**changes):
    return missing_for_clinic(replace(WHOLE, **changes))


def with_permission(**changes):
    text = replace(TEXTS["es"], permission=replace(PERMISSION, **changes))
    return lacking(texts={**TEXTS, "es": text})


def test_nothing_is_missing():
    assert missing_for_clinic(WHOLE) == ()


def test_every_language_offered_needs_its_text():
    assert lacking(texts={}) == (Missing(MissingCode.TEXT, ("en", "es")),)
    assert lacking(texts={"en": TEXTS["en"]}) == (Missing(MissingCode.TEXT, ("es",)),)
    assert lacking(languages=("en",), texts={"en": TEXTS["en"]}) == ()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"text": " "}, MissingCode.TEXT),
        ({"granted_by": " "}, MissingCode.GRANTOR),
        ({"granted_on": None}, MissingCode.GRANT_DATE),
        ({"scope": " "}, MissingCode.SCOPE),
        ({"scope": "languages=en"}, MissingCode.SCOPE_LANGUAGE),
    ],
)
def test_a_permission_is_complete(change, code):
    assert with_permission(**change) == (Missing(code, ("es",)),)


@pytest.mark.parametrize("scope", ["on the screens of one clinic", "print=yes"])
def test_a_scope_that_names_no_languages_is_left_to_its_reader(scope):
    assert with_permission(scope=scope) == ()


def test_what_all_languages_lack_is_one_finding():
    text = replace(TEXTS["en"], permission=Permission("Licence 7"))
    found = lacking(texts={"en": text, "es": text})
    assert found == tuple(
        Missing(code, ("en", "es"))
        for code in (MissingCode.GRANTOR, MissingCode.GRANT_DATE, MissingCode.SCOPE)
    )


@pytest.mark.parametrize(
    ("changes", "enough"),
    [
        ({}, False),
        ({"points_confirmed": True}, True),
        ({"differences": ("3",)}, True),
    ],
)
def test_a_wording_that_no_print_confirms_needs_somebody_who_read_the_points(changes, enough):
    text = replace(TEXTS["es"], verified=False, **changes)
    expected = () if enough else (Missing(MissingCode.POINTS, ("es",)),)
    assert lacking(texts={**TEXTS, "es": text}) == expected


def test_all_that_is_shown_is_approved():
    expected = (Missing(MissingCode.CONTENT, ("first/es", "signs/en")),)
    assert lacking(approved=frozenset({("first", "en")})) == expected


def test_the_response_is_there_in_every_language():
    assert lacking(response={"en"}) == (Missing(MissingCode.RESPONSE, ("es",)),)


def test_a_channel_is_needed():
    assert lacking(channels=()) == (Missing(MissingCode.CHANNEL),)


@pytest.mark.parametrize(
    ("ago", "counts"),
    [
        (timedelta(0), True),
        (timedelta(hours=24), True),
        (timedelta(hours=24, seconds=1), False),
        (timedelta(seconds=-1), False),
        (None, False),
    ],
)
def test_a_test_counts_for_a_day(ago, counts):
    channels = (ChannelTest("bell"), ChannelTest("desk", None if ago is None else NOON - ago))
    expected = () if counts else (Missing(MissingCode.CHANNEL_TEST, ("bell", "desk")),)
    assert lacking(channels=channels) == expected


def test_an_administrator_and_a_member_of_staff_are_needed():
    assert lacking(staff=()) == (Missing(MissingCode.ADMIN), Missing(MissingCode.STAFF))
    assert lacking(staff=WHOLE.staff[:1]) == (Missing(MissingCode.STAFF),)
    assert lacking(staff=WHOLE.staff[1:]) == (Missing(MissingCode.ADMIN),)


def test_pins_that_others_set_are_counted_and_nobody_is_named():
    staff = (*WHOLE.staff, *[PinHolder("staff", pin_changed=False)] * 2)
    assert lacking(staff=staff) == (Missing(MissingCode.PIN, ("2",)),)


def test_the_key_is_protected():
    assert lacking(key_protected=False) == (Missing(MissingCode.KEY),)
