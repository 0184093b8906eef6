"""What the doctor says about each thing."""

from gettext import NullTranslations

import pytest

from kiosk.domain.clinic_mode import Missing, MissingCode
from kiosk.domain.errors import ErrorCode, StorageError
from kiosk.i18n import Words
from kiosk.services import doctor
from kiosk.services.doctor import Check, Finding, State

WORDS = Words("en", NullTranslations())


def states(findings):
    return [(each.check, each.state) for each in findings]


def test_a_store_that_opens():
    assert states(doctor.store(None, WORDS, key_protected=True)) == [
        (Check.DATA, State.OK),
        (Check.KEY, State.OK),
        (Check.DATABASE, State.OK),
    ]


def test_a_damaged_database_is_told_though_it_opens():
    *_, found = doctor.store(None, WORDS, key_protected=True, faults=2)
    assert (found.check, found.state) == (Check.DATABASE, State.MISSING)
    assert "2" in found.message


def test_a_key_beside_the_database_is_a_note():
    _, key, _ = doctor.store(None, WORDS, key_protected=False)
    assert key.state is State.NOTE
    assert "who takes the disk" in key.message


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (ErrorCode.STORE_NO_FOLDER, [(Check.DATA, State.MISSING)]),
        (ErrorCode.STORE_KEY_MISSING, [(Check.DATA, State.OK), (Check.KEY, State.MISSING)]),
        (
            ErrorCode.STORE_CORRUPT,
            [(Check.DATA, State.OK), (Check.KEY, State.OK), (Check.DATABASE, State.MISSING)],
        ),
    ],
)
def test_a_store_that_does_not_open_is_told_up_to_what_fails(code, expected):
    error = StorageError(code, reason="x")
    found = list(doctor.store(error, WORDS, key_protected=True))
    assert states(found) == expected
    assert found[-1].message


@pytest.mark.parametrize(
    ("errors", "drafts", "state", "said"),
    [
        (2, 1, State.MISSING, "errors in the content: 2"),
        (0, 3, State.NOTE, "drafts: 3"),
        (0, 0, State.OK, "every text is approved"),
    ],
)
def test_the_content(errors, drafts, state, said):
    found = doctor.content(errors, drafts, WORDS)
    assert found.state is state
    assert said in found.message


@pytest.mark.parametrize(
    ("offered", "wanted", "expected"),
    [
        (("en", "es"), (), [State.OK]),
        (("en",), ("en", "vi"), [State.OK, State.NOTE]),
        ((), ("vi",), [State.MISSING]),
    ],
)
def test_the_languages(offered, wanted, expected):
    found = list(doctor.languages(offered, wanted, WORDS))
    assert [each.state for each in found] == expected


def test_the_fonts():
    assert doctor.fonts((), WORDS).state is State.OK
    found = doctor.fonts(("a.ttf", "b.ttf"), WORDS)
    assert found.state is State.MISSING
    assert "a.ttf, b.ttf" in found.message


def test_what_clinic_mode_lacks_one_line_each():
    found = doctor.clinic([Missing(MissingCode.TEXT, ("en",)), Missing(MissingCode.KEY)], WORDS)
    assert [each.check for each in found] == ["clinic text", "clinic key"]
    assert all(each.state is State.MISSING and each.mend for each in found)


def test_clinic_mode_that_starts_and_one_that_nobody_can_judge():
    assert states(doctor.clinic([], WORDS)) == [(Check.CLINIC, State.OK)]
    assert doctor.clinic_unknown(WORDS).state is State.MISSING


def test_a_finding_is_one_line():
    assert str(Finding("key", State.OK, "it is there")) == "ok       key: it is there"
    assert str(Finding("key", State.MISSING, "gone", "find it")) == "missing  key: gone; find it"
