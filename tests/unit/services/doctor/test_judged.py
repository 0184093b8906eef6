"""What the doctor says of plain facts about the machine."""

from dataclasses import replace
from datetime import UTC, datetime
from gettext import NullTranslations
from typing import Any

import pytest

from kiosk.domain.errors import ErrorCode, KioskError
from kiosk.domain.instrument_text import InstalledText, Permission
from kiosk.domain.language import Language, use_languages
from kiosk.i18n import Words
from kiosk.services import doctor
from kiosk.services.doctor import (
    Check,
    ClockFacts,
    DisplayFacts,
    Finding,
    FolderFacts,
    FontFacts,
    QueueFacts,
    State,
)
from kiosk.services.voices import LanguageVoice
from tests.helpers.epds_texts import made_up_text

WORDS = Words("en", NullTranslations())
OK, NOTE, MISSING = State.OK, State.NOTE, State.MISSING
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
GB = 1_000_000_000


def states(findings):
    return [each.state for each in findings]


def folder(
    mode: int | None = 0o700,
    key: int | None = 0o600,
    *,
    writable: bool = True,
    free: int | None = 9 * GB,
) -> FolderFacts:
    return FolderFacts("/data", mode, key, writable, free)


@pytest.mark.parametrize(
    ("facts", "expected", "mends"),
    [
        (folder(), [OK], [""]),
        (folder(mode=None, key=None), [OK], [""]),
        (folder(mode=0o500, key=0o400), [OK], [""]),
        (folder(mode=0o750), [MISSING], ["chmod 700 /data"]),
        (folder(mode=0o701, key=0o644), [MISSING] * 2, ["chmod 700 /data", "chmod 600 /data/key"]),
    ],
)
def test_permissions(facts, expected, mends):
    found = list(doctor.permissions(facts, WORDS))
    assert states(found) == expected
    assert [each.mend for each in found] == mends


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (folder(), [OK]),
        (folder(free=GB - 1), [NOTE]),
        (folder(free=199_000_000), [MISSING]),
        (folder(free=None), [NOTE]),
        (folder(writable=False), [MISSING, OK]),
    ],
)
def test_the_disk(facts, expected):
    assert states(doctor.disk(facts, WORDS)) == expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (ClockFacts(NOON, "America/New_York", synchronised=True), [OK]),
        (ClockFacts(NOON, "America/New_York", synchronised=None), [OK]),
        (ClockFacts(NOON, "America/New_York", synchronised=False), [OK, NOTE]),
        (ClockFacts(NOON, "", synchronised=None), [OK, NOTE]),
        (ClockFacts(NOON, "Etc/UTC", synchronised=None), [OK, NOTE]),
        (ClockFacts(NOON.replace(year=1970), "Asia/Tokyo", synchronised=None), [MISSING]),
        (ClockFacts(NOON.replace(year=2099), "Asia/Tokyo", synchronised=None), [MISSING]),
    ],
)
def test_the_clock(facts, expected):
    assert states(doctor.clock(facts, WORDS)) == expected


@pytest.fixture
def georgian():
    use_languages([Language("ka", "ქართული", script="Geor")])
    yield "ka"
    use_languages(())


def test_typefaces_that_have_everything_are_not_spoken_of():
    assert list(doctor.coverage([FontFacts("en", "", "")], WORDS)) == []


def test_a_chinese_typeface_comes_from_a_package():
    screen, paper = doctor.coverage([FontFacts("zh_Hans", None, "简体")], WORDS)
    assert (screen.state, paper.state) == (MISSING, MISSING)
    assert screen.mend == "apt-get install fonts-noto-cjk"
    assert paper.mend == "apt-get install fonts-wqy-microhei"
    assert "简 体" in paper.message


def test_letters_that_a_typeface_lacks_are_named(georgian):
    screen, paper = doctor.coverage([FontFacts(georgian, "ქარ", "ქარ")], WORDS)
    assert "ქ ა რ" in screen.message
    assert screen.mend == "kiosk content check names the places"
    assert paper.mend == "install a typeface, and name its file in languages.toml"


def voice(language="en", *, recorded=0, cards=3, name="English"):
    return LanguageVoice(language, recorded, cards, "espeak", name, "" if name else "install it")


@pytest.mark.parametrize(
    ("every", "device", "expected"),
    [
        ([voice()], True, [OK]),
        ([voice(name="", recorded=3)], True, [OK]),
        ([voice(name="", recorded=2)], True, [NOTE]),
        ([voice(name="", cards=0)], True, [NOTE]),
        ([voice()], False, [NOTE]),
        ([voice("ht", name=""), voice()], True, [OK]),
    ],
)
def test_voices(every, device, expected):
    assert states(doctor.voices(every, ("en",), WORDS, device=device)) == expected


def queue(**told: Any) -> QueueFacts:
    return replace(QueueFacts("clinic", "printing.printer", found=True), **told)


@pytest.mark.parametrize(
    ("facts", "paper", "expected"),
    [
        (queue(), "letter", [OK]),
        (queue(media=("iso_a4_210x297mm", "na_letter_8.5x11in")), "letter", [OK]),
        (queue(media=("A4",), reasons=("none",)), "a4", [OK]),
        (queue(media=("iso_a4_210x297mm",)), "letter", [MISSING]),
        (queue(accepting=False), "a4", [MISSING]),
        (queue(reasons=("media-empty-error", "offline-report")), "a4", [NOTE]),
        (queue(found=False), "a4", [MISSING]),
        (QueueFacts("", "printing.printer", found=False), "a4", [NOTE]),
    ],
)
def test_printers(facts, paper, expected):
    assert states(doctor.printers([facts], paper, WORDS)) == expected


def test_a_queue_that_is_not_there_is_named_with_its_setting():
    (found,) = doctor.printers([queue(found=False)], "a4", WORDS)
    assert "clinic" in found.message
    assert "printing.printer" in found.mend


GOOD = "PreserveJobFiles No\nPreserveJobHistory 86400\nMaxHoldTime 300\n<Location />\n"


@pytest.mark.parametrize(
    ("configuration", "leaks"),
    [
        (GOOD, []),
        (GOOD.replace("86400", "No"), []),
        (GOOD.replace("86400", "1d").replace("300", "5m  # minutes"), []),
        ("", ["PreserveJobFiles", "PreserveJobHistory", "MaxHoldTime"]),
        (f"{GOOD}PreserveJobFiles 60", ["PreserveJobFiles"]),
        (f"# {GOOD}", ["PreserveJobFiles"]),
        (GOOD.replace("86400", "Yes"), ["PreserveJobHistory"]),
        (GOOD.replace("86400", "2w"), ["PreserveJobHistory"]),
        (GOOD.replace("300", "0"), ["MaxHoldTime"]),
        (GOOD.replace("300", "3h"), ["MaxHoldTime"]),
    ],
)
@pytest.mark.parametrize(("real", "state"), [(True, MISSING), (False, NOTE)])
def test_what_cups_keeps(configuration, leaks, real, state):
    found = list(doctor.spooler(configuration, WORDS, real=real))
    assert states(found) == ([state] * len(leaks) or [OK])
    assert all(f"({name})" in each.message for name, each in zip(leaks, found, strict=False))


def test_settings_of_cups_that_nobody_can_read_are_a_note():
    (found,) = doctor.spooler(None, WORDS, real=True)
    assert (found.state, bool(found.mend)) == (NOTE, True)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (None, [NOTE]),
        (DisplayFacts(1920, 1080, 96.0, touch=True), [OK]),
        (DisplayFacts(1080, 1920, 96.0, touch=None), [OK]),
        (DisplayFacts(1920, 1080, 96.0, touch=False), [OK, NOTE]),
        (DisplayFacts(800, 600, 96.0, touch=True), [MISSING]),
        (DisplayFacts(1024, 500, 96.0, touch=True), [MISSING]),
        (DisplayFacts(1920, 1080, 2540.0, touch=True), [OK, NOTE]),
    ],
)
def test_the_display(facts, expected):
    assert states(doctor.display(facts, WORDS)) == expected


def text(*, verified):
    return InstalledText(made_up_text("es", "es-1"), Permission("Licence 7"), verified=verified)


@pytest.mark.parametrize(
    ("texts", "clinic", "expected"),
    [
        ({"es": text(verified=True)}, True, [OK]),
        ({"es": text(verified=False)}, True, [NOTE]),
        ({}, False, [NOTE]),
        ({}, True, [NOTE]),
        ({"fr": text(verified=True)}, True, [NOTE]),
    ],
)
def test_licensed_texts(texts, clinic, expected):
    assert states(doctor.epds(texts, ("es",), WORDS, clinic=clinic)) == expected


def test_without_a_text_there_is_practice_or_nothing():
    (practice,) = doctor.epds({}, ("es",), WORDS, clinic=False)
    (nothing,) = doctor.epds({}, ("es",), WORDS, clinic=True)
    assert practice.message == "practice text is shown in: es"
    assert nothing.message == "not offered, without a text, in: es"


def test_a_check_that_fails_takes_no_other_down():
    def broken():
        raise ZeroDivisionError

    def known():
        raise KioskError(ErrorCode.DISK_FULL)

    def half():
        yield Finding(Check.DISK, OK, "never said")
        raise OSError

    def good():
        return [Finding(Check.FONTS, OK, "fine")]

    checks = [(Check.CLOCK, broken), (Check.DATA, known), (Check.DISK, half), (Check.FONTS, good)]
    found = list(doctor.run_checks(checks, WORDS))
    assert [each.check for each in found] == [Check.CLOCK, Check.DATA, Check.DISK, Check.FONTS]
    assert states(found) == [MISSING, MISSING, MISSING, OK]
    assert "ZeroDivisionError" in found[0].message
    assert "the disk is full" in found[1].message
