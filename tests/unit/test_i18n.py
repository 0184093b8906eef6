"""Words, dates and names of languages, in every language of the kiosk."""

from datetime import UTC, datetime, timedelta, timezone
from io import BytesIO

import pytest
from babel.messages import Catalog
from babel.messages.mofile import write_mo

from kiosk.domain.language import LANGUAGES
from kiosk.i18n import N_, Catalogues

AFTERNOON = datetime(2026, 3, 2, 15, 4, tzinfo=UTC)


@pytest.fixture
def catalogues(tmp_path):
    """A folder with one catalogue, in Spanish."""
    catalogue = Catalog(locale="es")
    catalogue.add("Next", "Siguiente")
    catalogue.add(("%(count)s week", "%(count)s weeks"), ("%(count)s semana", "%(count)s semanas"))
    catalogue.add("Left", "Izquierda", context="side")
    buffer = BytesIO()
    write_mo(buffer, catalogue)
    folder = tmp_path / "es" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "kiosk.mo").write_bytes(buffer.getvalue())
    return Catalogues(tmp_path)


def test_words_in_her_language(catalogues):
    words = catalogues.words("es")
    assert words.language == "es"
    assert words.gettext("Next") == "Siguiente"
    assert words.ngettext("%(count)s week", "%(count)s weeks", 1) == "%(count)s semana"
    assert words.ngettext("%(count)s week", "%(count)s weeks", 2) == "%(count)s semanas"
    assert words.pgettext("side", "Left") == "Izquierda"
    assert words.pgettext("gone", "Left") == "Left"


def test_what_has_no_translation_stays_english(catalogues):
    assert catalogues.words("es").gettext("Back") == "Back"
    assert catalogues.words("en").gettext("Next") == "Next"
    assert catalogues.words("vi").gettext("Next") == "Next"
    assert catalogues.words("vi").ngettext("one", "many", 2) == "many"


def test_no_words_are_no_words(catalogues):
    """And not the catalogue's head, which gettext gives for an empty message."""
    assert catalogues.words("es").gettext("") == ""


def test_which_languages_have_words(catalogues):
    assert {code for code in LANGUAGES if catalogues.has(code)} == {"en", "es"}


def test_a_catalogue_is_read_once(catalogues):
    assert catalogues.words("es") is catalogues.words("es")


def test_marking_changes_nothing():
    assert N_("Next") == "Next"


def test_which_languages_are_written_from_right_to_left(catalogues):
    assert [code for code in LANGUAGES if catalogues.words(code).right_to_left] == ["ar"]
    assert not catalogues.words("xx").right_to_left


@pytest.mark.parametrize("language", [*LANGUAGES, "xx", "", "not a language"])
def test_dates_and_times_have_western_digits_in_every_language(catalogues, language):
    words = catalogues.words(language)
    date, time = words.date(AFTERNOON), words.time(AFTERNOON)
    assert {char for char in date + time if char.isdigit()} <= set("0123456789")
    assert "2026" in date
    assert "04" in time


@pytest.mark.parametrize(
    ("language", "date", "time"),
    [
        ("en", "Mar 2, 2026", "3:04\u202fPM"),
        ("es", "2 mar 2026", "15:04"),
        ("zh_Hans", "2026年3月2日", "15:04"),
        ("xx", "Mar 2, 2026", "3:04\u202fPM"),
    ],
)
def test_dates_and_times_as_her_language_writes_them(catalogues, language, date, time):
    words = catalogues.words(language)
    assert (words.date(AFTERNOON), words.time(AFTERNOON)) == (date, time)


def test_a_time_is_shown_as_the_kiosks_clock_shows_it(catalogues):
    there = AFTERNOON.astimezone(timezone(timedelta(hours=-5)))
    assert catalogues.words("es").time(there) == "10:04"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_a_name_in_every_language(catalogues, language):
    words = catalogues.words(language)
    names = {words.language_name(code) for code in LANGUAGES}
    assert len(names) == len(LANGUAGES)
    assert not names & set(LANGUAGES)


@pytest.mark.parametrize(
    ("language", "code", "name"),
    [
        ("en", "es", "Spanish"),
        ("es", "en", "inglés"),
        ("en", "qq", "qq"),
        ("en", "no such", "no such"),
        ("en", "", ""),
    ],
)
def test_the_name_of_a_language(catalogues, language, code, name):
    assert catalogues.words(language).language_name(code) == name


@pytest.mark.parametrize(
    ("language", "listed", "in_row"),
    [
        ("en", "en, es, fr", "one; two"),
        ("zh_Hans", "en、es、fr", "one；two"),
        ("ar", "en، es، fr", "one؛ two"),
    ],
)
def test_commas_and_semicolons_are_those_of_the_language(catalogues, language, listed, in_row):
    words = catalogues.words(language)
    assert words.listed(("en", "es", "fr")) == listed
    assert words.in_row(iter(("one", "two"))) == in_row
    assert words.listed(()) == ""


def test_what_is_read_from_left_to_right_stays_so(catalogues):
    path = "/var/lib/kiosk"
    assert catalogues.words("es").left_to_right(path) == path
    assert catalogues.words("ar").left_to_right(path) == f"\u200e{path}\u200e"
