"""The log of her own readings: one page, in her language, with the figures that count."""

import io

import pypdf
import pytest

from kiosk.domain import facts
from kiosk.domain.content import Stage
from kiosk.domain.errors import ErrorCode, KioskError
from kiosk.domain.replay import replay
from kiosk.i18n import Catalogues
from kiosk.services.ports import PageKind
from kiosk.settings import Clinic, Printing, Settings, fonts_folder, translations_folder
from kiosk.ui.her_pages import HerPages
from kiosk.ui.take_home import pressure_log_pdf
from kiosk.ui.theme.fonts import load_fonts
from tests.helpers.stored_visits import entries_of

POINTS = {"letter": (612, 792), "a4": (595, 842)}
WORDS = Catalogues(translations_folder()).words
FIGURES = ("140/90", "160/110", "911", "30", "5")


@pytest.fixture(autouse=True, scope="module")
def _fonts(qapp):
    load_fonts(fonts_folder())


@pytest.fixture
def finished_visit():
    return replay(entries_of(facts.StageGiven(Stage.POSTPARTUM), facts.Finished()))


@pytest.mark.parametrize("paper", POINTS)
@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_it_is_one_page_with_every_figure(language, paper):
    settings = Settings(clinic=Clinic(name="Riverside"), printing=Printing(paper=paper))
    pdf = pressure_log_pdf(WORDS(language), settings, draft=True)
    (page,) = pypdf.PdfReader(io.BytesIO(pdf)).pages
    width, height = POINTS[paper]
    assert abs(page.mediabox.width - width) < 2
    assert abs(page.mediabox.height - height) < 2
    text = page.extract_text()
    assert [figure for figure in FIGURES if figure not in text] == []
    assert "Riverside" in text


def test_a_draft_says_so_and_an_approved_text_does_not():
    told = [pressure_log_pdf(WORDS("en"), Settings(), draft=draft) for draft in (True, False)]
    pages = [pypdf.PdfReader(io.BytesIO(pdf)).pages[0] for pdf in told]
    texts = [" ".join(page.extract_text().split()) for page in pages]
    assert ["Draft text" in text for text in texts] == [True, False]


def test_a_page_is_held_for_one_visit_and_given_once(library, finished_visit):
    pages = HerPages(Settings(), library, WORDS)
    pages.draw(PageKind.PRESSURE_LOG, "mine", finished_visit)
    take = pages.page(PageKind.PRESSURE_LOG)
    with pytest.raises(KioskError) as caught:
        take("another", None)
    assert caught.value.code is ErrorCode.PRINT_FAILED
    assert take("mine", None).startswith(b"%PDF")
    with pytest.raises(KioskError):
        take("mine", None)


def test_what_was_forgotten_is_not_given(library, finished_visit):
    pages = HerPages(Settings(), library, WORDS)
    pages.draw(PageKind.TAKE_HOME, "mine", finished_visit)
    pages.forget()
    with pytest.raises(KioskError):
        pages.page(PageKind.TAKE_HOME)("mine", None)
