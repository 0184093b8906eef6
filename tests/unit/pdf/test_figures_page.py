"""The page of figures says what it counts, and no small number."""

import io
from datetime import UTC, datetime

import pytest
from pypdf import PdfReader

from kiosk.domain import facts
from kiosk.domain.facts import AlertKind
from kiosk.domain.figures import figures_of
from kiosk.i18n import Catalogues
from kiosk.pdf import FiguresPage
from kiosk.settings import translations_folder
from tests.helpers.many_visits import answered, taken_over, together, visits_of

CATALOGUES = Catalogues(translations_folder())
MADE = datetime(2026, 4, 1, 9, tzinfo=UTC)
READ = facts.CardShown("newborn", "cord")
RIGHT = facts.CheckAnswered("newborn", "cord", "a", right=True)


def some(mode="clinic", months=1):
    groups = [
        together(
            visits_of(
                9, *answered(14), READ, RIGHT, *taken_over(1, AlertKind.WARNING_SIGN), mode=mode,
                start=datetime(2020 + month // 12, month % 12 + 1, 2, tzinfo=UTC),
            ),
            visits_of(
                12, *answered(3), mode=mode, language="es",
                start=datetime(2020 + month // 12, month % 12 + 1, 5, tzinfo=UTC),
            ),
        )
        for month in range(months)
    ]  # fmt: skip
    return together(*groups)


def page(fonts, visits, language="en", paper="letter"):
    made = FiguresPage(fonts, paper, "Riverside", lambda topic: f"Title of {topic}")
    return PdfReader(io.BytesIO(made.render(figures_of(visits), CATALOGUES.words(language), MADE)))


def read(sheet):
    return " ".join(sheet.extract_text().split())


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_one_page_says_everything(fonts, paper):
    (sheet,) = page(fonts, some(), paper=paper).pages
    text = read(sheet)
    for said in (
        "Figures",
        "Riverside · made on Apr 1, 2026",
        "2020-01 to 2020-01 · visits: 21",
        "Spanish 12",
        "Title of newborn 9",
        "10 or more 43% (9 of 21)",
        "warning signs 9",
        "1.0 (1.0 to 1.0)",
        "page 1 of 1",
        "A screening result is no diagnosis.",
    ):
        assert said in text
    assert "REHEARSAL" not in text


def test_practice_has_a_page_of_its_own_with_a_mark(fonts):
    clinic, rehearsal = page(fonts, together(some(), some("rehearsal"))).pages
    assert "REHEARSAL" not in read(clinic)
    assert read(rehearsal).startswith("REHEARSAL, not clinical results")
    assert "page 2 of 2" in read(rehearsal)


def test_small_numbers_are_not_on_the_page(fonts):
    (sheet,) = page(fonts, together(some(), visits_of(3, language="ar"))).pages
    text = read(sheet)
    assert "Arabic hidden" in text
    assert "English hidden" in text


def test_fewer_than_five_visits_are_a_page_without_numbers(fonts):
    (sheet,) = page(fonts, list(visits_of(2))).pages
    text = read(sheet)
    assert "visits: hidden" in text
    assert "Hidden: too few people." in text
    assert "Nothing yet." not in text


@pytest.mark.parametrize("months", [30, 100])
def test_many_months_are_still_one_page(fonts, months):
    assert len(page(fonts, some(months=months)).pages) == 1


def test_many_topics_are_cut_and_it_is_said(fonts):
    read_all = [facts.CardShown(f"topic-{number}", "a") for number in range(20)]
    (sheet,) = page(fonts, list(visits_of(9, *read_all))).pages
    assert "and 8 more in the table" in read(sheet)


def test_in_arabic_from_the_right(fonts):
    document = page(fonts, some(), "ar")
    assert document.root_object["/Lang"] == "ar"
    assert "2020-01" in read(document.pages[0])
